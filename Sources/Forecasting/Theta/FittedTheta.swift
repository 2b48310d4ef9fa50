#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A fitted ``OptimisedTheta``, ``DynamicOptimisedTheta`` or ``ShrunkenTheta``.
public struct FittedTheta: FittedTrend {
  let form: ThetaForm
  let model: ModelIdentifier
  /// α, 1 - 1/θ and l(0) of the values around ``origin`` in units of ``unit``.
  let solution: ThetaProfile.Solution
  let origin: Double
  let unit: Double
  let scaled: [Double]
  let line: (intercept: Double, slope: Double)?
  let firstYear: Int

  /// θ, from 1 to 10^10.
  var theta: Double { 1 / (1 - solution.weight) }

  /// l(0) on the scale of the model.
  var startLevel: Double { origin * (1 - solution.weight) + unit * solution.level }

  /// The variance of the errors that count, divided by what is left of them after estimation.
  ///
  /// statsforecast divides by their number less one, as if nothing had been estimated.
  var variance: Double {
    let count = scaled.count - ThetaProfile.firstScored - form.parameterCount
    return solution.sumOfSquares * unit * unit / Double(max(count, 1))
  }

  /// Estimates with standard errors from the observed information, residuals and likelihood.
  ///
  /// The first three years have no residual: their errors do not count in the fit either.
  public var summary: FitSummary {
    let errors = Self.run(start, scaled).errors
    let count = errors.count - ThetaProfile.firstScored
    return FitSummary(
      parameters: parameters,
      residuals: errors.enumerated().dropFirst(ThetaProfile.firstScored)
        .map { (year: firstYear + $0.offset, value: $0.element * unit) },
      observations: count, estimatedParameters: form.parameterCount, residualVariance: variance,
      logLikelihood: gaussianLogLikelihood(sumOfSquares: solution.sumOfSquares * unit * unit, count: count))
  }

  /// Normal distributions with the exact variance of the linear model.
  ///
  /// The forecast error of year n + h is ε(n+h) + Σ c(j,h) ε(n+j), j = 1...h-1, with c(j,h) the response of the
  /// forecast for n + h to a shock of one in n + j. In the static form c = α, so that the variance is
  /// σ² (1 + (h-1) α²). In the dynamic form a shock also turns the line; c(j,h) then depends on both years, yet on
  /// nothing random, and comes from running the recursion on the shock. statsforecast simulates 200 paths instead;
  /// its paths turn the line of the static form too, and take the new mean where the update of B wants the old one.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: mean μ(n+h) with expectations taken in for the years between, variance σ² (1 + Σ c(j,h)²).
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    var state = Self.run(start, scaled).state
    let spreads = Self.spreads(state, horizon.years)
    let deviation = variance.squareRoot()
    var shapes: [Marginal.Shape] = []
    for spread in spreads {
      let mean = state.expected
      shapes.append(
        .normal(mean: origin + unit * mean, standardDeviation: deviation * spread.squareRoot()))
      state.absorb(mean)
    }
    return try PredictiveDistribution(shapes, model: model)
  }

  /// The variance of each forecast in units of σ².
  static func spreads(_ last: ThetaRecursion, _ years: Int) -> [Double] {
    if !last.isDynamic { return (0..<years).map { 1 + Double($0) * last.alpha * last.alpha } }
    var spreads = [Double](repeating: 1, count: years)
    var state = last
    for shock in 0..<years {
      var deviation = state.shocked
      for year in (shock + 1)..<years {
        let response = deviation.expected
        spreads[year] += response * response
        deviation.absorb(response)
      }
      state.absorb(0)
    }
    return spreads
  }

  /// The state before the first year.
  private var start: ThetaRecursion {
    ThetaRecursion(
      alpha: solution.alpha, weight: solution.weight, level: solution.level, line: line)
  }

  /// The errors of all years and the state after the last.
  private static func run(_ start: ThetaRecursion, _ values: [Double]) -> (
    errors: [Double], state: ThetaRecursion
  ) {
    var state = start
    var errors: [Double] = []
    errors.reserveCapacity(values.count)
    for value in values {
      errors.append(value - state.expected)
      state.absorb(value)
    }
    return (errors, state)
  }

  /// The estimates; one that is given, or lies at the edge of its range, has no standard error.
  private var parameters: [ParameterEstimate] {
    let range = ThetaEstimation.alphaRange
    let margin = 1e-3 * (range.upperBound - range.lowerBound)
    let weights = ThetaProfile.weightRange
    let free = [
      solution.alpha > range.lowerBound + margin && solution.alpha < range.upperBound - margin,
      form.fixedWeight == nil && form.priorYears == 0 && solution.weight > weights.lowerBound + 1e-3
        && solution.weight < weights.upperBound - 1e-3,
      !form.startsAtFirstValue,
    ]
    let point = [solution.alpha, solution.weight, solution.level]
    let scale = (solution.sumOfSquares / Double(scaled.count)).squareRoot()
    let errors = observedInformationErrors(
      at: point, free: free, steps: [1e-4, 1e-4, max(scale, 1e-8) * 1e-2]
    ) { trial in
      let start = ThetaRecursion(alpha: trial[0], weight: trial[1], level: trial[2], line: line)
      let squares = Self.run(start, scaled).errors.dropFirst(ThetaProfile.firstScored)
        .reduce(0) { $0 + $1 * $1 }
      return 0.5 * Double(scaled.count - ThetaProfile.firstScored) * log(squares)
    }
    let isUnbounded = form.fixedWeight == nil && solution.weight >= weights.upperBound - 1e-9
    let estimates = [
      ParameterEstimate("alpha", solution.alpha, standardError: errors[0]),
      ParameterEstimate(
        "theta", theta, standardError: errors[1].map { $0 * theta * theta }, isUnbounded: isUnbounded),
    ]
    // With α at its end the only error that sees l(0) is the first one that counts: l(0) fits that and nothing else. And
    // y(1)/θ is nothing where θ has no end.
    let isEmpty = solution.alpha > range.upperBound - margin || (form.startsAtFirstValue && isUnbounded)
    if isEmpty { return estimates }
    // dθ/dw = θ²; l(0) around the origin differs from l(0) by a part that w alone moves.
    return estimates + [
      ParameterEstimate(
        "initial level", startLevel,
        standardError: form.fixedWeight == nil ? nil : errors[2].map { $0 * unit }, dimension: .values)
    ]
  }
}
