/// The estimates of one order.
struct ArimaEstimate: Sendable {
  let order: ArimaOrder
  /// The point of the search: coordinates of partial autocorrelations, then θ.
  let point: [Double]
  let phi: [Double]
  let theta: [Double]
  /// Σ e²/F in the squared unit of ``ArimaData``, zero for an exact fit.
  let squares: Double
  /// On the scale of the series; `nil` for an exact fit.
  let logLikelihood: Double?
  let innovationCount: Int
  /// How many drivers' coefficients were estimated beside the order's own.
  var regressorCount = 0

  /// Akaike's criterion with the small-sample correction, as ``FitSummary/correctedAkaike``; infinity where there is
  /// none.
  var criterion: Double {
    let k = Double(order.coefficientCount + regressorCount + 1)
    let n = Double(innovationCount)
    guard let logLikelihood, n - k - 1 > 0 else { return .infinity }
    return -2 * logLikelihood + 2 * k * n / (n - k - 1)
  }

  /// Whether no root of either polynomial lies within a radius.
  ///
  /// - Parameter radius: such as 1.01.
  /// - Returns: whether all are larger.
  func rootsExceed(_ radius: Double) -> Bool {
    PartialAutocorrelation.rootsExceed(radius, phi)
      && PartialAutocorrelation.rootsExceed(radius, theta.map { -$0 })
  }
}
