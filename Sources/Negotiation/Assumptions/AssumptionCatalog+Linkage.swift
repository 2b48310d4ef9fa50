extension AssumptionCatalog {
  /// The key of the weight of actors in a pooled projection; without actors nothing reaches it.
  public static let spatialWeight = "spatial.weight"

  /// Side payments, tariffs and the other ally's deal.
  static let linkage: [Assumption] = [
    assumed(
      "credit.fms", .uniform(lower: 0.2, upper: 0.6), tornado: 0.2...0.6, within: 0...1,
      "credit for a unit of arms bought from the United States",
      because: "money that stays with US makers; not identified"),
    assumed(
      "credit.ptrl", .uniform(lower: 0.3, upper: 0.8), tornado: 0.3...0.8, within: 0...1,
      "credit for a unit paid on a list of requirements of a third party",
      because: "paid for what the United States would else give; not identified"),
    assumed(
      "credit.investment", .uniform(lower: 0, upper: 0.1), tornado: 0...0.1, within: 0...1,
      "credit for a unit of pledged investment", because: "the investor keeps the asset; not identified"),
    assumed(
      "credit.gdp_ratio", .uniform(lower: 0, upper: 0.3), tornado: 0...0.3, within: 0...1,
      "credit for a unit of own defense spending", because: "spent at home; not identified"),
    assumed(
      "linkage.substitution", .uniform(lower: 0, upper: 0.5), tornado: 0...0.5, within: 0...1,
      "share of the credited side payments that the settlement falls by",
      because: "from none to one half; the settlement never falls below the baseline"),
    assumed(
      "linkage.tariff", .fixed(0), tornado: 0...0.5, within: 0...5,
      "effect of a tariff threat, as a share of exports to the last amount, on the host's standing",
      because: "no settled round identifies it"),
    assumed(
      "linkage.tariff_hazard", .fixed(0), tornado: -0.6...0.6, within: -5...5,
      "added by a tariff threat to the logit of an agreement under a demanding posture",
      because: "no settled round tells whether such a threat delays or hastens"),
    assumed(
      "precedent.weight", .fixed(0), tornado: 0...0.5, within: 0...0.5,
      "weight of the other ally's step in the mean of this one",
      because:
        "what spills over by itself is estimated (spillover); a scenario may let a named deal count more"),
    assumed(
      "precedent.months", .fixed(24), tornado: 12...36, within: 1...240,
      "for how many months a step of the other ally counts as known beside this one's (spillover)",
      because: "the agreements of the two allies alternate within about two years"),
    assumed(
      spatialWeight, .fixed(0.25), tornado: 0...0.5, within: 0...1,
      "share of the draws whose first year is that of the actors' election (project --actors)",
      because:
        "on EU issues half and half forecast best; those are not money, so half as much is taken here"),
  ]

  /// Ratios of defense spending to gross domestic product, and growth within a term.
  static let ratio: [Assumption] = [
    assumed(
      "ratio.pass_through", .normal(mean: 0.5, standardDeviation: 0.2), tornado: 0.24...0.76,
      within: -0.5...1.5, "share of the distance between ratio and ask that is pledged",
      because: "The Hague in June 2025: ask 5, core pledge 3.5 from 2.0, one half"
    ).since("2025-06-25")
      .before(
        .normal(mean: 0.5, standardDeviation: 0.3), tornado: 0.1...0.9,
        because: "no ask of a ratio on record that a pledge answered; from little to nearly all"),
    estimated(
      "ratio.adjustment", .normal(mean: 0.1, standardDeviation: 0.029), from: 30, tornado: 0.063...0.137,
      within: 0...1, isFitted: true,
      "share of the distance to the pledge that a year closes",
      because:
        "fitted by the projection on the ratios of 30 allies since Wales, 2014 to 2024 (0.0998, standard error 0.029 "
        + "clustered by year); this is that fit, rounded; 2025, when ratios moved towards the new pledge of June 2025, is left "
        + "out: with it 0.115"
    ).since("2025-08")
      .before(
        .normal(mean: 0.1, standardDeviation: 0.029), since: "2024-06-17", mark: .estimated(30),
        tornado: 0.063...0.137,
        because:
          "fitted by the projection on the ratios of 30 allies since Wales, 2014 to 2024 (0.0998, standard error "
          + "0.029 clustered by year); this is that fit, rounded"
      ).before(
        .truncatedNormal(mean: 0.1, standardDeviation: 0.05, lower: 0, upper: 1), since: "2015-12",
        tornado: 0.03...0.17,
        because: "fitted by the projection on the ratios known since Wales, 2014; this stands in for it"
      ).before(
        .truncatedNormal(mean: 0.1, standardDeviation: 0.1, lower: 0, upper: 1), tornado: 0...0.3,
        because: "no pledge of a ratio on record; a tenth of the distance a year, more or less"),
    estimated(
      "ratio.common_deviation", .fixed(0.096), from: 10, tornado: 0.07...0.148, within: 0...10,
      isFitted: true,
      "standard deviation of what all allies share of a year's change, percentage points",
      because:
        "fitted by the projection on the ten years since Wales, 2014 to 2024 (0.0958; the draws have what ten years leave "
        + "open); this is that fit, rounded; with 2025, which is left out as a year of the new pledge, 0.130"
    ).since("2025-08")
      .before(
        .fixed(0.096), since: "2024-06-17", mark: .estimated(10), tornado: 0.07...0.148,
        because:
          "fitted by the projection on the ten years since Wales, 2014 to 2024 (0.0958; the draws have what ten "
          + "years leave open); this is that fit, rounded"
      ).before(
        .fixed(0.05), since: "2016-12", tornado: 0...0.15,
        because: "fitted by the projection on the ratios known since Wales, 2014; this stands in for it"
      ).before(
        .fixed(0.05), tornado: 0...0.15,
        because: "no two years since a pledge on record; allies rise and fall together, more or less"),
    estimated(
      "ratio.own_deviation", .fixed(0.233), from: 300, tornado: 0.221...0.246, within: 0...10, isFitted: true,
      "standard deviation of an ally's own change in a year, percentage points",
      because:
        "fitted by the projection on 300 changes of 30 allies since Wales, 2014 to 2024 (0.2327); this is that fit, "
        + "rounded"
    ).since("2024-06-17")
      .before(
        .fixed(0.15), since: "2016-12", tornado: 0.1...0.25,
        because: "fitted by the projection on the ratios known since Wales, 2014; this stands in for it"
      ).before(
        .fixed(0.15), tornado: 0.05...0.4, because: "no pledge of a ratio on record; by judgement"),
    assumed(
      "growth.discount", .fixed(0.8), tornado: 0.6...1, within: 0.1...1,
      "how much a year of the record of growth counts against the year after it",
      because: "growth within terms wanders: with 0.8 the years 2002 to 2025 were forecast better than with 1"
    ).since("2025-01")
      .before(
        .fixed(0.8), since: "2020-01",
        because: "growth wanders: with 0.8 the years 2002 to 2020 were forecast better than with 1"
      ).before(.fixed(1), because: "every year of the record counts alike: too few to tell"),
    assumed(
      "growth.record_from", .fixed(1997), tornado: 1992...2002, within: 1900...2100,
      "the first year whose change counts in the record of growth within terms",
      because: "the build-up before the agreement of 1996 is not how amounts move within a term today"
    ).since("1997-12")
      .before(.fixed(1987), tornado: 1982...1992, because: "every year since the first agreement"),
    assumed(
      "growth.prices_from", .fixed(1999), tornado: 1994...2004, within: 1900...2100,
      "the first year whose change of consumer prices counts, where these move the amount",
      because: "since then the Bank of Korea aims at a rate of inflation, and Japan's prices have stood still"
    ),
    assumed(
      "prior.growth.mean", .fixed(0.01), tornado: -0.02...0.04, within: -0.3...0.3,
      "prior mean of the yearly growth within a term, log units",
      because: "a budget line grows about with prices, and slowly"),
    assumed(
      "prior.growth.years", .fixed(1), tornado: 0.5...2, within: 0.01...100,
      "how many years of the record that prior weighs",
      because: "as uncertain as one year's change: a record of a few years outweighs it"),
    assumed(
      "prior.growth.sd", .fixed(0.03), tornado: 0.015...0.06, within: 0.001...0.5,
      "prior standard deviation of a year's own growth within a term, log units",
      because: "amounts move by a few percent in a year for which nothing new is agreed"),
    assumed(
      "growth.shift", .fixed(0), tornado: -0.02...0.02, within: -0.2...0.2,
      "added to the yearly growth within a term, log units", because: "the record or the rule stands"),
  ]
}
