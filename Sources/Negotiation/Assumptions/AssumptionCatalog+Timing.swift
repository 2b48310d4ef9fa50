extension AssumptionCatalog {
  /// The priors of the monthly logit of an agreement.
  static let timing: [Assumption] =
    coefficient(
      "base", -2.0, 0.5, "logit of an agreement in an ordinary month",
      because: "about one in eight a month: ordinary talks lasted 3 to 7 months")
    + coefficient(
      "budget", 2.6, 0.6, "added in the month of the draft budget",
      because: "8 of 9 deals of Japan were made by the cabinet's decision in December")
    + coefficient(
      "last", 0.8, 0.5, "added in the last two months before the end of the term",
      because: "the end of the term presses")
    + coefficient(
      "demanding", -1.2, 0.6, "added under a demanding posture",
      because: "talks of 11 and 18 months under the asks of 2018-2020")
    + coefficient(
      "gap", -0.3, 0.3, "added for each log unit by which ask and offer differ beyond talks.free_gap",
      because: "far positions take time; seldom measured")
    + [
      assumed(
        "talks.free_gap", .fixed(0.2), tornado: 0...0.4, within: 0...2,
        "how far ln(ask / offer) may lie apart without costing time",
        because: "quiet rounds began with asks up to 30 percent above the last amount")
    ]

  private static func coefficient(
    _ name: String, _ mean: Double, _ deviation: Double, _ meaning: String, because reason: String
  ) -> [Assumption] {
    [
      assumed(
        "prior.timing.\(name).mean", .fixed(mean), tornado: (mean - deviation)...(mean + deviation),
        within: -10...10, "prior mean: \(meaning)", because: reason),
      assumed(
        "prior.timing.\(name).sd", .fixed(deviation), tornado: (0.5 * deviation)...(2 * deviation),
        within: 0.0001...5, "prior standard deviation: \(meaning)", because: reason),
    ]
  }
}
