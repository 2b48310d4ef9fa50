import Datasets
import Negotiation
import Reporting
import Series
import Strategy

/// What a scenario says, key by key, as rows of a table.
struct ScenarioRows {
  static let columns = ["scenario", "key", "value", "mark", "origin", "meaning", "reason", "source_id"]

  private let scenario: Scenario
  private let given: Set<String>
  private let stated: [String]
  /// The round that is projected, as the record has it.
  private let round: Round?
  /// The agreement before it, whose sources say how long it runs.
  private let predecessor: Round?
  /// The sources that were published by the as-of date.
  private let published: Set<String>

  /// The rows of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - given: the keys that its file gives; the others are defaults.
  ///   - stated: the statements of the file that options replace.
  ///   - evidence: the record, for the end of the running agreement.
  ///   - published: the sources of the package that were published by the as-of date; the record names later ones too.
  init(
    _ scenario: Scenario, given: Set<String>, stated: [String] = [], evidence: Evidence? = nil,
    published: Set<String>
  ) {
    self.published = published
    self.scenario = scenario
    self.given = given
    self.stated = stated
    let own = evidence?.rounds.first { $0.identifier == scenario.agreement?.round }
    round = own
    predecessor = own.flatMap { own in
      evidence?.rounds.last {
        $0.ally == own.ally && $0.instrument == .costShare && $0.termYears != nil
          && $0.firstYear < own.firstYear
      }
    }
  }

  private func row(
    _ key: String, _ value: String, mark: String = "", origin: String? = nil, meaning: String = "",
    reason: String = "", sources: [String] = []
  ) -> [Cell] {
    if stated.contains(where: { $0 == key || $0.hasPrefix("\(key).") }) {
      return [scenario.identifier, key, value, "A", "option", meaning, "given with --assume", ""].map {
        .text($0)
      }
    }
    let known = origin ?? (given.contains(key) ? "scenario" : "default")
    // What the file states without a source has its reason in the file's comments.
    let isOfFile = known == "scenario" && sources.isEmpty && reason.isEmpty
    let source = isOfFile ? "scenario" : sources.joined(separator: ";")
    let why =
      known == "default" && reason.isEmpty
      ? "the file leaves it out, and this is what that means" : reason
    return [scenario.identifier, key, value, mark, known, meaning, why, source].map { .text($0) }
  }

  /// The rows of the plans: dates, amounts, asks, the host.
  func facts() -> [[Cell]] {
    var rows = [
      row("as_of", scenario.asOf.description, meaning: "nothing published later is used"),
      row("horizon", "\(scenario.horizonYears)", meaning: "years projected"),
    ]
    for (currency, rate) in scenario.rates.rates.sorted(by: { $0.key < $1.key }) {
      let key = "exchange_rates.\(currency)"
      rows.append(
        row(
          key, numeral(rate.perDollar), mark: stated(key, rate.sources),
          origin: given.contains(key) ? nil : "series",
          meaning: "units for a dollar: \(rate.basis)", sources: rate.sources))
    }
    if let plan = scenario.agreement { rows += agreement(plan) + ask(plan.ask) + host(plan) }
    if let plan = scenario.ratio { rows += ratio(plan) }
    if let plan = scenario.game { rows += game(plan) }
    return rows
  }

  /// The mark of a number that the file may state in place of a series: its source's figure, or assumed.
  private func stated(_ key: String, _ sources: [String]) -> String {
    given.contains(key) ? (sources.isEmpty ? "A" : "E 1") : ""
  }

  /// The rows of the actors that are pooled with the model, in the unit of the agreement.
  ///
  /// - Parameters:
  ///   - table: the actors.
  ///   - unit: the unit.
  /// - Returns: a row for each.
  func actors(_ table: ActorTable, _ unit: MoneyUnit) -> [[Cell]] {
    zip(table.actors, table.origins).map { actor, origin in
      let central = actor.central
      let range = [actor.low, central.position, actor.high].map { numeral($0) }.joined(separator: "; ")
      return row(
        "actors.\(central.name)",
        "\(range) \(unit); salience \(numeral(central.salience)); capability \(numeral(central.capability))",
        mark: origin.isAssumed ? "A" : "", origin: "actors",
        meaning: "first year wanted: low, most likely, high; salience and capability are assumed",
        reason: origin.note, sources: origin.sources)
    }
  }

