internal import Series

/// Defense spending of several allies as a share of GDP, with what was pledged or demanded.
public struct RatioChart: Sendable, Equatable {
  /// The record of one ally.
  public struct Path: Sendable, Equatable {
    /// The ally, ISO 3166-1 alpha-3.
    public let ally: String
    /// Years and shares in per cent, in the order of years.
    public let values: [FanChart.Observation]

    /// A record.
    ///
    /// - Parameters:
    ///   - ally: ISO 3166-1 alpha-3.
    ///   - values: in per cent of GDP, in the order of years.
    public init(ally: String, values: [FanChart.Observation]) { (self.ally, self.values) = (ally, values) }
  }

  /// A share that was pledged or demanded for a year.
  public struct Pledge: Sendable, Equatable {
    /// Whose: shown beside its diamond.
    public let label: String
    /// The year aimed at.
    public let year: Int
    /// In per cent of GDP.
    public let share: Double

    /// A pledge.
    ///
    /// - Parameters:
    ///   - label: shown beside its diamond.
    ///   - year: the year aimed at.
    ///   - share: in per cent of GDP.
    public init(label: String, year: Int, share: Double) {
      (self.label, self.year, self.share) = (label, year, share)
    }
  }

  private let paths: [Path]
  private let pledges: [Pledge]
  private let target: Double?
  private let phrases: Phrases
  private let source: String
  private let style: SeriesStyle

  /// A chart of defense ratios.
  ///
  /// - Parameters:
  ///   - paths: one for each ally.
  ///   - pledges: drawn in the year that they aim at.
  ///   - target: the share that the title counts against.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` for no path, an empty one, or more than can be told apart.
  public init(
    _ paths: [Path], pledges: [Pledge] = [], target: Double? = nil, _ phrases: Phrases, source: String
  ) throws(ChartError) {
    guard !paths.isEmpty, paths.allSatisfy({ !$0.values.isEmpty }) else { throw .nothingToShow }
    style = try SeriesStyle(paths.map { phrases.economy($0.ally) }, title: phrases.allies, "allies")
    (self.paths, self.pledges, self.target) = (paths, pledges, target)
    (self.phrases, self.source) = (phrases, source)
  }

  /// The chart.
  public var chart: Chart {
    Chart(
      title: title, subtitle: phrases.ratioMarks, source: source, views: [view], language: phrases.language)
  }

  private var title: String {
    guard let target else {
      let last = paths[0].values[paths[0].values.count - 1]
      return phrases.ratioTitle(
        phrases.economy(paths[0].ally), NumberText.grouped(last.value), period: "\(last.year)")
    }
    let reached = paths.filter { ($0.values.last?.value ?? 0) >= target }.count
    return phrases.ratioTitle(reached, of: paths.count, target: NumberText.grouped(target))
  }

  private var view: ChartView {
    var rows: [JSONValue] = []
    for path in paths {
      for value in path.values {
        rows.append([
          "ally": .text(phrases.economy(path.ally)), "year": .integer(value.year),
          "share": .number(value.value),
        ])
      }
    }
    let x = PeriodAxis(.calendar, phrases).channel("year")
    let y = Channel(.y, "share", .quantitative, ["title": .text(phrases.shareOfProduct)])
    let marks: [JSONValue] = pledges.map {
      [
        "year": .integer($0.year), "share": .number($0.share),
        "label": .text("\($0.label) \(NumberText.grouped($0.share))%"),
      ]
    }
    let diamonds = ChartLayer(
      marks,
      Mark(
        .point,
        [
          "shape": "diamond", "filled": true, "fill": .text(Palette.paper), "stroke": .text(Palette.ink),
          "strokeWidth": 1.5, "size": 90, "opacity": 1, "tooltip": true,
        ]), [x, y])
    let labels = ChartLayer(
      marks, Mark(.text, ["align": "left", "dx": 8, "fontSize": 10, "color": .text(Palette.ink)]),
      [x, y, Channel(.text, "label", .nominal)])
    let lines = ChartLayer(
      rows, Mark(.line, ["strokeWidth": 2, "tooltip": true]), [x, y, style.color("ally"), style.dash("ally")])
    return ChartView(
      width: 680, height: 340, layers: [lines] + (marks.isEmpty ? [] : [diamonds, labels]))
  }
}
