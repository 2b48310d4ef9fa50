internal import Series

/// The projections of scenarios side by side: every measure of the table, with the record before them and what was pledged.
///
/// A measure of several years is a line in time: the first ``mostWide`` on axes of their own, or, where there are more of them (the
/// ratios of many allies), small panels on one scale. A measure of one period is a row of symbols.
public struct ScenarioChart: Sendable, Equatable {
  /// What is known of a measure before its projection.
  public struct Record: Sendable, Equatable {
    /// The measure.
    public let measure: String
    /// Years and values, in the order of years.
    public let values: [FanChart.Observation]

    /// A record.
    ///
    /// - Parameters:
    ///   - measure: as in the table of paths.
    ///   - values: in the order of years and the measure's unit; the last ``ScenarioChart/mostRecord`` are drawn.
    public init(measure: String, values: [FanChart.Observation]) {
      (self.measure, self.values) = (measure, values)
    }
  }

  /// A value that was pledged or asked for by a year.
  public struct Pledge: Sendable, Equatable {
    /// The scenario that counts with it.
    public let scenario: String
    /// The measure.
    public let measure: String
    /// The year aimed at.
    public let year: Int
    /// In the measure's unit.
    public let value: Double

    /// A pledge.
    ///
    /// - Parameters:
    ///   - scenario: the scenario that counts with it, as in the table of paths.
    ///   - measure: as in the table of paths.
    ///   - year: the year aimed at; one beyond the horizon is not drawn.
    ///   - value: in the measure's unit.
    public init(scenario: String, measure: String, year: Int, value: Double) {
      (self.scenario, self.measure, self.year, self.value) = (scenario, measure, year, value)
    }
  }

  /// A measure in one unit.
  struct Axes: Hashable {
    let measure: String
    let unit: String
  }

  /// One row of the table.
  struct Point: Equatable {
    let scenario: String
    let measure: String
    let unit: String
    let period: String
    let lower: Double
    let median: Double
    let upper: Double

    /// The axes that it is drawn on: amounts in two currencies share none.
    var axes: Axes { Axes(measure: measure, unit: unit) }

    /// The year of a period of one year.
    var year: Int? { Int(period.hasPrefix("FY") ? period.dropFirst(2) : period[...]) }
  }

  /// How many measures of several years have wide axes.
  public static let mostWide = 2
  /// How many years of a record are drawn.
  public static let mostRecord = 12
  /// How many measures a chart shows.
  public static let mostPanels = 48

  private let points: [Point]
  private let records: [Record]
  private let pledges: [Pledge]
  private let ratios: [String: CountedRatio]
  private let phrases: Phrases
  private let source: String
  private let style: SeriesStyle
  private let names: ScenarioNames

  /// A comparison from the table of `project`.
  ///
  /// - Parameters:
  ///   - paths: with the columns `scenario`, `measure`, `unit`, `period`, `q05`, `q50` and `q95`.
  ///   - records: of the measures that have one.
  ///   - pledges: of the measures that have some.
  ///   - titles: of the scenarios, by their names in the table; one without keeps its name.
  ///   - ratios: what the ratios of scenarios count, by their names in the table.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` when a column is missing, nothing is left, or there are too many scenarios or measures.
  public init(
    paths: Table, records: [Record] = [], pledges: [Pledge] = [], titles: [String: String] = [:],
    ratios: [String: CountedRatio] = [:], _ phrases: Phrases, source: String
  ) throws(ChartError) {
    let columns = ["scenario", "measure", "unit", "period", "q05", "q50", "q95"]
    points = try TableColumns(paths, columns).rows.compactMap { row in
      guard let lower = row.number("q05"), let median = row.number("q50"), let upper = row.number("q95")
      else { return nil }
      return Point(
        scenario: row.text("scenario"), measure: row.text("measure"), unit: row.text("unit"),
        period: row.text("period"), lower: lower, median: median, upper: upper)
    }
    guard !points.isEmpty else { throw .nothingToShow }
    let count = Set(points.map(\.axes)).count
    guard count <= Self.mostPanels else { throw .tooMany("measures", found: count, limit: Self.mostPanels) }
    let scenarios = points.map(\.scenario).inOrderOfAppearance
    let names = ScenarioNames(scenarios, titles: titles, phrases)
    style = try SeriesStyle(scenarios.map { names.label($0) }, title: phrases.scenario, "scenarios")
    self.names = names
    (self.records, self.pledges, self.ratios) = (records, pledges, ratios)
    (self.phrases, self.source) = (phrases, source)
  }

