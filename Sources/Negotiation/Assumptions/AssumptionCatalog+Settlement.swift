extension AssumptionCatalog {
  /// The priors of the settlement's step y = ln(settlement / last amount).
  static let settlement: [Assumption] = [
    assumed(
      "prior.step.mean", .fixed(0.02), tornado: 0...0.04, within: -0.5...0.5,
      "prior mean of the mean step, log units", because: "growth of a budget line about with prices"),
    assumed(
      "prior.step.sd", .fixed(0.04), tornado: 0.02...0.08, within: 0.0001...1,
      "prior standard deviation of the mean step, log units",
      because: "a quarter of the yearly growth before 1992"
    ).since("1992-12")
      .before(.fixed(0.08), because: "half of the yearly growth of a build-up"),
    assumed(
      "prior.tau", .fixed(0.05), tornado: 0.025...0.1, within: 0.0001...1,
      "scale of the half-normal prior of the spread between allies' mean steps, log units",
      because: "allies differ by a few points"),
    assumed(
      "prior.spread.median", .fixed(0.05), tornado: 0.025...0.1, within: 0.01...1,
      "prior median of an ally's spread of steps, log units",
      because: "between the spreads of quiet and of disputed renewals"),
    assumed(
      "prior.spread.sd", .fixed(0.6), tornado: 0.3...1.2, within: 0.0001...3,
      "prior standard deviation of ln(spread)", because: "a factor of 1.8 either way"),
    assumed(
      "prior.ask.mean", .fixed(0.05), tornado: 0...0.1, within: -1...1,
      "prior mean of the elasticity of the step to ln(ask / last amount)",
      because: "an ask of twice the amount moved Korea by 3 to 8 points in 2019"
    ).since("2019-02-10")
      .before(.fixed(0.05), because: "little of an ask is conceded; none of a multiple is on record"),
    assumed(
      "prior.ask.sd", .fixed(0.04), tornado: 0.02...0.08, within: 0.0001...1,
      "prior standard deviation of that elasticity", because: "none and twice the mean are both credible"
    ).since("2019-02-10")
      .before(.fixed(0.08), because: "as before, twice as uncertain: no ask of a multiple is on record"),
    assumed(
      "prior.spillover.sd", .fixed(0.15), tornado: 0.075...0.3, within: 0.0001...2,
      "prior standard deviation of the effect of the other ally's last step",
      because: "an effect of either sign, seldom more than a third"),
    assumed(
      "prior.offer.mean", .fixed(0.01), tornado: -0.02...0.04, within: -0.5...0.5,
      "prior mean of ln(settlement / offer)", because: "allies settle a little above what they offer"),
    assumed(
      "prior.offer.sd", .fixed(0.03), tornado: 0.015...0.06, within: 0.0001...1,
      "prior standard deviation of that mean", because: "six of seven offers held within 5 percent"
    ).since("2021-12-21")
      .before(.fixed(0.03), since: "2019-02-10", because: "three of four offers held within 5 percent")
      .before(.fixed(0.06), because: "offers hold within some percent; few are on record"),
    assumed(
      "offer.scale", .fixed(0.05), tornado: 0.025...0.1, within: 0.005...1,
      "scale of the errors of ln(settlement / offer)",
      because: "the standard deviation of the seven rounds with a published offer"
    ).since("2021-12-21")
      .before(
        .fixed(0.06), since: "2019-02-10",
        because: "the standard deviation of the four rounds with a published offer"
      ).before(.fixed(0.08), because: "wider than what a few offers tell"),
    assumed(
      "offer.weight", .fixed(0.5), tornado: 0...1, within: 0...1,
      "weight of the offer's line beside the ask's line",
      because: "weights are not learned from fewer than ten scored rounds"),
    assumed(
      "errors.df", .fixed(5), tornado: 3...30, within: 2.1...1000,
      "degrees of freedom of the t errors of the step",
      because: "1998-1999 and 2005 lie far out"
    ).since("2005-04-25")
      .before(.fixed(5), because: "steps with heavy tails, by judgement"),
  ]
}
