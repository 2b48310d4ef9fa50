import ArgumentParser
import Datasets
import Negotiation
import Reporting

/// The chart of a table of `project`.
struct ProjectionChart {
  private let drawing: ChartOutput
  private let table: ProjectionTable
  private let package: DataPackage

  /// The tables that have a chart.
  private static let drawn: [ProjectionTable] = [.paths, .events, .contributions, .tornado]

  /// Refuses a table without a chart.
  ///
  /// - Parameters:
  ///   - options: what is drawn.
  ///   - table: the table.
  /// - Throws: a validation error.
  static func check(_ options: ChartOptions, _ table: ProjectionTable) throws {
    if options.chart != nil, !drawn.contains(table) {
      throw ValidationError("--chart goes with --table \(drawn.map(\.rawValue).joined(separator: ", "))")
    }
    if options.plot != nil, table != .paths { throw ValidationError("--plot goes with --table paths") }
  }

  /// A chart that is not drawn yet.
  ///
  /// - Parameters:
  ///   - options: what is drawn.
  ///   - table: of which table.
  ///   - package: where the record is.
  ///   - file: the file of the table.
  /// - Throws: ``CommandFailure`` as ``ChartOutput`` does.
  init(_ options: ChartOptions, _ table: ProjectionTable, _ package: DataPackage, file: String?) throws {
    drawing = try ChartOutput(options, table: file)
    self.table = table
    self.package = package
  }

  /// Whether anything is drawn.
  var isAsked: Bool { drawing.wantsFile || drawing.wantsPlot }

  /// Draws the rows of the table.
  ///
  /// - Parameters:
  ///   - rows: of all scenarios.
  ///   - background: what stands behind their paths.
  /// - Throws: ``CommandFailure`` or `ChartError`.
  func draw(_ rows: [[Cell]], _ background: ProjectionBackground) throws {
    let made = Table(columns: table.columns, rows: rows)
    if drawing.wantsPlot {
      let chart = try ScenarioChart(
        paths: made, records: background.records, titles: background.titles, ratios: background.ratios,
        drawing.phrases, source: "")
      let panels = chart.fans
      guard panels.count <= FanChart.mostPanels else {
        let error = ChartError.tooMany("plots", found: panels.count, limit: FanChart.mostPanels)
        throw CommandFailure(.usage, error.description, hint: "--chart FILE draws them as small panels")
      }
      for panel in panels { try drawing.plot { try TerminalPlot(panel, $0, width: $1) } }
    }
    guard drawing.wantsFile else { return }
    let source = drawing.phrases.source(package, sources: background.sources)
    try drawing.write(try Self.chart(made, table, background, drawing.phrases, source: source))
  }

  /// The chart of a table: all its measures; of drivers and assumptions, the mean of the term or the quantity of the last row.
  ///
  /// - Parameters:
  ///   - made: the table.
  ///   - kind: which table it is.
  ///   - background: what stands behind paths.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Returns: the chart.
  /// - Throws: `ChartError`, ``CommandFailure`` for drivers of several scenarios.
  static func chart(
    _ made: Table, _ kind: ProjectionTable, _ background: ProjectionBackground, _ phrases: Phrases,
    source: String
  ) throws -> Chart {
    func texts(_ column: String) -> [String] {
      guard let place = made.columns.firstIndex(of: column) else { return [] }
      return made.rows.map { if case .text(let text) = $0[place] { text } else { "" } }
    }
    switch kind {
    case .events:
      return try EventChart(
        events: made, titles: background.titles, ratios: background.ratios, phrases, source: source
      ).chart
    case .contributions, .tornado:
      let (scenarios, measures, periods) = (texts("scenario"), texts("measure"), texts("period"))
      guard Set(scenarios).count < 2 else {
        throw CommandFailure(.usage, "a chart of \(kind.rawValue) shows one scenario, and there are several")
      }
      // The mean of the term sums a path up better than any one year.
      let place = measures.lastIndex { $0.hasSuffix("_term_mean") } ?? measures.count - 1
      guard measures.indices.contains(place) else { throw ChartError.nothingToShow }
      let (scenario, measure, period) = (scenarios[place], measures[place], periods[place])
      return kind == .tornado
        ? try SwingChart(
          swings: made, scenario: scenario, titles: background.titles, ratio: background.ratios[scenario],
          measure: measure, period: period, phrases, source: source
        ).chart
        : try TornadoChart(
          contributions: made, scenario: scenario, titles: background.titles,
          ratio: background.ratios[scenario], measure: measure, period: period, phrases, source: source
        ).chart
    default:
      return try ScenarioChart(
        paths: made, records: background.records, pledges: background.pledges, titles: background.titles,
        ratios: background.ratios, phrases, source: source
      ).chart
    }
  }
}

extension Phrases {
  /// Where the numbers of a chart are from.
  ///
  /// - Parameters:
  ///   - package: the data package.
  ///   - sources: what stands behind the numbers of this chart.
  /// - Returns: one line.
  func source(_ package: DataPackage, sources: Set<String>) -> String {
    source(
      "\(package.name) \(package.version)", sources: sources.count,
      program: "burdenshare \(BurdenShare.version)")
  }
}

extension ChartOutput {
  /// Draws where the outcomes of replayed rounds fell in their forecasts.
  ///
  /// - Parameters:
  ///   - replay: the table of rounds.
  ///   - package: where the record is.
  /// - Throws: ``CommandFailure`` or `ChartError`.
  func drawCalibration(of replay: Table, _ package: DataPackage) throws {
    if wantsFile {
      let sources = Evidence.sources(of: try package.evidence().rounds)
      try write(
        try CalibrationChart(replay: replay, phrases, source: phrases.source(package, sources: sources)).chart
      )
    }
    try plot { try TerminalPlot(calibration: [try CalibrationChart.Sample(replay: replay)], $0, width: $1) }
  }
}
