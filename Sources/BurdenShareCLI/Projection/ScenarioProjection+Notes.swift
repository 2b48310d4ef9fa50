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
      notes.append(
        "\(scenario.identifier): every assumption with its mark: --table assumptions; what each does: "
          + "--table tornado; how past rounds were forecast: 'burdenshare replay'")
      if let actors, let weight = try? book.value(AssumptionCatalog.spatialWeight) {
        notes.append(actors.note(scenario.identifier, plan, weight: weight))
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
      let last = ratio.firstYear + scenario.horizonYears - 1
      for path in ratio.paths {
        for stage in path.stages where stage.year > last {
          notes.append("\(label(path)): \(stage.year) lies beyond the horizon; its event is not told")
        }
      }
    }
    return notes
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
      let moves =
        agreement.map { own in other.agreement.map { own.differs(from: $0) } ?? true } ?? false
        || ratio.map { own in other.ratio.map { own.differs(from: $0) } ?? true } ?? false
      return moves
        ? nil
        : "\(scenario.identifier): --assume \(key) changes nothing here, in none of "
          + "\(AgreementProjection.effectDraws) draws: what it is about does not happen, or it is assumed so anyway"
    }
  }
}
