public import Series

/// A Bayesian vector autoregression of a series and its companions, with forecasts through given paths.
public struct VectorAutoregression: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("bvar"),
    title: "Bayesian vector autoregression with other series (--with), free or through a path (--given)",
    equation:
      "y(t) = c + B(1) y(t-1) + … + B(p) y(t-p) + ε(t), y the series and its companions, in logarithms where positive",
    estimation:
      "Minnesota prior about random walks and a sum-of-coefficients prior, their tightness by marginal likelihood; exact "
      + "normal-inverse-Wishart posterior",
    interval:
      "quantiles of paths drawn from the posterior: shocks, coefficients and covariance are unknown, the tightness is taken as "
      + "known; through a path, the shocks are drawn so that it is met",
    minimumObservations: 10,
    acceptsMissingYears: false,
    reference:
      "Giannone, Lenza & Primiceri (2015), Review of Economics and Statistics 97, 436-451; Waggoner & Zha (1999), Review of "
      + "Economics and Statistics 81, 639-651")

  /// The other series, at least one.
  public let companions: [DriverRecord]
  /// What is assumed of future years.
  public let conditions: [PathCondition]
  /// p.
  public let lags: Int
  /// The transform of the series that is forecast.
  public let naturalTransform: Transform
  /// How many paths are drawn.
  public let draws: Int
  /// What the drawing is repeated with.
  public let seed: UInt64

  /// The most lags: no annual record determines more.
  public static let mostLags = 5
  /// The fewest and the most draws.
  public static let drawLimits = 100...1_000_000

  /// A system; numbers outside their ranges are drawn back to them.
  ///
  /// - Parameters:
  ///   - companions: the other series; without one no series can be fitted.
  ///   - conditions: what is assumed of future years, on the scale of the model.
  ///   - lags: p, from 1 to ``mostLags``.
  ///   - naturalTransform: the transform of the series that is forecast.
  ///   - draws: how many paths are drawn, within ``drawLimits``.
  ///   - seed: what the drawing is repeated with.
  public init(
    _ companions: [DriverRecord], conditions: [PathCondition] = [], lags: Int = 2,
    naturalTransform: Transform = .none, draws: Int = 20_000, seed: UInt64 = 1
  ) {
    self.companions = companions
    self.conditions = conditions
    self.lags = min(max(lags, 1), Self.mostLags)
    self.naturalTransform = naturalTransform
    self.draws = min(max(draws, Self.drawLimits.lowerBound), Self.drawLimits.upperBound)
    self.seed = seed
  }

  /// Finds the tightness and the posterior from the latest stretch of years in which all series have values.
  ///
  /// A companion may end up to five years before the series, or run on: known values of later years are conditions.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted system.
  /// - Throws: ``FitError/missingYears(model:years:)`` for a gap too near to the end, ``FitError/drivers(_:)`` for companions that do
  ///   not do, ``FitError/tooFewObservations(model:needed:found:)`` for fewer common years than lags and eight.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedVectorAutoregression {
    let panel = try SystemPanel(
      series, companions, lags: lags, scale: naturalTransform, model: Self.identifier)
    do throws(SystemPosterior.Failure) {
      let posterior = try TightnessSearch.posterior(panel, lags: lags)
      return FittedVectorAutoregression(model: self, series: series, panel: panel, posterior: posterior)
    } catch {
      switch error {
      case .overflow: throw .overflow(model: Self.identifier)
      case .inseparable: throw .drivers(.inseparable(series: panel.names))
      }
    }
  }
}
