/// Autoregressive coefficients by their partial autocorrelations.
///
/// Every stationary AR(p) has exactly one vector of partial autocorrelations r(k) in (-1, 1), and every such vector
/// one stationary AR(p) (Barndorff-Nielsen & Schou 1973). A search over u with r = u / √(1 + u²) therefore has no
/// bounds (Jones 1980, Technometrics 22, 389-395; the map of Monahan 1984, Biometrika 71, 403-404).
enum PartialAutocorrelation {
  /// The coefficients of partial autocorrelations, by Levinson's recursion in place.
  ///
  /// - Parameters:
  ///   - values: r(1), …, r(count); afterwards φ(1), …, φ(count).
  ///   - count: their number.
  static func stepUp(_ values: UnsafeMutablePointer<Double>, _ count: Int) {
    for k in stride(from: 1, to: count, by: 1) {
      let last = values[k]
      // Pairs from both ends, so that no second vector is needed.
      for j in 0..<((k + 1) / 2) {
        let (front, back) = (values[j], values[k - 1 - j])
        values[j] = front - last * back
        values[k - 1 - j] = back - last * front
      }
    }
  }

  /// The partial autocorrelations of coefficients, by Levinson's recursion backwards.
  ///
  /// - Parameter coefficients: φ(1), …, φ(p) of 1 - Σ φ(i) z^i.
  /// - Returns: r(1), …, r(p), or `nil` where a root does not lie outside the unit circle.
  static func stepDown(_ coefficients: [Double]) -> [Double]? {
    var partial = coefficients
    for k in partial.indices.reversed() {
      let last = partial[k]
      guard last.magnitude < 1 else { return nil }
      let scale = 1 / (1 - last * last)
      for j in 0..<((k + 1) / 2) {
        let (front, back) = (partial[j], partial[k - 1 - j])
        partial[j] = (front + last * back) * scale
        partial[k - 1 - j] = (back + last * front) * scale
      }
    }
    return partial
  }

  /// Whether all roots of 1 - Σ φ(i) z^i are larger than a radius.
  ///
  /// - Parameters:
  ///   - radius: such as 1.01.
  ///   - coefficients: φ(1), …, φ(p).
  /// - Returns: whether the polynomial of the scaled variable z / radius is stationary, which needs no root finder.
  static func rootsExceed(_ radius: Double, _ coefficients: [Double]) -> Bool {
    var power = 1.0
    let scaled = coefficients.map { coefficient in
      power *= radius
      return coefficient * power
    }
    return stepDown(scaled) != nil
  }

  /// The unbounded coordinate of a partial autocorrelation.
  ///
  /// - Parameter value: strictly between -1 and 1.
  /// - Returns: u = r / √(1 - r²).
  static func coordinate(_ value: Double) -> Double { value / (1 - value * value).squareRoot() }
}
