/// The words of a `CounterGenerator` one after the other, for everything that takes a `RandomNumberGenerator`.
///
/// The n-th call of `next()` after a start at index i gives `generator.word(at: i + n)`, n counting from zero;
/// each block is made once.
///
/// Edge Cases:
///
/// - Behind the largest index follows index zero again.
public struct CounterSequence: RandomNumberGenerator, Sendable {
  /// Where the words come from.
  public let generator: CounterGenerator
  /// The index of the next word.
  public private(set) var index: UInt64

  /// The second half of the current block, while it waits.
  private var waiting: UInt64?

  /// The words of a generator from an index on.
  public init(_ generator: CounterGenerator, startingAt index: UInt64 = 0) {
    self.generator = generator
    self.index = index
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    defer { index &+= 1 }
    if let word = waiting {
      waiting = nil
      return word
    }
    let block = generator.block(index >> 1)
    let second = CounterGenerator.word(block.z, block.w)
    guard index & 1 == 0 else { return second }
    waiting = second
    return CounterGenerator.word(block.x, block.y)
  }

  /// The next number strictly between 0 and 1, as `CounterGenerator.uniform(at:)`.
  public mutating func nextUniform() -> Double {
    CounterGenerator.uniform(next())
  }

  /// The next standard normal draw, as `CounterGenerator.normal(at:)`.
  public mutating func nextNormal() -> Double {
    standardNormalQuantile(nextUniform())
  }
}
