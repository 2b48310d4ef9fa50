import Datasets
import Forecasting
import Series

/// Reads the series that stand beside the one that is forecast, and brings them onto its calendar.
struct CompanionSeries: Sendable {
  /// Where named series come from; `nil` when all come from a file.
  let package: DataPackage?
  /// Series of a file, by name.
  let file: [String: AnnualSeries]
  let selection: Selection
  /// How calendars meet, if it was said.
  let rule: CalendarRule?
  /// Whether values count only from the origin at which they were known, as in a backtest.
  let isDated: Bool
  /// Whether the series that are forecast are the package's own, with days of publication.
  let isOfPackage: Bool

  /// A series and what there is to tell of it.
  struct Found {
    var series: AnnualSeries
    var knownFrom: [Int: Int] = [:]
    var earlier: DriverRecord.Vintage?
    var notes: [String] = []

    /// The same with straight lines in the gaps, where each value is known when the next recorded one is.
    ///
    /// - Returns: the series without gaps, with a note if there were any.
    /// - Throws: `SeriesError`.
    func interpolated() throws -> Found {
      let missing = series.missingYears
      guard !missing.isEmpty else { return self }
      var filled = self
      filled.series = try series.interpolated
      for year in missing {
        guard let next = series.observations.first(where: { $0.year > year })?.year else { continue }
        filled.knownFrom[year] = knownFrom[next]
      }
      filled.earlier = try earlier.map {
        DriverRecord.Vintage(try $0.series.interpolated, revisedFrom: $0.revisedFrom)
      }
      filled.notes.append(
        "\(series.identifier): \(missing.count) of \(filled.series.values.count) values are interpolated "
          + "(\(YearRuns.text(missing, calendar: series.calendar))); intervals take them for observed")
      return filled
    }
  }

  /// Refuses a name that is neither in the file nor in the package.
  ///
  /// - Parameter name: the series.
  /// - Throws: ``CommandFailure``.
  func require(_ name: String) throws {
    guard file[name] == nil else { return }
    guard let package else {
      let meant = nearestName(to: name, among: file.keys.sorted()).map { "; did you mean '\($0)'?" } ?? ""
      throw CommandFailure(.noInput, "unknown series '\(name)'" + meant)
    }
    _ = try package.entry(name)
  }

  /// A series in the years of another.
  ///
  /// - Parameters:
  ///   - name: the series.
  ///   - target: the series that is forecast.
  /// - Returns: the series on the target's calendar.
  /// - Throws: ``CommandFailure`` for an unknown name, no values, or calendars that do not meet.
  func load(_ name: String, beside target: AnnualSeries) throws -> Found {
    if let series = file[name] {
      return try aligned(series, with: target, rule: rule, knownFrom: yearEnds(of: series, beside: target))
    }
    try require(name)
    guard let package else { throw CommandFailure(.noInput, "unknown series '\(name)'") }
    // Lags reach back before --from, so only the end of the window holds for a driver.
    var selection = selection
    selection.first = nil
    let (series, observations) = try package.series(name, selection)
    var dates: [Int: PartialDate?] = [:]
    for observation in observations { dates[observation.year] = .some(observation.published) }
    var known: [Int: Int] = [:]
    if isDated { known = try origins(of: dates, beside: target, package) }
    let rule = rule ?? Self.rule(of: package, from: series.calendar, to: target.calendar)
    var found = try aligned(series, with: target, rule: rule, knownFrom: known)
    if isDated, let vintage = try package.entry(name).earlier {
      let values = try package.series(vintage.series, selection).series
      found.earlier = DriverRecord.Vintage(
        try aligned(values, with: target, rule: rule, knownFrom: [:]).series,
        revisedFrom: try origins(of: [0: vintage.until], beside: target, package)[0] ?? .max)
    }
    return found
  }

  /// The rule by which the package itself brings one calendar onto another.
  ///
  /// - Parameters:
  ///   - package: the data package.
  ///   - calendar: of the series that is brought over.
  ///   - other: the calendar it is brought onto.
  /// - Returns: the rule of the first derived series that does so, or `nil`.
  private static func rule(of package: DataPackage, from calendar: FiscalCalendar, to other: FiscalCalendar)
    -> CalendarRule?
  {
    guard calendar != other else { return nil }
    for entry in package.entries where entry.calendar == other {
      guard case .derived(let derivation) = entry.origin else { continue }
      switch derivation {
      case .ratio(_, let input, _, let rule), .deflate(_, let input, _, let rule):
        if rule != .same, (try? package.entry(input))?.calendar == calendar { return rule }
      case .splice: continue
      }
    }
    return nil
  }

