import Foundation
import Testing

@testable import Reporting

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (10, "10"), (0.1, "0.1"), (-0.25, "-0.25"), (1993, "1993"),
      (0.1 + 0.2, "0.3"), (1.0 / 3, "0.3333333333"), (2.0 / 3, "0.6666666667"),
      (123_456_789_012, "123456789000"),
      (1e15, "1000000000000000"), (-1e15, "-1000000000000000"), (1e16, "1e16"),
      (9_999_999_999_999_998, "1e16"),
      (1234567e10, "1.234567e16"), (1e-5, "0.00001"), (1.25e-5, "0.0000125"), (9.99999e-6, "9.99999e-6"),
      (9.99999999999e-6, "0.00001"), (1e22, "1e22"), (1e23, "1e23"), (-1e-300, "-1e-300"),
      (.greatestFiniteMagnitude, "1.797693135e308"), (.leastNonzeroMagnitude, "4.940656458e-324"),
      (.leastNormalMagnitude, "2.225073859e-308"), (99_999_999_999, "100000000000"),
    ] as [(Double, String)])
  func writesTheShortestForm(value: Double, text: String) { #expect(NumberText.string(value) == text) }

  @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func writesNothingForWhatIsNotFinite(value: Double) { #expect(NumberText.string(value) == "") }

  /// Numbers beside the middle between two texts, where the binary value decides; digits by Python 3.11
  /// (`format(x, '.9e')`, which rounds the exact binary value).
  @Test(
    arguments: [
      (0.12345678905, "0.1234567891"),
      (0.12345678915, "0.1234567891"),
      (1234567890.5, "1234567890"),
      (1234567891.5, "1234567892"),
      (12345678905, "12345678900"),
      (12345678915, "12345678920"),
      (1.00000000005, "1"),
      (9.9999999995, "9.999999999"),
      (99999999995, "100000000000"),
      (0.000030517578125, "0.00003051757812"),
      (0.00030517578125, "0.0003051757812"),
      (0.99999999995, "0.9999999999"),
      (2.00000000015, "2"),
      (123456.78905, "123456.7891"),
      (1000000000.5, "1000000000"),
      (1e22, "1e22"),
      (1.00000000005e300, "1e300"),
      (2.00000000015e-300, "2e-300"),
      (100 * .leastNonzeroMagnitude, "4.940656458e-322"),
    ] as [(Double, String)])
  func roundsTheExactBinaryValueAndATieToEven(value: Double, text: String) {
    #expect(NumberText.string(value) == text)
    #expect(NumberText.string(-value) == "-" + text)
  }

  @Test func agreesWithTheCLibraryAcrossAllMagnitudes() {
    var random = SplitMix()
    for _ in 0..<10_000 { compare(Double(bitPattern: random.next())) }
    for _ in 0..<10_000 { compare(pow(10, Double.random(in: -8...18, using: &random))) }
    for _ in 0..<2_000 { compare(Double(bitPattern: random.next() >> 12)) }
  }

  @Test func agreesWithTheCLibraryBesidePowersOfTen() {
    for exponent in -323...308 {
      guard let power = Double("1e\(exponent)") else { continue }
      for value in [power.nextDown, power, power.nextUp, power * 0.99999999995, power * 1.00000000005] {
        compare(value)
      }
    }
  }

  @Test func agreesWithTheCLibraryBesideTies() {
    var random = SplitMix()
    for _ in 0..<10_000 {
      let digits = UInt64.random(in: 1_000_000_000...9_999_999_999, using: &random)
      guard let tie = Double("\(digits)5e\(Int.random(in: -30...10, using: &random))") else { continue }
      for value in [tie.nextDown, tie, tie.nextUp] { compare(value) }
    }
  }

  @Test func agreesWithTheCLibraryOnFiguresWithFewDigits() {
    var random = SplitMix()
    for _ in 0..<10_000 {
      compare(Double(Int.random(in: -9_999_999...9_999_999, using: &random)) / 1000)
    }
  }

  @Test func appendsToWhatIsThere() {
    var bytes = Array("x".utf8)
    NumberText.append(-2.5, to: &bytes)
    NumberText.append(.nan, to: &bytes)
    NumberText.append(Int.min, to: &bytes)
    NumberText.append(0, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "x-2.5-92233720368547758080")
  }

  @Test(
    arguments: [
      (1.005, 2, "1.00"), (2.675, 2, "2.67"), (1.115, 2, "1.11"), (0.285, 2, "0.28"), (0.125, 2, "0.12"),
      (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (99999.5, 0, "100000"), (1e-9, 9, "0.000000001"),
      (5e-10, 9, "0.000000001"), (123456.789, 3, "123456.789"), (-7.28, 1, "-7.3"), (-0.001, 2, "0.00"),
      (-0.0, 1, "0.0"),
      (0, 3, "0.000"), (9.999, 2, "10.00"), (12, 0, "12"), (1e15, 1, "1000000000000000.0"), (1e17, 0, "1e17"),
      (-1e300, 2, "-1e300"), (.nan, 2, ""), (.infinity, 2, ""), (-.infinity, 0, ""),
    ] as [(Double, Int, String)])
  func writesAFixedCountOfDecimals(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test func agreesWithTheCLibraryOnFixedDecimals() {
    var random = SplitMix()
    for _ in 0..<10_000 {
      let decimals = Int.random(in: 0...9, using: &random)
      let magnitude = pow(10, Double.random(in: -10...7, using: &random))
      // Every other one ends in a five just beyond the last decimal.
      let step = pow(10, Double(decimals))
      let middle = ((magnitude * step).rounded(.down) + 0.5) / step
      for value in [magnitude, -magnitude, middle, -middle] {
        let reference = String(format: "%.\(decimals)f", value)
        let isZero = !reference.contains { $0.isNumber && $0 != "0" }
        #expect(
          NumberText.fixed(value, decimals: decimals)
            == (isZero ? reference.replacing("-", with: "") : reference),
          "\(value) with \(decimals) decimals")
      }
    }
  }

  private func compare(_ value: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    guard value.isFinite else { return }
    let text = NumberText.string(value)
    #expect(text == reference(value), "\(value)", sourceLocation: sourceLocation)
  }

  /// Ten digits by the C library, put into the form of tables by other means than the code under test.
  private func reference(_ value: Double) -> String {
    if value == 0 { return "0" }
    let parts = String(format: "%.9e", value.magnitude).split(separator: "e")
    let exponent = Int(parts[1]) ?? .max
    let mantissa = String(parts[0].replacing(".", with: "").reversed().drop { $0 == "0" }.reversed())
    let sign = value < 0 ? "-" : ""
    if exponent >= 16 || exponent < -5 {
      return sign + mantissa.prefix(1) + (mantissa.count > 1 ? "." + mantissa.dropFirst() : "")
        + "e\(exponent)"
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + mantissa }
    let whole = mantissa.prefix(exponent + 1)
    let fraction = mantissa.dropFirst(exponent + 1)
    return sign + whole + String(repeating: "0", count: exponent + 1 - whole.count)
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// A fixed seed (Steele, Lea & Flood 2014), so that a failure can be seen again.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64 = 19_780_401

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
