/// What the host gives beside the settlement.
public struct SidePayment: Sendable, Equatable {
  /// What kind of thing it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Arms bought from the United States.
    case armsPurchases = "fms"
    /// Arms paid for on a list of requirements of a third party.
    case requirementsList = "ptrl"
    /// Pledged investment.
    case investment
    /// Own defense spending.
    case defenseRatio = "gdp-ratio"
  }

  /// What kind of thing it is.
  public let kind: Kind
  /// How much a year.
  public let perYear: Money

  /// A side payment.
  ///
  /// - Parameters:
  ///   - kind: what kind of thing it is.
  ///   - perYear: how much a year.
  public init(_ kind: Kind, perYear: Money) {
    self.kind = kind
    self.perYear = perYear
  }
}
