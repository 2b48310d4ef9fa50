#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A fitted ``SimpleExponentialSmoothing``, ``Holt``, ``DampedTrend`` or ``ExponentialSmoothing``.
public struct FittedSmoothing: FittedTrend {
  /// The form, as a sentence.
  public var choice: String? { "Form: \(form)." }

  /// One for yes and zero for no: errors multiplicative, a trend, a growth rate as that trend, a damped one; empty for
  /// models of one form.
  public var structure: [(name: String, value: Int)] {
    guard model == ExponentialSmoothing.identifier else { return [] }
    return [
      ("multiplicative errors", form.errors == .multiplicative ? 1 : 0), ("trend", form.hasTrend ? 1 : 0),
      ("multiplicative trend", form.isGrowth ? 1 : 0), ("damped", form.isDamped ? 1 : 0),
    ]
  }

  /// The form that was fitted, chosen or given.
  public let form: SmoothingForm
  let model: ModelIdentifier
  let weights: SmoothingWeights
  /// The starting values l(0) and b(0).
  let startLevel: Double
  let startSlope: Double
  let values: [Double]
  /// What was seen less what was expected.
  let errors: [Double]
  let firstYear: Int
  /// The states after the last value.
  let lastLevel: Double
  let lastSlope: Double
  /// Where simulated futures start.
  let seed: UInt64
  /// Σ ln |μ|, which multiplicative errors have in their likelihood; zero for additive ones.
  private let logExpected: Double

  /// The seed of simulated futures unless another is given.
  public static let standardSeed: UInt64 = 1978

  init(
    form: SmoothingForm, model: ModelIdentifier, weights: SmoothingWeights, level: Double, slope: Double,
    values: [Double], firstYear: Int, seed: UInt64 = standardSeed
  ) {
    self.form = form
    self.model = model
    self.weights = weights
    startLevel = level
    startSlope = slope
    self.values = values
    self.firstYear = firstYear
    self.seed = seed
    var state = SmoothingState(level: level, slope: slope)
    var errors: [Double] = []
    errors.reserveCapacity(values.count)
    var logExpected = 0.0
    for value in values {
      let expected = state.advance(value, weights, isGrowth: form.isGrowth)
      errors.append(value - expected)
      if form.errors == .multiplicative { logExpected += log(expected.magnitude) }
    }
    self.errors = errors
    self.logExpected = logExpected
    (lastLevel, lastSlope) = (state.level, state.slope)
  }

  /// A fit of one of the forms with additive errors and trend.
  init(
    smoothing: AdditiveSmoothing, weights: SmoothingWeights, level: Double, slope: Double, values: [Double],
    firstYear: Int
  ) {
    self.init(
      form: smoothing.form, model: smoothing.model, weights: weights, level: level, slope: slope,
      values: values, firstYear: firstYear)
  }

  /// e, or e / μ where errors are multiplicative: what the model takes to be independent and normal.
  var innovations: [Double] {
    guard form.errors == .multiplicative else { return errors }
    return zip(values, errors).map { $1 / ($0 - $1) }
  }

  /// The variance of the innovations, divided by what is left after estimation.
  var variance: Double {
    innovations.reduce(0) { $0 + $1 * $1 } / Double(errors.count - form.parameterCount)
  }

  /// Estimates with standard errors from the observed information, residuals and likelihood.
  ///
  /// Residuals are innovations: e with additive errors, e / μ with multiplicative ones, whose variance has no unit.
  /// The likelihood is the full Gaussian one, -n/2 (ln(2π S/n) + 1) with S their sum of squares, less Σ ln μ with
  /// multiplicative errors, and `nil` where the fit is exact. R's `ets` leaves the constant out: its value is
  /// ours + n/2 (ln(2π/n) + 1); differences between forms, and so the choice by AICc, are the same.
  public var summary: FitSummary {
    let innovations = innovations
    let squares = innovations.reduce(0) { $0 + $1 * $1 }
    return FitSummary(
      parameters: parameterEstimates,
      residuals: innovations.enumerated().map { (year: firstYear + $0, value: $1) },
      observations: values.count, estimatedParameters: form.parameterCount, residualVariance: variance,
      logLikelihood: gaussianLogLikelihood(sumOfSquares: squares, count: values.count)
        .map { $0 - logExpected })
  }
}
