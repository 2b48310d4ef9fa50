/// What each assumption alone does to the median when it is moved from its low to its high end, the widest on top.
public struct SwingChart: Sendable, Equatable {
  private struct Bar: Equatable {
    let assumption: String
    let mark: String
    let median: Double
    let low: Double
    let high: Double

    var swing: Double { (high - low).magnitude }
  }

  /// The most bars that are drawn: the rest hardly moves anything, and stands in the table.
  static let mostBars = 14

  private let bars: [Bar]
  private let scenario: String
  private let measure: String
  private let period: String
  private let unit: String
  private let ratio: CountedRatio?
  private let phrases: Phrases
  private let source: String

  /// A chart from the tornado table of `project`.
  ///
  /// - Parameters:
  ///   - swings: with the columns `scenario`, `measure`, `unit`, `period`, `assumption`, `mark`, `median`, `median_at_low` and
  ///     `median_at_high`.
  ///   - scenario: which scenario is drawn.
  ///   - titles: of scenarios, by their names in the table; one without keeps its name.
  ///   - ratio: what the scenario's ratios count, if it has some.
  ///   - measure: which measure.
  ///   - period: which period.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` when a column is missing or nothing is left.
  public init(
    swings: Table, scenario: String, titles: [String: String] = [:], ratio: CountedRatio? = nil,
    measure: String, period: String, _ phrases: Phrases, source: String
  ) throws(ChartError) {
    let columns = ["scenario", "measure", "unit", "period", "assumption", "mark", "median"]
    let rows = try TableColumns(swings, columns + ["median_at_low", "median_at_high"]).rows.filter { row in
      row.text("scenario") == scenario && row.text("measure") == measure && row.text("period") == period
    }
    bars = rows.compactMap { row in
      guard let median = row.number("median"), let low = row.number("median_at_low"),
        let high = row.number("median_at_high")
      else { return nil }
      return Bar(
        assumption: row.text("assumption"), mark: row.text("mark"), median: median, low: low, high: high)
    }.sorted { $0.swing > $1.swing }
    guard !bars.isEmpty else { throw .nothingToShow }
    self.scenario = ScenarioNames([scenario], titles: titles, phrases).shared
    (self.measure, self.period, unit) = (measure, period, rows.first?.text("unit") ?? "")
    self.ratio = CountedRatio.isMeasured(by: measure) ? ratio : nil
    (self.phrases, self.source) = (phrases, source)
  }

  /// The chart.
  public var chart: Chart {
    let widest = bars[0]
    return Chart(
      title: phrases.about(
        scenario,
        phrases.swingTitle(
          phrases.measure(measure), period: phrases.label(period: period, isFiscal: ratio?.isFiscal ?? false),
          assumption: phrases.assumption(widest.assumption),
          low: phrases.number(min(widest.low, widest.high), unit),
          high: phrases.amount(phrases.number(max(widest.low, widest.high), unit), unit))),
      subtitle: phrases.join([
        phrases.unit(unit), phrases.counted([ratio].compactMap { $0.map { ("", $0) } }),
        phrases.swingMarks(min(bars.count, Self.mostBars), of: bars.count), phrases.ownDraws,
      ]), source: source, views: [view], language: phrases.language)
  }

  private var view: ChartView {
    var rows: [JSONValue] = []
    for bar in bars.prefix(Self.mostBars) {
      for (end, value) in [(phrases.lowEnd, bar.low), (phrases.highEnd, bar.high)] {
        rows.append([
          "assumption": .text(phrases.bracketed(phrases.assumption(bar.assumption), phrases.mark(bar.mark))),
          "key": .text(bar.assumption), "end": .text(end),
          "median": .number(bar.median), "value": .number(value),
        ])
      }
    }
    let y = Channel(
      .y, "assumption", .nominal,
      ["title": .null, "sort": .null, "axis": ["labelLimit": 340, "ticks": false, "domain": false]])
    func x(_ field: String) -> Channel {
      Channel(
        .x, field, .quantitative,
        [
          "title": .text(phrases.unit(unit)), "scale": ["zero": false, "padding": 8],
          "axis": ["tickCount": 7],
        ])
    }
    let color = Channel(
      .color, "end", .nominal,
      [
        "title": .null,
        "scale": [
          "domain": [.text(phrases.lowEnd), .text(phrases.highEnd)], "range": ["#E69F00", "#00507D"],
        ],
      ])
    return ChartView(
      width: 520, margin: 240, height: nil,
      layers: [
        ChartLayer(
          rows, Mark(.bar, ["height": 14]),
          [y, x("median"), Channel(end: .x2, "value"), color],
          tooltip: [
            Tooltip("assumption", phrases.assumption), Tooltip("key", phrases.identifier),
            Tooltip("end", phrases.what),
            Tooltip("value", phrases.unit(unit), format: Tooltip.format(bars.flatMap { [$0.low, $0.high] })),
          ]),
        ChartLayer(
          [["median": .number(bars[0].median)]], Mark(.rule, ["color": .text(Palette.ink)]), [x("median")]),
      ])
  }
}
