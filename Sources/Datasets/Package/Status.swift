/// How firm a value is, from the firmest to the weakest; a derived value has the weakest status of its inputs.
public enum Status: String, Sendable, CaseIterable, Comparable {
  /// Closed accounts, an agreed amount, or a statistic as published.
  case settled
  /// The budget at the start of the year.
  case initialBudget = "initial_budget"
  /// Derived from stated changes, rounded, a draft, or resting on one weak source.
  case provisional
  /// An estimate or projection of the publisher, or computed here from published figures.
  case estimate
  /// Generally known, but read in no source.
  case unconfirmed

  /// The weaker status is the larger one.
  ///
  /// - Parameters:
  ///   - left: a status.
  ///   - right: another.
  /// - Returns: whether the left one is firmer.
  public static func < (left: Status, right: Status) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
