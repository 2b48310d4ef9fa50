/// Years as text in runs: `FY1981-FY1984, FY1986`.
public enum YearRuns {
  /// The text of some years.
  ///
  /// - Parameters:
  ///   - years: in ascending order.
  ///   - calendar: how a year is written.
  /// - Returns: runs of three and more years by their ends, others one by one.
  public static func text(_ years: [Int], calendar: FiscalCalendar = .calendar) -> String {
    var runs: [ClosedRange<Int>] = []
    for year in years {
      if let last = runs.last, last.upperBound + 1 == year {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs.flatMap { run in
      run.count > 2
        ? ["\(calendar.label(run.lowerBound))-\(calendar.label(run.upperBound))"] : run.map(calendar.label)
    }.joined(separator: ", ")
  }
}
