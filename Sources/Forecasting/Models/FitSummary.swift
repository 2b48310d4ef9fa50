#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One estimate of a fitted model.
public struct ParameterEstimate: Sendable, Equatable {
  /// Its name: `slope`, `alpha`.
  public let name: String
  /// Its value, on the scale of the model.
  public let value: Double
  /// Its standard error, or the standard deviation of its posterior; `nil` where none is defined (a parameter at its bound,
  /// a robust estimate).
  public let standardError: Double?
  /// What the quantile of its interval is multiplied by: the standard error, but of a posterior the scale of its Student t,
  /// which is smaller than its standard deviation.
  public let intervalScale: Double?
  /// The degrees of freedom of its interval, or `nil` for the normal approximation.
  public let degreesOfFreedom: Double?
  /// What it is measured in.
  public let dimension: Dimension
  /// Whether it lies at the bound of a range that stands for one without end: the value is that of the bound.
  public let isUnbounded: Bool

  /// What an estimate is measured in, on the scale of the model.
  public enum Dimension: Sendable {
    /// A plain number, or what is not known here.
    case number
    /// The values' own unit, also a year.
    case values
    /// The square of it.
    case squares
  }

  /// An estimate.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - value: its value.
  ///   - standardError: its standard error, if there is one.
  ///   - intervalScale: what the quantile of its interval is multiplied by, where that is not the standard error.
  ///   - degreesOfFreedom: of its t interval, if it has one.
  ///   - dimension: what it is measured in.
  ///   - isUnbounded: whether it lies at the bound of a range that stands for one without end.
  public init(
    _ name: String, _ value: Double, standardError: Double? = nil, intervalScale: Double? = nil,
    degreesOfFreedom: Double? = nil,
    dimension: Dimension = .number, isUnbounded: Bool = false
  ) {
    self.name = name
    self.value = value
    let error = standardError.flatMap { $0.isFinite ? $0 : nil }
    self.standardError = error
    self.intervalScale = error.map { intervalScale ?? $0 }
    self.degreesOfFreedom = degreesOfFreedom
    self.dimension = dimension
    self.isUnbounded = isUnbounded
  }
}

/// What a fit found, on the scale of the model.
///
/// Estimates, residuals and likelihood are those of the transformed values; ``TransformedFit/summary`` brings the
/// likelihood back to the scale of the series.
public struct FitSummary: Sendable, Equatable {
  /// The estimates in the order in which tables print them.
  public var parameters: [ParameterEstimate]
  /// One-step residuals with the year they belong to; years that only start the model have none.
  public var residuals: [(year: Int, value: Double)]
  /// The number of values that were fitted.
  public var observations: Int
  /// The number of estimated parameters without the variance, starting values included.
  public var estimatedParameters: Int
  /// The variance of the one-step errors, divided by what is left after estimation.
  public var residualVariance: Double
  /// The Gaussian log-likelihood at the estimates, `nil` where the model has none or fits exactly.
  public var logLikelihood: Double?

  /// Akaike's criterion with the small-sample correction (Hurvich & Tsai 1989), the variance counted as a
  /// parameter: -2 logLik + 2k n / (n - k - 1); `nil` when n is too small for it.
  public var correctedAkaike: Double? {
    let k = Double(estimatedParameters + 1)
    let n = Double(observations)
    guard let logLikelihood, n - k - 1 > 0 else { return nil }
    return -2 * logLikelihood + 2 * k * n / (n - k - 1)
  }

  /// Whether two summaries agree in every number.
  public static func == (left: FitSummary, right: FitSummary) -> Bool {
    left.parameters == right.parameters && left.observations == right.observations
      && left.estimatedParameters == right.estimatedParameters
      && left.residualVariance == right.residualVariance && left.logLikelihood == right.logLikelihood
      && left.residuals.elementsEqual(right.residuals) { $0 == $1 }
  }
}

/// The log-likelihood of `n` normal errors at their own variance SSE/n.
///
/// - Parameters:
///   - sumOfSquares: of the errors.
///   - count: their number.
/// - Returns: -n/2 (ln(2π SSE/n) + 1), or `nil` where the fit is exact and the likelihood has no bound.
func gaussianLogLikelihood(sumOfSquares: Double, count: Int) -> Double? {
  let n = Double(count)
  guard sumOfSquares > 0, n > 0 else { return nil }
  let value = -0.5 * n * (log(2 * Double.pi * sumOfSquares / n) + 1)
  return value.isFinite ? value : nil
}
