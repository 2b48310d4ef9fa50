internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether two forecasts of the same events differ in accuracy by more than chance.
///
/// With d(t) = |e₁(t)|^p - |e₂(t)|^p and γ(k) its autocovariances, DM = mean(d) / sqrt((γ(0) + 2 Σ γ(k)) / n),
/// k = 1...h-1, times the small-sample factor sqrt((n + 1 - 2h + h(h-1)/n) / n), against Student t with n - 1 degrees
/// of freedom, both sides (Diebold & Mariano 1995; Harvey, Leybourne & Newbold 1997, Int. J. Forecasting 13, 281-291).
///
/// Edge Cases: where the estimated variance is not positive at h > 1 the autocovariances are left out (as with h = 1);
/// where the losses are the same at every event there is nothing to test and the result is `nil`.
public enum DieboldMariano {
  /// The two-sided p-value.
  ///
  /// - Parameters:
  ///   - first: the losses of one forecast, in the order of origins.
  ///   - second: the losses of the other.
  ///   - horizon: years ahead; errors of longer forecasts overlap.
  /// - Returns: the probability of a difference at least as large by chance, or `nil`.
  public static func pValue(_ first: [Double], _ second: [Double], horizon: Int) -> Double? {
    guard let statistic = statistic(first, second, horizon: horizon),
      let law = try? StudentT(degreesOfFreedom: Double(first.count - 1))
    else { return nil }
    return 2 * law.upperTail(at: statistic.magnitude)
  }

  /// The corrected statistic: negative when the first forecast is better.
  ///
  /// - Parameters:
  ///   - first: the losses of one forecast, in the order of origins.
  ///   - second: the losses of the other.
  ///   - horizon: years ahead.
  /// - Returns: the statistic, or `nil` for fewer than two events, unequal numbers of them, or equal losses.
  public static func statistic(_ first: [Double], _ second: [Double], horizon: Int) -> Double? {
    let count = first.count
    guard count == second.count, count >= 2, horizon >= 1 else { return nil }
    let n = Double(count)
    let differences = zip(first, second).map { $0 - $1 }
    let mean = differences.reduce(0) { $0 + $1 / n }
    func covariance(_ lag: Int) -> Double {
      (lag..<count).reduce(0) { $0 + (differences[$1] - mean) * (differences[$1 - lag] - mean) / n }
    }
    var steps = min(horizon, count)
    var variance = (1..<max(steps, 1)).reduce(covariance(0)) { $0 + 2 * covariance($1) } / n
    if variance <= 0 {
      steps = 1
      variance = covariance(0) / n
    }
    let largest = differences.reduce(0) { max($0, $1.magnitude) }
    guard variance > 1e-28 * largest * largest else { return nil }
    let h = Double(steps)
    let factor = (n + 1 - 2 * h + h * (h - 1) / n) / n
    guard factor > 0 else { return nil }
    let statistic = mean / variance.squareRoot() * factor.squareRoot()
    return statistic.isFinite ? statistic : nil
  }
}
