/// Which twelve months one period of an annual series covers.
///
/// The basis is part of a series: two series on different bases never meet in a ratio without a
/// ``CalendarRule`` that says how.
public enum FiscalCalendar: String, Sendable, Equatable, CaseIterable {
  /// January to December of the year that names it.
  case calendar
  /// April of the year that names it to March of the next (Japan).
  case japanFiscal = "japan-fiscal"
  /// October of the year before to September of the year that names it (United States, from FY1977).
  case usFiscal = "us-fiscal"
  /// A fiscal year whose first month is not stated, as a file with `FY2020` gives it.
  case fiscal

  /// True where a period is written `FY2020` and not `2020`.
  public var isFiscal: Bool { self != .calendar }

  /// The way a period is written: `2020`, or `FY2020` on a fiscal calendar.
  ///
  /// - Parameter year: the year that names the period.
  /// - Returns: the label that every table prints.
  public func label(_ year: Int) -> String { isFiscal ? "FY\(year)" : "\(year)" }

  /// The first month of a period, counted in months from January of year 0.
  ///
  /// - Parameter year: the year that names the period.
  /// - Returns: `12 * year` for a calendar year (and where the month is not stated), three months more or less
  ///   for a Japanese or American fiscal one.
  public func firstMonth(of year: Int) -> Int {
    switch self {
    case .calendar, .fiscal: 12 * year
    case .japanFiscal: 12 * year + 3
    case .usFiscal: 12 * year - 3
    }
  }
}

/// How a value on one calendar meets a value on another; nothing is mixed without one.
public enum CalendarRule: String, Sendable, Equatable, CaseIterable {
  /// Both series stand on the same calendar already.
  case same
  /// Fiscal year N meets calendar year N, with which it shares nine of its twelve months.
  case startYear = "start-year"
  /// Japanese fiscal year N meets 0.75 of calendar year N and 0.25 of calendar year N + 1.
  case monthsWeighted = "months-weighted"
}
