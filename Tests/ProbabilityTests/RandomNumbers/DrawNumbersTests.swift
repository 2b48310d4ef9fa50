import Testing

@testable import Probability

@Suite struct DrawNumbersTests {
  @Test func isTheSplitMixSequenceOfItsKey() {
    // The first outputs that the published generator gives for the state 1234567.
    let numbers = DrawNumbers(key: 1_234_567)
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(published.indices.map { numbers.word(UInt64($0)) } == published)
  }

  @Test func placesAndDrawsAreUncorrelated() {
    let generator = CounterGenerator(seed: 7, stream: 1)
    var (sum, squares, lagged, across) = (0.0, 0.0, 0.0, 0.0)
    let count = 40_000
    for draw in 0..<count {
      let numbers = DrawNumbers(generator, draw: UInt64(draw))
      let (first, second) = (numbers.normal(0), numbers.normal(1))
      let next = DrawNumbers(generator, draw: UInt64(draw + 1)).normal(0)
      sum += first
      squares += first * first
      lagged += first * second
      across += first * next
    }
    // Five standard errors of a mean over 40,000 draws; the square has twice the variance.
    let error = 5 / Double(count).squareRoot()
    #expect((sum / Double(count)).magnitude < error)
    #expect((squares / Double(count) - 1).magnitude < 1.5 * error)
    #expect((lagged / Double(count)).magnitude < error)
    #expect((across / Double(count)).magnitude < error)
  }
}