  /// The rows of the assumptions that can matter here: those on ratios for a ratio, all others for an agreement.
  ///
  /// - Parameters:
  ///   - book: the assumptions as they stand.
  ///   - others: keys that are left out.
  ///   - fitted: what the projection fitted, by the key of what stands in for it, and from how many cases.
  /// - Returns: a row for each.
  func assumptions(
    _ book: AssumptionBook, without others: Set<String> = [],
    fitted: [String: (value: AssumedValue, cases: Int)] = [:]
  ) -> [[Cell]] {
    let known = book.entries.filter { entry in
      let isOfRatios = entry.assumption.key.hasPrefix(RatioProjection.keyPrefix)
      let isReached = isOfRatios ? scenario.ratio != nil : scenario.agreement != nil
      return isReached && !others.contains(entry.assumption.key)
    }
    return known.map { entry in
      let assumption = entry.assumption
      var (origin, reason, sources) = ("catalogue", assumption.reason, [String]())
      switch entry.origin {
      case .catalogue: break
      case .scenario(let why, let where_): (origin, reason, sources) = ("scenario", why, where_)
      case .option: (origin, reason) = ("option", "given with --assume")
      }
      let own = entry.isOverridden ? nil : fitted[assumption.key]
      let estimate = own.map { Assumption.Mark.estimated($0.cases) } ?? assumption.mark
      let mark =
        entry.isOverridden ? "A" : estimate.description + (assumption.isFitted ? " fitted" : "")
      return row(
        assumption.key, (own?.value ?? entry.value).description, mark: mark, origin: origin,
        meaning: assumption.meaning, reason: reason, sources: sources)
    }
  }

  private func text(_ money: Money) -> String { "\(numeral(money.amount)) \(money.unit)" }

  private func agreement(_ plan: AgreementPlan) -> [[Cell]] {
    // The record's own end of the running agreement, where the scenario says the same.
    let isRecorded = round?.predecessorEnds?.monthIndex == plan.expires.monthIndex
    let expiry = isRecorded ? (predecessor?.sources ?? []).filter(published.contains) : []
    var rows = [
      row("agreement.ally", plan.ally.rawValue, meaning: plan.ally.name),
      row("agreement.round", plan.round, meaning: "the round that is projected"),
      row(
        "agreement.series", plan.series, mark: given.contains("agreement.series") ? "" : "A",
        meaning: "the series of the amounts",
        reason: given.contains("agreement.series") ? "" : "the ally's own series"),
      row(
        "agreement.base", text(plan.base.money), mark: stated("agreement.base", plan.base.money.sources),
        origin: given.contains("agreement.base") ? nil : "series",
        meaning: "the last amount known, of \(plan.ally.calendar.label(plan.base.year))",
        sources: plan.base.money.sources),
      row(
        "agreement.expires", plan.expires.description, mark: expiry.isEmpty ? "A" : "E 1",
        meaning: "the end of the running agreement", sources: expiry),
      row(
        "agreement.lapsed", "\(plan.hasLapsed)", mark: "A",
        meaning: "whether it has ended and nothing followed"),
      row(
        "agreement.talks_begin", plan.talksBegin.description, mark: "A", meaning: "the first month of talks"),
      row(
        "agreement.budget_month", "\(plan.budgetMonth)", mark: "A",
        meaning: "the month in which a budget is decided",
        reason: given.contains("agreement.budget_month") ? "" : "the ally's fiscal year"),
      row("agreement.term_years", "\(plan.termYears)", mark: "A", meaning: "years of the next agreement"),
      row(
        "agreement.first_year", plan.ally.calendar.label(plan.firstYear), mark: "A",
        meaning: "the first year that it pays for",
        reason: given.contains("agreement.first_year") ? "" : "the year after the running agreement"),
      row(
        "agreement.posture", plan.posture.rawValue, mark: "A",
        meaning: "how the United States negotiate at the start"),
    ]
    let growth =
      switch plan.growth {
      case .record: "record"
      case .consumerPrices(cap: nil): "consumer-prices"
      case .consumerPrices(cap: let cap?): "consumer-prices up to \(numeral(100 * cap)) percent"
      case .fixed(let share): "\(numeral(100 * share)) percent"
      }
    rows.append(row("agreement.within_term", growth, mark: "A", meaning: "how amounts grow within the term"))
    return rows
  }

