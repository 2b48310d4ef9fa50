extension AssumptionCatalog {
  /// How the posture of the United States moves.
  static let posture: [Assumption] = [
    assumed(
      "posture.stay_months", .fixed(48), tornado: 24...96, within: 1...600,
      "mean stay in a posture between inaugurations, months",
      because: "one presidential term; administrations since 1989 changed their posture seldom within one"),
    estimated(
      "posture.change_at_inauguration", .beta(successes: 6.5, failures: 3.5), from: 9, tornado: 0.4...0.85,
      within: 0...1, "probability that an inauguration changes the posture",
      because: "9 inaugurations from 1993 to 2025, 6 changed the party; Jeffreys prior"),
    assumed(
      "posture.share_transactional", .fixed(0.2), tornado: 0...0.5, within: 0...1,
      "share of the postures after a change that are transactional",
      because: "one administration of seven since 1989; the rest after demanding is status-quo"),
    assumed(
      "posture.share_demanding", .fixed(0.2), tornado: 0...0.5, within: 0...1,
      "share of the postures after a change that are demanding",
      because: "one administration of seven since 1989"),
  ]

  /// What the United States ask for, and in which money.
  static let ask: [Assumption] = [
    estimated(
      "ask.status_quo", .truncatedNormal(mean: 0.18, standardDeviation: 0.10, lower: 0, upper: 0.5), from: 7,
      tornado: 0.05...0.31, within: 0...2,
      "increase asked over the last amount in the status-quo posture, share of it",
      because: "asks of 0 to 30 percent in the rounds of 2001-2016, about 24 percent in 2021"),
    assumed(
      "ask.noise", .fixed(0.3), tornado: 0.1...0.6, within: 0.05...2,
      "standard deviation of ln(reported ask / true ask)",
      because:
        "reports of one ask differ by a factor of about 1.3: 1.35 and 1.4 trillion won or a doubling in 2018"),
    assumed(
      "ask.markup", .fixed(0.5), tornado: 0...0.5, within: 0...5,
      "what Cost Plus adds to the cost, share of it",
      because: "the 50 of Cost Plus 50 as the press of March 2019 reported it"),
    assumed(
      "ask.mix_cost_plus", .fixed(0.5), tornado: 0.2...0.7, within: 0...1,
      "share of the transactional posture's asks that are Cost Plus on the host-nation support items",
      because: "no sum was stated since 2025; the mixture holds what was asked for before"),
    assumed(
      "ask.mix_status_quo", .fixed(0.3), tornado: 0.1...0.5, within: 0...1,
      "share of the transactional posture's asks that are those of the status quo",
      because: "the rest is the fixed sum that was reported"),
    estimated(
      "fx.sd", .fixed(0.10), from: 52, tornado: 0.07...0.13, within: 0...1,
      "standard deviation of the yearly change of ln(exchange rate)",
      because: "yearly changes of japan-fx 1974-2025: 0.104; of korea-fx 0.096"),
  ]
}
