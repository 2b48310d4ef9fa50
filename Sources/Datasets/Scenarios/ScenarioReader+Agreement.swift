import Negotiation
import Series

extension ScenarioReader {
  /// The negotiation of an agreement.
  func agreement(_ node: YAMLNode, asOf: PartialDate?) -> AgreementPlan? {
    var reader = YAMLReader(node, "agreement", faults)
    let ally = self.ally(&reader)
    let round = reader.text("round")
    let series = self.series(&reader, of: ally)
    let baseNode = reader.value(ifPresent: "base")
    let stated = baseNode.flatMap { self.base($0) }
    let expires = reader.date("expires")
    let hasLapsed = reader.bool(ifPresent: "lapsed") ?? false
    let talksBegin = reader.date("talks_begin")
    let budgetMonth = reader.integer(ifPresent: "budget_month")
    let termYears = reader.integer("term_years")
    let firstYear = reader.integer(ifPresent: "first_year")
    let posture = reader.word("posture", Posture.self)
    let ask = reader.value("ask").flatMap { self.ask($0) }
    let offer = reader.value(ifPresent: "offer").flatMap { self.offer($0) }
    let host = reader.value(ifPresent: "host").flatMap { self.host($0) }
    let elections = reader.value(ifPresent: "elections").flatMap { self.elections($0) }
    let linkage = self.linkage(&reader)
    let isRecounted = reader.bool(ifPresent: "recount") ?? false
    let precedent = self.precedent(&reader)
    let drivers = reader.value(ifPresent: "drivers").map { self.drivers($0) } ?? [:]
    let growth = reader.value(ifPresent: "within_term").flatMap { self.growth($0) } ?? .record
    reader.finish()
    guard !reader.hasFaults, let ally, let round, let expires, let talksBegin, let termYears, let posture,
      let ask, let asOf
    else { return nil }
    let first = firstYear ?? ally.year(ofMonth: expires.monthIndex + 1)
    guard
      let base = stated
        ?? lastAmount(of: series ?? ally.series, ally: ally, asOf: asOf, before: first, at: node)
    else { return nil }
    let plan = built(node) { () throws(ScenarioError) in
      try AgreementPlan(
        ally: ally, round: round, series: series, base: base, expires: expires, hasLapsed: hasLapsed,
        talksBegin: talksBegin, budgetMonth: budgetMonth, termYears: termYears, firstYear: firstYear,
        posture: posture, ask: ask, offer: offer, host: host ?? .ordinary, elections: elections ?? .none,
        linkage: linkage, isRecounted: isRecounted, precedent: precedent, drivers: drivers, growth: growth)
    }
    if let plan { requireRound(of: plan, asOf: asOf, node) }
    return plan
  }

  /// Refuses a round that the record does not have, that is another ally's, or that was agreed by the date.
  private func requireRound(of plan: AgreementPlan, asOf: PartialDate, _ node: YAMLNode) {
    guard let evidence else { return }
    do throws(NegotiationError) {
      try evidence.requireOpen(plan, on: asOf)
    } catch {
      faults.add(
        .scenario(node.nearest(to: "round").place, ScenarioError("agreement.round", .round(error))))
    }
  }

  private func ally(_ reader: inout YAMLReader) -> Ally? {
    let node = reader.value("ally")
    guard let node, let code = reader.text(node, "ally") else { return nil }
    return built(node) { () throws(ScenarioError) in try Ally(code: code) }
  }

  private func precedent(_ reader: inout YAMLReader) -> Ally? {
    let node = reader.value(ifPresent: "precedent")
    guard let node, let code = reader.text(node, "precedent") else { return nil }
    return built(node) { () throws(ScenarioError) in try Ally(code: code) }
  }

  /// The series of the amounts, whose numbers are read as money of the ally.
  private func series(_ reader: inout YAMLReader, of ally: Ally?) -> String? {
    let node = reader.value(ifPresent: "series")
    guard let node, let name = reader.text(node, "series") else { return nil }
    guard let entry = requireSeries(name, node), let ally else { return name }
    guard entry.economy == ally.rawValue, entry.unit == ally.unit.unit else {
      let own = "a series of \(ally.rawValue) in \(ally.unit)"
      faults.add(
        node.place,
        .notPossible(
          key: "series", found: "'\(name)'",
          expected: "\(own); it is one of \(entry.economy) in \(entry.unit)"))
      return nil
    }
    return name
  }