  private func ask(_ plan: AskPlan) -> [[Cell]] {
    var rows = [
      row(
        "agreement.ask.reading", plan.reading.rawValue, mark: "A", meaning: "where the sum asked comes from")
    ]
    for (reading, cost) in plan.costs.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      rows.append(
        row(
          "agreement.ask.costs.\(reading.rawValue)", text(cost), mark: cost.sources.isEmpty ? "A" : "E 1",
          meaning: "the cost that Cost Plus stands on",
          sources: cost.sources))
    }
    if let sum = plan.fixedSum {
      rows.append(
        row(
          "agreement.ask.fixed_sum", text(sum), mark: sum.sources.isEmpty ? "A" : "E 1",
          meaning: "a sum that was named", sources: sum.sources))
    }
    if let percent = plan.percent {
      rows.append(
        row("agreement.ask.percent", numeral(percent), mark: "A", meaning: "percent above the last amount"))
    }
    for report in plan.reports {
      let known = report.date <= scenario.asOf ? "" : "; not public yet at the as-of date"
      rows.append(
        row(
          "agreement.ask.reported", text(report.money), mark: report.money.sources.isEmpty ? "A" : "E 1",
          meaning: "an ask reported on \(report.date)\(known)",
          reason: report.note, sources: report.money.sources))
    }
    return rows
  }

  private func host(_ plan: AgreementPlan) -> [[Cell]] {
    var rows: [[Cell]] = []
    if let offer = plan.offer {
      let known = offer.date <= scenario.asOf ? "" : "; not public yet at the as-of date"
      rows.append(
        row(
          "agreement.offer", text(offer.money), mark: offer.money.sources.isEmpty ? "A" : "E 1",
          meaning: "what the host offers, reported on \(offer.date)\(known)",
          reason: offer.note, sources: offer.money.sources))
    }
    let host = plan.host
    rows += [
      row(
        "agreement.host.security_salience", numeral(host.securitySalience), mark: "A",
        meaning: "how present security is in the host's politics, 0 to 1"),
      row(
        "agreement.host.fiscal_stress", numeral(host.fiscalStress), mark: "A",
        meaning: "how tight the host's budget is, 0 to 1"),
      row(
        "agreement.host.minority", "\(host.isMinority)", mark: "A",
        meaning: "no majority in the lower or only house"),
      row(
        "agreement.host.hostile_upper_house", "\(host.hasHostileUpperHouse)", mark: "A",
        meaning: "whether the opposition holds the upper house"),
      row(
        "agreement.elections.united_states", list(plan.elections.unitedStates), mark: "A",
        meaning: "presidential elections; those who negotiate may change in the January after"),
      row(
        "agreement.elections.host", list(plan.elections.host), mark: "A", meaning: "elections of the host"),
      row(
        "agreement.recount", "\(plan.isRecounted)", mark: "A",
        meaning: "whether existing support is counted again"),
      row(
        "agreement.precedent", plan.precedent?.rawValue ?? "", mark: "A",
        meaning: "the ally whose deal is looked at"),
    ]
    for payment in plan.linkage {
      rows.append(
        row(
          "agreement.linkage", "\(payment.kind.rawValue) \(text(payment.perYear))",
          mark: payment.perYear.sources.isEmpty ? "A" : "E 1",
          meaning: "given beside, a year",
          sources: payment.perYear.sources))
    }
    for driver in Driver.allCases {
      guard let value = plan.drivers[driver] else { continue }
      rows.append(
        row(
          "agreement.drivers.\(driver.rawValue)", numeral(value), mark: "A",
          meaning: driver.sign > 0 ? "raises the settlement" : "lowers the settlement", reason: driver.rule))
    }
    return rows
  }

  private func ratio(_ plan: RatioPlan) -> [[Cell]] {
    var rows = [
      row("ratio.allies", plan.allies.joined(separator: ";"), meaning: "who is asked"),
      row("ratio.series", plan.series, meaning: "the series of the ratios"),
      row("ratio.definition", plan.definition, meaning: "what is counted, over what"),
    ]
    // Of a path that is asked about alone the way straight to the ask is no part.
    if !plan.isPathAlone {
      rows += [
        row(
          "ratio.ask_percent", numeral(plan.askPercent), mark: plan.sources.isEmpty ? "A" : "E 1",
          meaning: "the ratio that is asked for, percent", sources: plan.sources),
        row("ratio.target_year", "\(plan.targetYear)", mark: "A", meaning: "by when"),
      ]
    }
    for path in plan.paths {
      rows.append(
        row(
          "ratio.paths", text(path.stages), mark: path.sources.isEmpty ? "A" : "E 1", origin: "scenario",
          meaning: "the path '\(path.name)': percent and year, pledged or asked for",
          sources: path.sources))
      for own in path.own {
        rows.append(
          row(
            "ratio.paths", "\(own.ally): \(text(own.stages))", mark: own.sources.isEmpty ? "A" : "E 1",
            origin: "scenario", meaning: "the path '\(path.name)' of \(own.ally) alone, in its place",
            sources: own.sources))
      }
    }
    return rows
  }

  private func text(_ stages: [RatioPlan.Stage]) -> String {
    stages.map { "\($0.kind.rawValue) \(numeral($0.percent)) by \($0.year)" }.joined(separator: ", ")
  }

  private func game(_ plan: GamePlan) -> [[Cell]] {
    let bound = plan.parameters.sorted { $0.key < $1.key }.map { name, binding in
      row(
        "game.parameters.\(name)", binding.description, mark: "A",
        meaning: "what the parameter of the game takes")
    }
    return [row("game.file", plan.file, meaning: "the game beside the forecast, no part of it")] + bound
  }

  private func list(_ dates: [PartialDate]) -> String {
    dates.map(\.description).joined(separator: ";")
  }
}
