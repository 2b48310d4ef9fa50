extension TransformedFit {
  /// Numbers smaller than this share of the values are what rounding leaves: some twenty roundings of a double.
  static let roundingShare = 4e-15

  /// Whether the errors of the record are no more than rounding leaves.
  public var isExact: Bool {
    let limit = Self.roundingShare * errorScale
    return summary.residuals.allSatisfy { $0.value.magnitude <= limit }
  }

  /// What errors are compared with: the values, or one where errors are relative.
  private var errorScale: Double {
    (fitted as? FittedSmoothing)?.form.errors == .multiplicative ? 1 : level
  }

  /// The summary as it is shown: what rounding left of a zero is zero.
  ///
  /// Estimates in the unit of the values, variances and standard errors are compared with ``level``. A fit whose errors are
  /// all rounding fits exactly: its variance is zero, its likelihood has no bound, and a curvature that rounding made gives
  /// no standard error.
  public var settledSummary: FitSummary {
    var shown = summary
    let isExact = shown.residualVariance.squareRoot() <= Self.roundingShare * errorScale
    let noise = Self.roundingShare * level
    shown.parameters = shown.parameters.map { $0.settled(noise, isExact: isExact) }
    if isExact {
      shown.residualVariance = 0
      shown.logLikelihood = nil
    }
    return shown
  }
}

extension ParameterEstimate {
  /// The estimate with zeros in place of what is below the noise.
  fileprivate func settled(_ noise: Double, isExact: Bool) -> ParameterEstimate {
    let limit: Double
    switch dimension {
    case .number: limit = 0
    case .values: limit = noise
    case .squares: limit = noise * noise
    }
    func settled(_ value: Double) -> Double { value.magnitude <= limit ? 0 : value }
    let error = standardError.map(settled)
    return ParameterEstimate(
      name, settled(value), standardError: isExact && error != 0 ? nil : error,
      intervalScale: intervalScale.map(settled), degreesOfFreedom: degreesOfFreedom, dimension: dimension,
      isUnbounded: isUnbounded)
  }
}
