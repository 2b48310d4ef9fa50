/// What share of the cost of US forces their hosts bear, by ally and study.
public struct BurdenChart: Sendable, Equatable {
  private struct Point: Equatable {
    let ally: String
    let study: String
    let share: Double
  }

  private let points: [Point]
  private let phrases: Phrases
  private let source: String
  private let style: SeriesStyle

  /// A chart from a table of shares.
  ///
  /// - Parameters:
  ///   - shares: with the columns `ally` (ISO 3166-1 alpha-3), `study` and `share_percent`.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` when a column is missing, nothing is left, or there are too many studies.
  public init(shares: Table, _ phrases: Phrases, source: String) throws(ChartError) {
    let rows = try TableColumns(shares, ["ally", "study", "share_percent"]).rows
    points = rows.compactMap { row in
      row.number("share_percent").map {
        Point(ally: row.text("ally"), study: row.text("study"), share: $0)
      }
    }
    guard !points.isEmpty else { throw .nothingToShow }
    style = try SeriesStyle(points.map(\.study).inOrderOfAppearance, title: phrases.study, "studies")
    (self.phrases, self.source) = (phrases, source)
  }

  /// Allies with their first share, the highest on top.
  private var allies: [(name: String, share: Double)] {
    points.map(\.ally).inOrderOfAppearance.compactMap { ally in
      points.first { $0.ally == ally }.map { (ally, $0.share) }
    }.sorted { ($1.share, $0.name) < ($0.share, $1.name) }
  }

  /// The chart.
  public var chart: Chart {
    let (highest, lowest) = (allies[0], allies[allies.count - 1])
    return Chart(
      title: phrases.burdenTitle(
        phrases.economy(highest.name), NumberText.grouped(highest.share), phrases.economy(lowest.name),
        NumberText.grouped(lowest.share)), subtitle: phrases.burdenMarks, source: source, views: [view],
      language: phrases.language)
  }

  private var view: ChartView {
    let rows: [JSONValue] = points.map {
      ["ally": .text(phrases.economy($0.ally)), "study": .text($0.study), "share": .number($0.share)]
    }
    let y = Channel(
      .y, "ally", .nominal,
      [
        "title": .null, "scale": ["domain": .array(allies.map { .text(phrases.economy($0.name)) })],
        "axis": ["grid": true, "ticks": false, "domain": false, "labelPadding": 8],
      ])
    let x = Channel(
      .x, "share", .quantitative,
      ["title": .text(phrases.shareOfCost), "scale": ["domain": [0, 100]], "axis": ["tickCount": 5]])
    return ChartView(
      width: 560, height: nil,
      layers: [
        ChartLayer(
          rows, Mark(.point, ["filled": true, "size": 95, "opacity": 0.9, "tooltip": true]),
          [y, x, style.color("study"), style.shape("study")])
      ])
  }
}