  private var scenarios: [String] { points.map(\.scenario).inOrderOfAppearance }

  private func points(of axes: Axes) -> [Point] { points.filter { $0.axes == axes } }

  /// The measures with several years in one scenario: agreements that begin in different years are no path in time.
  private var yearly: [Axes] {
    points.map(\.axes).inOrderOfAppearance.filter { axes in
      let own = points(of: axes)
      return own.allSatisfy { $0.year != nil } && Set(own.map(\.scenario)).count < own.count
    }
  }

  /// The chart.
  public var chart: Chart {
    let yearly = yearly
    let single = points.map(\.axes).inOrderOfAppearance.filter { !yearly.contains($0) }
    let isWide = yearly.count <= Self.mostWide
    let scale = highest(yearly)
    // On axes of its own beside others a ratio says itself what it counts; else the subtitle does.
    let isAlone = yearly.count + single.count == 1
    let saying = isWide && !isAlone ? yearly : []
    let lines = yearly.map { axes in
      panel(axes, scale[axes.unit] ?? 0, isSaying: saying.contains(axes)).view(isWide: isWide)
    }
    let rows = single.map { panel($0, 0).row }
    let units = points.map(\.unit).inOrderOfAppearance
    // Small panels have no room for their unit; a number of allies is named by its heading.
    let words = isWide && units.count > 1 ? [] : units.filter { $0 != "allies" }.map { phrases.unit($0) }
    let counted = counted((yearly + single).filter { !saying.contains($0) })
    let marks = phrases.scenarioMarks(
      hasSymbols: isWide,
      hasRecord: records.contains { record in
        yearly.contains { $0.measure == record.measure } && !record.values.isEmpty
      },
      hasPledge: yearly.contains { !panel($0, 0).pledges.isEmpty })
    return Chart(
      title: phrases.about(
        names.shared,
        title(
          points.map(\.axes).first { $0.measure.hasSuffix("_first_year") } ?? yearly.first ?? points[0].axes,
          yearly)),
      subtitle: phrases.join(words + [counted, marks]), source: source,
      views: lines + rows, columns: isWide ? 2 : 5, leading: isWide ? lines.count : 0,
      language: phrases.language)
  }

  /// The highest end of an interval, a pledge or a record among the measures of each unit: the scale that small panels share.
  private func highest(_ axes: [Axes]) -> [String: Double] {
    var highest: [String: Double] = [:]
    for axes in axes {
      let panel = panel(axes, 0)
      let values = panel.points.map(\.upper) + panel.record.map(\.value) + panel.pledges.map(\.value)
      highest[panel.unit] = values.reduce(highest[panel.unit] ?? 0) { max($0, $1) }
    }
    return highest
  }

  /// What the ratios among some measures count.
  private func counted(_ axes: [Axes]) -> String {
    let measured = axes.filter { CountedRatio.isMeasured(by: $0.measure) }
    let own = measured.flatMap { points(of: $0).map(\.scenario) }
    return phrases.counted(
      own.inOrderOfAppearance.compactMap { scenario in
        ratios[scenario].map { (names.short(scenario), $0) }
      })
  }

  /// Whether the years of a measure are fiscal years; those of a ratio are numbers in the table.
  private func isFiscal(_ axes: Axes) -> Bool {
    let own = points(of: axes)
    if own.contains(where: { $0.period.hasPrefix("FY") }) { return true }
    let isRatio = CountedRatio.isMeasured(by: axes.measure)
    return isRatio && own.allSatisfy { ratios[$0.scenario]?.isFiscal ?? false }
  }

  private func label(_ period: String, of axes: Axes) -> String {
    phrases.label(period: period, isFiscal: isFiscal(axes))
  }

  private func panel(_ axes: Axes, _ highest: Double, isSaying: Bool = false) -> ScenarioPanel {
    let own = points(of: axes)
    let measure = axes.measure
    let last = own.compactMap(\.year).max() ?? 0
    let first = own.compactMap(\.year).min() ?? 0
    let record = records.first { $0.measure == measure }?.values.filter { $0.year < first } ?? []
    var pledges = pledges.filter { $0.measure == measure && $0.year <= last && $0.year >= first - 2 }
    // Scenarios that count with the same pledge share its mark.
    var seen: Set<String> = []
    pledges = pledges.filter { seen.insert("\($0.year) \($0.value)").inserted }
    return ScenarioPanel(
      measure: measure, points: own, record: Array(record.suffix(Self.mostRecord)), pledges: pledges,
      highest: highest, phrases: phrases, style: style, names: names, isFiscal: isFiscal(axes),
      counted: isSaying ? [counted([axes])].first { !$0.isEmpty } : nil)
  }

