extension AssumptionCatalog {
  /// What happens when no agreement is in time, and what moves the time of one.
  static let events: [Assumption] = [
    estimated(
      "stopgap.probability", .beta(successes: 2.5, failures: 1.5), from: 3, tornado: 0.3...0.9, within: 0...1,
      "probability of a one-year stopgap and not a lapse, under a demanding posture or within "
        + "stopgap.transition_months of a change of US administration",
      because: "Korea 2019 and Japan 2021 had one, Korea 2020 had none; Jeffreys prior"
    ).since("2021-02-17")
      .before(
        .beta(successes: 1.5, failures: 1.5), since: "2020-01-01", mark: .estimated(2),
        because: "Korea 2019 had one, Korea 2020 had none; Jeffreys prior"
      ).before(
        .beta(successes: 1.5, failures: 0.5), since: "2019-02-10", mark: .estimated(1),
        because: "Korea 2019 had one; Jeffreys prior"
      ).before(.beta(successes: 0.5, failures: 0.5), because: "no case yet; Jeffreys prior"),
    counted(
      "stopgap.probability_otherwise", lateRounds.map { (since: $0.since, happened: false) },
      tornado: 0...0.35, "the same probability at any other time"
    ) { happened, count in
      "\(happened) of the \(count) rounds whose agreement was not in force in time: "
        + lateRounds.prefix(count).map(\.name).joined(separator: ", ") + "; Jeffreys prior"
    },
    assumed(
      "stopgap.transition_months", .fixed(6), tornado: 3...12, within: 0...24,
      "months before and after a change of US administration in which a stopgap is as likely as under a demanding "
        + "posture",
      because: "Japan's stopgap of February 2021 came a month after one; no other case"
    ).since("2021-02-17").before(.fixed(6), because: "half a year either side; no case"),
    assumed(
      "stopgap.step", .normal(mean: 0.015, standardDeviation: 0.015), tornado: -0.01...0.04,
      within: -0.5...0.5,
      "step of a stopgap year, log units", because: "one case: Japan 2021, 1.2 percent"
    ).since("2021-02-17")
      .before(
        .normal(mean: 0, standardDeviation: 0.03), since: "2020-10-15",
        because: "no case; Japan proposed in October 2020 to go on for a year on existing terms"
      ).before(
        .normal(mean: 0, standardDeviation: 0.05),
        because: "no case; an extension goes on as before, and a budget line grows or falls a little"),
    estimated(
      "furlough.probability", .beta(successes: 1.5, failures: 1.5), from: 2, tornado: 0.1...0.9,
      within: 0...1,
      "probability of a furlough after a lapse that is long enough",
      because:
        "Korea 2020 had one, Korea 2005 only the threat, and Japan has no case: its chance rests on Korea's; "
        + "Jeffreys prior"
    ).since("2020-04-01")
      .before(
        .beta(successes: 0.5, failures: 1.5), since: "2005-04-25", mark: .estimated(1), tornado: 0...0.9,
        because: "Korea 2005 had only the threat, and Japan has no case; Jeffreys prior"
      ).before(.beta(successes: 0.5, failures: 0.5), because: "no case yet; Jeffreys prior"),
    assumed(
      "furlough.after_months", .fixed(3), tornado: 2...6, within: 1...36,
      "months of lapse before a furlough is possible",
      because: "Korea 2020: three months; none in three shorter lapses"
    ).since("2020-04-01")
      .before(
        .uniform(lower: 2, upper: 7), since: "2005-04-25", tornado: 2...7,
        because: "a lapse of nearly four months had none in 2005, which had the threat"
      ).before(.uniform(lower: 1, upper: 6), tornado: 1...6, because: "pay runs on for a while; no case"),
    assumed(
      "furlough.hazard", .fixed(1.0), tornado: 0...2, within: -5...5,
      "added to the logit of an agreement during a furlough",
      because: "the interim deal on wages came two months after the furlough of April 2020"
    ).since("2020-06-16")
      .before(.normal(mean: 0, standardDeviation: 0.5), because: "no case tells whether it presses"),
    assumed(
      "election.before", .fixed(-0.7), tornado: -1.4...0, within: -5...5,
      "added to the logit in the months before an inauguration in the United States or an election of the host "
        + "(election.window_months)",
      because:
        "of four rounds open in such months three waited (Korea 2004, Korea and Japan 2020) and one was closed in them "
        + "(Korea, October 2024); no round tells it of an election of the host, which is taken alike"
    ).since("2024-10-02")
      .before(
        .fixed(-0.7), since: "2020-12-11",
        because: "the three rounds open in such months waited (Korea 2004, Korea and Japan 2020)"
      ).before(
        .normal(mean: -0.3, standardDeviation: 0.5), since: "2005-01-20",
        because: "the one round open in such months waited (Korea 2004)"
      ).before(.normal(mean: -0.3, standardDeviation: 0.5), because: "both sides may wait; no case"),
    assumed(
      "election.after", .fixed(1.5), tornado: 0...2.5, within: -5...5,
      "added to the logit in the months after it",
      because:
        "the three rounds open after an inauguration ended within three months: Korea in April 2005 and March 2021, "
        + "Japan's with a stopgap in February 2021; the size is a judgement"
    ).since("2021-03-07")
      .before(
        .normal(mean: 0.7, standardDeviation: 0.7), since: "2005-04-25",
        because: "one case, Korea in April 2005; as much as may be held back before, more or less"
      ).before(
        .normal(mean: 0.3, standardDeviation: 0.5), tornado: -0.5...1.5,
        because: "no case; as much as may be held back before"),
    assumed(
      "election.window_months", .fixed(3), tornado: 1...6, within: 0...24,
      "how many months before and after an inauguration or an election count; the month itself does not",
      because: "what the rounds of 2004 and 2020 show; a shorter or longer wait is as credible"
    ).since("2020-12-11").before(.fixed(3), because: "a quarter of a year; no case tells it"),
    assumed(
      "ratification.in_time", .beta(successes: 3.88, failures: 0.12), tornado: 0.9...1, within: 0...1,
      "probability that the legislature approves in time, with a majority of the government",
      because: "one late approval in the record, under a hostile upper house; four pseudo-counts"
    ).since("2008-05-01")
      .before(
        .beta(successes: 3.8, failures: 0.2), because: "no late approval in the record; four pseudo-counts"),
    assumed(
      "ratification.hostile_upper_house", .beta(successes: 3, failures: 1), tornado: 0.4...0.95,
      within: 0...1,
      "the same with an upper house held by the opposition",
      because: "Japan 2008 late by a month, 2011 just in time; four pseudo-counts"
    ).since("2011-04-01")
      .before(
        .beta(successes: 2, failures: 2), since: "2008-05-01",
        because: "Japan 2008 late by a month; four pseudo-counts"
      ).before(
        .beta(successes: 1.5, failures: 0.5), because: "oppositions delay; no case, two pseudo-counts"),
    assumed(
      "ratification.minority", .beta(successes: 3.4, failures: 0.6), tornado: 0.6...1, within: 0...1,
      "the same without a majority in the lower house",
      because: "oppositions delayed and seldom refused; four pseudo-counts"),
    assumed(
      "ratification.months", .fixed(2), tornado: 0...3, within: 0...12,
      "months from the agreement until it can be in force; one fewer can be hurried",
      because: "Japan: with parliament by 1 February for an end in March, and thirty days in the lower house"),
    assumed(
      "ratification.late_months", .fixed(1), tornado: 1...3, within: 1...24,
      "months by which an approval that fails once is late", because: "one case: Japan in April 2008"
    ).since("2008-05-01").before(.fixed(1), because: "a month; no case"),
    assumed(
      "talks.followed_months", .fixed(48), tornado: 24...96, within: 12...120,
      "months after the end of the running agreement for which talks are followed; what is open then counts as agreed",
      because: "a term of office; the longest lapse on record is of 15 months"
    ).since("2021-09-01").before(.fixed(48), because: "a term of office"),
  ]

