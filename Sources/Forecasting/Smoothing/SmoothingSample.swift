#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The values of a series as the searches read them, with room for their columns.
///
/// Values are taken around the first one and in units of the largest distance from it, so that a search sees the
/// same numbers in any unit. One allocation serves all forms of a series.
struct SmoothingSample {
  let count: Int
  /// The first value, and the largest distance of another from it.
  let origin, unit: Double
  /// (y - origin) / unit.
  let centred: UnsafePointer<Double>
  /// y / unit and its reciprocal; meaningful for positive values only.
  let scaled, reciprocals: UnsafePointer<Double>
  /// Room for the responses to the values, to l(0) and to b(0).
  let expected, levelColumn, slopeColumn: UnsafeMutablePointer<Double>
  /// Whether every value is above zero.
  let isPositive: Bool
  /// Σ ln(y / unit) of positive values.
  let logSum: Double
  /// The sum of squares below which errors are the rounding of the values.
  let noise: Double
  /// The same of errors relative to the values.
  let relativeNoise: Double

  /// Runs a body with the sample of a series.
  ///
  /// - Parameters:
  ///   - values: at least one.
  ///   - body: what is done with it; the sample must not leave it.
  /// - Returns: what the body returns; `nil` when the distances overflow or all values are the same.
  static func with<Result>(_ values: [Double], _ body: (SmoothingSample) -> Result) -> Result? {
    let origin = values[0]
    let n = values.count
    var unit = 0.0
    var largest = 0.0
    for value in values {
      unit = max(unit, (value - origin).magnitude)
      largest = max(largest, value.magnitude)
    }
    guard unit.isFinite, unit > 0, (largest / unit).isFinite else { return nil }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 6 * n) { storage -> Result? in
      storage.initialize(repeating: 0)
      guard let base = storage.baseAddress else { return nil }
      var isPositive = true
      var logSum = 0.0
      var shares = 0.0
      for (index, value) in values.enumerated() {
        base[index] = (value - origin) / unit
        base[n + index] = value / unit
        base[2 * n + index] = unit / value
        isPositive = isPositive && value > 0 && (unit / value).isFinite
        if isPositive { logSum += log(value / unit) }
        shares += (unit / value) * (unit / value)
      }
      let rounding = 0x1p-51 * largest / unit
      return body(
        SmoothingSample(
          count: n, origin: origin, unit: unit, centred: UnsafePointer(base),
          scaled: UnsafePointer(base + n), reciprocals: UnsafePointer(base + 2 * n), expected: base + 3 * n,
          levelColumn: base + 4 * n, slopeColumn: base + 5 * n, isPositive: isPositive, logSum: logSum,
          noise: max(1e-26, Double(n) * rounding * rounding),
          relativeNoise: rounding * rounding * shares))
    }
  }
}
