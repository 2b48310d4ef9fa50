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
    if let negotiation {
      model.scenarios = ReportModel.Exhibit(
        title: "The scenarios side by side",
        note:
          "Amounts are the yearly mean of the next term where there is one, \(unit) (q05 and q95 hold 90% of the simulated "
          + "futures); the other columns are probabilities in per cent.",
        table: negotiation.comparison)
    }
    model.figures = try charts().map { chart, table in
      ReportModel.Figure(chart: chart, picture: try render(chart), table: table)
    }
    model.forecasts = ReportModel.Exhibit(
      title: "The trend alone", note: "Forecasts of the record with model auto; no negotiation is in them.",
      table: trend.forecasts)
    model.assumptions = trend.assumptions
    if !data.unconfirmed.rows.isEmpty {
      model.assumptions.append(
        ReportModel.Assumption(
          "\(data.unconfirmed.rows.count) unconfirmed values are taken as they are.", mark: .assumed,
          basis: "They are listed below; --exclude-status unconfirmed leaves them out."))
    }
    model.scores = scores
    model.data = [
      ReportModel.Exhibit(
        title: "How firm the data are", note: "From the firmest status to the weakest.", table: data.statuses),
      ReportModel.Exhibit(
        title: "Unconfirmed values",
        note: data.unconfirmed.rows.isEmpty ? "There are none." : "No source read shows these.",
        table: data.unconfirmed),
      ReportModel.Exhibit(title: "Sources", note: "", table: data.sources, isFolded: true),
    ]
    model.provenance = [
      ReportModel.Provenance("Program", "burdenshare \(BurdenShare.version)"),
      ReportModel.Provenance("Data package", "\(package.name) \(package.version)"),
      ReportModel.Provenance(
        "Models", "auto beside naive and drift; settlement and timing models for the scenarios"),
    ]
    if negotiation != nil {
      model.provenance += [
        ReportModel.Provenance("Draws", NumberText.grouped(Double(Draws.standard.count))),
        ReportModel.Provenance("Seed", "\(Seed.standard.value)"),
      ]
    }
    model.provenance += facts
    return model
  }

  private var unit: String {
    guard let negotiation, let row = negotiation.paths.rows.first, case .text(let unit) = row[2] else {
      return ""
    }
    return phrases.unit(unit)
  }

  private var answer: [String] {
    var sentences: [String] = []
    if let panel = trend.panels.first, let last = panel.steps.last, let record = panel.record.last,
      let interval = last.intervals.first
    {
      sentences.append(
        "If its trend goes on, \(panel.name) comes to "
          + "\(NumberText.grouped(last.median)) \(phrases.unit(panel.unit)) in \(panel.calendar.label(last.year)), "
          + "with \(interval.level)% between \(NumberText.grouped(interval.lower)) and \(NumberText.grouped(interval.upper)); "
          + "it was \(NumberText.grouped(record.value)) in \(panel.calendar.label(record.year)).")
    }
    if let negotiated { sentences.append(negotiated) }
    if let held = trend.held {
      let share = NumberText.percent(Double(held.inside) / Double(held.count))
      let doubtful = data.unconfirmed.rows.count
      let rounds = replay?.held.map {
        ", and the 90% interval of the negotiation held \($0.hits) of \($0.count) past rounds"
      }
      sentences.append(
        "How far to trust it: in the past the 80% interval of the trend held \(share)% of \(held.count) outcomes"
          + (rounds ?? "") + (doubtful > 0 ? "; \(doubtful) of the values used are unconfirmed." : "."))
    }
    return sentences
  }

  /// How many scenarios a sentence names; the others stand in the table.
  private static let mostNamed = 4

  /// What each scenario comes to, by the measure that they are compared by.
  private var negotiated: String? {
    guard let negotiation else { return nil }
    let table = negotiation.comparison
    let agreed = table.columns.firstIndex(of: phrases.event("agreed_by_expiry"))
    let parts = table.rows.prefix(Self.mostNamed).compactMap { row -> String? in
      guard case .text(let name) = row[0], case .number(let low) = row[1], case .number(let median) = row[2],
        case .number(let high) = row[3]
      else { return nil }
      var odds = ""
      if let agreed, case .number(let share) = row[agreed] {
        odds = ", agreed before expiry in \(NumberText.grouped(share))%"
      }
      let range = "\(NumberText.grouped(low)) to \(NumberText.grouped(high))"
      return "\(name) – \(NumberText.grouped(median)), 90% of futures \(range)\(odds)"
    }
    guard !parts.isEmpty else { return nil }
    let measure = negotiation.comparedMeasure
    let last = negotiation.paths.rows.last { $0[1] == .text(measure) }
    let (unit, period) = last.map { (Self.text($0[2]), Self.text($0[3])) } ?? ("", "")
    let more = table.rows.count > Self.mostNamed ? "; the others stand in the table" : ""
    return
      "Negotiated, \(phrases.measure(measure).lowercasedFirst), \(period), in \(phrases.unit(unit)) at the median: "
      + parts.joined(separator: "; ") + more + "."
  }

  private static func text(_ cell: Cell) -> String {
    if case .text(let text) = cell { text } else { "" }
  }

  private func charts() throws -> [(Chart, Table?)] {
    var charts: [(Chart, Table?)] = []
    if let negotiation {
      let small = phrases.source(package, sources: negotiation.background.sources)
      let paths = try ProjectionChart.chart(
        negotiation.paths, .paths, negotiation.background, phrases, source: small)
      charts.append((paths, negotiation.paths))
      charts.append(
        (
          try ProjectionChart.chart(
            negotiation.events, .events, negotiation.background, phrases, source: small), negotiation.events
        ))
      if !negotiation.contributions.rows.isEmpty {
        charts.append(
          (
            try ProjectionChart.chart(
              negotiation.contributions, .contributions, negotiation.background, phrases, source: small),
            negotiation.contributions
          ))
        charts.append(
          (
            try ProjectionChart.chart(
              negotiation.tornado, .tornado, negotiation.background, phrases, source: small),
            negotiation.tornado
          ))
      }
    }
    for (panel, source) in zip(trend.panels, trend.sources) {
      charts.append((try FanChart([panel], phrases, source: source).chart, Self.table(panel)))
    }
    if !trend.samples.isEmpty {
      let names = trend.panels.map(\.name)
      let chart = try CalibrationChart(trend.samples, of: names, phrases, source: source).chart
      charts.append((chart, trend.scores))
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
          title: "Assumptions of: \(negotiation.scenarios.first.map { negotiation.title($0) } ?? "")",
          note: "E: estimated from past rounds; A: assumed.",
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
            "First without the ally's own rounds. A skill counts as shown when an exact sign-flip test, corrected "
            + "for the number of baselines, gives p below 0.05.",
          table: replay.scores))
    }
    if !trend.scores.rows.isEmpty {
      scores.append(
        ReportModel.Exhibit(
          title: "Scores of the trend forecasts",
          note: "Rolling origins, all horizons together; naive and drift beside auto.",
          table: trend.scores))
    }
    return scores
  }
}

extension String {
  /// The same as the middle of a sentence has it.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
