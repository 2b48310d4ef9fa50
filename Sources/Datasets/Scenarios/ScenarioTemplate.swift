public import Negotiation

/// The scenario that a user starts from.
public enum ScenarioTemplate {
  /// The text of a sound scenario file with every key explained.
  ///
  /// - Parameters:
  ///   - name: the scenario's name.
  ///   - ally: whose agreement it is about.
  /// - Returns: YAML with comments.
  public static func text(name: String, ally: Ally) -> String {
    let facts = Facts(ally)
    return """
      # A scenario: a posture, asks, and assumptions about the ally and the environment.
      #
      # Every number needs a reason: name its source (an id of 'burdenshare data sources'), or say that you assume it.
      # 'burdenshare scenario check FILE' tells what is wrong, 'burdenshare scenario show FILE' what follows.
      title: "\(name)"
      question: What do you want to know?

      # Nothing published later is used: 2026, 2026-11 or 2026-11-22.
      as_of: 2026-11-22
      # Years projected, from the first year of the next agreement on: 1 to 30.
      horizon: 10
      # Where the facts come from.
      sources: [\(facts.source)]

      # Units for a dollar; without it, the last yearly average of the package.
      # exchange_rates:
      #   \(ally.unit.currency): {per_dollar: \(facts.rate), basis: the market's on 2026-11-20, sources: []}

      agreement:
        # JPN or KOR.
        ally: \(ally.rawValue)
        # The round's name, as 'burdenshare replay' writes it.
        round: \(facts.round)
        # The last amount known; without it, the last one of the series '\(ally.series)' at the as-of date.
        # base: {year: \(facts.baseYear), amount: \(facts.base), unit: \(ally.unit), sources: [\(facts.source)]}
        # The month in which the running agreement ends; 'lapsed: true' if it has, and nothing followed.
        expires: \(facts.expires)
        lapsed: false
        # The month in which talks begin.
        talks_begin: \(facts.talks)
        # The month, 1 to 12, in which the budget is decided.
        budget_month: \(ally.budgetMonth)
        # Years of the next agreement, 1 to 10.
        term_years: 5
        # status-quo, transactional or demanding.
        posture: demanding
        ask:
          # hns-items, us-paid or both-sides (the cost below and half as much again), fixed (the sum below),
          # percent (so much more than the last amount), or posture (drawn; not under a demanding posture).
          reading: fixed
          # What Cost Plus stands on.
          costs:
            hns-items: {amount: \(facts.items), sources: [\(facts.itemsSource)]}
            us-paid: {amount: \(facts.paid), unit: USD_BN, sources: [gao-21-270]}
          # A sum: units are a currency and _M, _100M, _BN or _TN after it.
          fixed_sum: {amount: \(facts.sum), unit: USD_BN, sources: [\(facts.sumSource)]}
          # percent: 50
          # Asks that were reported; those after the as-of date are passed over.
          reported: []
          #  - {amount: \(facts.sum), unit: USD_BN, date: 2026-10, sources: [], note: what was said}
        # What the host has offered in public, if anything.
        # offer: {amount: \(facts.base), unit: \(ally.unit), date: 2026-10, sources: []}
        host:
          # How present security is in its politics, and how tight its budget: 0 to 1.
          security_salience: 0.5
          fiscal_stress: 0.5
          # Without a majority in the lower or only house; with an upper house of the opposition.
          minority: false
          hostile_upper_house: false
        # Elections that can change who negotiates.
        elections:
          united_states: [2028-11, 2032-11]
          host: [\(facts.election)]
        # What the host gives beside the settlement: kind fms, ptrl, investment or gdp-ratio.
        linkage: []
        #  - {kind: fms, amount: 1, unit: USD_BN, sources: []}
        # Whether existing support is counted again under the new heading.
        recount: false
        # The ally whose last deal is looked at; its weight is the assumption precedent.weight.
        # precedent: \(ally.other.rawValue)
        # Conditions from -1 to 1: \(Driver.allCases.map(\.rawValue).joined(separator: ", ")).
        drivers: {host-threat: 0}
        # record (as past terms), consumer-prices (with cap_percent), or fixed (with percent).
        within_term: {rule: record}

      # A ratio of defense spending that is demanded; with or instead of 'agreement'.
      # ratio:
      #   allies: [\(ally.rawValue)]
      #   # A series of the ally in percent; {ally} stands for its code in small letters.
      #   series: defense-ratio-{ally}
      #   definition: SIPRI's definition, over GDP of the year
      #   ask_percent: 3.5
      #   target_year: 2035
      #   # Ways to it. A stage says its kind: a pledge is the ally's own and is approached as pledges were; an ask is conceded
      #   # in part (ratio.pass_through), beyond what is pledged already. Each stands until its year is over.
      #   paths:
      #     - name: pledge-then-ask
      #       stages: [{kind: pledge, year: 2030, percent: 2}, {kind: ask, year: 2035, percent: 3.5}]
      #       # Stages of single allies in place of these.
      #       # own: [{ally: \(ally.rawValue), stages: [{kind: pledge, year: 2035, percent: 3}], sources: []}]
      #       sources: []

      # What is assumed otherwise than by the catalogue ('burdenshare scenario show' lists the keys).
      assumptions:
        ask.markup: {value: 0.5, reason: the 50 of Cost Plus 50, sources: [asahi-2019-03-13]}
        # ask.status_quo: {value: "normal(0.18, 0.1, 0, 0.5)", reason: why}

      # A game of 'burdenshare strategy game' that stands beside the forecast ('project --table game') and never enters it; its
      # parameters take a number, {assumption: KEY} (its median), {median: last_amount, first_year, term_mean or
      # package_value}, or {probability: EVENT}.
      # game:
      #   file: hold-out
      #   parameters: {settlement: {median: first_year}, last: {median: last_amount}}

      # Variants of the same case: each gives keys that replace those above; a key without a value goes away.
      # variants:
      #   hard: {agreement: {posture: demanding}}
      #   soft: {agreement: {posture: status-quo, ask: {reading: posture}}}

      """
  }

  /// The numbers of an ally's template.
  private struct Facts {
    let (round, expires, talks, election): (String, String, String, String)
    let (base, baseYear, rate, source): (String, Int, String, String)
    let (items, itemsSource, paid, sum, sumSource): (String, String, String, String, String)

    init(_ ally: Ally) {
      switch ally {
      case .japan:
        (round, expires, talks, election) = ("JP-SMA-2027", "2027-03", "2026-10", "2028-07")
        (base, baseYear, rate, source) = ("2274", 2025, "150", "fuji-2025-04-20")
        (items, itemsSource) = ("2210, unit: JPY_100M", "nikkei-2017-01-26")
        (paid, sum, sumSource) = ("5.225", "8", "jmh-2020-06-23")
      case .korea:
        (round, expires, talks, election) = ("KOR-SMA-13", "2030-12", "2030-01", "2030-06")
        (base, baseYear, rate, source) = ("15192", 2026, "1400", "mofa-2024-10-04")
        (items, itemsSource) = ("1.616, unit: USD_BN", "hani-jp-2016-11")
        (paid, sum, sumSource) = ("3.35", "10", "koreaherald-2024-10-16")
      }
    }
  }
}
