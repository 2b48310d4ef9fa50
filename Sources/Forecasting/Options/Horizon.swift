/// How many years after the origin to forecast: 1 to 100.
public struct Horizon: Sendable, Equatable {
  /// The number of years.
  public let years: Int

  /// The longest horizon; an annual record of a few dozen points says nothing beyond it.
  public static let longest = 100

  /// A horizon of this many years.
  ///
  /// - Parameter years: from 1 to ``longest``.
  /// - Throws: ``OptionError/horizonOutOfRange(_:)``.
  public init(_ years: Int) throws(OptionError) {
    guard (1...Self.longest).contains(years) else { throw .horizonOutOfRange(years) }
    self.years = years
  }
}
