/// Payoffs of two players, exactly.
public struct PayoffPair: Hashable, Sendable, CustomStringConvertible {
  /// The first player's.
  public let first: Rational
  /// The second player's.
  public let second: Rational

  /// A pair of payoffs.
  public init(_ first: Rational, _ second: Rational) {
    self.first = first
    self.second = second
  }

  /// The pair in parentheses.
  public var description: String { "(\(first), \(second))" }
}

extension StrategyError {
  /// Refuses a number outside a closed range.
  static func require(
    _ value: Rational, _ argument: Argument, from lower: Rational, to upper: Rational
  ) throws(StrategyError) {
    guard value >= lower, value <= upper else {
      throw .outside(argument, value: "\(value)", allowed: "from \(lower) to \(upper)")
    }
  }

  /// Refuses NaN and infinity.
  static func requireFinite(_ value: Double, _ argument: Argument) throws(StrategyError) {
    guard value.isFinite else { throw .notFinite(argument) }
  }
}
