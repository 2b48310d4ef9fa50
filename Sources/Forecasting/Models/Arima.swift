public import Series

/// ARIMA of a given order, by exact maximum likelihood.
///
/// The d-th differences w follow w(t) - c = Σ φ(i) (w(t-i) - c) + ε(t) + Σ θ(j) ε(t-j) (Box & Jenkins 1970).
public struct Arima: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("arima"),
    title: "ARIMA of a given order, with mean, drift or none",
    equation: "φ(B) ((1 - B)^d y(t) - c) = θ(B) ε(t)",
    estimation:
      "φ, θ and c by exact Gaussian likelihood (Kalman filter), σ² = Σ e²/F / (n - d - number of coefficients)",
    interval: "conditional mean ± z σ sqrt(1 + ψ(1)² + … + ψ(h-1)²), estimates taken as known",
    minimumObservations: 2,
    acceptsMissingYears: true,
    reference: "Brockwell & Davis (1991), Time Series: Theory and Methods, 2nd ed., chapters 8, 9 and 12")

  /// The order.
  public let order: ArimaOrder

  /// The model of an order.
  ///
  /// - Parameter order: p, d, q and whether a constant is estimated.
  public init(_ order: ArimaOrder) { self.order = order }

  /// The order as options write it: `1,1,1,c`.
  public var specification: String? {
    "\(order.autoregressive),\(order.differences),\(order.movingAverage)" + (order.hasConstant ? ",c" : "")
  }

  /// Estimates the coefficients; years without a value are estimated through.
  ///
  /// The likelihood is that of the values given the first d. At d = 2 a missing second year makes it the exact
  /// diffuse one.
  ///
  /// Edge Cases: a series whose differences are all the same is fitted exactly, with a variance of zero, where the
  /// order has a constant or they are zero. Where the likelihood has no bound, as for a straight line under
  /// ARIMA(1,1,0) without drift, the order is refused.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for fewer values than ``ArimaOrder/minimumObservations``, more coefficients than the record
  ///   determines, more than 1000 years with missing ones among them, values that overflow, or a
  ///   likelihood without a maximum.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedArima {
    let found = series.observationCount
    guard found >= order.minimumObservations else {
      throw .tooFewObservations(model: Self.identifier, needed: order.minimumObservations, found: found)
    }
    let missing = series.missingYears.count
    let (lags, limit) = (
      order.autoregressive + order.movingAverage, order.lagLimit(observations: found, missing: missing)
    )
    guard lags <= limit else {
      throw .tooManyLags(model: Self.identifier, limit: limit, found: lags, missingYears: missing)
    }
    let data = try ArimaData(
      series, differences: order.differences, hasConstant: order.hasConstant, model: Self.identifier)
    var lattice = ArimaLattice(data)
    let estimate = try lattice.estimate(order.autoregressive, order.movingAverage)
    return try FittedArima(data: data, estimate: estimate, firstYear: series.firstYear)
  }
}
