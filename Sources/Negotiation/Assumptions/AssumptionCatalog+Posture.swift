extension AssumptionCatalog {
  /// How the posture of the United States moves.
  static let posture: [Assumption] = [
    assumed(
      "posture.stay_months", .fixed(48), tornado: 24...96, within: 1...600,
      "mean stay in a posture between inaugurations, months",
      because: "one presidential term; administrations changed their posture seldom within one"),
    counted(
      "posture.change_at_inauguration", inaugurations, mark: { _ in .assumed }, tornado: 0.4...0.85,
      "probability that an inauguration changes the posture"
    ) { changes, count in
      "by judgement, that a change of party changes the posture: at \(changes) of the \(count) inaugurations since 1993 "
        + "the party changed" + (count == 9 ? " (the posture of the rounds at 3, the last three)" : "")
        + "; Jeffreys prior"
    },
    assumed(
      "posture.share_transactional", .fixed(0.2), tornado: 0...0.5, within: 0...1,
      "share of the postures after a change that are transactional",
      because: "one administration of seven since 1989; the rest after demanding is status-quo"
    ).since("2025-04-18")
      .before(.fixed(0.1), because: "no administration on record bargained so: small, not zero"),
    assumed(
      "posture.share_demanding", .fixed(0.2), tornado: 0...0.5, within: 0...1,
      "share of the postures after a change that are demanding",
      because: "one administration of seven since 1989"
    ).since("2025-01-20")
      .before(.fixed(0.2), since: "2021-01-20", because: "one administration of six since 1989")
      .before(.fixed(0.2), since: "2018-12-10", because: "one administration of five since 1989")
      .before(.fixed(0.1), because: "no administration on record bargained so: small, not zero"),
  ]

  /// The inaugurations since 1993, and whether the party changed.
  private static let inaugurations: [Case] = [
    ("1993-01-20", true), ("1997-01-20", false), ("2001-01-20", true), ("2005-01-20", false),
    ("2009-01-20", true), ("2013-01-20", false), ("2017-01-20", true), ("2021-01-20", true),
    ("2025-01-20", true),
  ]

  /// What the United States ask for, and in which money.
  static let ask: [Assumption] = [
    estimated(
      "ask.status_quo", .truncatedNormal(mean: 0.18, standardDeviation: 0.10, lower: 0, upper: 0.5), from: 7,
      tornado: 0.05...0.31, within: 0...2,
      "increase asked over the last amount in the status-quo posture, share of it",
      because: "asks of 0 to 30 percent in the rounds of 2001-2016, about 24 percent in 2021"
    ).since("2021-12-08")
      .before(
        .truncatedNormal(mean: 0.17, standardDeviation: 0.11, lower: 0, upper: 0.5), since: "2015-10-13",
        mark: .estimated(6),
        because: "asks of 0 to 30 percent in the six rounds since 2001 that had one with a figure"
      ).before(
        .truncatedNormal(mean: 0.15, standardDeviation: 0.15, lower: 0, upper: 0.5),
        because: "from none to a third; few asks with a figure are on record"),
    assumed(
      "ask.noise", .fixed(0.3), tornado: 0.1...0.6, within: 0.05...2,
      "standard deviation of ln(reported ask / true ask)",
      because:
        "reports of one ask differ by a factor of about 1.3: 1.35 and 1.4 trillion won or a doubling in 2018"
    ).since("2019-01-22")
      .before(.fixed(0.3), because: "a third either way; no ask on record was reported twice"),
    assumed(
      "ask.markup", .fixed(0.5), tornado: 0...0.5, within: 0...5,
      "what Cost Plus adds to the cost, share of it",
      because: "the 50 of Cost Plus 50 as the press of March 2019 reported it"
    ).since("2019-03-13")
      .before(.fixed(0), because: "the cost and no more: nobody had named a mark-up"),
    assumed(
      "ask.mix_cost_plus", .fixed(0.5), tornado: 0.2...0.7, within: 0...1,
      "share of the transactional posture's asks that are Cost Plus on the host-nation support items",
      because: "no sum was stated since 2025; the mixture holds what was asked for before"
    ).since("2025-04-18")
      .before(.fixed(0.3), because: "no administration on record bargained so: about a third"),
    assumed(
      "ask.mix_status_quo", .fixed(0.3), tornado: 0.1...0.5, within: 0...1,
      "share of the transactional posture's asks that are those of the status quo",
      because: "the rest is the fixed sum that was reported"
    ).since("2025-04-18")
      .before(.fixed(0.3), because: "no administration on record bargained so: about a third"),
    estimated(
      "fx.sd", .fixed(0.10), from: 52, tornado: 0.07...0.13, within: 0...1,
      "standard deviation of the yearly change of ln(exchange rate)",
      because: "yearly changes of japan-fx 1974-2025: 0.104; of korea-fx 0.096"
    ).since("2026-01")
      .before(
        .fixed(0.10), since: "2020-01", mark: .estimated(46),
        because: "yearly changes of japan-fx 1974-2019: 0.105; of korea-fx 0.100"
      ).before(.fixed(0.12), tornado: 0.07...0.17, because: "yearly changes of a floating rate"),
  ]
}
