/// How often a series has to be differenced until it wanders no more.
///
/// Successive KPSS tests around a level: as long as η of ``KPSS`` exceeds its 5 per cent point 0.463, the series is
/// differenced once more, at most twice. The lag of the Bartlett weights is ⌊3 √n / 13⌋ of the n values of the
/// series before differencing (Hyndman & Khandakar 2008, Journal of Statistical Software 27(3), section 3.1, with
/// the lag rule of R `forecast::ndiffs`). A series that is constant, or becomes so, is not differenced further.
enum DifferencingOrder {
  /// The 5 per cent point of the test around a level, from table 1 of Kwiatkowski, Phillips, Schmidt & Shin (1992).
  static let criticalValue = 0.463

  /// The order for a series.
  ///
  /// - Parameters:
  ///   - values: in the order of time; years without a value are left out.
  ///   - largest: the largest order.
  /// - Returns: from 0 to `largest`.
  static func estimate(_ values: [Double], largest: Int = ArimaOrder.mostDifferences) -> Int {
    var current = values
    let magnitude = values.reduce(0) { max($0, $1.magnitude) }
    var order = 0
    while order < largest, !isConstant(current, magnitude: magnitude) {
      guard let statistic = statistic(current), statistic > criticalValue else { break }
      order += 1
      current = zip(current.dropFirst(), current).map { $0 - $1 }
    }
    return order
  }

  /// Whether values are the same up to what rounding leaves of differences.
  ///
  /// - Parameters:
  ///   - values: the series or its differences.
  ///   - magnitude: of the largest value before differencing.
  /// - Returns: whether no value differs from the first by more than 1.5e-8 of the mean magnitude (the tolerance
  ///   of R's `all.equal`) or by more than 1e-14 of `magnitude`.
  static func isConstant(_ values: [Double], magnitude: Double) -> Bool {
    guard let first = values.first else { return true }
    let count = Double(values.count)
    let mean = values.reduce(0) { $0 + $1.magnitude / count }
    let deviation = values.reduce(0) { $0 + ($1 - first).magnitude / count }
    let largest = values.reduce(0) { max($0, ($1 - first).magnitude) }
    return deviation <= 1.5e-8 * mean || largest <= 1e-14 * magnitude
  }

  /// η around a level, or `nil` where the long-run variance is not positive.
  private static func statistic(_ values: [Double]) -> Double? {
    let n = Double(values.count)
    let lag = Int(3 * n.squareRoot() / 13)
    let mean = values.reduce(0) { $0 + $1 / n }
    let residuals = values.map { $0 - mean }
    var variance = residuals.reduce(0) { $0 + $1 * $1 / n }
    for k in stride(from: 1, through: min(lag, values.count - 1), by: 1) {
      let product = (k..<residuals.count).reduce(0.0) { $0 + residuals[$1] * residuals[$1 - k] }
      variance += 2 / n * (1 - Double(k) / Double(lag + 1)) * product
    }
    var (sum, squares) = (0.0, 0.0)
    for residual in residuals {
      sum += residual
      squares += sum * sum
    }
    let statistic = squares / (n * n * variance)
    return variance > 0 && statistic.isFinite ? statistic : nil
  }
}
