internal import Probability
internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One forecast of a backtest beside what happened.
public struct ScoredForecast: Sendable, Equatable {
  /// The last year that the model saw.
  public let origin: Int
  /// Years after the origin.
  public let horizon: Int
  /// What happened.
  public let actual: Double
  /// The mean that was forecast.
  public let mean: Double
  /// The median that was forecast.
  public let median: Double
  /// The continuous ranked probability score, in the unit of the series.
  public let crps: Double
  /// The weighted interval score of median, 80 and 95 % interval, in the unit of the series.
  public let wis: Double
  /// Whether the 80 % interval held what happened.
  public let isWithin80: Bool
  /// Whether the 95 % interval held what happened.
  public let isWithin95: Bool
  /// Where in its forecast the outcome fell: the probability that was forecast for values up to it.
  public let probabilityIntegralTransform: Double
  /// The mean absolute yearly change of the record that the model saw: the denominator of MASE, zero for a
  /// constant record.
  public let scale: Double

  /// The absolute error of the median, which is what it is made to keep small.
  public var absoluteError: Double { (actual - median).magnitude }
}

/// The scores of a set of forecasts, each defined here and nowhere else.
///
/// Errors are what happened less what was forecast. ME and RMSE judge the mean, MAE, sMAPE and MASE the median: each
/// forecast is held to the score under which it is the best one (Kolassa 2020, Int. J. Forecasting 36, 208-211).
public struct BacktestScores: Sendable, Equatable {
  /// The number of forecasts.
  public let forecasts: Int
  /// Mean error: positive when forecasts were too low.
  public let meanError: Double
  /// Mean absolute error.
  public let meanAbsoluteError: Double
  /// Root mean squared error.
  public let rootMeanSquaredError: Double
  /// 200 |y - m| / (|y| + |m|) on average, in per cent; a forecast of 0 for 0 counts 0.
  public let symmetricPercentageError: Double
  /// Mean absolute error over the mean absolute yearly change of each origin's record (Hyndman & Koehler 2006);
  /// `nil` when that is zero at an origin.
  public let scaledError: Double?
  /// Mean continuous ranked probability score.
  public let crps: Double
  /// Mean weighted interval score.
  public let wis: Double
  /// Mean weighted interval score over the denominator of MASE, `nil` as there.
  public let scaledIntervalScore: Double?
  /// The share of what happened inside the 80 % interval.
  public let coverage80: Double
  /// The share of what happened inside the 95 % interval.
  public let coverage95: Double

  /// The scores of some forecasts.
  ///
  /// - Parameter forecasts: at least one, else `nil` comes out.
  public init?(_ forecasts: [ScoredForecast]) {
    guard !forecasts.isEmpty else { return nil }
    let n = Double(forecasts.count)
    func average(_ value: (ScoredForecast) -> Double) -> Double {
      forecasts.reduce(0) { $0 + value($1) / n }
    }
    self.forecasts = forecasts.count
    meanError = average { $0.actual - $0.mean }
    meanAbsoluteError = average(\.absoluteError)
    rootMeanSquaredError = average { ($0.actual - $0.mean) * ($0.actual - $0.mean) }.squareRoot()
    symmetricPercentageError = average {
      let size = $0.actual.magnitude + $0.median.magnitude
      return size > 0 ? 200 * $0.absoluteError / size : 0
    }
    crps = average(\.crps)
    wis = average(\.wis)
    let isScaled = forecasts.allSatisfy { $0.scale > 0 }
    scaledError = isScaled ? average { $0.absoluteError / $0.scale } : nil
    scaledIntervalScore = isScaled ? average { $0.wis / $0.scale } : nil
    coverage80 = average { $0.isWithin80 ? 1 : 0 }
    coverage95 = average { $0.isWithin95 ? 1 : 0 }
  }

  /// How much better than a baseline, MASE and WIS taken together: 1 - ½ (MAE/MAE₀ + WIS/WIS₀) on scaled errors,
  /// or on plain ones where the record does not scale.
  ///
  /// - Parameter baseline: the scores of the baseline on the same forecasts.
  /// - Returns: positive when better, `nil` when the baseline made no error at all.
  public func skill(against baseline: BacktestScores) -> Double? {
    let pairs: [(Double, Double)]
    if let error = scaledError, let wis = scaledIntervalScore, let baseError = baseline.scaledError,
      let baseWis = baseline.scaledIntervalScore
    {
      pairs = [(error, baseError), (wis, baseWis)]
    } else {
      pairs = [(meanAbsoluteError, baseline.meanAbsoluteError), (wis, baseline.wis)]
    }
    guard pairs.allSatisfy({ $0.1 > 0 }) else { return nil }
    return 1 - pairs.reduce(0) { $0 + $1.0 / $1.1 / 2 }
  }
}
