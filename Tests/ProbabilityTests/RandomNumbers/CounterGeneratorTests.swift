import Probability
import Testing

@Suite struct CounterGeneratorTests {
  /// The three philox4x32-10 lines of `kat_vectors` in the Random123 distribution, version 1.14.0.
  @Test func matchesPublishedVectors() {
    #expect(
      CounterGenerator(seed: 0, stream: 0).block(0)
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      CounterGenerator(seed: .max, stream: .max).block(.max)
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    // Counter and key are the digits of π, lowest word first.
    #expect(
      CounterGenerator(seed: 0x299f_31d0_a409_3822, stream: 0x0370_7344_1319_8a2e)
        .block(0x85a3_08d3_243f_6a88)
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  struct Sequences: Decodable {
    struct Sequence: Decodable {
      var seed: String
      var stream: String
      var index: String
      var words: [String]
    }
    var sequences: [Sequence]
  }

  @Test func matchesAnotherImplementation() throws {
    for sequence in try References.load("philox", as: Sequences.self).sequences {
      let seed = try #require(UInt64(sequence.seed, radix: 16))
      let stream = try #require(UInt64(sequence.stream, radix: 16))
      let start = try #require(UInt64(sequence.index, radix: 16))
      let generator = CounterGenerator(seed: seed, stream: stream)
      let words = sequence.words.compactMap { UInt32($0, radix: 16) }
      try #require(words.count == 12)
      for offset in 0..<3 {
        let block = generator.block(start + UInt64(offset))
        let found: [UInt32] = (0..<4).map { (place: Int) -> UInt32 in block[place] }
        let expected: [UInt32] = Array(words[(4 * offset)...].prefix(4))
        #expect(found == expected)
      }
    }
  }

  @Test func wordsAreTheHalvesOfTheBlocks() {
    let generator = CounterGenerator(seed: 0, stream: 0)
    #expect(generator.word(at: 0) == 0xe169_c58d_6627_e8d5)
    #expect(generator.word(at: 1) == 0x9b00_dbd8_bc57_ac4c)
  }

  @Test func orderDoesNotMatter() {
    let generator = CounterGenerator(seed: 20_261_122, stream: 3)
    let forwards = (0..<1_000).map { generator.normal(at: UInt64($0)) }
    let backwards = (0..<1_000).reversed().map { generator.normal(at: UInt64($0)) }
    #expect(forwards == backwards.reversed())
  }

  @Test func uniformStaysInside() {
    let generator = CounterGenerator(seed: 1, stream: 1)
    for index in 0..<100_000 {
      let value = generator.uniform(at: UInt64(index))
      #expect(value > 0 && value < 1)
      // The grid: an odd multiple of 2⁻⁵³, so that the mirror image is exact.
      #expect((value * 0x1p53).truncatingRemainder(dividingBy: 2) == 1)
    }
  }

  /// Moments of a million draws.
  ///
  /// Each bound is five standard errors: 5/√(12·10⁶), 5√(1/180)/10³, 5/10³.
  @Test func momentsAreThoseOfTheUniform() {
    let generator = CounterGenerator(seed: 42, stream: 0)
    let count = 1_000_000
    var (sum, squares, products, last) = (0.0, 0.0, 0.0, generator.uniform(at: UInt64(count)) - 0.5)
    for index in 0..<count {
      let value = generator.uniform(at: UInt64(index)) - 0.5
      sum += value
      squares += value * value
      products += value * last
      last = value
    }
    #expect((sum / Double(count)).magnitude < 1.45e-3)
    #expect((squares / Double(count) - 1.0 / 12).magnitude < 3.8e-4)
    // The correlation of neighbours.
    #expect((12 * products / Double(count)).magnitude < 5e-3)
  }

  /// A hundred cells, ten thousand draws each: chi-squared with 99 degrees of freedom below its 1 - 1e-6 quantile.
  @Test func cellsFillEvenly() throws {
    let generator = CounterGenerator(seed: 42, stream: 1)
    var cells = [Double](repeating: 0, count: 100)
    for index in 0..<1_000_000 { cells[Int(generator.uniform(at: UInt64(index)) * 100)] += 1 }
    let statistic = cells.reduce(0) { $0 + ($1 - 1e4) * ($1 - 1e4) / 1e4 }
    #expect(statistic < (try ChiSquared(degreesOfFreedom: 99).upperTailQuantile(1e-6)))
  }

  /// Bounds are five standard errors: 1/10³, √2/10³, √15/10³ (odd third moment), √96/10³.
  @Test func momentsAreThoseOfTheNormal() {
    let generator = CounterGenerator(seed: 42, stream: 2)
    let count = 1_000_000.0
    var moments = SIMD4<Double>.zero
    for index in 0..<Int(count) {
      let z = generator.normal(at: UInt64(index))
      moments += SIMD4(z, z * z, z * z * z, z * z * z * z)
    }
    moments /= count
    #expect(moments.x.magnitude < 5e-3)
    #expect((moments.y - 1).magnitude < 7.1e-3)
    #expect(moments.z.magnitude < 2e-2)
    #expect((moments.w - 3).magnitude < 4.9e-2)
  }

  /// Neighbouring streams and seeds, 1e5 pairs each: correlation within five standard errors, 5/√1e5.
  @Test func streamsAndSeedsAreUnrelated() {
    let base = CounterGenerator(seed: 42, stream: 5)
    for other in [CounterGenerator(seed: 42, stream: 6), CounterGenerator(seed: 43, stream: 5)] {
      var products = 0.0
      for index in 0..<100_000 {
        products += base.normal(at: UInt64(index)) * other.normal(at: UInt64(index))
      }
      #expect((products / 1e5).magnitude < 1.6e-2)
    }
  }

  @Test func normalIsTheQuantileOfTheUniform() throws {
    let generator = CounterGenerator(seed: 9, stream: 9)
    for index: UInt64 in 0..<100 {
      #expect(generator.normal(at: index) == (try Normal.standard.quantile(generator.uniform(at: index))))
    }
  }
}
