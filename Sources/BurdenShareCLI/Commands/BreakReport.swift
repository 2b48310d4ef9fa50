import Datasets
import Forecasting
import Reporting
import Series

/// The breaks of a piecewise fit beside the dated events of the data package.
struct BreakReport {
  /// The columns of `fit --table breaks`.
  static let columns = [
    "series_id", "model", "break", "period", "lower_95", "upper_95", "level_change", "level_std_error",
    "slope_change", "slope_std_error", "reason", "agreement_id", "agreement_date", "agreement",
    "agreement_years",
    "event_id", "event_date", "event", "event_years",
  ]

  /// The events of each series that has an economy.
  private let events: [String: [DatedEvent]]

  /// Reads the events of the series that are asked for; those of a file have none.
  ///
  /// - Parameter input: where the series come from.
  /// - Throws: ``CommandFailure`` or `DataError` when the package cannot be read.
  init(_ input: InputOptions) throws {
    guard input.input == nil else {
      events = [:]
      return
    }
    let package = try input.data.package()
    let asOf = try input.selection.selection().asOf
    var economies: [String: [DatedEvent]] = [:]
    var events: [String: [DatedEvent]] = [:]
    for name in input.series {
      let economy = try package.entry(name).economy
      let known = try economies[economy] ?? package.events(of: economy, asOf: asOf)
      economies[economy] = known
      events[name] = known
    }
    self.events = events
  }

  /// The rows of a fit, and a line where there is no break.
  ///
  /// - Parameters:
  ///   - fit: of a piecewise model.
  ///   - label: the model's name in tables.
  /// - Returns: rows and notes.
  func report(_ fit: TransformedFit, label: String) -> (rows: [[Cell]], notes: [String]) {
    guard let fitted = fit.fitted as? FittedPiecewise else { return ([], []) }
    let identifier = fit.series.identifier
    let breaks = fitted.structuralBreaks
    let rows = breaks.enumerated().map { index, found in
      [.text(identifier), .text(label), .integer(index + 1)] + cells(found, fit.series)
    }
    let remark = breaks.isEmpty ? fitted.choice : fitted.isFound ? Self.caveat(fit) : nil
    return (rows, remark.map { ["note: \(identifier), \(label): \($0)"] } ?? [])
  }

  /// What the search for breaks takes for granted and this series does not show.
  private static func caveat(_ fit: TransformedFit) -> String? {
    // Lags count neighbours, which values on both sides of a gap are not.
    guard fit.series.missingYears.isEmpty else { return nil }
    let errors = fit.summary.residuals.map(\.value)
    let lag = LjungBox.defaultLag(count: errors.count, fitted: 0)
    if let p = (try? LjungBox.test(errors, lag: lag, fitted: 0, level: fit.level))?.pValue, p < 0.05 {
      return
        "errors about the lines are correlated in time, so that there may be fewer breaks, with wider limits"
    }
    let values = fit.series.observations.compactMap { fit.transform.forward($0.value) }
    guard let p = (try? PhillipsPerron.test(values))?.pValue, p >= 0.05 else { return nil }
    return
      "a unit root is not refused, and a series that wanders shows such breaks too: limits hold only if it does not"
  }

  private func cells(_ found: StructuralBreak, _ series: AnnualSeries) -> [Cell] {
    func year(_ year: Int?) -> Cell { year.map { .text(series.calendar.label($0)) } ?? .missing }
    let start = series.calendar.firstMonth(of: found.year)
    return [
      year(found.year), year(found.lower), year(found.upper), .optional(found.levelChange?.value),
      .optional(found.levelChange?.standardError), .number(found.slopeChange.value),
      .optional(found.slopeChange.standardError), found.reason.map { .text($0) } ?? .missing,
    ]
      + nearest(.agreement, to: start, series) + nearest(.event, to: start, series)
  }

  /// The most years between a break and an event that is set beside it.
  static let farthest = 10

  /// The nearest event of a kind and its distance in years, counted in whole months, below zero where it came first.
  private func nearest(_ kind: DatedEvent.Kind, to start: Int, _ series: AnnualSeries) -> [Cell] {
    let dated = (events[series.identifier] ?? []).filter { $0.kind == kind }
      .map { (event: $0, months: $0.month(on: series.calendar) - start) }
    guard let nearest = dated.min(by: { $0.months.magnitude < $1.months.magnitude }),
      nearest.months.magnitude <= 12 * Self.farthest
    else {
      return [.missing, .missing, .missing, .missing]
    }
    let (event, months) = nearest
    return [
      .text(event.identifier), .text(event.date.description), .text(event.title),
      .number(Double(months) / 12),
    ]
  }
}
