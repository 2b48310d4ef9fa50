import Forecasting
import Reporting
import Series

/// What drivers contribute, as lines of `--explain`.
enum ContributionText {
  /// A line for each year: the value, what is left without the drivers, and what each adds since the first fitted year.
  ///
  /// - Parameters:
  ///   - fit: the fit; other models than a regression have no lines.
  ///   - horizon: how many years are forecast.
  /// - Returns: lines for standard error.
  /// - Throws: ``FitError`` where a driver's future is not known.
  static func lines(_ fit: TransformedFit, _ horizon: Horizon) throws -> [String] {
    let years = try fit.contributions(horizon)
    guard let first = years.first else { return [] }
    let series = fit.series
    let head =
      "explain: \(series.identifier): contributions" + (series.unit == .pure ? "" : " in \(series.unit)")
      + " since \(series.calendar.label(first.year)): "
    return years.map { year in
      let parts = year.parts.map { "\($0.driver) \(signed($0.amount))" }
      let mark = year.year > series.lastYear ? " (forecast)" : ""
      return head
        + "\(series.calendar.label(year.year))\(mark) \(rounded(year.value)) = \(rounded(year.rest)) without drivers, "
        + parts.joined(separator: ", ")
    }
  }

  private static func signed(_ value: Double) -> String { (value >= 0 ? "+" : "") + rounded(value) }

  /// As many decimals as leave about four digits.
  private static func rounded(_ value: Double) -> String {
    NumberText.fixed(value, decimals: value.magnitude >= 1000 ? 0 : value.magnitude >= 10 ? 1 : 3)
  }
}
