#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A fitted ``Theta``: exponential smoothing of the values and half the slope of their time line.
public struct FittedThetaMethod: FittedTrend {
  /// The smoothing whose level goes on.
  let smoothing: FittedSmoothing
  /// Half the slope of the least squares line on time.
  let drift: Double

  /// Estimates and the residuals of the smoothing; the method has no likelihood of its own.
  public var summary: FitSummary {
    var summary = smoothing.summary
    summary.parameters.append(ParameterEstimate("drift", drift, dimension: .values))
    summary.logLikelihood = nil
    return summary
  }

  /// Normal distributions around the level with drift.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: mean l(n) + d (h - 1 + (1 - (1-α)^n)/α), variance σ² (1 + (h-1) α²), σ² that of the smoothing.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    let alpha = smoothing.weights.alpha
    // (1 - (1-α)^n)/α without the cancellation that a small α would bring.
    let lag = -expm1(Double(smoothing.values.count) * log1p(-alpha)) / alpha
    let variance = smoothing.variance
    let shapes = (0..<horizon.years).map { step in
      Marginal.Shape.normal(
        mean: smoothing.lastLevel + drift * (Double(step) + lag),
        standardDeviation: (variance * (1 + Double(step) * alpha * alpha)).squareRoot())
    }
    return try PredictiveDistribution(shapes, model: Theta.identifier)
  }
}