  private func title(_ axes: Axes, _ yearly: [Axes]) -> String {
    if yearly.count > Self.mostWide, let title = title(ofAllies: yearly) { return title }
    let own = points(of: axes)
    let last = own.map(\.period).last ?? ""
    let ends = own.filter { $0.period == last }.sorted { $0.median < $1.median }
    let name = phrases.measure(axes.measure)
    guard let lowest = ends.first, let highest = ends.last, ends.count > 1 else {
      return phrases.scenarioTitle(
        name, period: label(last, of: axes),
        scenario: scenarios.count > 1 ? ends.first.map { names.short($0.scenario) } ?? "" : "",
        median: phrases.amount(phrases.number(ends.first?.median ?? 0, own[0].unit), own[0].unit))
    }
    return phrases.scenarioTitle(
      name, period: label(last, of: axes),
      lowest: (names.short(lowest.scenario), phrases.number(lowest.median, lowest.unit)),
      highest: (
        names.short(highest.scenario),
        phrases.amount(phrases.number(highest.median, highest.unit), highest.unit)
      ))
  }

  /// How many allies reach the lowest pledge of the last year that allies share, at the median.
  private func title(ofAllies yearly: [Axes]) -> String? {
    let last = points.compactMap(\.year).max() ?? 0
    let measures = Set(yearly.map(\.measure))
    let due = pledges.filter { $0.year == last && measures.contains($0.measure) }
    // What one ally pledges for itself is not what is told of all.
    let shared = due.filter { pledge in
      due.count { $0.scenario == pledge.scenario && $0.value == pledge.value } > 1
    }
    guard let pledge = shared.min(by: { $0.value < $1.value }) else { return nil }
    let ends = points.filter { point in
      point.year == last && point.scenario == pledge.scenario
        && pledges.contains { $0.measure == point.measure }
    }
    let target = NumberText.grouped(pledge.value)
    let axes = yearly.first { $0.measure == pledge.measure }
    let period = axes.map { label("\(last)", of: $0) } ?? "\(last)"
    let scenario = scenarios.count > 1 ? names.short(pledge.scenario) : ""
    // How many reach it together is no count of medians: where the table has it, that is what is told.
    let counted = points.first {
      $0.measure == "allies_at_\(target)_percent" && $0.scenario == pledge.scenario && $0.year == last
    }
    if let counted {
      let range = (NumberText.grouped(counted.lower), NumberText.grouped(counted.upper))
      return phrases.alliesTitle(
        NumberText.grouped(counted.median), range: range, of: ends.count, target: target, period: period,
        scenario: scenario)
    }
    return phrases.alliesTitle(
      "\(ends.count { $0.median >= pledge.value })", range: nil, of: ends.count, target: target,
      period: period, scenario: scenario)
  }
}

extension ScenarioChart {
  /// The measures of several years as fans of one interval, one for each scenario: what a terminal draws.
  ///
  /// Each begins at the last value of the record before it; the interval is q05 to q95.
  public var fans: [FanChart.Panel] {
    scenarios.flatMap { scenario in
      yearly.compactMap { axes in fan(scenario, axes) }
    }
  }

  private func fan(_ scenario: String, _ axes: Axes) -> FanChart.Panel? {
    let measure = axes.measure
    let own = points(of: axes).filter { $0.scenario == scenario }
    guard let first = own.compactMap(\.year).min(), let point = own.first else { return nil }
    let record = records.first { $0.measure == measure }?.values.filter { $0.year < first } ?? []
    let steps = own.compactMap { point in
      point.year.map { year in
        let interval = FanChart.Interval(level: "90", lower: point.lower, upper: point.upper)
        return FanChart.Step(year: year, median: point.median, intervals: [interval])
      }
    }
    // A terminal has no subtitle.
    let definition = CountedRatio.isMeasured(by: measure) ? ratios[scenario]?.definition : nil
    let name = phrases.measure(measure)
    return FanChart.Panel(
      name: definition.map { phrases.bracketed(name, phrases.definition($0)) } ?? name, unit: point.unit,
      calendar: isFiscal(axes) ? .japanFiscal : .calendar, model: names.whole(scenario),
      record: Array(record.suffix(Self.mostRecord)), steps: steps)
  }
}
