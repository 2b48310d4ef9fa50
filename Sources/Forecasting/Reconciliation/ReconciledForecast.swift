internal import Probability
public import Series

/// Forecasts of sums and parts, mean by mean and draw by draw adding up.
///
/// Each node is forecast from its own record to the same years. Draws of all nodes have the marginal distributions of
/// those forecasts and, by a normal copula, the shrunken correlations of their one-step errors; each draw is reconciled,
/// so that distributions add up and not only means. W of year h has the forecasts' own spread at that year, for records
/// that end in different years. Draws are then moved so that the means are those of the reconciled means, without the
/// chance of drawing. Where no node can be negative no reconciled value is.
public struct ReconciledForecast: Sendable {
  /// One node.
  public struct Node: Sendable {
    /// The series' name.
    public let name: String
    /// What is expected of the years after the origin.
    public let distribution: PredictiveDistribution
  }

  /// The nodes in the order of ``Hierarchy/nodes``.
  public let nodes: [Node]
  /// The intensity with which correlations were shrunk.
  public let intensity: Double

  /// How many draws stand for a distribution.
  public static let drawCount = 5_000

  /// Forecasts and reconciles.
  ///
  /// - Parameters:
  ///   - hierarchy: which series are the sums of which.
  ///   - records: every leaf, and the sums as far as they are recorded; a sum without a record is that of its leaves in the
  ///     years in which all have values.
  ///   - origin: the last year that counts as known; forecasts begin after it.
  ///   - horizon: how many years are forecast.
  ///   - model: of every node.
  ///   - method: how the forecasts are brought to add up.
  ///   - seed: what the drawing is repeated with.
  ///   - mustAddUp: whether records that do not add up are refused; interpolated ones need not.
  /// - Throws: ``HierarchyError``.
  public init(
    _ hierarchy: Hierarchy, records: [String: AnnualSeries], origin: Int, horizon: Horizon,
    model: TransformedModel,
    method: Reconciliation, seed: UInt64 = 1, mustAddUp: Bool = true
  ) throws(HierarchyError) {
    let records = try Self.completed(hierarchy, records, mustAddUp: mustAddUp)
    var steps: [[Marginal]] = []
    var errors: [[Int: Double]] = []
    for (name, record) in zip(hierarchy.nodes, records) {
      let known: AnnualSeries
      let reach: Horizon
      do {
        known = try record.window(from: nil, to: origin)
      } catch {
        throw .noForecast(of: name, reason: "\(error)")
      }
      let behind = origin - known.lastYear
      do {
        reach = try Horizon(behind + horizon.years)
      } catch {
        throw .endsTooEarly(
          part: name, last: known.calendar.label(known.lastYear), longest: Horizon.longest - behind)
      }
      let fit: TransformedFit
      let ahead: [Marginal]
      do throws(FitError) {
        fit = try model.fit(known)
        ahead = try fit.predict(reach).steps
      } catch {
        throw .fit(of: name, error)
      }
      steps.append(Array(ahead.suffix(horizon.years)))
      errors.append(
        Dictionary(fit.residualsOnSeries.map { ($0.year, $0.value) }, uniquingKeysWith: { first, _ in first })
      )
    }
    let covariance = ErrorCovariance(errors)
    let isPositive = records.allSatisfy { $0.bounds != .unbounded }
    var shapes = [[Marginal.Shape]](repeating: [], count: steps.count)
    for year in 0..<horizon.years {
      let marginals = steps.map { $0[year] }
      let drawn = try Self.reconciled(
        marginals, hierarchy, covariance, method, isPositive: isPositive, seed: seed, year: year)
      for (node, values) in drawn.enumerated() { shapes[node].append(.draws(values.sorted())) }
    }
    var found: [Node] = []
    for (index, name) in hierarchy.nodes.enumerated() {
      let bounds = records[index].bounds
      let marginals = shapes[index].map { Marginal($0, bounds: bounds) }
      do throws(FitError) {
        found.append(
          Node(name: name, distribution: try PredictiveDistribution(marginals, model: model.identifier)))
      } catch {
        throw .noForecast(of: name, reason: error.description)
      }
    }
    nodes = found
    intensity = covariance.intensity
  }

