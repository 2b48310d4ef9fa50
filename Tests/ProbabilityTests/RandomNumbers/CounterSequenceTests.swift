import Probability
import Testing

@Suite struct CounterSequenceTests {
  let generator = CounterGenerator(seed: 20_261_122, stream: 11)

  @Test(arguments: [0, 1, 6, 7, .max - 2] as [UInt64])
  func givesTheWordsInOrder(start: UInt64) {
    var sequence = CounterSequence(generator, startingAt: start)
    for offset: UInt64 in 0..<9 {
      #expect(sequence.index == start &+ offset)
      #expect(sequence.next() == generator.word(at: start &+ offset))
    }
  }

  @Test func drawsAreThoseOfTheGenerator() {
    var sequence = CounterSequence(generator)
    #expect(sequence.nextUniform() == generator.uniform(at: 0))
    #expect(sequence.nextNormal() == generator.normal(at: 1))
    #expect(sequence.nextUniform() == generator.uniform(at: 2))
  }

  @Test func copiesGoOnAlike() {
    var first = CounterSequence(generator)
    _ = first.next()
    var second = first
    #expect((0..<5).map { _ in first.next() } == (0..<5).map { _ in second.next() })
  }

  @Test func servesTheStandardLibrary() {
    var sequence = CounterSequence(generator)
    var again = CounterSequence(generator)
    let deck = Array(0..<52)
    let shuffled = deck.shuffled(using: &sequence)
    #expect(shuffled != deck)
    #expect(shuffled.sorted() == deck)
    #expect(shuffled == deck.shuffled(using: &again))
  }
}
