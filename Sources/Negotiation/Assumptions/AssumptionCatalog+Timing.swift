extension AssumptionCatalog {
  /// The priors of the monthly logit of an agreement.
  static let timing: [Assumption] =
    coefficient(
      "base", -2.0, 0.5, "logit of an agreement in an ordinary month",
      because: "about one in eight a month: ordinary talks lasted 3 to 7 months", since: "2006-12-06",
      before: [(-2.0, 1.0, nil, "about one in eight a month, by judgement")])
    + coefficient(
      "budget", 2.6, 0.6, "added in the month of the draft budget",
      because: "8 of 9 deals of Japan were made by the cabinet's decision in December", since: "2021-12-21",
      before: [
        (2.6, 0.6, "2015-12-16", "7 of 7 deals of Japan since 1991 were made by that of December"),
        (2.0, 1.0, nil, "a budget needs the amount"),
      ])
    + coefficient(
      "last", 0.8, 0.5, "added in the last two months before the end of the term",
      because: "the end of the term presses")
    + coefficient(
      "demanding", -1.2, 0.6, "added under a demanding posture",
      because: "talks of 11 and 18 months under the asks of 2018-2020", since: "2021-03-07",
      before: [
        (-1.2, 0.6, "2020-10", "talks of 11 months in 2018-2019, and of over 12 since September 2019"),
        (-0.6, 0.6, "2019-02-10", "talks of 11 months in 2018-2019"),
        (0, 0.6, nil, "no such talks on record"),
      ])
    + coefficient(
      "gap", -0.3, 0.3, "added for each log unit by which ask and offer differ beyond talks.free_gap",
      because: "far positions take time; seldom measured")
    + [
      assumed(
        "talks.free_gap", .fixed(0.2), tornado: 0...0.4, within: 0...2,
        "how far ln(ask / offer) may lie apart without costing time",
        because: "quiet rounds began with asks up to 30 percent above the last amount")
    ]

  /// A prior of an earlier time: mean, standard deviation, since when, and why.
  private typealias Before = (mean: Double, deviation: Double, since: String?, reason: String)

  private static func coefficient(
    _ name: String, _ mean: Double, _ deviation: Double, _ meaning: String, because reason: String,
    since date: String? = nil, before: [Before] = []
  ) -> [Assumption] {
    var center = assumed(
      "prior.timing.\(name).mean", .fixed(mean), tornado: (mean - deviation)...(mean + deviation),
      within: -10...10, "prior mean: \(meaning)", because: reason)
    var spread = assumed(
      "prior.timing.\(name).sd", .fixed(deviation), tornado: (0.5 * deviation)...(2 * deviation),
      within: 0.0001...5, "prior standard deviation: \(meaning)", because: reason)
    if let date { (center, spread) = (center.since(date), spread.since(date)) }
    for one in before {
      center = center.before(
        .fixed(one.mean), since: one.since,
        tornado: (one.mean - one.deviation)...(one.mean + one.deviation), because: one.reason)
      spread = spread.before(
        .fixed(one.deviation), since: one.since, tornado: (0.5 * one.deviation)...(2 * one.deviation),
        because: one.reason)
    }
    return [center, spread]
  }
}
