/// How likely each event is, a row for each event and a symbol for each scenario.
public struct EventChart: Sendable, Equatable {
  private struct Point: Equatable {
    let scenario: String
    let event: String
    let probability: Double
    let error: Double
  }

  private let points: [Point]
  private let phrases: Phrases
  private let source: String
  private let style: SeriesStyle

  /// A chart from the table of events of `project`.
  ///
  /// - Parameters:
  ///   - events: with the columns `scenario`, `event`, `probability` and `standard_error`.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` when a column is missing, nothing is left, or there are too many scenarios.
  public init(events: Table, _ phrases: Phrases, source: String) throws(ChartError) {
    let columns = ["scenario", "event", "probability", "standard_error"]
    points = try TableColumns(events, columns).rows.compactMap { row in
      guard let probability = row.number("probability") else { return nil }
      return Point(
        scenario: row.text("scenario"), event: row.text("event"), probability: probability,
        error: row.number("standard_error") ?? 0)
    }
    guard !points.isEmpty else { throw .nothingToShow }
    style = try SeriesStyle(
      points.map(\.scenario).inOrderOfAppearance, title: phrases.scenario, "scenarios")
    (self.phrases, self.source) = (phrases, source)
  }

  /// The chart.
  public var chart: Chart {
    let first = points.first?.scenario ?? ""
    let likeliest = points.filter { $0.scenario == first }.max { $0.probability < $1.probability }
    return Chart(
      title: phrases.eventTitle(
        phrases.event(likeliest?.event ?? ""), scenario: first,
        probability: NumberText.percent(likeliest?.probability ?? 0)),
      subtitle: phrases.eventMarks, source: source, views: [view], language: phrases.language)
  }

  private var view: ChartView {
    let scenarios = points.map(\.scenario).inOrderOfAppearance
    let events = points.map(\.event).inOrderOfAppearance
    let rows: [JSONValue] = points.map { point in
      let place = Double(scenarios.firstIndex(of: point.scenario) ?? 0) - Double(scenarios.count - 1) / 2
      let row = Double(events.firstIndex(of: point.event) ?? 0)
      return [
        "place": .number(row + 0.7 * place / Double(scenarios.count)),
        "event": .text(phrases.event(point.event)),
        "scenario": .text(point.scenario), "probability": .number(100 * point.probability),
        "lower": .number(100 * max(point.probability - 1.96 * point.error, 0)),
        "upper": .number(100 * min(point.probability + 1.96 * point.error, 1)),
      ]
    }
    let labels = AxisLabels.expression(events.map { phrases.event($0) })
    let y = Channel(
      .y, "place", .quantitative,
      [
        "title": .null,
        "scale": ["domain": [.number(Double(events.count) - 0.5), -0.5], "nice": false, "zero": false],
        "axis": [
          "values": .array(events.indices.map { .integer($0) }), "labelExpr": .text(labels),
          "labelLimit": 320,
          "grid": true, "domain": false, "ticks": false, "labelPadding": 10,
        ],
      ])
    func x(_ field: String) -> Channel {
      Channel(
        .x, field, .quantitative,
        ["title": .text(phrases.probability), "scale": ["domain": [0, 100]], "axis": ["tickCount": 5]])
    }
    return ChartView(
      width: 520, height: events.count * max(22, 13 * scenarios.count),
      layers: [
        ChartLayer(
          rows, Mark(.rule, ["strokeWidth": 2.5, "tooltip": true]),
          [y, x("lower"), Channel(end: .x2, "upper"), style.color("scenario")]),
        ChartLayer(
          rows, Mark(.point, ["filled": true, "size": 80, "opacity": 1, "tooltip": true]),
          [y, x("probability"), style.color("scenario"), style.shape("scenario")]),
      ])
  }
}
