import Datasets
import Negotiation
import Reporting
import Series

extension ScenarioProjection {
  /// What a reader has to know beside the numbers, a line each.
  var notes: [String] {
    var notes = ["\(scenario.identifier): \(scenario.title)"]
    if let agreement {
      let plan = agreement.plan
      let settlement = agreement.fits.settlement
      notes.append(
        "\(scenario.identifier): as of \(scenario.asOf); last amount \(numeral(plan.base.money.amount)) "
          + "\(plan.ally.unit) of \(plan.ally.calendar.label(plan.base.year)); \(settlement.rounds.count) rounds "
          + "fitted; posture \(plan.posture.rawValue), ask read as \(plan.ask.reading.rawValue)")
      let silent = settlement.coefficients.filter(\.dataSayNothing).map(\.name)
      if !silent.isEmpty {
        notes.append("\(scenario.identifier): the data say nothing about \(silent.joined(separator: ", "))")
      }
      let older = book.entries.count { entry in
        let now = try? AssumptionCatalog.standard.assumption(entry.assumption.key)
        let isReached = !entry.assumption.key.hasPrefix(RatioProjection.keyPrefix) && !entry.isOverridden
        return isReached && now.map { $0.knownSince != entry.assumption.knownSince } ?? false
      }
      if older > 0 {
        notes.append(
          "\(scenario.identifier): \(older) assumptions stand as they could be made by \(scenario.asOf), before the "
            + "evidence that they rest on today")
      }
      notes.append(
        "\(scenario.identifier): every assumption with its mark: --table assumptions; what each does: "
          + "--table tornado; how past rounds were forecast: 'burdenshare replay'")
      let decided = agreement.decided
      if !decided.isEmpty {
        let events = decided.map { "\($0.event.rawValue) \($0.happened ? 1 : 0)" }.joined(separator: ", ")
        let furlough =
          plan.hasLapsed ? "; whether this lapse has led to a furlough is for the record to say" : ""
        notes.append(
          "\(scenario.identifier): decided by \(scenario.asOf) and no forecast: \(events)\(furlough)")
      }
      if let actors, let weight = try? book.value(AssumptionCatalog.spatialWeight),
        let shares = agreement.pooledShares(workers: SingleWorker())
      {
        notes.append(actors.note(scenario.identifier, plan, weight: weight, shares))
      }
    }
    if let growth = agreement?.termGrowth {
      let (mean, error) = (
        NumberText.fixed(100 * growth.mean, decimals: 1),
        NumberText.fixed(100 * growth.meanError, decimals: 1)
      )
      notes.append(
        "\(scenario.identifier): growth within a term \(mean) % a year, unknown by \(error), from \(growth.years) years "
          + "of which the latest count most; --assume growth.discount=1 counts all alike")
    }
    if let ratio {
      notes.append("\(scenario.identifier): ratio: \(ratio.plan.definition)")
      let years = Set(ratio.levels.map(\.year)).sorted(by: >)
      let starts = years.map { year in
        let allies = ratio.levels.filter { $0.year == year }.map(\.ally)
        return "from \(year): \(allies.joined(separator: ", "))"
      }
      notes.append(
        "\(scenario.identifier): each ally starts from its own last known year: "
          + starts.joined(separator: "; "))
      let last = ratio.firstYear + scenario.horizonYears - 1
      for path in ratio.paths {
        for stage in path.stages where stage.year > last {
          notes.append("\(label(path)): \(stage.year) lies beyond the horizon; its event is not told")
        }
      }
    }
    return notes
  }