  /// The rounds without a demanding ask whose agreement was not in force in time, and since when that was known.
  private static let lateRounds: [(since: String, name: String)] = [
    ("2005-01-01", "Korea 2005"), ("2008-04-01", "Japan 2008 (agreed, approved late)"),
    ("2014-01-01", "Korea 2014"),
  ]

  /// The host's ceiling, outside options and the drivers of a scenario.
  static let constraint: [Assumption] = [
    assumed(
      "ceiling.weight", .uniform(lower: 0.05, upper: 0.2), tornado: 0.05...0.2, within: 0...2,
      "effect of the host's political standing on ln(ceiling), from -1 to 1",
      because: "no settlement tells it; it only bounds draws and tells the chance of no zone of agreement"),
    assumed(
      "ceiling.no_deal_cost", .fixed(0.05), tornado: 0...0.2, within: 0...2,
      "cost of no deal to the United States, log units of what it would accept",
      because: "small beside the amounts asked"),
    assumed(
      "minority.spread", .fixed(1.2), tornado: 1...1.5, within: 0.1...10,
      "factor on the spread of steps under a minority government",
      because: "weaker governments bind themselves less"),
    assumed(
      "minority.standing", .fixed(0.5), tornado: 0...1, within: 0...2,
      "what a minority takes from the host's political standing, which goes from -1 to 1",
      because: "a quarter of the scale; no settlement tells it"),
    assumed(
      "withdrawal.threat_weight", .fixed(0), tornado: 0...0.5, within: 0...1,
      "weight of a threat to withdraw in the host's ceiling",
      because: "none of the troop cuts of 1971-2008 followed a failed round"
    ).since("2008-12")
      .before(.fixed(0), because: "none of the troop cuts on record followed a failed round"),
    assumed(
      "withdrawal.rate", .uniform(lower: 0, upper: 0.02), tornado: 0...0.04, within: 0...0.2,
      "rate of a withdrawal, a year", because: "none in the record followed a failed round: small, not zero"),
    assumed(
      "driver.slope_step", .normal(mean: 0, standardDeviation: 0.02), tornado: -0.04...0.04, within: -1...1,
      "effect of a driver at its full strength on the step, log units",
      because: "the sign is the driver's own; no settled round identifies the size"),
    assumed(
      "driver.slope_hazard", .normal(mean: 0, standardDeviation: 0.3), tornado: -0.6...0.6, within: -5...5,
      "effect of a driver at its full strength on the logit of an agreement",
      because: "no settled round identifies the size"),
  ]
}
