import Datasets
import Negotiation
import Reporting
import Series

/// What stands behind the paths of projections in a chart: the record as it was known, and what was pledged or asked for.
struct ProjectionBackground {
  /// The record of each measure.
  private(set) var records: [ScenarioChart.Record] = []
  /// The pledges of each scenario and path.
  private(set) var pledges: [ScenarioChart.Pledge] = []
  /// The sources of the records, of the rounds that were known, and of what the scenarios assume.
  private(set) var sources: Set<String> = []
  /// The titles of the scenarios, by their names in tables.
  private(set) var titles: [String: String] = [:]
  /// What the ratios of the scenarios count, by their names in tables.
  private(set) var ratios: [String: CountedRatio] = [:]

  /// Adds what belongs to a scenario; of a measure that several scenarios have, the first record stays.
  ///
  /// - Parameters:
  ///   - projection: the scenario's.
  ///   - package: where its series are.
  /// - Throws: `DataError`.
  mutating func add(_ projection: ScenarioProjection, _ package: DataPackage) throws {
    for (label, title) in projection.titles { titles[label] = title }
    let known = Selection(asOf: projection.scenario.asOf)
    func add(_ measure: String, _ series: String) throws {
      let (values, observations) = try package.series(series, known)
      sources.formUnion(observations.flatMap(\.sources))
      guard !records.contains(where: { $0.measure == measure }) else { return }
      let found = values.observations
      records.append(
        ScenarioChart.Record(
          measure: measure, values: found.map { FanChart.Observation(year: $0.year, value: $0.value) }))
    }
    if let plan = projection.agreement?.plan {
      try add(plan.ally.measure, plan.series)
      let rounds = projection.evidence.agreed(by: projection.scenario.asOf).rounds
      sources.formUnion(Evidence.sources(of: rounds))
    }
    let named = projection.assumptions(given: []).compactMap(\.last).flatMap { cell -> [String] in
      guard case .text(let text) = cell else { return [] }
      return text.split(separator: ";").map(String.init)
    }
    sources.formUnion(try package.sources().map(\.identifier).filter(Set(named).contains))
    guard let ratio = projection.ratio else { return }
    let names = ratio.plan.allies.map { ratio.plan.series(of: $0) }
    let isFiscal = try names.allSatisfy { try package.entry($0).calendar.isFiscal }
    let counted = CountedRatio(definition: ratio.plan.definition, isFiscal: isFiscal)
    for path in ratio.paths { ratios[projection.label(path)] = counted }
    for ally in ratio.plan.allies {
      let measure = ratio.measure(of: ally)
      try add(measure, ratio.plan.series(of: ally))
      for path in ratio.paths {
        pledges += path.stages(of: ally).map {
          ScenarioChart.Pledge(
            scenario: projection.label(path), measure: measure, year: $0.year, value: $0.percent)
        }
      }
    }
  }
}

extension Evidence {
  /// The sources of rounds that a fit uses, and of their asks and offers.
  ///
  /// - Parameter rounds: the rounds.
  /// - Returns: identifiers of sources.
  static func sources(of rounds: [Round]) -> Set<String> {
    let used = rounds.filter { !$0.uses.isEmpty }
    return Set(used.flatMap(\.sources) + used.flatMap(\.positions).flatMap(\.sources))
  }
}