  /// How far the medians that contributions or a tornado start from lie from those of the paths, which have draws of their own.
  ///
  /// - Parameters:
  ///   - rows: of the table.
  ///   - table: contributions or tornado; others have none of their own.
  ///   - draws: how many the paths have.
  ///   - seed: of the random numbers.
  ///   - workers: who draws.
  /// - Returns: one line, or none where they are the same numbers.
  /// - Throws: `ProjectionError` for a number that is not finite.
  func startNote(
    _ rows: [[Cell]], _ table: ProjectionTable, draws: Draws, seed: Seed, workers: PoolWorkers
  ) throws -> String? {
    let middle: Int
    switch table {
    case .contributions: middle = 5
    case .tornado: middle = 8
    default: return nil
    }
    func key(_ row: [Cell]) -> [String] {
      row.prefix(4).map { if case .text(let text) = $0 { text } else { "" } }
    }
    func number(_ row: [Cell], _ column: Int) -> Double {
      if case .number(let value) = row[column] { value } else { 0 }
    }
    var own: [[String]: Double] = [:]
    for row in rows {
      // Contributions add up to the median; every bar of a tornado names it.
      own[key(row)] = number(row, middle) + (table == .contributions ? own[key(row)] ?? 0 : 0)
    }
    var furthest: (key: [String], here: Double, there: Double, share: Double)?
    for row in try simulated(.paths, draws: draws, seed: seed, workers: workers) {
      let there = number(row, 8)
      guard let here = own[key(row)], here != 0 || there != 0 else { continue }
      let share = (here - there).magnitude / max(here.magnitude, there.magnitude)
      // Sums of a few contributions leave a last digit.
      if share > max(furthest?.share ?? 0, 1e-12) { furthest = (key(row), here, there, share) }
    }
    guard let furthest else { return nil }
    let few =
      table == .contributions ? AgreementProjection.contributionDraws : AgreementProjection.tornadoDraws
    let texts = [furthest.here, furthest.there].map {
      NumberText.fixed($0, decimals: $0.magnitude < 100 ? 3 : 1)
    }
    return "\(scenario.identifier): medians here are of \(few) draws each, those of --table paths of "
      + "\(draws.count): they differ by at most \(NumberText.fixed(100 * furthest.share, decimals: 2)) % "
      + "(\(furthest.key[1]) \(furthest.key[3]): \(texts[0]) here, \(texts[1]) there)"
  }

  /// A line for each assumption of the command line that changes nothing here.
  ///
  /// The scenario is projected with and without it from the same random numbers; where every number and event of every draw
  /// stays, the assumption is not reached, or is what the scenario has anyway.
  ///
  /// - Parameter package: where record and series are.
  /// - Returns: the lines, in the order of the keys.
  /// - Throws: the error of the module that refuses.
  func withoutEffect(_ package: DataPackage) throws -> [String] {
    try options.keys.sorted().compactMap { key in
      let other = try ScenarioProjection(without: key, of: self, package)
      return differs(from: other)
        ? nil
        : "\(scenario.identifier): --assume \(key) changes nothing here, in none of "
          + "\(AgreementProjection.effectDraws) draws: what it is about does not happen, or it is assumed so anyway"
    }
  }

  /// A line for each statement of the command line that changes no number here.
  ///
  /// The scenario is read and projected with and without it from the same random numbers. A statement without which it
  /// cannot be read or projected does something.
  ///
  /// - Parameters:
  ///   - stated: what the command line says in place of the file's statements, or beside them.
  ///   - file: the scenario's file.
  ///   - package: where record and series are.
  /// - Returns: the lines, in the order of the statements.
  /// - Throws: the error of the module that refuses.
  func withoutEffect(
    _ stated: [ScenarioStatement], _ file: ScenarioFile, _ package: DataPackage
  ) throws -> [String] {
    let name = file.path + scenario.identifier.dropFirst(file.name.count)
    return try stated.indices.compactMap { place in
      var others = stated
      let statement = others.remove(at: place)
      let plain = try package.scenarioFile(name, stating: others)
      guard plain.faults.isEmpty,
        let other = plain.scenarios.first(where: { $0.identifier == scenario.identifier }),
        isLabelled(as: other),
        let without = try? ScenarioProjection(other, package, options: options, actors: actors)
      else { return nil }
      return differs(from: without)
        ? nil
        : "\(scenario.identifier): --assume \(statement.key) changes no number here, in none of "
          + "\(AgreementProjection.effectDraws) draws: what it is about does not happen, or it is assumed so anyway"
    }
  }

  /// Whether another scenario has the same names, units and years in tables and the same game, none of which is drawn.
  private func isLabelled(as other: Scenario) -> Bool {
    let (own, theirs) = (scenario.agreement, other.agreement)
    return other.title == scenario.title && other.question == scenario.question && other.game == scenario.game
      && own?.round == theirs?.round && own?.ally == theirs?.ally && own?.firstYear == theirs?.firstYear
  }

  /// Whether any number or event of a few thousand draws differs from those of another projection of the scenario.
  private func differs(from other: ScenarioProjection) -> Bool {
    agreement.map { own in other.agreement.map { own.differs(from: $0) } ?? true } ?? false
      || ratio.map { own in other.ratio.map { own.differs(from: $0) } ?? true } ?? false
  }
}
