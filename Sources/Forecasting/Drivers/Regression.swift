public import Series

/// Linear regression on drivers with ARIMA errors, by exact maximum likelihood.
///
/// y(t) = Σ β(k) x(k,t) + n(t), and n an ARIMA process with mean, drift or neither: differenced, series and drivers
/// follow a regression with stationary ARMA errors, whose likelihood is maximised over φ and θ with β at its generalised
/// least-squares value.
public struct Regression: TrendModel {
  /// What the errors are.
  public enum Errors: Sendable, Equatable {
    /// ARIMA of a given order.
    case order(ArimaOrder)
    /// The order of the least AICc, found as for `arima`.
    case chosen(AutoArima.Search)
  }

  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("regression"),
    title: "regression on drivers (--driver) with ARIMA errors",
    equation: "y(t) = Σ β(k) x(k,t) + n(t), φ(B) ((1 - B)^d n(t) - c) = θ(B) ε(t)",
    estimation:
      "φ and θ by exact Gaussian likelihood, β and c by generalised least squares within it; the order given, or d by "
      + "KPSS tests on the least-squares residuals and p, q by AICc",
    interval:
      "normal; variance: that of n, plus σ² r'(X'Ω⁻¹X)⁻¹r for the estimated β and c, plus β'Sβ + σ² tr((X'Ω⁻¹X)⁻¹S) where "
      + "drivers are forecast with covariance S; lags of one driver vary together, different drivers independently; under the "
      + "order 0,0,0 it is that of least squares with a normal quantile in place of Student's t of n - k: at 95 % its width "
      + "is 0.973 of that where n - k is 45, 0.929 where it is 17",
    minimumObservations: 4,
    acceptsMissingYears: true,
    reference: "Harvey & Phillips (1979), Biometrika 66, 49-58; Hyndman & Athanasopoulos (2021), chapter 10")

  /// The drivers, at least one.
  public let drivers: [Driver]
  /// What the errors are.
  public let errors: Errors

  /// A regression.
  ///
  /// - Parameters:
  ///   - drivers: the columns; without one no series can be fitted.
  ///   - errors: a given order, or the search for one.
  public init(_ drivers: [Driver], errors: Errors = .chosen(.stepwise)) {
    self.drivers = drivers
    self.errors = errors
  }

  /// Estimates the coefficients; years in which the series or a driver has no value are estimated through.
  ///
  /// The fit begins with the first year in which all have values. A driver that is not known up to the series' last year
  /// enters those years with its path or the mean of its forecast, as if it were known.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError/drivers(_:)`` for drivers that are too many, constant, collinear or not known where they are
  ///   needed; the errors of ``Arima`` otherwise.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedRegression {
    let table = try DriverTable(drivers, series: series, model: Self.identifier)
    let values = table.series.observations.map(\.value)
    guard values.contains(where: { $0 != values[0] }) else {
      throw .drivers(.unchanging(series: series.identifier))
    }
    let found = table.observationCount
    let smallest = drivers.count + 3
    guard found >= smallest else {
      throw .drivers(.tooMany(drivers: drivers.count, needed: smallest, found: found))
    }
    let data: ArimaData
    let estimate: ArimaEstimate
    switch errors {
    case .order(let order):
      data = try ArimaData(
        table.series, differences: order.differences, hasConstant: order.hasConstant, model: Self.identifier,
        table: table)
      var lattice = ArimaLattice(data)
      estimate = try lattice.estimate(order.autoregressive, order.movingAverage)
    case .chosen(let search):
      let differences = try Self.differences(table)
      var candidates = try ArimaSearch(
        table.series, differences: differences, model: Self.identifier, table: table)
      (data, estimate) = try candidates.run(isStepwise: search == .stepwise)
    }
    return try FittedRegression(drivers: drivers, table: table, data: data, estimate: estimate)
  }

  /// d: by the tests of `arima` on what least squares leaves, but so that no driver becomes a constant.
  private static func differences(_ table: DriverTable) throws(FitError) -> Int {
    let level = try ArimaData(
      table.series, differences: 0, hasConstant: true, model: identifier, table: table)
    guard let design = level.design else { return 0 }
    let isAbsent = table.isAbsent
    let kept = design.residuals.indices.filter { !isAbsent[$0] }
    var differences = DifferencingOrder.estimate(kept.map { design.residuals[$0] })
    while differences > 0, isFlat(table, after: differences) { differences -= 1 }
    return differences
  }

  private static func isFlat(_ table: DriverTable, after differences: Int) -> Bool {
    table.columns.contains { column in
      var changes = column
      for _ in 0..<differences { changes = zip(changes.dropFirst(), changes).map { $0 - $1 } }
      return DifferencingOrder.isConstant(changes, magnitude: column.reduce(0) { max($0, $1.magnitude) })
    }
  }
}
