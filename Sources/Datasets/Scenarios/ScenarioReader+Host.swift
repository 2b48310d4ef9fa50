import Negotiation
import Series

extension ScenarioReader {
  /// How the host's government stands.
  func host(_ node: YAMLNode) -> HostState? {
    var reader = YAMLReader(node, "host", faults)
    let salience = reader.number(ifPresent: "security_salience")
    let stress = reader.number(ifPresent: "fiscal_stress")
    let isMinority = reader.bool(ifPresent: "minority") ?? false
    let isHostile = reader.bool(ifPresent: "hostile_upper_house") ?? false
    reader.finish()
    let ordinary = HostState.ordinary
    return built(node) { () throws(ScenarioError) in
      try HostState(
        securitySalience: salience ?? ordinary.securitySalience,
        fiscalStress: stress ?? ordinary.fiscalStress, isMinority: isMinority,
        hasHostileUpperHouse: isHostile)
    }
  }

  /// Elections to come.
  func elections(_ node: YAMLNode) -> ElectionCalendar? {
    var reader = YAMLReader(node, "elections", faults)
    let unitedStates = (reader.list(ifPresent: "united_states") ?? []).compactMap {
      reader.date($0, "united_states")
    }
    let host = (reader.list(ifPresent: "host") ?? []).compactMap { reader.date($0, "host") }
    reader.finish()
    return built(node) { () throws(ScenarioError) in
      try ElectionCalendar(unitedStates: unitedStates, host: host)
    }
  }

  /// Conditions, each from -1 to 1.
  func drivers(_ node: YAMLNode) -> [Driver: Double] {
    var reader = YAMLReader(node, "drivers", faults)
    var found: [Driver: Double] = [:]
    for driver in Driver.allCases { found[driver] = reader.number(ifPresent: driver.rawValue) }
    reader.finish()
    return found
  }

  /// How amounts grow within the term.
  func growth(_ node: YAMLNode) -> TermGrowth? {
    var reader = YAMLReader(node, "within_term", faults)
    let rule = reader.word("rule", GrowthRule.self)
    let growth: TermGrowth?
    switch rule {
    case nil: return nil
    case .record?: growth = .record
    case .consumerPrices?:
      growth = .consumerPrices(cap: reader.number(ifPresent: "cap_percent").map { $0 / 100 })
    case .fixed?: growth = reader.number("percent").map { .fixed($0 / 100) }
    }
    reader.finish()
    return growth.flatMap { growth in built(node) { () throws(ScenarioError) in try growth.validated() } }
  }

  private enum GrowthRule: String, CaseIterable {
    case record
    case consumerPrices = "consumer-prices"
    case fixed
  }

  /// A demand for a ratio.
  func ratio(_ node: YAMLNode, asOf: PartialDate?) -> RatioPlan? {
    var reader = YAMLReader(node, "ratio", faults)
    let allies = reader.value("allies").flatMap { _ in reader.texts(ifPresent: "allies") } ?? []
    let seriesNode = reader.value("series")
    let series = reader.text(seriesNode, "series")
    let definition = reader.text("definition")
    let ask = reader.number("ask_percent")
    let target = reader.integer("target_year")
    let sources = self.names(&reader)
    let paths = (reader.list(ifPresent: "paths") ?? []).compactMap { self.path($0) }
    reader.finish()
    guard !reader.hasFaults, let seriesNode, let series, let definition, let ask, let target else {
      return nil
    }
    let plan = built(node) { () throws(ScenarioError) in
      try RatioPlan(
        allies: allies.map(\.text), series: series, definition: definition, askPercent: ask,
        targetYear: target, paths: paths, isPathAlone: path != nil, sources: sources)
    }
    guard let plan else { return nil }
    for ally in allies {
      requireRatio(
        plan.series(of: ally.text), of: ally.text, allies.count == 1 ? seriesNode : ally.node)
    }
    if !reader.hasFaults, let asOf { requireAsk(of: plan, asOf: asOf, node) }
    return plan
  }

  /// Refuses an ask that every ally had passed by the date.
  private func requireAsk(of plan: RatioPlan, asOf: PartialDate, _ node: YAMLNode) {
    var least: (ally: String, year: Int, percent: Double)?
    for ally in plan.allies {
      guard let last = last(of: plan.series(of: ally), asOf: asOf, before: .max) else { return }
      if last.value < least?.percent ?? .infinity { least = (ally, last.year, last.value) }
    }
    guard let least, plan.askPercent <= least.percent else { return }
    let error = ScenarioError.Problem.askNotAboveRatios(
      ask: plan.askPercent, ally: least.ally, percent: least.percent, year: least.year)
    faults.add(
      .scenario(node.nearest(to: "ask_percent").place, ScenarioError("ratio.ask_percent", error)))
  }

  /// Refuses a series that is no percentage of the ally's own.
  private func requireRatio(_ name: String, of ally: String, _ node: YAMLNode) {
    guard let entry = requireSeries(name, node) else { return }
    guard entry.economy == ally, entry.unit == Unit("percent") else {
      faults.add(
        node.place,
        .notPossible(
          key: "series", found: "'\(name)'",
          expected: "a series of \(ally) in percent; it is one of \(entry.economy) in \(entry.unit)"))
      return
    }
  }

  private func path(_ node: YAMLNode) -> RatioPlan.Path? {
    var reader = YAMLReader(node, "paths", faults)
    let name = reader.text("name")
    let stages = (reader.list(ifPresent: "stages") ?? []).compactMap { self.stage($0) }
    let own = (reader.list(ifPresent: "own") ?? []).compactMap { self.own($0) }
    let sources = self.names(&reader)
    reader.finish()
    guard !reader.hasFaults, let name else { return nil }
    return built(node) { () throws(ScenarioError) in
      try RatioPlan.Path(name: name, stages: stages, own: own, sources: sources)
    }
  }

  /// The stages of one ally within a path.
  private func own(_ node: YAMLNode) -> RatioPlan.Own? {
    var reader = YAMLReader(node, "own", faults)
    let ally = reader.text("ally")
    let stages = (reader.list(ifPresent: "stages") ?? []).compactMap { self.stage($0) }
    let sources = self.names(&reader)
    reader.finish()
    guard !reader.hasFaults, let ally else { return nil }
    return built(node) { () throws(ScenarioError) in
      try RatioPlan.Own(ally: ally, stages: stages, sources: sources)
    }
  }

  private func stage(_ node: YAMLNode) -> RatioPlan.Stage? {
    var reader = YAMLReader(node, "stages", faults)
    let kind = reader.word("kind", RatioPlan.Stage.Kind.self)
    let year = reader.integer("year")
    let percent = reader.number("percent")
    reader.finish()
    guard let kind, let year, let percent else { return nil }
    return built(node) { () throws(ScenarioError) in
      try RatioPlan.Stage(kind, year: year, percent: percent)
    }
  }
}
