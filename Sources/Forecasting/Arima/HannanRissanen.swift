/// Starting values of a likelihood search by two regressions (Hannan & Rissanen 1982, Biometrika 69, 81-94).
///
/// A long autoregression, by Burg's method, gives estimated innovations; the series is then regressed on its own
/// lags and theirs. The result is only a start: it is pulled inside the stationary and invertible region.
enum HannanRissanen {
  /// Starting values.
  ///
  /// - Parameters:
  ///   - values: about their constant.
  ///   - p: the number of autoregressive coefficients.
  ///   - q: the number of moving-average coefficients.
  /// - Returns: φ(1), …, φ(p) and θ(1), …, θ(q), or `nil` where the series does not determine them.
  static func estimate(_ values: [Double], _ p: Int, _ q: Int) -> (phi: [Double], theta: [Double])? {
    if q == 0 { return (shrunk(burg(values, p)), []) }
    let n = values.count
    let long = min(max(p, q) + 2, n / 3)
    let autoregression = burg(values, long)
    var innovations = [Double](repeating: 0, count: n)
    for t in long..<n {
      innovations[t] = values[t]
      for (lag, coefficient) in autoregression.enumerated() {
        innovations[t] -= coefficient * values[t - 1 - lag]
      }
    }
    let first = max(p, long + q)
    guard n - first > p + q else { return nil }
    // Normal equations with a trace of ridge: a start need not have the last digits.
    let k = p + q
    var rows = [[Double]](repeating: [Double](repeating: 0, count: k + 1), count: k)
    for t in first..<n {
      func regressor(_ i: Int) -> Double { i < p ? values[t - 1 - i] : innovations[t - 1 - (i - p)] }
      for i in 0..<k {
        for j in 0..<k { rows[i][j] += regressor(i) * regressor(j) }
        rows[i][k] += regressor(i) * values[t]
      }
    }
    guard let solution = solve(&rows) else { return nil }
    return (shrunk(Array(solution[..<p])), shrunk(solution[p...].map { -$0 }).map { -$0 })
  }

  /// Burg's estimate of an autoregression: stationary by construction.
  static func burg(_ values: [Double], _ order: Int) -> [Double] {
    var coefficients: [Double] = []
    var (forward, backward) = (values, values)
    let n = values.count
    for k in stride(from: 0, to: min(order, n - 1), by: 1) {
      var (product, squares) = (0.0, 0.0)
      for t in (k + 1)..<n {
        product += forward[t] * backward[t - 1]
        squares += forward[t] * forward[t] + backward[t - 1] * backward[t - 1]
      }
      let reflection = squares > 0 ? 2 * product / squares : 0
      let reversed = Array(coefficients.reversed())
      coefficients = zip(coefficients, reversed).map { $0 - reflection * $1 } + [reflection]
      for t in stride(from: n - 1, to: k, by: -1) {
        let (ahead, behind) = (forward[t], backward[t - 1])
        forward[t] = ahead - reflection * behind
        backward[t] = behind - reflection * ahead
      }
    }
    return coefficients + [Double](repeating: 0, count: order - coefficients.count)
  }

  /// Coefficients drawn towards zero until every root is larger than 1.05.
  private static func shrunk(_ coefficients: [Double]) -> [Double] {
    var current = coefficients
    for _ in 0..<60 where !PartialAutocorrelation.rootsExceed(1.05, current) {
      var power = 1.0
      current = current.map { coefficient in
        power *= 0.93
        return coefficient * power
      }
    }
    return PartialAutocorrelation.rootsExceed(1, current) ? current : current.map { _ in 0 }
  }

  /// Gaussian elimination with a ridge of 1e-8 on a positive definite system.
  private static func solve(_ rows: inout [[Double]]) -> [Double]? {
    let k = rows.count
    for i in 0..<k { rows[i][i] *= 1 + 1e-8 }
    for i in 0..<k {
      guard rows[i][i] > 0 else { return nil }
      for j in (i + 1)..<max(k, i + 1) {
        let factor = rows[j][i] / rows[i][i]
        for column in i...k { rows[j][column] -= factor * rows[i][column] }
      }
    }
    var solution = [Double](repeating: 0, count: k)
    for i in stride(from: k - 1, through: 0, by: -1) {
      var sum = rows[i][k]
      for j in (i + 1)..<max(k, i + 1) { sum -= rows[i][j] * solution[j] }
      solution[i] = sum / rows[i][i]
    }
    return solution.allSatisfy(\.isFinite) ? solution : nil
  }
}
