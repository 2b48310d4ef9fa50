#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether a series is stationary around a level or a trend (Kwiatkowski, Phillips, Schmidt & Shin 1992,
/// Journal of Econometrics 54, 159-178).
///
/// η = Σ S(t)² / (n² s²), S the partial sums of the residuals, s² their long-run variance with Bartlett weights
/// up to lag l = ⌊4 (n/100)^¼⌋. The p-value is interpolated in the paper's table 1 and lies between 0.01 and 0.10:
/// an end of that range stands for everything beyond it.
public enum KPSS {
  /// What the series is stationary around if the hypothesis is true.
  public enum Null: String, Sendable, CaseIterable {
    /// A constant.
    case level
    /// A straight line.
    case trend

    /// Upper-tail critical values at 10, 5, 2.5 and 1 per cent (table 1 of the paper).
    var criticalValues: [Double] {
      switch self {
      case .level: [0.347, 0.463, 0.574, 0.739]
      case .trend: [0.119, 0.146, 0.176, 0.216]
      }
    }
  }

  static let probabilities = [0.10, 0.05, 0.025, 0.01]

  /// Computes the test.
  ///
  /// - Parameters:
  ///   - values: the series in the order of time, without gaps.
  ///   - null: what it is stationary around.
  /// - Returns: statistic, the lag in place of degrees of freedom, and the p-value within 0.01...0.10.
  /// - Throws: ``DiagnosticError`` for too few values, values without any spread, or one that is not finite.
  public static func test(_ values: [Double], null: Null) throws(DiagnosticError) -> HypothesisTest {
    let name = "kpss-\(null.rawValue)"
    guard values.count >= 4 else { throw .tooFew(test: name, needed: 4, found: values.count) }
    let values = try inUnitOfTheLargest(values, test: name)
    let n = Double(values.count)
    let mean = values.reduce(0) { $0 + $1 / n }
    var residuals = values.map { $0 - mean }
    if null == .trend {
      let centre = (n - 1) / 2
      let times = values.indices.map { Double($0) - centre }
      let slope =
        zip(times, residuals).reduce(0) { $0 + $1.0 * $1.1 } / times.reduce(0) { $0 + $1 * $1 }
      residuals = zip(times, residuals).map { $1 - slope * $0 }
    }
    let lag = Int(4 * pow(n / 100, 0.25))
    var variance = residuals.reduce(0) { $0 + $1 * $1 / n }
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / n }
    guard spread > 0 else { throw .constant(test: name) }
    guard variance > 1e-24 * spread else { throw .exact(test: name) }
    for k in stride(from: 1, through: lag, by: 1) {
      let product = (k..<residuals.count).reduce(0.0) { $0 + residuals[$1] * residuals[$1 - k] }
      variance += 2 / n * (1 - Double(k) / Double(lag + 1)) * product
    }
    guard variance > 0 else { throw .exact(test: name) }
    var (sum, squares) = (0.0, 0.0)
    for residual in residuals {
      sum += residual
      squares += sum * sum
    }
    let statistic = squares / (n * n * variance)
    let p = interpolate(statistic, null.criticalValues)
    return HypothesisTest(
      name: name, statistic: statistic, degreesOfFreedom: Double(lag), pValue: p,
      reading: p < 0.05
        ? "the series is not stationary around a \(null.rawValue): \(movement(values, null))"
        : "no sign that the series is not stationary around a \(null.rawValue)")
  }

  /// What a series does that is not stationary: around a level it may still be so around a line.
  private static func movement(_ values: [Double], _ null: Null) -> String {
    guard null == .level else { return "it wanders or turns" }
    let slope = values.indices.reduce(0.0) { $0 + (Double($1) - Double(values.count - 1) / 2) * values[$1] }
    let direction = slope > 0 ? "rises" : "falls"
    do throws(DiagnosticError) {
      let around = try test(values, null: .trend)
      guard let p = around.pValue, p >= 0.05 else { return "it wanders or turns" }
      return "it \(direction), and there is no sign that it strays from a line"
    } catch {
      return "it \(direction) along a line"
    }
  }

  private static func interpolate(_ statistic: Double, _ critical: [Double]) -> Double {
    guard statistic > critical[0] else { return probabilities[0] }
    for i in 1..<critical.count where statistic <= critical[i] {
      let share = (statistic - critical[i - 1]) / (critical[i] - critical[i - 1])
      return probabilities[i - 1] + share * (probabilities[i] - probabilities[i - 1])
    }
    return probabilities[probabilities.count - 1]
  }
}
