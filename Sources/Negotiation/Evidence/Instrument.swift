/// What kind of payment a round is about; the share of an ask that is conceded differs by kind.
public enum Instrument: String, Sendable, Hashable, CaseIterable {
  /// A share of the recurring cost of stationing: host-nation support, special measures agreements, offsets.
  case costShare = "cost-share"
  /// Own defense spending as a ratio of gross domestic product.
  case gdpRatio = "gdp-ratio"
  /// A share of a fund that all pay into.
  case commonFund = "common-fund"
  /// One payment for one purpose: the cost of a war.
  case oneOff = "one-off"
  /// Payments of the United States to a host for the use of bases.
  case baseRent = "base-rent"
}
