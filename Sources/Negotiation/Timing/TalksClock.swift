/// The months of talks: when they begin, when the agreement before ends, and what a month's hazard depends on.
///
/// Months are counted from January of year 0.
public struct TalksClock: Sendable, Hashable {
  /// The calendar month, January 0, in which both allies' governments decide the draft budget: December.
  public static let budgetMonth = 11

  /// The first month in which the sides can agree.
  public let start: Int
  /// The last month of the agreement before.
  public let expiry: Int

  /// The clock of a negotiation.
  ///
  /// - Parameters:
  ///   - start: the first month of talks.
  ///   - expiry: the last month of the agreement before.
  public init(start: Int, expiry: Int) {
    self.start = start
    self.expiry = expiry
  }

  /// Whether a month is that of the draft budget.
  public func isBudgetMonth(_ month: Int) -> Bool { ((month % 12) + 12) % 12 == Self.budgetMonth }

  /// Whether a month is one of the last two before the agreement ends, its last month included.
  public func isLastMonth(_ month: Int) -> Bool { month <= expiry && month > expiry - 2 }

  /// The probability that the sides have agreed by the end of a month, under one posture and one gap.
  ///
  /// 1 - prod (1 - h_t) over the months from the start on.
  ///
  /// - Parameters:
  ///   - month: the month; one before the start gives zero, and months beyond a century count no more.
  ///   - draw: the coefficients.
  ///   - isDemanding: whether the posture is demanding.
  ///   - openGap: max(0, ln(A/O) - 0.2).
  /// - Returns: a probability.
  public func probabilityAgreed(
    by month: Int, _ draw: TimingDraw, isDemanding: Bool = false, openGap: Double = 0
  ) -> Double {
    var open = 1.0
    var current = start
    while current <= month, current - start < 1200 {
      open *=
        1
        - draw.hazard(
          isBudgetMonth: isBudgetMonth(current), isLastMonth: isLastMonth(current),
          isDemanding: isDemanding, openGap: openGap)
      current += 1
    }
    return 1 - open
  }
}
