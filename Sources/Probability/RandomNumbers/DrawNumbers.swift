/// The random numbers of one simulated future, each by the place where it is used.
///
/// A future is a few dozen numbers that have names (which posterior point, which month, which year's shock). Number s of
/// draw i is the finaliser of SplitMix64 at k + s·φ, where k is word i of a `CounterGenerator` and φ the odd 64-bit
/// golden ratio: word s of the SplitMix64 sequence from k. So a number depends on seed, draw and place only; an
/// assumption that is switched off leaves every other number as it was, and no thread needs another's state.
///
/// Two of n draws share a part of their sequences with probability near n² times the length over 2⁶⁴: 5e-6 for a million
/// draws of a hundred numbers.
///
/// Source: Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA '14, figure 17.
public struct DrawNumbers: Sendable, Hashable {
  @usableFromInline let key: UInt64

  /// The numbers of one draw.
  ///
  /// - Parameters:
  ///   - generator: seed and stream of the simulation.
  ///   - draw: which future.
  public init(_ generator: CounterGenerator, draw: UInt64) { key = generator.word(at: draw) }

  init(key: UInt64) { self.key = key }

  /// The word of a place.
  ///
  /// - Parameter place: which number.
  /// - Returns: 64 random bits.
  @inlinable public func word(_ place: UInt64) -> UInt64 {
    var mixed = key &+ (place &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number strictly between 0 and 1, on the grid of `CounterGenerator.uniform(at:)`.
  ///
  /// - Parameter place: which number.
  /// - Returns: an odd multiple of 2⁻⁵³.
  @inlinable public func uniform(_ place: UInt64) -> Double {
    (Double(word(place) >> 12) + 0.5) * 0x1p-52
  }

  /// A standard normal number, the normal quantile of `uniform(_:)`.
  ///
  /// - Parameter place: which number.
  /// - Returns: a number between -8.21 and 8.21.
  public func normal(_ place: UInt64) -> Double { standardNormalQuantile(uniform(place)) }
}