  /// Draws of all nodes in one year, by nodes.
  private static func reconciled(
    _ marginals: [Marginal], _ hierarchy: Hierarchy, _ covariance: ErrorCovariance, _ method: Reconciliation,
    isPositive: Bool, seed: UInt64, year: Int
  ) throws(HierarchyError) -> [[Double]] {
    var curves: [QuantileCurve] = []
    for (name, marginal) in zip(hierarchy.nodes, marginals) {
      var values: [Double] = []
      for score in QuantileCurve.scores {
        do throws(ProbabilityError) {
          values.append(try marginal.quantile(Normal.standard.cumulative(at: score)))
        } catch {
          throw .noForecast(of: name, reason: error.description)
        }
      }
      curves.append(QuantileCurve(values))
    }
    let deviations = curves.map { ($0.value(atScore: 1) - $0.value(atScore: -1)) / 2 }
    let weights = method.weights(hierarchy, deviations: deviations, correlations: covariance.correlations)
    let map = try ReconciliationMap(hierarchy, method, weights: weights)
    guard let lower = ErrorCovariance.lower(covariance.correlations) else { throw .singular }
    let means = marginals.map(\.mean)
    // What is certainly zero takes no share of what the others miss, and none of the rounding either.
    let isNothing = marginals.indices.suffix(hierarchy.leaves.count).map { node in
      method.trustsCertainty && deviations[node] == 0 && means[node] == 0
    }
    func leaves(_ forecasts: [Double]) -> [Double] {
      let values = isPositive ? map.nonnegativeLeaves(forecasts) : map.leaves(forecasts)
      return zip(values, isNothing).map { $1 ? 0 : $0 }
    }
    let target = leaves(means)
    var byLeaves = [[Double]](repeating: [], count: hierarchy.leaves.count)
    for draw in 0..<drawCount {
      let generator = CounterGenerator(seed: seed, stream: UInt64(draw))
      let normals = marginals.indices.map { generator.normal(at: UInt64(year * marginals.count + $0)) }
      let forecasts = marginals.indices.map { node in
        var score = 0.0
        for other in 0...node { score += lower[node][other] * normals[other] }
        return marginals[node].bounds.clamp(curves[node].value(atScore: score))
      }
      for (leaf, value) in leaves(forecasts).enumerated() { byLeaves[leaf].append(value) }
    }
    for leaf in byLeaves.indices { move(&byLeaves[leaf], to: target[leaf], isPositive: isPositive) }
    return (0..<drawCount).reduce(into: [[Double]](repeating: [], count: marginals.count)) { nodes, draw in
      for (node, value) in hierarchy.totals(byLeaves.map { $0[draw] }).enumerated() {
        nodes[node].append(value)
      }
    }
  }

  /// Moves draws to a mean: by a shift, or by a factor where they may not become negative.
  ///
  /// Draws of which some were held at zero stay as they are: their mean is above that of the forecast, which did not know
  /// of the bound.
  private static func move(_ values: inout [Double], to target: Double, isPositive: Bool) {
    let mean = values.reduce(0) { $0 + $1 / Double(values.count) }
    if isPositive {
      guard mean > 0, !values.contains(0) else { return }
      let factor = target / mean
      values = values.map { $0 * factor }
    } else {
      values = values.map { $0 + target - mean }
    }
  }

  /// A record for every node, checked to be alike and to add up where all are recorded.
  ///
  /// - Parameters:
  ///   - hierarchy: which series are the sums of which.
  ///   - records: every leaf, and the sums as far as they are recorded.
  ///   - mustAddUp: whether records that do not add up are refused.
  /// - Returns: the records in the order of ``Hierarchy/nodes``.
  /// - Throws: ``HierarchyError``.
  public static func completed(
    _ hierarchy: Hierarchy, _ records: [String: AnnualSeries], mustAddUp: Bool = true
  ) throws(HierarchyError) -> [AnnualSeries] {
    var leaves: [AnnualSeries] = []
    for name in hierarchy.leaves {
      guard let record = records[name] else { throw .noForecast(of: name, reason: "it has no record") }
      leaves.append(record)
    }
    let first = leaves[0]
    for record in leaves + hierarchy.sums.compactMap({ records[$0] }) {
      guard record.unit == first.unit else {
        throw .unlike(first: first.identifier, second: record.identifier, what: "unit")
      }
      guard record.calendar == first.calendar else {
        throw .unlike(first: first.identifier, second: record.identifier, what: "calendar")
      }
    }
    var sums: [AnnualSeries] = []
    for (name, members) in zip(hierarchy.sums, hierarchy.members) {
      let years = leaves[members[0]].observations.map(\.year)
      var totals: [(year: Int, value: Double)] = []
      for year in years {
        let parts = members.compactMap { leaves[$0][year] }
        if parts.count == members.count { totals.append((year, parts.reduce(0, +))) }
      }
      guard let record = records[name] else {
        do throws(SeriesError) {
          sums.append(
            try AnnualSeries(
              identifier: name, unit: first.unit, calendar: first.calendar, bounds: first.bounds,
              observations: totals))
        } catch {
          throw .noForecast(of: name, reason: "it has no record, and its parts have no year in common")
        }
        continue
      }
      for (year, total) in totals where mustAddUp {
        guard let recorded = record[year] else { continue }
        guard (recorded - total).magnitude <= tolerance * max(recorded.magnitude, total.magnitude) else {
          throw .doesNotAddUp(
            sum: name, year: record.calendar.label(year), recorded: recorded, parts: total)
        }
      }
      sums.append(record)
    }
    return sums + leaves
  }

  /// The share by which recorded parts may miss their sum: rounding of published figures.
  static let tolerance = 0.005
}
