/// Quantiles of the t statistic of a unit root beside a constant and a trend (Fuller 1976, Introduction to Statistical Time
/// Series, table 8.5.2; Banerjee, Dolado, Galbraith & Hendry 1993, table 4.2).
///
/// A p-value is interpolated between the lengths, then between the quantiles, and lies between 0.01 and 0.99: an end of that range
/// stands for everything beyond it.
enum UnitRootTable {
  private static let probabilities = [0.01, 0.025, 0.05, 0.10, 0.90, 0.95, 0.975, 0.99]
  private static let lengths = [25.0, 50, 100, 250, 500, 100_000]
  /// One row for each length.
  private static let quantiles = [
    [-4.38, -3.95, -3.60, -3.24, -1.14, -0.80, -0.50, -0.15],
    [-4.15, -3.80, -3.50, -3.18, -1.19, -0.87, -0.58, -0.24],
    [-4.04, -3.73, -3.45, -3.15, -1.22, -0.90, -0.62, -0.28],
    [-3.99, -3.69, -3.43, -3.13, -1.23, -0.92, -0.64, -0.31],
    [-3.98, -3.68, -3.42, -3.13, -1.24, -0.93, -0.65, -0.32],
    [-3.96, -3.66, -3.41, -3.12, -1.25, -0.94, -0.66, -0.33],
  ]

  /// The probability of a statistic at least as low where there is a unit root.
  ///
  /// - Parameters:
  ///   - statistic: the t statistic.
  ///   - count: the number of changes.
  /// - Returns: from 0.01 to 0.99.
  static func pValue(_ statistic: Double, count: Int) -> Double {
    let row = probabilities.indices.map { column in
      interpolate(Double(count), lengths, quantiles.map { $0[column] })
    }
    return interpolate(statistic, row, probabilities)
  }

  /// A straight line between neighbours, the last value beyond the ends.
  private static func interpolate(_ point: Double, _ places: [Double], _ values: [Double]) -> Double {
    guard let right = places.firstIndex(where: { point <= $0 }) else { return values[values.count - 1] }
    guard right > 0 else { return values[0] }
    let share = (point - places[right - 1]) / (places[right] - places[right - 1])
    return values[right - 1] + share * (values[right] - values[right - 1])
  }
}
