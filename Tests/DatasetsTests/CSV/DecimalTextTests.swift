import Testing

@testable import Datasets

@Suite struct DecimalTextTests {
  /// A fixed seed (Steele, Lea & Flood 2014), so that a failure can be seen again.
  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64 = 20_251_001
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test func agreesWithTheStandardLibraryToTheBit() throws {
    var random = SplitMix()
    for _ in 0..<20_000 {
      var text = (0..<Int.random(in: 1...15, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
      if Bool.random(using: &random) {
        let place = Int.random(in: 0...text.count, using: &random)
        text.insert(".", at: text.index(text.startIndex, offsetBy: place))
      }
      if Bool.random(using: &random) { text = "-" + text }
      let value = try #require(parse(text), "\(text)")
      // The standard library wants a digit before the point.
      let reference = try #require(
        Double(text.replacing("-.", with: "-0.").replacing(/^\./, with: "0.")), "\(text)")
      #expect(value.bitPattern == reference.bitPattern, "\(text)")
    }
  }

  @Test func keepsTheSignOfZero() {
    #expect(parse("-0")?.sign == .minus)
    #expect(parse("0")?.sign == .plus)
  }

  @Test func readsASliceThatDoesNotStartAtZero() {
    let bytes = Array("xx-12.5yy".utf8)
    #expect(DecimalText.parse(bytes[2..<7]) == -12.5)
  }

  @Test(arguments: [
    "", "-", ".", "-.", "+1", "1e3", "1234567890123456", "0000000000000001", "1.2.3", "1-", "--1", " 1",
    "1,2", "0x1",
    "nan", "inf", "１",
  ])
  func leavesTheRestToTheSlowWay(text: String) { #expect(parse(text) == nil) }

  @Test(arguments: [
    "0", "12", "-12", "+12", "1.", ".5", "-.5", "1.25", "1e5", "1E5", "1e+5", "1.5e-300", "1e400", "00012",
    "12345678901234567890",
  ])
  func knowsANumeral(text: String) { #expect(DecimalText.isNumeral(text)) }

  @Test(arguments: [
    "", "+", "-", ".", "+.", "e5", ".e5", "1e", "1e+", "1e5.0", "1.2.3", "0x10", "0x1p3", "nan", "inf",
    "infinity",
    "1 2", " 1", "1 ", "1,234", "1_000", "１２", "١٢", "½", "--1", "+-1", "1e--5", "12a", "1\u{301}",
  ])
  func knowsWhatIsNone(text: String) { #expect(!DecimalText.isNumeral(text)) }

  private func parse(_ text: String) -> Double? { DecimalText.parse(Array(text.utf8)[...]) }
}