  /// The entry of a series; one that the package does not have is refused.
  @discardableResult
  func requireSeries(_ name: String, _ node: YAMLNode) -> SeriesEntry? {
    do {
      return try package.entry(name)
    } catch {
      faults.add(
        node.place,
        .notPossible(key: "series", found: "'\(name)'", expected: "a series of the package; \(error)"))
      return nil
    }
  }

  private func base(_ node: YAMLNode) -> BaseAmount? {
    var reader = YAMLReader(node, "base", faults)
    let year = reader.integer("year")
    let money = self.money(&reader)
    reader.finish()
    guard let year, let money else { return nil }
    return BaseAmount(year: year, money: money)
  }

  private func lastAmount(
    of series: String, ally: Ally, asOf: PartialDate, before first: Int, at node: YAMLNode
  ) -> BaseAmount? {
    guard let last = last(of: series, asOf: asOf, before: first) else {
      faults.add(node.place, .missingKey("base"))
      return nil
    }
    guard last.year >= first - AgreementPlan.longestGap else {
      let known = "the last amount known by \(asOf), of \(last.year),"
      faults.add(
        .scenario(
          node.place,
          ScenarioError(
            "as_of",
            .tooFarApart(
              known, "\(first), the first year of the next agreement", years: AgreementPlan.longestGap))))
      return nil
    }
    return built(node) { () throws(ScenarioError) in
      BaseAmount(year: last.year, money: try Money(last.value, ally.unit, sources: last.sources))
    }
  }

  private func ask(_ node: YAMLNode) -> AskPlan? {
    var reader = YAMLReader(node, "ask", faults)
    let reading = reader.word("reading", AskPlan.Reading.self)
    var costs: [AskPlan.Reading: Money] = [:]
    if let node = reader.value(ifPresent: "costs") {
      var inner = YAMLReader(node, "costs", faults)
      for reading in [AskPlan.Reading.hostNationItems, .usPaid, .bothSides] {
        guard let node = inner.value(ifPresent: reading.rawValue) else { continue }
        costs[reading] = money(node, reading.rawValue)
      }
      inner.finish()
    }
    let fixedSum = reader.value(ifPresent: "fixed_sum").flatMap { money($0, "fixed_sum") }
    let percent = reader.number(ifPresent: "percent")
    let reports = (reader.list(ifPresent: "reported") ?? []).compactMap { dated($0, "reported") }.map {
      AskPlan.Report($0.money, date: $0.date, note: $0.note)
    }
    reader.finish()
    guard !reader.hasFaults, let reading else { return nil }
    return built(node) { () throws(ScenarioError) in
      try AskPlan(reading: reading, costs: costs, fixedSum: fixedSum, percent: percent, reports: reports)
    }
  }

  private func offer(_ node: YAMLNode) -> Offer? {
    dated(node, "offer").map { Offer($0.money, date: $0.date, note: $0.note) }
  }

  /// An amount with a date and a note.
  private func dated(_ node: YAMLNode, _ key: String) -> (money: Money, date: PartialDate, note: String)? {
    var reader = YAMLReader(node, key, faults)
    let money = self.money(&reader)
    let date = reader.date("date")
    let note = reader.text(ifPresent: "note") ?? ""
    reader.finish()
    guard let money, let date else { return nil }
    return (money, date, note)
  }

  private func linkage(_ reader: inout YAMLReader) -> [SidePayment] {
    (reader.list(ifPresent: "linkage") ?? []).compactMap { node in
      var inner = YAMLReader(node, "linkage", faults)
      let kind = inner.word("kind", SidePayment.Kind.self)
      let money = self.money(&inner)
      inner.finish()
      guard let kind, let money else { return nil }
      return SidePayment(kind, perYear: money)
    }
  }
}
