/// What hosts bear of US forces, by every count of a table: allies beside each other, and those with a record year by year.
public struct BurdenChart: Sendable, Equatable {
  /// One count.
  struct Point: Equatable {
    let ally: String
    let measure: String
    let period: String
    let value: Double
    let unit: String
    let estimate: String

    /// Who counts, without the series that the count is put over: `budget: japan-hns over us-troops-jpn` is a budget.
    ///
    /// A count of many allies names a series of each, and would else pass for as many estimators.
    var estimator: String {
      var name = estimate[...]
      // The name of a series has no blank; "over it and US cost" says how the count is made.
      if let over = name.ranges(of: " over ").last, !name[over.upperBound...].contains(" ") {
        name = name[..<over.lowerBound]
      }
      return name.hasPrefix("\(budget): ") ? budget : String(name)
    }

    /// The first year of its period.
    var year: Int? { Int(period.prefix(4)) }
  }

  /// What the budgets of all allies are called together.
  static let budget = "budget"
  /// From how many years on the counts of one estimator are followed in time.
  static let leastRecord = 5
  /// The measure that titles are about.
  private static let share = "share-of-stationing-cost"

  private let points: [Point]
  private let phrases: Phrases
  private let source: String
  private let style: SeriesStyle

  /// A chart from the table of burdens of `strategy posture`.
  ///
  /// - Parameters:
  ///   - estimates: with the columns `ally` (ISO 3166-1 alpha-3), `measure`, `period` (or `year`), `value`, `unit` and `estimate`.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` when a column is missing, nothing is left, or too many allies have a record.
  public init(estimates: Table, _ phrases: Phrases, source: String) throws(ChartError) {
    let period = estimates.columns.contains("year") ? "year" : "period"
    let rows = try TableColumns(estimates, ["ally", "measure", period, "value", "unit", "estimate"]).rows
    points = rows.compactMap { row in
      row.number("value").map {
        Point(
          ally: row.text("ally"), measure: row.text("measure"), period: row.text(period), value: $0,
          unit: row.text("unit"), estimate: row.text("estimate"))
      }
    }
    guard !points.isEmpty else { throw .nothingToShow }
    (self.phrases, self.source) = (phrases, source)
    // One style for all measures: views side by side share their colours, and a legend of its own each would mix them up.
    let measures = points.map(\.measure).inOrderOfAppearance
    let panels = measures.map { [points] measure in
      BurdenPanel(points: points.filter { $0.measure == measure }, phrases: phrases)
    }
    let recorded = panels.flatMap(\.recorded).inOrderOfAppearance
    style = try SeriesStyle(recorded.map { phrases.economy($0) }, title: phrases.allies, "allies")
  }

  private func panel(_ measure: String) -> BurdenPanel {
    BurdenPanel(points: points.filter { $0.measure == measure }, phrases: phrases)
  }

  /// The measures, the share of the cost before the others.
  private var measures: [String] {
    let names = points.map(\.measure).inOrderOfAppearance
    return names.filter { $0 == Self.share } + names.filter { $0 != Self.share }
  }

  /// The chart.
  public var chart: Chart {
    let panels = measures.map { panel($0) }
    let (alone, paired) = (panels.filter { $0.recorded.isEmpty }, panels.filter { !$0.recorded.isEmpty })
    let names = panels.flatMap { $0.leading.map(\.estimator) }.inOrderOfAppearance
    // The names of estimators that count one ally each are long and stand in the table.
    let shown = names.filter { name in Set(points.filter { $0.estimator == name }.map(\.ally)).count > 1 }
    // What is counted stands behind a comma.
    let short = shown.map { String($0.prefix { $0 != "," }) }.inOrderOfAppearance
    return Chart(
      title: title(panels[0]),
      subtitle: phrases.burdenMarks(short, hasRanges: panels.contains { !$0.ranges.isEmpty }), source: source,
      views: alone.map { $0.byAlly(width: 720) } + paired.flatMap { $0.views(style) }, columns: 2,
      leading: alone.count,
      language: phrases.language)
  }

  private func title(_ panel: BurdenPanel) -> String {
    let leading = panel.leading.sorted { $0.value > $1.value }
    let (highest, lowest) = (leading[0], leading[leading.count - 1])
    guard highest.measure == Self.share else {
      return phrases.burdenTitle(
        phrases.burden(highest.measure), phrases.economy(highest.ally),
        phrases.amount(NumberText.grouped(highest.value), highest.unit))
    }
    return phrases.burdenTitle(
      phrases.economy(highest.ally), NumberText.grouped(highest.value), period: highest.period,
      lowest: leading.count > 1 && lowest.period == highest.period
        ? (phrases.economy(lowest.ally), NumberText.grouped(lowest.value)) : nil)
  }
}
