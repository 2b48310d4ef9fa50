internal import LinearAlgebra
internal import Series

/// A polynomial in time fitted by ordinary least squares; ``LinearTrend``, ``QuadraticTrend`` and
/// ``LogLinearTrend`` are its named cases.
///
/// y(t) = b₀ + b₁ t + … + b_k t^k + ε(t), t = 1 for the first year of the series. Years without a value are
/// left out. The interval is that of regression: b(t) ± t(n - k - 1) s sqrt(1 + x'(X'X)⁻¹x).
struct PolynomialTrend {
  let degree: Int
  let model: ModelIdentifier

  static let coefficientNames = ["intercept", "slope", "curvature"]

  func fit(_ series: AnnualSeries) throws(FitError) -> FittedPolynomial {
    let observations = series.observations
    let times = observations.map { Double($0.year - series.firstYear + 1) }
    let regression: LeastSquares
    do {
      let design = try Matrix(columns: (0...degree).map { power in times.map { Self.power($0, power) } })
      regression = try LeastSquares(design: design, response: observations.map(\.value))
    } catch {
      switch error {
      case .rankDeficient: throw .collinear(model: model)
      default: throw .overflow(model: model)
      }
    }
    return FittedPolynomial(
      model: model, degree: degree, regression: regression, years: observations.map(\.year),
      lastTime: series.values.count)
  }

  static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}

/// A fitted polynomial trend.
public struct FittedPolynomial: FittedTrend {
  let model: ModelIdentifier
  let degree: Int
  let regression: LeastSquares
  let years: [Int]
  let lastTime: Int

  /// Estimates with their t intervals, residuals and likelihood.
  public var summary: FitSummary {
    let df = Double(regression.residualDegreesOfFreedom)
    let parameters = zip(
      PolynomialTrend.coefficientNames, zip(regression.coefficients, regression.standardErrors)
    ).map {
      ParameterEstimate($0, $1.0, standardError: $1.1, degreesOfFreedom: df, dimension: .values)
    }
    let squares = regression.residuals.reduce(0) { $0 + $1 * $1 }
    return FitSummary(
      parameters: parameters,
      residuals: zip(years, regression.residuals).map { (year: $0, value: $1) },
      observations: years.count, estimatedParameters: degree + 1,
      residualVariance: regression.residualVariance,
      logLikelihood: gaussianLogLikelihood(sumOfSquares: squares, count: years.count))
  }

  /// Student t distributions around the extrapolated polynomial.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: t(n - k - 1) with scale s sqrt(1 + x'(X'X)⁻¹x).
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    var shapes: [Marginal.Shape] = []
    for step in 1...horizon.years {
      let row = (0...degree).map { PolynomialTrend.power(Double(lastTime + step), $0) }
      let location = zip(row, regression.coefficients).reduce(0) { $0 + $1.0 * $1.1 }
      let variance: Double
      do {
        variance = try regression.predictionVariance(at: row)
      } catch {
        throw .overflow(model: model)
      }
      shapes.append(
        .studentT(
          degreesOfFreedom: Double(regression.residualDegreesOfFreedom), location: location,
          scale: variance.squareRoot()))
    }
    return try PredictiveDistribution(shapes, model: model)
  }
}
