/// The paths of one measure under several scenarios.
public struct ScenarioChart: Sendable, Equatable {
  private struct Point: Equatable {
    let scenario: String
    let period: String
    let lower: Double
    let median: Double
    let upper: Double
  }

  private let points: [Point]
  private let measure: String
  private let unit: String
  private let phrases: Phrases
  private let source: String
  private let style: SeriesStyle

  /// A comparison from the table of `project`.
  ///
  /// - Parameters:
  ///   - paths: with the columns `scenario`, `measure`, `unit`, `period`, `q05`, `q50` and `q95`.
  ///   - measure: which measure is drawn.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` when a column or the measure is missing, or there are too many scenarios.
  public init(paths: Table, measure: String, _ phrases: Phrases, source: String) throws(ChartError) {
    let columns = ["scenario", "measure", "unit", "period", "q05", "q50", "q95"]
    let rows = try TableColumns(paths, columns).rows.filter { $0.text("measure") == measure }
    points = rows.compactMap { row in
      guard let lower = row.number("q05"), let median = row.number("q50"), let upper = row.number("q95")
      else {
        return nil
      }
      return Point(
        scenario: row.text("scenario"), period: row.text("period"), lower: lower, median: median, upper: upper
      )
    }
    guard !points.isEmpty else { throw .nothingToShow }
    style = try SeriesStyle(
      points.map(\.scenario).inOrderOfAppearance, title: phrases.scenario, "scenarios")
    self.measure = measure
    unit = rows.first?.text("unit") ?? ""
    (self.phrases, self.source) = (phrases, source)
  }

  private var scenarios: [String] { points.map(\.scenario).inOrderOfAppearance }
  private var periods: [String] { points.map(\.period).inOrderOfAppearance }

  /// The chart.
  public var chart: Chart {
    Chart(
      title: title, subtitle: phrases.join([phrases.unit(unit), phrases.scenarioMarks]), source: source,
      views: [view], language: phrases.language)
  }

  private var title: String {
    let last = periods.last ?? ""
    let ends = points.filter { $0.period == last }.sorted { $0.median < $1.median }
    let name = phrases.measure(measure)
    guard let lowest = ends.first, let highest = ends.last, ends.count > 1 else {
      return phrases.scenarioTitle(
        name, period: last, scenario: scenarios.first ?? "",
        median: phrases.amount(NumberText.grouped(ends.first?.median ?? 0), unit))
    }
    return phrases.scenarioTitle(
      name, period: last, lowest: (lowest.scenario, NumberText.grouped(lowest.median)),
      highest: (highest.scenario, phrases.amount(NumberText.grouped(highest.median), unit)))
  }

  private var view: ChartView {
    let (scenarios, periods) = (scenarios, periods)
    let rows: [JSONValue] = points.map { point in
      // Scenarios stand beside each other within a period, so that their bars do not hide one another.
      let place = Double(scenarios.firstIndex(of: point.scenario) ?? 0) - Double(scenarios.count - 1) / 2
      let period = Double(periods.firstIndex(of: point.period) ?? 0)
      return [
        "place": .number(period + 0.11 * place), "period": .text(point.period),
        "scenario": .text(point.scenario), "lower": .number(point.lower), "median": .number(point.median),
        "upper": .number(point.upper),
      ]
    }
    let labels = AxisLabels.expression(periods)
    let x = Channel(
      .x, "place", .quantitative,
      [
        "title": .null,
        "scale": ["domain": [-0.5, .number(Double(periods.count) - 0.5)], "nice": false],
        "axis": [
          "values": .array(periods.indices.map { .integer($0) }), "labelExpr": .text(labels), "grid": false,
        ],
      ])
    func y(_ field: String) -> Channel {
      Channel(
        .y, field, .quantitative, ["title": .text(phrases.unit(unit)), "scale": ["zero": false]])
    }
    return ChartView(
      width: 680, height: 340,
      layers: [
        ChartLayer(
          rows, Mark(.rule, ["strokeWidth": 1.5, "tooltip": true]),
          [x, y("lower"), Channel(end: .y2, "upper"), style.color("scenario")]),
        ChartLayer(
          rows, Mark(.line, ["strokeWidth": 2.2]),
          [x, y("median"), style.color("scenario"), style.dash("scenario")]),
        ChartLayer(
          rows, Mark(.point, ["filled": true, "size": 75, "opacity": 1, "tooltip": true]),
          [x, y("median"), style.color("scenario"), style.shape("scenario")]),
      ])
  }
}
