internal import Series

/// The values that `auto` works on: without gaps, and divided by the largest of them.
///
/// The division makes the forecast change with the unit of the series and in no other way.
struct AutoRecord: Sendable, Equatable {
  /// The values in units of ``unit``, filled years included.
  let values: [Double]
  /// The largest absolute value.
  let unit: Double
  /// The year of the first value used.
  let firstYear: Int
  /// How many of the values were observed.
  let observationCount: Int
  /// The years that a straight line stands in for.
  let filledYears: [Int]
  /// Whether the years before ``firstYear`` hold values that are not used.
  let leavesEarlierValuesOut: Bool

  /// A stretch at least this long is used alone.
  static let longEnough = 8

  /// The part of a series that is used.
  ///
  /// The latest stretch without a gap where it has eight values or more that are not all alike; otherwise the whole
  /// series, its gaps filled by straight lines.
  ///
  /// - Parameter series: at least one value.
  init(_ series: AnnualSeries) {
    let known = series.observations
    let stretch = Self.latestStretch(known)
    if stretch.count < known.count, stretch.count >= Self.longEnough, !Self.isConstant(stretch) {
      self.init(
        stretch.map(\.value), firstYear: series.lastYear - stretch.count + 1, filledYears: [],
        leavesEarlierValuesOut: true)
    } else {
      self.init(
        Self.filled(known), firstYear: series.firstYear, filledYears: series.missingYears,
        leavesEarlierValuesOut: false)
    }
  }

  private init(_ values: [Double], firstYear: Int, filledYears: [Int], leavesEarlierValuesOut: Bool) {
    let unit = values.reduce(0) { max($0, $1.magnitude) }
    self.values = unit > 0 ? values.map { $0 / unit } : values
    self.unit = unit
    self.firstYear = firstYear
    self.filledYears = filledYears
    self.leavesEarlierValuesOut = leavesEarlierValuesOut
    observationCount = values.count - filledYears.count
  }

  /// The last value, in the unit of the series, where all values are that one; `nil` where they differ.
  var constant: Double? {
    guard let last = values.last, values.allSatisfy({ $0 == last }) else { return nil }
    return last * (unit > 0 ? unit : 1)
  }

  /// The years used.
  var years: ClosedRange<Int> { firstYear...(firstYear + values.count - 1) }

  /// The observations after the last gap.
  private static func latestStretch(_ known: [(year: Int, value: Double)]) -> ArraySlice<
    (year: Int, value: Double)
  > {
    var start = known.count - 1
    while start > 0, known[start - 1].year == known[start].year - 1 { start -= 1 }
    return known[start...]
  }

  private static func isConstant(_ stretch: ArraySlice<(year: Int, value: Double)>) -> Bool {
    stretch.allSatisfy { $0.value == stretch.first?.value }
  }

  /// The values with straight lines across the gaps.
  private static func filled(_ known: [(year: Int, value: Double)]) -> [Double] {
    var values: [Double] = []
    for (year, value) in known {
      if let last = values.last, let firstYear = known.first?.year {
        let missing = year - firstYear - values.count
        for step in 0..<missing {
          // Weighted ends, not a slope: their difference may exceed the largest number.
          let share = Double(step + 1) / Double(missing + 1)
          values.append(last * (1 - share) + value * share)
        }
      }
      values.append(value)
    }
    return values
  }
}
