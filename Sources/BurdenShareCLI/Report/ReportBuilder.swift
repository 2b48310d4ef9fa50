import Datasets
import Forecasting
import Negotiation
import Reporting
import Series

/// Fills a report from the tables of the other commands.
struct ReportBuilder {
  let trend: TrendPart
  let negotiation: NegotiationPart?
  let replay: ReplayPart?
  let data: DataPart
  let package: DataPackage
  /// The line on sources of a chart of all series.
  let source: String
  /// The date after which nothing is used, where one was given.
  let asOf: PartialDate?
  /// What made the report.
  let facts: [ReportModel.Provenance]
  let phrases = Phrases(.english)

  /// The report.
  ///
  /// - Parameters:
  ///   - question: the heading.
  ///   - render: makes a picture of a chart, or nothing.
  /// - Returns: what the page says.
  /// - Throws: `ChartError` and what rendering throws.
  func model(question: String, render: (Chart) throws -> String?) throws -> ReportModel {
    var model = ReportModel(question: question, answer: answer)
    model.words = ReportWords(
      scenarios: negotiation?.words ?? ScenarioWords(), series: data.names.merging(trend.names) { $1 })
    if let comparison = negotiation?.comparison {
      model.scenarios = ReportModel.Exhibit(
        title: "The scenarios side by side", note: comparison.note, table: comparison.table)
    }
    model.figures = try charts().map { chart, table, note in
      ReportModel.Figure(chart: chart, picture: try render(chart), table: table, note: note)
    }
    model.forecasts = ReportModel.Exhibit(
      title: "The trend alone",
      note: "Forecasts of the record with model auto; no negotiation is in them." + counted,
      table: trend.forecasts)
    model.assumptions = trend.assumptions
    if let doubtful { model.assumptions.append(doubtful) }
    model.scores = scores
    model.data = [
      ReportModel.Exhibit(
        title: "How firm the data are",
        note: "Series by series, those of the trends first, from the firmest status to the weakest.",
        table: data.statuses,
        isFolded: data.statuses.rows.count > Self.mostRows),
      ReportModel.Exhibit(
        title: "Unconfirmed values",
        note: data.unconfirmed.rows.isEmpty ? "There are none." : "No source read shows these.",
        table: data.unconfirmed),
      ReportModel.Exhibit(title: "Sources", note: "", table: data.sources, isFolded: true),
    ]
    model.provenance = [
      ReportModel.Provenance("Program", "burdenshare \(BurdenShare.version)"),
      ReportModel.Provenance("Data package", "\(package.name) \(package.version)"),
    ]
    if let asOf {
      model.provenance.append(
        ReportModel.Provenance("Data as of", "\(asOf): nothing published later is used"))
    }
    model.provenance.append(ReportModel.Provenance("Models", models))
    if let negotiation {
      model.provenance += negotiation.scenarios.map { scenario in
        ReportModel.Provenance(
          "Scenario \(scenario)",
          "\(negotiation.words.fullName(scenario)), as of \(negotiation.asOf[scenario] ?? ""): nothing published later is used"
        )
      }
      model.provenance += [
        ReportModel.Provenance("Draws", NumberText.grouped(Double(Draws.standard.count))),
        ReportModel.Provenance("Seed", "\(Seed.standard.value)"),
      ]
    }
    model.provenance += facts
    return model
  }

  /// From how many rows on the table of statuses is folded away: the ratios of all NATO allies enter a projected ratio.
  private static let mostRows = 24

  private var models: String {
    var parts = ["auto beside naive and drift"]
    if negotiation?.hasAgreement == true { parts.append("settlement and timing models for the agreements") }
    if negotiation?.hasRatio == true { parts.append("a model of the speed towards a ratio for the ratios") }
    return parts.joined(separator: "; ")
  }

  /// What a series in per cent puts over what.
  ///
  /// - Parameter series: its name in tables.
  /// - Returns: a clause; empty for a series in another unit, or one that the catalogue does not have.
  private func definition(of series: String) -> String {
    guard let entry = try? package.entry(series), entry.unit.symbol.hasPrefix("percent") else { return "" }
    return phrases.definition(of: series, entry.definition).startingSmall
  }

  /// What the ratios among the trends are.
  private var counted: String {
    trend.identifiers.map { series in
      let words = definition(of: series)
      return words.isEmpty ? "" : " \(trend.names[series] ?? series): \(words)."
    }.joined()
  }

