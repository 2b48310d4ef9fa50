internal import Series

/// The values of a series as the search for breaks takes them: without the missing years, in a unit in which squares
/// neither overflow nor vanish, and counted from the first value.
///
/// The unit is a power of two, which rounds nothing.
struct BreakSample {
  /// The years that have a value.
  let years: [Int]
  /// Years after the first one.
  let times: [Double]
  /// Values over ``unit``, less ``origin``.
  let values: [Double]
  /// The amount that was taken as one.
  let unit: Double
  /// The first value over ``unit``.
  let origin: Double

  /// The sample of a series.
  ///
  /// - Parameter series: on the scale of the model.
  init(_ series: AnnualSeries) {
    let observations = series.observations
    let largest = observations.reduce(0) { max($0, $1.value.magnitude) }
    // The smallest numbers would need a unit below the least normal one; 2^-1021 is small enough for them.
    let exponent = largest > 0 ? min(max(largest.exponent, -1021), 1022) : 0
    unit = Double(sign: .plus, exponent: exponent, significand: 1)
    years = observations.map(\.year)
    times = years.map { Double($0 - series.firstYear) }
    let (unit, start) = (unit, observations.first?.value ?? 0)
    origin = start / unit
    let origin = origin
    values = observations.map { $0.value / unit - origin }
  }

  /// The number of values.
  var count: Int { values.count }

  /// The sum of squares below which a fit counts as exact: what the roundings of the values themselves leave.
  var exactSquares: Double {
    let rounding = 16 * Double.ulpOfOne
    return Double(count) * rounding * rounding
  }

  /// The time of a year, which need not have a value.
  ///
  /// - Parameter year: any year near the record.
  /// - Returns: years after the first one.
  func time(of year: Int) -> Double { Double(year - (years.first ?? year)) }
}
