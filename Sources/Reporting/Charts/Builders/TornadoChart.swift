/// How far each assumption moves the median of one quantity, the largest on top.
public struct TornadoChart: Sendable, Equatable {
  private struct Bar: Equatable {
    let driver: String
    let contribution: Double
  }

  private let bars: [Bar]
  private let place: (scenario: String, measure: String, period: String, unit: String)
  private let ratio: CountedRatio?
  private let phrases: Phrases
  private let source: String

  /// A chart from the table of contributions of `project`.
  ///
  /// - Parameters:
  ///   - contributions: with the columns `scenario`, `measure`, `unit`, `period`, `driver` and `contribution`; the row of the `neutral`
  ///     median is no contribution.
  ///   - scenario: which scenario is drawn.
  ///   - titles: of scenarios, by their names in the table; one without keeps its name.
  ///   - ratio: what the scenario's ratios count, if it has some.
  ///   - measure: which measure.
  ///   - period: which period.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` when a column is missing or nothing is left.
  public init(
    contributions: Table, scenario: String, titles: [String: String] = [:], ratio: CountedRatio? = nil,
    measure: String, period: String, _ phrases: Phrases, source: String
  ) throws(ChartError) {
    let columns = ["scenario", "measure", "unit", "period", "driver", "contribution"]
    let rows = try TableColumns(contributions, columns).rows.filter { row in
      row.text("scenario") == scenario && row.text("measure") == measure && row.text("period") == period
    }
    bars = rows.compactMap { row in
      guard row.text("driver") != "neutral", let contribution = row.number("contribution")
      else { return nil }
      return Bar(driver: row.text("driver"), contribution: contribution)
    }.sorted { $0.contribution.magnitude > $1.contribution.magnitude }
    guard !bars.isEmpty else { throw .nothingToShow }
    let name = ScenarioNames([scenario], titles: titles, phrases).shared
    place = (name, measure, period, rows.first?.text("unit") ?? "")
    self.ratio = CountedRatio.isMeasured(by: measure) ? ratio : nil
    (self.phrases, self.source) = (phrases, source)
  }

  /// Whether two charts show the same.
  public static func == (left: TornadoChart, right: TornadoChart) -> Bool {
    left.bars == right.bars && left.place == right.place && left.ratio == right.ratio
      && left.phrases == right.phrases
      && left.source == right.source
  }

  /// The chart.
  public var chart: Chart {
    let largest = bars[0]
    return Chart(
      title: phrases.about(
        place.scenario,
        phrases.tornadoTitle(
          phrases.measure(place.measure),
          period: phrases.label(period: place.period, isFiscal: ratio?.isFiscal ?? false),
          driver: phrases.driver(largest.driver),
          amount: phrases.amount(signed(largest.contribution), place.unit))),
      subtitle: phrases.join([
        phrases.unit(place.unit), phrases.counted([ratio].compactMap { $0.map { ("", $0) } }),
        phrases.tornadoMarks, phrases.ownDraws,
      ]), source: source, views: [view], language: phrases.language)
  }

  /// A number with its sign, to the digit that the largest bar carries: four digits of it.
  private func signed(_ value: Double) -> String {
    var unit = 1.0
    while bars[0].contribution.magnitude * unit < 1_000, unit < 1e6 { unit *= 10 }
    // The minus of the axis, not a hyphen.
    let sign = value > 0 ? "+" : value < 0 ? "−" : ""
    return sign + NumberText.grouped((value.magnitude * unit).rounded() / unit)
  }

  private var view: ChartView {
    let rows: [JSONValue] = bars.map { bar in
      [
        "driver": .text(phrases.driver(bar.driver)), "contribution": .number(bar.contribution),
        "direction": .text(bar.contribution < 0 ? phrases.lowers : phrases.raises),
        "label": .text(signed(bar.contribution)),
      ]
    }
    let reach = bars[0].contribution.magnitude * 1.25
    let y = Channel(
      .y, "driver", .nominal,
      ["title": .null, "sort": .null, "axis": ["labelLimit": 260, "ticks": false, "domain": false]])
    let x = Channel(
      .x, "contribution", .quantitative,
      [
        "title": .text(phrases.unit(place.unit)), "axis": ["tickCount": 7],
        "scale": ["domain": [.number(-reach), .number(reach)], "nice": false],
      ])
    let fill = Channel(
      .color, "direction", .nominal,
      [
        "title": .null,
        "scale": [
          "domain": [.text(phrases.raises), .text(phrases.lowers)], "range": ["#00507D", "#E69F00"],
        ],
      ])
    func labels(_ isNegative: Bool) -> ChartLayer {
      let own = zip(bars, rows).filter { ($0.0.contribution < 0) == isNegative }.map(\.1)
      return ChartLayer(
        own,
        Mark(
          .text,
          [
            "align": .text(isNegative ? "right" : "left"), "dx": isNegative ? -5 : 5, "fontSize": 11,
            "color": .text(Palette.ink),
          ]), [y, x, Channel(.text, "label", .nominal)])
    }
    return ChartView(
      width: 560, margin: 120, height: nil,
      layers: [
        ChartLayer(
          rows, Mark(.bar, ["height": 16]), [y, x, fill],
          tooltip: [Tooltip("driver", phrases.assumption), Tooltip("label", phrases.unit(place.unit))]),
        labels(false),
        labels(true),
      ])
  }
}
