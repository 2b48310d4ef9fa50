import Reporting
import Series

/// The answer of a report: three sentences that can be read aloud, on the trend, the negotiation, and how far to trust both.
struct ReportAnswer {
  /// The record and the fan of the series that the answer is about.
  let panel: FanChart.Panel?
  /// How the trend of that series did in the past.
  let coverage: TrendCoverage.Line?
  /// The scenarios, where there are some.
  let scenarios: ScenarioComparison?
  /// How many past rounds the 90 % interval of the negotiation held, of how many, and whose they were.
  let replay: (hits: Int, count: Int, allies: [String])?
  /// How many of the values used are unconfirmed.
  let unconfirmed: Int

  /// The sentences; one of which nothing is known is left out.
  var sentences: [String] { [trend, scenarios?.sentence, trust].compactMap { $0 } }

  private var trend: String? {
    let phrases = Phrases(.english)
    guard let panel, let last = panel.steps.last, let record = panel.record.last,
      let interval = last.intervals.first
    else { return nil }
    func number(_ value: Double) -> String { phrases.number(value, panel.unit) }
    return
      "If its trend goes on, \(panel.name) comes to \(number(last.median)) \(phrases.unit(panel.unit)) in "
      + "\(panel.calendar.label(last.year)), with \(interval.level)% between \(number(interval.lower)) and "
      + "\(number(interval.upper)); it was \(number(record.value)) in \(panel.calendar.label(record.year))."
  }

  private var trust: String? {
    var parts: [String] = []
    if let coverage {
      let name = panel?.name ?? coverage.series
      parts.append(
        "the 80% interval of the trend held \(NumberText.percent(coverage.share))% of \(coverage.count) outcomes of \(name)"
      )
    }
    if let replay {
      let whose = replay.allies.map { Phrases(.english).economy($0) }.joinedAsList
      parts.append(
        "the 90% interval of the negotiation held \(replay.hits) of \(replay.count) rounds of \(whose)")
    }
    let doubtful =
      unconfirmed == 1
      ? "1 of the values used is unconfirmed"
      : unconfirmed > 1 ? "\(unconfirmed) of the values used are unconfirmed" : ""
    guard !parts.isEmpty else {
      return panel == nil
        ? nil
        : "How far to trust it: the record is too short to hold such forecasts against the past"
          + (doubtful.isEmpty ? "." : "; \(doubtful).")
    }
    return "How far to trust it: in the past \(parts.joinedAsList)"
      + (doubtful.isEmpty ? "." : "; \(doubtful).")
  }
}