  private func aligned(
    _ series: AnnualSeries, with target: AnnualSeries, rule: CalendarRule?, knownFrom: [Int: Int]
  ) throws -> Found {
    let (from, onto) = (series.calendar, target.calendar)
    // A file's FY2020 has no stated month: its author means the fiscal year of the series it stands beside.
    if from == onto || (from == .fiscal && onto.isFiscal) || (onto == .fiscal && from.isFiscal) {
      return Found(series: try relabelled(series, onto, series.observations), knownFrom: knownFrom)
    }
    switch rule {
    case .startYear:
      return Found(
        series: try relabelled(series, onto, series.observations), knownFrom: knownFrom,
        notes: [
          "\(series.identifier): \(from.rawValue) years stand beside \(onto.rawValue) years of the same number "
            + "(calendar rule start-year)"
        ])
    case .monthsWeighted where from == .calendar && onto == .japanFiscal:
      var mixed: [(year: Int, value: Double)] = []
      var known: [Int: Int] = [:]
      for (now, next) in zip(series.observations, series.observations.dropFirst())
      where next.year == now.year + 1 {
        mixed.append((now.year, 0.75 * now.value + 0.25 * next.value))
        known[now.year] = [knownFrom[now.year], knownFrom[next.year]].compactMap { $0 }.max()
      }
      return Found(
        series: try relabelled(series, onto, mixed), knownFrom: known,
        notes: [
          "\(series.identifier): fiscal year N is 0.75 of calendar year N and 0.25 of N + 1 "
            + "(calendar rule months-weighted)"
        ])
    default:
      throw CommandFailure(
        FitError.drivers(.calendarsDiffer(driver: series.identifier, calendar: from, other: onto)))
    }
  }

  private func relabelled(
    _ series: AnnualSeries, _ calendar: FiscalCalendar, _ observations: [(year: Int, value: Double)]
  ) throws -> AnnualSeries {
    try AnnualSeries(
      identifier: series.identifier, unit: series.unit, calendar: calendar, bounds: series.bounds,
      observations: observations)
  }

  /// For each year of a file, which has no dates, the first origin at which its value was known: that of the same year.
  ///
  /// Under `--as-of` the years that were over on that day are known too.
  private func yearEnds(of series: AnnualSeries, beside target: AnnualSeries) -> [Int: Int] {
    guard isDated || selection.asOf != nil else { return [:] }
    let calendar = series.calendar == .fiscal ? target.calendar : series.calendar
    var first: [Int: Int] = [:]
    for year in series.observations.map(\.year) {
      if !isDated, let asOf = selection.asOf, Self.lastDay(of: year, calendar) <= asOf { continue }
      first[year] = year
    }
    return first
  }

  private static func lastDay(of year: Int, _ calendar: FiscalCalendar) -> PartialDate {
    PartialDate(firstDayOfMonth: calendar.firstMonth(of: year) + 12).dayBefore
  }

  /// For each year the first origin by whose day its value was published.
  ///
  /// A forecast of a package series from origin t is taken to be made on the day on which its value of t was published, one
  /// from an interpolated year on that of the next value, without which there is nothing to interpolate towards; one of a
  /// file's series, which has no dates, on the last day of t. Where that day or the driver's is not known, the driver's
  /// value does not count before the first origin of which it is.
  private func origins(
    of dates: [Int: PartialDate?], beside target: AnnualSeries, _ package: DataPackage
  ) throws -> [Int: Int] {
    let own =
      isOfPackage ? try package.observations(target.identifier).filter { selection.admits($0) } : []
    var days: [(year: Int, day: PartialDate)] = []
    for year in target.observations.map(\.year) {
      let day =
        isOfPackage ? own.first { $0.year >= year }?.published : Self.lastDay(of: year, target.calendar)
      if let day { days.append((year, day)) }
    }
    var first: [Int: Int] = [:]
    for (year, date) in dates {
      first[year] = .max
      guard let date else { continue }
      if let origin = days.first(where: { $0.day >= date }) { first[year] = origin.year }
    }
    return first
  }
}
