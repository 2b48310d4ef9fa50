#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A fitted ``ComplexSmoothing``.
public struct FittedComplexSmoothing: FittedTrend {
  let model: ModelIdentifier
  /// Weights and start of the values in units of ``unit``.
  let solution: ComplexSmoothingProfile.Solution
  let unit: Double
  let scaled: [Double]
  let firstYear: Int

  /// The variance of the errors, divided by what is left after estimation.
  var variance: Double {
    let count = scaled.count - ComplexSmoothingEstimation.parameterCount
    return solution.sumOfSquares * unit * unit / Double(max(count, 1))
  }

  /// Estimates with standard errors from the observed information, residuals and likelihood.
  public var summary: FitSummary {
    FitSummary(
      parameters: parameters,
      residuals: Self.run(solution.weights, solution.start, scaled).errors.enumerated()
        .map { (year: firstYear + $0.offset, value: $0.element * unit) },
      observations: scaled.count, estimatedParameters: ComplexSmoothingEstimation.parameterCount,
      residualVariance: variance,
      logLikelihood: gaussianLogLikelihood(
        sumOfSquares: solution.sumOfSquares * unit * unit, count: scaled.count))
  }

  /// Normal distributions with the exact variance of the linear model.
  ///
  /// The forecast error of year n + h is ε(n+h) + Σ c(h-j) ε(n+j), j = 1...h-1, with c(k) the level k - 1 years
  /// after a shock of one has moved the state by (α0-α1, α0+α1).
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: the level with years as expected in between, variance σ² (1 + Σ c(k)²), k = 1...h-1.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    var state = Self.run(solution.weights, solution.start, scaled).state
    var response = solution.weights.advance(.init(level: 0, potential: 0), error: 1)
    var spread = 1.0
    let deviation = variance.squareRoot()
    var shapes: [Marginal.Shape] = []
    for _ in 1...horizon.years {
      shapes.append(
        .normal(mean: state.level * unit, standardDeviation: deviation * spread.squareRoot()))
      spread += response.level * response.level
      state = solution.weights.advance(state, error: 0)
      response = solution.weights.advance(response, error: 0)
    }
    return try PredictiveDistribution(shapes, model: model)
  }

  /// The errors of all years and the state after the last.
  static func run(_ weights: ComplexWeights, _ start: ComplexWeights.State, _ values: [Double]) -> (
    errors: [Double], state: ComplexWeights.State
  ) {
    var state = start
    var errors: [Double] = []
    errors.reserveCapacity(values.count)
    for value in values {
      let error = value - state.level
      errors.append(error)
      state = weights.advance(state, error: error)
    }
    return (errors, state)
  }

  /// The estimates; where the likelihood has no curvature (at the edge of the region, or α1 = 1) none has a
  /// standard error, and the start that backcasting gives never has one.
  private var parameters: [ParameterEstimate] {
    let (weights, start) = (solution.weights, solution.start)
    let margin = 2e-3
    let isInside = [-margin, margin].allSatisfy { shift in
      let real = ComplexWeights(real: weights.real + shift, imaginary: weights.imaginary)
      let imaginary = ComplexWeights(real: weights.real, imaginary: weights.imaginary + shift)
      return real.isStable && real.isSearched && imaginary.isStable && imaginary.isSearched
    }
    let isFree = isInside && (weights.imaginary - 1).magnitude > margin
    let errors = scaled.withUnsafeBufferPointer { values in
      let profile = ComplexSmoothingProfile(values: values)
      return observedInformationErrors(
        at: [weights.real, weights.imaginary], free: [isFree, isFree], steps: [1e-4, 1e-4]
      ) { trial in
        let squares = profile.solve(.init(real: trial[0], imaginary: trial[1])).sumOfSquares
        return 0.5 * Double(scaled.count) * log(squares)
      }
    }
    return [
      ParameterEstimate("alpha0", weights.real, standardError: errors[0]),
      ParameterEstimate("alpha1", weights.imaginary, standardError: errors[1]),
      ParameterEstimate("initial level", start.level * unit, dimension: .values),
      ParameterEstimate("initial potential", start.potential * unit, dimension: .values),
    ]
  }
}
