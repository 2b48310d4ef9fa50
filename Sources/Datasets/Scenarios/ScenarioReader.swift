import Negotiation
import Series

/// Makes a scenario of a file's keys; what is wrong is collected with its place.
struct ScenarioReader {
  /// The package whose series and sources the scenario names.
  let package: DataPackage
  /// The names of the sources.
  let sources: Set<String>
  /// The record of rounds, or `nil` in a package without one.
  let evidence: Evidence?
  let faults: YAMLFaults
  /// The path of ratios that is asked about alone, or `nil` for the whole scenario.
  var path: String?

  /// The scenario of a mapping, or `nil` when something is wrong with it.
  ///
  /// - Parameters:
  ///   - node: the mapping, variants laid over.
  ///   - identifier: the scenario's name.
  /// - Returns: the scenario.
  func scenario(_ node: YAMLNode, identifier: String) -> Scenario? {
    var reader = YAMLReader(node, identifier, faults)
    let title = reader.text("title")
    let question = reader.text(ifPresent: "question")
    let asOf = reader.date("as_of").flatMap { date in
      built(node) { () throws(ScenarioError) -> PartialDate in
        try Scenario.requireRecord(at: date)
        return date
      }
    }
    let horizon = reader.integer("horizon")
    let sources = self.names(&reader)
    let rates = self.rates(reader.value(ifPresent: "exchange_rates"), asOf: asOf)
    let agreementNode = reader.value(ifPresent: "agreement")
    let agreement = agreementNode.flatMap { self.agreement($0, asOf: asOf) }
    let ratioNode = reader.value(ifPresent: "ratio")
    let ratio = ratioNode.flatMap { self.ratio($0, asOf: asOf) }
    let overrides = reader.value(ifPresent: "assumptions").map { self.overrides($0) } ?? [:]
    let game = reader.value(ifPresent: "game").flatMap { self.game($0) }
    reader.finish()
    guard !reader.hasFaults, let title, let asOf, let horizon, let rates else { return nil }
    return built(node) { () throws(ScenarioError) in
      try Scenario(
        identifier: identifier, title: path.map { "\(title), \($0)" } ?? title, question: question ?? "",
        asOf: asOf, horizonYears: horizon,
        agreement: agreement, ratio: ratio, rates: rates, overrides: overrides, game: game, sources: sources)
    }
  }

  /// What a construction gives; a refusal is a fault at the place of the key that it names.
  func built<Value>(_ node: YAMLNode, _ make: () throws(ScenarioError) -> Value) -> Value? {
    do {
      return try make()
    } catch {
      faults.add(.scenario(node.nearest(to: error.path).place, error))
      return nil
    }
  }

  /// The sources that a mapping names.
  func names(_ reader: inout YAMLReader) -> [String] {
    reader.texts(ifPresent: "sources").map { name, node in
      if !sources.contains(name) {
        faults.add(.unknownSource(node.place, name, nearest: nearestName(to: name, among: sources.sorted())))
      }
      return name
    }
  }

  /// An amount of money: `amount`, `unit`, `sources`.
  func money(_ node: YAMLNode, _ key: String) -> Money? {
    var reader = YAMLReader(node, key, faults)
    let money = self.money(&reader)
    reader.finish()
    return money
  }

  /// The amount of money among other keys of a mapping.
  func money(_ reader: inout YAMLReader) -> Money? {
    let amount = reader.number("amount")
    let unitNode = reader.value("unit")
    let symbol = reader.text(unitNode, "unit")
    let sources = self.names(&reader)
    guard let amount, let unitNode, let symbol,
      let unit = built(unitNode, { () throws(ScenarioError) in try MoneyUnit(symbol) })
    else { return nil }
    return built(reader.node) { () throws(ScenarioError) in try Money(amount, unit, sources: sources) }
  }

  /// The rates that the file states; for the allies' own currencies otherwise the last average known at the date.
  private func rates(_ node: YAMLNode?, asOf: PartialDate?) -> ExchangeRates? {
    var found: [String: ExchangeRates.Rate] = [:]
    if let node {
      guard let members = node.members else {
        faults.add(
          node.place, .wrongType(key: "exchange_rates", found: node.kind, expected: "a group of keys"))
        return nil
      }
      for member in members {
        let isCode = member.key.utf8.count == 3 && member.key.utf8.allSatisfy { (65...90).contains($0) }
        guard isCode, member.key != "USD" else {
          faults.add(
            member.keyPlace,
            .notPossible(
              key: "exchange_rates", found: "'\(member.key)'", expected: "a currency such as JPY"))
          continue
        }
        var reader = YAMLReader(member.value, member.key, faults)
        let perDollar = reader.number("per_dollar")
        let basis = reader.text(ifPresent: "basis")
        let sources = self.names(&reader)
        reader.finish()
        if let perDollar {
          found[member.key] = built(member.value) { () throws(ScenarioError) in
            try ExchangeRates.Rate(perDollar: perDollar, basis: basis ?? "as stated", sources: sources)
          }
        }
      }
    }
    guard let asOf else { return nil }
    for ally in Ally.allCases where found[ally.unit.currency] == nil {
      guard let last = last(of: ally.exchangeRateSeries, asOf: asOf, before: .max) else { continue }
      found[ally.unit.currency] = try? ExchangeRates.Rate(
        perDollar: last.value, basis: "\(ally.exchangeRateSeries) \(last.year)", sources: last.sources)
    }
    return ExchangeRates(found)
  }

  /// The last value of a series that was known at a date, or `nil` without one.
  func last(of series: String, asOf: PartialDate, before year: Int) -> (
    year: Int, value: Double, sources: [String]
  )? {
    let selection = Selection(asOf: asOf)
    guard let known = try? package.observations(series),
      let last = known.last(where: { $0.year < year && selection.admits($0) }), let value = last.value
    else { return nil }
    return (last.year, value, last.sources)
  }

  private func overrides(_ node: YAMLNode) -> [String: ScenarioOverride] {
    guard let members = node.members else {
      faults.add(node.place, .wrongType(key: "assumptions", found: node.kind, expected: "a group of keys"))
      return [:]
    }
    var found: [String: ScenarioOverride] = [:]
    for member in members {
      var reader = YAMLReader(member.value, member.key, faults)
      let valueNode = reader.value("value")
      let text = reader.text(valueNode, "value")
      let reason = reader.text("reason")
      let sources = self.names(&reader)
      reader.finish()
      let refuse = { (place: FilePlace, error: AssumptionError) in
        faults.add(.scenario(place, ScenarioError("", .assumption(error))))
      }
      let assumption: Assumption
      do throws(AssumptionError) {
        assumption = try AssumptionCatalog.standard.assumption(member.key)
      } catch {
        refuse(member.keyPlace, error)
        continue
      }
      guard let valueNode, let text, let reason else { continue }
      do throws(AssumptionError) {
        found[member.key] = ScenarioOverride(
          try assumption.value(text: text), reason: reason, sources: sources)
      } catch {
        refuse(valueNode.place, error)
      }
    }
    return found
  }
}