  private var answer: [String] {
    let series = trend.identifiers.first ?? ""
    return ReportAnswer(
      panel: trend.panels.first, coverage: trend.coverage.line(of: series),
      scenarios: negotiation?.comparison, replay: replay?.held, unconfirmed: data.unconfirmed.rows.count,
      asOf: asOf, definition: definition(of: series),
      isOfRatiosAlone: negotiation.map { $0.hasRatio && !$0.hasAgreement } ?? false
    ).sentences
  }

  private var doubtful: ReportModel.Assumption? {
    let count = data.unconfirmed.rows.count
    guard count > 0 else { return nil }
    return ReportModel.Assumption(
      count == 1
        ? "1 unconfirmed value is taken as it is." : "\(count) unconfirmed values are taken as they are.",
      mark: .assumed,
      basis: "Listed under “Unconfirmed values”; --exclude-status unconfirmed leaves them out of the trends.")
  }

  /// The charts, each with the numbers that it shows and what has to be known beside its title.
  private func charts() throws -> [(Chart, Table?, String)] {
    var charts: [(Chart, Table?, String)] = []
    if let negotiation {
      let background = negotiation.background
      let small = phrases.source(package, sources: background.sources)
      func add(_ table: Table, _ kind: ProjectionTable) throws {
        let chart = try ProjectionChart.chart(table, kind, background, phrases, source: small)
        charts.append((chart, table, ""))
      }
      try add(negotiation.paths, .paths)
      try add(negotiation.events, .events)
      if !negotiation.contributions.rows.isEmpty {
        try add(NegotiationPart.charted(negotiation.contributions), .contributions)
        try add(NegotiationPart.charted(negotiation.tornado), .tornado)
      }
    }
    for (panel, source) in zip(trend.panels, trend.sources) {
      charts.append((try FanChart([panel], phrases, source: source).chart, Self.table(panel), ""))
    }
    if !trend.samples.isEmpty {
      let names = trend.panels.map(\.name)
      let chart = try CalibrationChart(trend.samples, of: names, phrases, source: source).chart
      let note =
        trend.coverage.lines.count > 1 ? "All series together. " + trend.coverage.sentence(trend.names) : ""
      charts.append((chart, trend.scores, note))
    }
    return charts
  }

  /// The numbers of a fan.
  private static func table(_ panel: FanChart.Panel) -> Table {
    let levels = panel.steps.first?.intervals.map(\.level) ?? []
    var table = Table(
      columns: ["period", "median"] + levels.flatMap { ["lower_\($0)", "upper_\($0)"] })
    for step in panel.steps {
      let ends: [Cell] = step.intervals.flatMap { [.number($0.lower), .number($0.upper)] }
      table.rows.append([.text(panel.calendar.label(step.year)), .number(step.median)] + ends)
    }
    return table
  }

  /// The heading names the scenario; the column would only take room.
  private func withoutScenario(_ table: Table) -> Table {
    Table(columns: Array(table.columns.dropFirst()), rows: table.rows.map { Array($0.dropFirst()) })
  }

  private var scores: [ReportModel.Exhibit] {
    var scores: [ReportModel.Exhibit] = []
    if let negotiation {
      scores.append(
        ReportModel.Exhibit(
          title: "Assumptions of \(negotiation.scenarios.first.map { negotiation.words.fullName($0) } ?? "")",
          note: "Estimated ones say from how many rounds or cases of the record.",
          table: withoutScenario(negotiation.ownAssumptions), isFolded: true))
      if !negotiation.otherAssumptions.rows.isEmpty {
        scores.append(
          ReportModel.Exhibit(
            title: "What the other scenarios assume differently", note: "All else is as in the first.",
            table: negotiation.otherAssumptions, isFolded: true))
      }
    }
    if let replay {
      scores.append(
        ReportModel.Exhibit(
          title: "Past rounds, replayed",
          note: "Each round forecast as of the day before it was agreed, from what was known then.",
          table: replay.rounds))
      scores.append(
        ReportModel.Exhibit(
          title: "Scores of the replay",
          note:
            "First without the ally's own rounds. CRPS and WIS are distances between forecast and outcome, in logarithms over the last "
            + "amount: lower is better; skill is one less the ratio of the two values. It counts as shown when an exact sign-flip "
            + "test, corrected for the number of baselines, gives p below 0.05.",
          table: replay.scores))
    }
    if !trend.scores.rows.isEmpty {
      scores.append(
        ReportModel.Exhibit(
          title: "Scores of the trend forecasts",
          note: trend.coverage.sentence(trend.names)
            + " Rolling origins, all horizons together; auto beside the last value repeated and the mean change continued.",
          table: trend.scores))
    }
    return scores
  }
}
