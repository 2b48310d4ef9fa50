public import Series

/// What the host offers, as it was reported.
public struct Offer: Sendable, Equatable {
  /// The amount a year.
  public let money: Money
  /// When it was public.
  public let date: PartialDate
  /// What was said.
  public let note: String

  /// An offer.
  ///
  /// - Parameters:
  ///   - money: the amount a year, with its sources.
  ///   - date: when it was public.
  ///   - note: what was said.
  public init(_ money: Money, date: PartialDate, note: String = "") {
    self.money = money
    self.date = date
    self.note = note
  }
}
