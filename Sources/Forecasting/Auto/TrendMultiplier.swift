/// How much of an announced displacement comes true, by the series' own past.
///
/// At each origin t a simple trend forecast f(j) of the change from t to t + j, made of what was known at t, is set beside
/// the change D(j) that followed, j = 1...6. The multiplier is the slope of D on f without intercept, each pair weighted
/// by one over j and over the squared local scale, drawn towards ``prior`` as if by ``strength`` origins whose spread is
/// the average one, and held to 0...1. A series that turns gets little trend, one that keeps going all of it.
enum TrendMultiplier {
  /// The multiplier of a record that has no origin yet.
  static let prior = 0.9
  /// The weight of the prior, in origins.
  static let strength = 1.5
  /// The first origin is after so many changes.
  static let firstOrigin = 8
  /// How far ahead an origin looks.
  static let reach = 6

  /// The multiplier.
  ///
  /// - Parameter values: on the scale of the errors, not all alike.
  /// - Returns: a number from 0 to 1.
  static func value(_ values: [Double]) -> Double {
    values.withUnsafeBufferPointer { value($0) }
  }

  private static func value(_ v: UnsafeBufferPointer<Double>) -> Double {
    guard v.count > firstOrigin + 1 else { return prior }
    let keep = 1 - AutoSpread.smoothing
    var (slope, sum, squares, range, rangeWeight) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var (products, forecasts, outcomes) = (0.0, 0.0, 0.0)
    var origins = 0
    for t in 1..<(v.count - 1) {
      let count = Double(t)
      let change = v[t] - v[t - 1]
      sum += change
      squares += change * change
      let mean = sum / count
      // A damped slope that follows the changes.
      slope = t == 1 ? change : 0.9 * slope + 0.3 * (change - 0.9 * slope)
      range = keep * range + change.magnitude
      rangeWeight = keep * rangeWeight + 1
      guard t >= firstOrigin else { continue }
      let scale = max(range / rangeWeight, 0.1 * (squares / count).squareRoot())
      guard scale > 0 else { continue }
      origins += 1
      let variance = max(squares / count - mean * mean, 0)
      let whole = count * mean * mean + variance
      let shrunken = whole > 0 ? mean * (count * mean * mean / whole) : 0
      var (power, growth) = (1.0, 0.0)
      for step in 1...min(reach, v.count - 1 - t) {
        power *= 0.9
        growth += power * slope
        let forecast = 0.5 * Double(step) * shrunken + 0.5 * growth
        let outcome = v[t + step] - v[t]
        let weight = 1 / (Double(step) * scale * scale)
        products += weight * outcome * forecast
        forecasts += weight * forecast * forecast
        outcomes += weight * outcome * outcome
      }
    }
    guard origins > 0, outcomes > 0 else { return prior }
    let ridge = strength * Double(reach) * outcomes / Double(origins)
    return min(max((products + ridge * prior) / (forecasts + ridge), 0), 1)
  }
}
