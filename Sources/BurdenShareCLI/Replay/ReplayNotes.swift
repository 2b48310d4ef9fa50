import Negotiation
import Probability

/// What `replay` tells in words.
enum ReplayNotes {
  /// Skill, coverage and what they do not show.
  static func rounds(_ summary: ReplaySummary, _ sight: ReplayedRound.Sight) -> [String] {
    var notes: [String] = []
    let names = summary.rounds.map(\.round.identifier)
    let seen = sight == .withAsk ? "asks and offers as known then" : "asks and offers unseen"
    notes.append(
      "\(count(names.count, "round")) replayed, each from what was agreed and public before it; \(seen)")
    // First what an ally can expect whose rounds the model has not seen: its form was chosen with all of them known.
    if let item = summary.withoutOwnRounds {
      notes.append(
        "fitted without the ally's own rounds, CRPS against no change with the past spread: \(skill(item.skill)) on "
          + "\(count(item.rounds, "round")), \(verdict(item))")
    }
    for (baseline, words) in [
      (ReplayBaseline.noChangeSpread, "no change with the past spread"), (.drift, "drift"),
      (.trend, "the trend forecast of the series"),
    ] {
      guard let item = summary.comparison(with: baseline, sight) else { continue }
      notes.append(
        "CRPS of ln(settlement / last amount) against \(words): \(skill(item.skill)) on "
          + "\(count(item.rounds, "round")), \(verdict(item))")
    }
    if sight == .withAsk, let item = summary.comparisons.first(where: { $0.against == "without-ask" }) {
      notes.append(
        "asks and offers, where public, against none: \(skill(item.skill)) on "
          + "\(count(item.rounds, "round")), \(verdict(item))")
    }
    for item in summary.coverages where item.sight == sight && item.level == 0.9 {
      notes.append(
        "90 % intervals held \(item.coverage.hits) of \(item.coverage.count); the true rate lies between "
          + "\(percent(item.interval.lowerBound)) and \(percent(item.interval.upperBound)) "
          + "(Clopper-Pearson, 95 %)")
    }
    notes.append(hindsight)
    return notes
  }

  /// The scores of events.
  static func events(_ summaries: [EventSummary]) -> [String] {
    let scores = summaries.map { item in
      "\(item.event.rawValue): Brier score against the frequency in the record: \(skill(item.skill)) on "
        + "\(count(item.counts.cases, "round")), "
        + verdict(
          isShown: item.isShown, probability: item.probability, adjusted: item.adjustedProbability,
          family: "events")
    }
    return scores + [hindsight]
  }

  /// What the dates of the replay do not take away.
  private static let hindsight =
    "priors are those that could be set on each date; the model, the priors without a date and the size taken for "
    + "unreported asks of a demanding posture were chosen with these rounds known, and asks are reported selectively: "
    + "expect less of new rounds"

  /// A line for each prior that an option sets.
  static func assumed(_ options: [String: AssumedValue]) -> [String] {
    options.sorted { $0.key < $1.key }.map { "--assume: \($0.key) is \($0.value) at every date" }
  }

  /// How many conditions hold.
  static func checks(_ checks: [ReplayCheck]) -> String {
    let failed = checks.filter { !$0.isPassed }.map(\.name)
    guard !failed.isEmpty else { return "all \(checks.count) conditions hold" }
    return "\(failed.count) of \(checks.count) conditions do not hold: \(failed.joined(separator: ", "))"
  }

  private static func verdict(_ item: ReplayComparison) -> String {
    verdict(
      isShown: item.isShown, probability: item.probability, adjusted: item.adjustedProbability,
      family: "baselines")
  }

  private static func verdict(
    isShown: Bool, probability: Double, adjusted: Double, family: String
  ) -> String {
    let corrected =
      adjusted > probability ? ", \(thousandths(adjusted)) corrected for the number of \(family)" : ""
    // A test of many rounds may be surer than thousandths tell, and no chance is nought.
    let own = probability < 0.0005 ? "p < 0.001" : "p = \(thousandths(probability))"
    return "\(isShown ? "shown" : "not shown") (exact one-sided sign-flip \(own)\(corrected))"
  }

  private static func skill(_ skill: Double?) -> String {
    guard let skill else { return "not defined" }
    let points = Int((100 * skill).rounded())
    if points == 0 { return "no difference" }
    return points > 0 ? "\(points) % better" : "\(-points) % worse"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }

  private static func thousandths(_ number: Double) -> String {
    let scaled = Int((1000 * number).rounded())
    let digits = "\(scaled % 1000)"
    return "\(scaled / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
