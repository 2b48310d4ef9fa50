/// The last amount that was known when a scenario looks ahead.
public struct BaseAmount: Sendable, Equatable {
  /// The year of the ally's calendar that it paid for.
  public let year: Int
  /// The amount.
  public let money: Money

  /// A last amount.
  ///
  /// - Parameters:
  ///   - year: the year that it paid for.
  ///   - money: the amount, with its sources.
  public init(year: Int, money: Money) {
    self.year = year
    self.money = money
  }
}
