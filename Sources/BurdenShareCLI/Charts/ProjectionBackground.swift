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

  /// Adds what belongs to a scenario; of a measure that several scenarios have, the first record stays.
  ///
  /// - Parameters:
  ///   - projection: the scenario's.
  ///   - package: where its series are.
  /// - Throws: `DataError`.
  mutating func add(_ projection: ScenarioProjection, _ package: DataPackage) throws {
    let known = Selection(asOf: projection.scenario.asOf)
    func add(_ measure: String, _ series: String) throws {
      guard !records.contains(where: { $0.measure == measure }) else { return }
      let found = try package.series(series, known).series.observations
      records.append(
        ScenarioChart.Record(
          measure: measure, values: found.map { FanChart.Observation(year: $0.year, value: $0.value) }))
    }
    if let plan = projection.agreement?.plan { try add(plan.ally.measure, plan.series) }
    guard let ratio = projection.ratio else { return }
    for ally in ratio.plan.allies {
      let measure = ratio.measure(of: ally)
      try add(measure, ratio.plan.series(of: ally))
      for path in ratio.paths {
        pledges += path.stages.map {
          ScenarioChart.Pledge(
            scenario: projection.label(path), measure: measure, year: $0.year, value: $0.percent)
        }
      }
    }
  }
}
