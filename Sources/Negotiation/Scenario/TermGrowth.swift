/// How the amounts of a term follow from that of its first year.
public enum TermGrowth: Sendable, Equatable {
  /// As the amounts of past terms did.
  case record
  /// With consumer prices of two years before, up to a cap (a share: 0.05).
  case consumerPrices(cap: Double?)
  /// By the same share every year.
  case fixed(Double)

  /// Checks the numbers.
  ///
  /// - Returns: the same rule.
  /// - Throws: ``ScenarioError`` for a cap or a share that no agreement has.
  public func validated() throws(ScenarioError) -> TermGrowth {
    switch self {
    case .record, .consumerPrices(cap: nil): break
    case .consumerPrices(cap: let cap?):
      guard (0...1).contains(cap) else {
        throw ScenarioError("cap_percent", .outOfRange(100 * cap, expected: "a percentage from 0 to 100"))
      }
    case .fixed(let share):
      guard (-0.5...1).contains(share) else {
        throw ScenarioError("percent", .outOfRange(100 * share, expected: "a percentage from -50 to 100"))
      }
    }
    return self
  }
}
