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
  /// The date after which nothing was used, where one was given.
  var asOf: PartialDate? = nil
  /// What the series puts over what, where it is a ratio.
  var definition = ""
  /// Whether the scenarios project ratios and no agreement, so that no round of the past tells of them.
  var isOfRatiosAlone = false

  /// The sentences; one of which nothing is known is left out.
  var sentences: [String] { [trend, scenarios?.sentence, trust].compactMap { $0 } }

  private var trend: String? {
    let phrases = Phrases(.english)
    guard let panel, let last = panel.steps.last, let record = panel.record.last,
      let interval = last.intervals.first
    else { return nil }
    func number(_ value: Double) -> String { phrases.number(value, panel.unit) }
    let known = asOf.map { "As known on \($0): if" } ?? "If"
    let name = panel.name + (definition.isEmpty ? "" : " (\(definition))")
    return
      "\(known) its trend goes on, \(name) comes to \(number(last.median)) \(phrases.unit(panel.unit)) in "
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
    var others: [String] = []
    if isOfRatiosAlone {
      others.append(
        "no past pledge is replayed here; docs/projections.md tells how forecasts of ratios fared")
    }
    if unconfirmed > 0 {
      others.append("\(unconfirmed) of the values used \(unconfirmed == 1 ? "is" : "are") unconfirmed")
    }
    let rest = others.map { "; \($0)" }.joined() + "."
    guard !parts.isEmpty else {
      return panel == nil
        ? nil
        : "How far to trust it: the record is too short to hold such forecasts against the past"
          + rest
    }
    return "How far to trust it: in the past \(parts.joinedAsList)" + rest
  }
}
