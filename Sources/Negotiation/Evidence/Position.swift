public import Series

/// An ask or an offer, as it was reported on a date.
///
/// Asks are private: what is reported is the ask with an error, and it is known only from the date of the report on.
public struct Position: Sendable, Equatable {
  /// Who named the amount.
  public enum Side: String, Sendable, CaseIterable {
    /// What the United States want.
    case ask
    /// What the ally names.
    case offer
  }

  /// Whose it is.
  public let side: Side
  /// The amount, in the unit of the round; positive.
  public let amount: Double
  /// When it was public.
  public let knownOn: PartialDate
  /// The text that it was read from, by source identifiers.
  public let sources: [String]
  /// What was said, and how the amount was made from it.
  public let note: String

  /// A position.
  ///
  /// - Parameters:
  ///   - side: whose it is.
  ///   - amount: in the unit of the round.
  ///   - knownOn: when it was public.
  ///   - sources: identifiers of sources.
  ///   - note: what was said, and how the amount was made from it.
  /// - Throws: ``NegotiationError/amountNotPositive(what:value:)``.
  public init(
    side: Side, amount: Double, knownOn: PartialDate, sources: [String] = [], note: String = ""
  ) throws(NegotiationError) {
    guard amount > 0, amount.isFinite else {
      throw .amountNotPositive(what: side.rawValue, value: amount)
    }
    self.side = side
    self.amount = amount
    self.knownOn = knownOn
    self.sources = sources
    self.note = note
  }
}
