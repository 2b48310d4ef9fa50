import Datasets
import Forecasting
import Reporting
import Series

/// Fills a report from the tables of the other commands.
struct ReportBuilder {
  let trend: TrendPart
  let negotiation: NegotiationPart?
  let data: DataPart
  let package: DataPackage
  let source: String
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
      ReportModel.Exhibit(title: "Sources", note: "", table: data.sources),
    ]
    model.provenance = [
      ReportModel.Provenance("Program", "burdenshare \(BurdenShare.version)"),
      ReportModel.Provenance("Data package", "\(package.name) \(package.version)"),
      ReportModel.Provenance(
        "Models", "auto beside naive and drift; settlement and timing models for the scenarios"),
    ]
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
    if let negotiation {
      let parts = negotiation.comparison.rows.compactMap { row -> String? in
        guard case .text(let name) = row[0], case .number(let median) = row[2] else { return nil }
        guard row.count > 4, case .number(let odds) = row[4] else {
          return "\(NumberText.grouped(median)) under \(name)"
        }
        return
          "\(NumberText.grouped(median)) under \(name) (agreed before expiry: \(NumberText.grouped(odds))%)"
      }
      sentences.append(
        "Negotiated, the yearly mean of the next term comes at the median to \(parts.joined(separator: ", ")), in \(unit)."
      )
    }
    if let held = trend.held {
      let share = NumberText.percent(Double(held.inside) / Double(held.count))
      let doubtful = data.unconfirmed.rows.count
      sentences.append(
        "How far to trust it: in the past the 80% interval of the trend held \(share)% of \(held.count) outcomes"
          + (doubtful > 0 ? ", and \(doubtful) of the values used are unconfirmed." : "."))
    }
    return sentences
  }

  private func charts() throws -> [(Chart, Table?)] {
    var charts: [(Chart, Table?)] = []
    let small = phrases.source(package)
    if let negotiation {
      let paths = try ProjectionChart.chart(
        negotiation.paths, .paths, negotiation.background, phrases, source: small)
      charts.append((paths, negotiation.paths))
      charts.append(
        (try EventChart(events: negotiation.events, phrases, source: small).chart, negotiation.events))
      if !negotiation.contributions.rows.isEmpty {
        charts.append(
          (
            try ProjectionChart.chart(
              negotiation.contributions, .contributions, negotiation.background, phrases, source: small),
            negotiation.contributions
          ))
      }
    }
    for panel in trend.panels {
      charts.append((try FanChart([panel], phrases, source: source).chart, Self.table(panel)))
    }
    if !trend.samples.isEmpty {
      charts.append((try CalibrationChart(trend.samples, phrases, source: source).chart, trend.scores))
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
          title: "Assumptions of \(negotiation.scenarios.first ?? "the first scenario")",
          note: "E: estimated from past rounds; A: assumed.", table: withoutScenario(negotiation.assumptions))
      )
      scores.append(
        ReportModel.Exhibit(
          title: "Past rounds, replayed",
          note: "Each round forecast as of the day before it was agreed, from what was known then.",
          table: negotiation.rounds))
      scores.append(
        ReportModel.Exhibit(
          title: "Scores of the replay",
          note:
            "First without the ally's own rounds. A skill counts as shown when an exact sign-flip test, corrected "
            + "for the number of baselines, gives p below 0.05.",
          table: negotiation.scores))
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
