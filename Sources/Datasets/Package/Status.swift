/// How firm a value is, from the firmest to the weakest.
public enum Status: String, Sendable, CaseIterable, Comparable {
  /// Closed accounts, or a statistic in its final form.
  case settled
  /// An initial budget.
  case initialBudget = "initial_budget"
  /// Derived, partial, or resting on one weak source.
  case provisional
  /// An estimate of its publisher, or a projection.
  case estimate
  /// A value as generally known that no source shows for this year.
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
