internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Maximum likelihood for the structural models; ``LocalLevel`` and ``LocalTrend`` are its named cases.
///
/// The search runs over the direction of the standard deviations (σ_ε, σ_ξ, σ_ζ) on the unit sphere, by its
/// angles. A variance of zero is then an ordinary point of the search, on both sides of which the likelihood is
/// the same, and not a bound at minus infinity.
struct StructuralModel {
  let hasSlope: Bool
  let model: ModelIdentifier

  func fit(_ series: AnnualSeries) throws(FitError) -> FittedStructural {
    // Around the first value and in units of the largest change: the search then sees numbers near one.
    let origin = series.values[0] ?? 0
    let unit = series.observations.reduce(0) { max($0, ($1.value - origin).magnitude) }
    guard unit.isFinite else { throw .overflow(model: model) }
    guard unit > 0 else {
      let still = StructuralFilter.Variances(irregular: 1, level: 0, slope: 0)
      return FittedStructural(model: model, hasSlope: hasSlope, variances: still, scale: 0, series: series)
    }
    let values = series.values.map { $0.map { ($0 - origin) / unit } }
    let angles = [0.0, 0.01, 0.1, 0.4, 0.8, 1.2, Double.pi / 2]
    let grid = hasSlope ? angles.flatMap { first in angles.map { [first, $0] } } : angles.map { [$0] }
    func objective(_ point: UnsafePointer<Double>) -> Double {
      let filter = StructuralFilter(hasSlope: hasSlope, variances: variances(point))
      let value = filter.logLikelihood(values).value
      // An exact fit has no largest likelihood; a cap lets the search end there.
      return value.isNaN ? .infinity : max(-value, -1e4)
    }
    let ranked = grid.map { ($0, objective($0)) }.sorted { $0.1 < $1.1 }
    var simplex = NelderMead()
    simplex.tolerance = 1e-13
    var best: NelderMead.Minimum?
    for (start, _) in ranked.prefix(3) {
      var found = simplex.minimise(from: start, steps: start.map { _ in 0.1 }, objective: objective)
      found = simplex.minimise(from: found.point, steps: start.map { _ in 0.01 }, objective: objective)
      if found.value < best?.value ?? .infinity { best = found }
    }
    guard let best, best.converged else { throw .didNotConverge(model: model) }
    let relative = variances(best.point)
    let filter = StructuralFilter(hasSlope: hasSlope, variances: relative)
    let scale = filter.logLikelihood(values).scale * unit * unit
    guard scale.isFinite else { throw .overflow(model: model) }
    return FittedStructural(
      model: model, hasSlope: hasSlope, variances: relative, scale: scale, series: series)
  }

  /// The variances in the direction given by the angles.
  private func variances(_ angles: UnsafePointer<Double>) -> StructuralFilter.Variances {
    let (c, s) = (cos(angles[0]), sin(angles[0]))
    guard hasSlope else { return .init(irregular: c * c, level: s * s, slope: 0) }
    let (c2, s2) = (cos(angles[1]), sin(angles[1]))
    return .init(irregular: c * c, level: s * s * c2 * c2, slope: s * s * s2 * s2)
  }
}

/// A fitted ``LocalLevel`` or ``LocalTrend``.
public struct FittedStructural: FittedTrend {
  let model: ModelIdentifier
  let hasSlope: Bool
  /// Relative variances; times ``scale`` they are in the squared unit of the series.
  let variances: StructuralFilter.Variances
  let scale: Double
  let series: AnnualSeries

  private var filter: StructuralFilter { StructuralFilter(hasSlope: hasSlope, variances: variances) }

  /// The values around the first one, so that no digits are lost to a high level.
  private var origin: Double { series.values[0] ?? 0 }

  /// The variances, the innovations as residuals and the diffuse likelihood.
  ///
  /// Residuals are standardised innovations times σ; the first one or two values, which pin down the diffuse
  /// start, have none. Variances at or near zero make a standard error meaningless, so none is given.
  public var summary: FitSummary {
    var state = filter.start
    var residuals: [(year: Int, value: Double)] = []
    for (offset, value) in series.values.enumerated() {
      if let innovation = filter.step(value.map { $0 - origin }, &state) {
        residuals.append((series.firstYear + offset, innovation))
      }
    }
    let likelihood = filter.logLikelihood(series.values.map { $0.map { $0 - origin } }).value
    var parameters = [
      ParameterEstimate("irregular variance", variances.irregular * scale, dimension: .squares),
      ParameterEstimate("level variance", variances.level * scale, dimension: .squares),
    ]
    if hasSlope {
      parameters.append(
        ParameterEstimate("slope variance", variances.slope * scale, dimension: .squares))
    }
    return FitSummary(
      parameters: parameters, residuals: residuals, observations: series.observationCount,
      estimatedParameters: (hasSlope ? 2 : 1) + filter.order, residualVariance: scale,
      logLikelihood: scale > 0 && likelihood.isFinite ? likelihood : nil)
  }

  /// Normal distributions around the extrapolated level.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: mean Z T^h a, variance Z P Z' + σ_ε², with the uncertainty of the state included.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    var state = filter.start
    for value in series.values { filter.step(value.map { $0 - origin }, &state) }
    var shapes: [Marginal.Shape] = []
    for _ in 1...horizon.years {
      let variance = (state.covariance.levelLevel + variances.irregular) * scale
      shapes.append(
        .normal(mean: origin + state.level, standardDeviation: max(variance, 0).squareRoot()))
      filter.step(nil, &state)
    }
    return try PredictiveDistribution(shapes, model: model)
  }
}
