public import Series

/// ARIMA whose order is chosen: d by unit-root tests, p, q and the constant by the corrected criterion of Akaike.
public struct AutoArima: TrendModel {
  /// How candidates are gone through.
  public enum Search: String, Sendable, CaseIterable {
    /// From the best of four starts to the first better neighbour, until there is none.
    case stepwise
    /// Every order with p + q up to 5.
    case full
  }

  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("arima"),
    title: "ARIMA of the order with the least AICc, with mean, drift or none",
    equation: "φ(B) ((1 - B)^d y(t) - c) = θ(B) ε(t)",
    estimation:
      "d by successive KPSS tests at 5 %, p and q up to 5 by AICc, coefficients by exact likelihood (Kalman filter)",
    interval: "conditional mean ± z σ sqrt(1 + ψ(1)² + … + ψ(h-1)²), estimates taken as known",
    minimumObservations: 5,
    acceptsMissingYears: true,
    reference: "Hyndman & Khandakar (2008), Journal of Statistical Software 27(3), section 3")

  /// How candidates are gone through.
  public let search: Search

  /// The model with its search.
  ///
  /// - Parameter search: stepwise, or through all candidates.
  public init(search: Search = .stepwise) { self.search = search }

  /// Chooses the order and estimates it; years without a value are estimated through.
  ///
  /// Edge Cases: a series that is constant after differencing is fitted exactly, as its mean, its last value or its
  /// line, with a variance of zero. The tests for d leave out missing years.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the best fit; ``FittedArima/order`` is the choice.
  /// - Throws: ``FitError`` for fewer than five values, more than 1000 years with missing ones among them, or values that
  ///   overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedArima {
    try requireObservations(series.observationCount)
    let values = series.observations.map(\.value)
    let differences = DifferencingOrder.estimate(values)
    let data = try ArimaData(
      series, differences: differences, hasConstant: differences < 2, model: Self.identifier)
    var lattice = ArimaLattice(data)
    if data.isStill {
      return try FittedArima(data: data, estimate: try lattice.estimate(0, 0), firstYear: series.firstYear)
    }
    var candidates = try ArimaSearch(series, differences: differences, model: Self.identifier)
    let chosen = try candidates.run(isStepwise: search == .stepwise)
    return try FittedArima(
      data: chosen.data, estimate: chosen.estimate, firstYear: series.firstYear, search: search)
  }
}
