/// One value a year, with its unit and calendar; a year without a value is `nil`, never a number.
///
/// Invariants: at least one value; the first and the last stored year have a value; every value is finite.
public struct AnnualSeries: Sendable, Equatable {
  /// The name by which commands and tables call the series.
  public let identifier: String
  /// The unit of every value.
  public let unit: Unit
  /// Which twelve months a period covers.
  public let calendar: FiscalCalendar
  /// What the values can be at all; forecasts keep within it.
  public let bounds: Bounds
  /// The year of the first value.
  public let firstYear: Int
  /// The values from ``firstYear`` on, `nil` where a year has none.
  public let values: [Double?]

  /// The most years a series may span.
  public static let longestSpan = 10_000
  /// The largest year in absolute value, so that no sum of years and horizons overflows.
  public static let largestYear = 999_999

  /// A series from values in consecutive years; missing years at either end are dropped.
  ///
  /// - Parameters:
  ///   - identifier: the series' name.
  ///   - unit: the unit of the values.
  ///   - calendar: which months a period covers.
  ///   - bounds: what the values can be.
  ///   - firstYear: the year of `values[0]`.
  ///   - values: the values, `nil` for a missing year.
  /// - Throws: ``SeriesError`` when there is no value, one that is not finite, or a year out of range.
  public init(
    identifier: String, unit: Unit = .pure, calendar: FiscalCalendar = .calendar,
    bounds: Bounds = .unbounded, firstYear: Int, values: [Double?]
  ) throws(SeriesError) {
    guard let start = values.firstIndex(where: { $0 != nil }),
      let end = values.lastIndex(where: { $0 != nil })
    else { throw .noValues(series: identifier) }
    try Self.check(identifier, firstYear)
    try Self.check(identifier, firstYear + end)
    guard end - start < Self.longestSpan else {
      throw .spanTooLong(
        series: identifier, first: firstYear + start, last: firstYear + end, limit: Self.longestSpan)
    }
    for (offset, value) in values.enumerated() {
      if let value, !value.isFinite { throw .notFinite(series: identifier, year: firstYear + offset) }
    }
    self.identifier = identifier
    self.unit = unit
    self.calendar = calendar
    self.bounds = bounds
    self.firstYear = firstYear + start
    self.values = Array(values[start...end])
  }

  /// A series from pairs of year and value in any order.
  ///
  /// - Parameters:
  ///   - identifier: the series' name.
  ///   - unit: the unit of the values.
  ///   - calendar: which months a period covers.
  ///   - bounds: what the values can be.
  ///   - observations: year and value; a year may be absent, not doubled.
  /// - Throws: ``SeriesError`` when a year is doubled or out of range, a value is not finite, or there is none.
  public init(
    identifier: String, unit: Unit = .pure, calendar: FiscalCalendar = .calendar,
    bounds: Bounds = .unbounded, observations: [(year: Int, value: Double)]
  ) throws(SeriesError) {
    let sorted = observations.sorted { $0.year < $1.year }
    guard let first = sorted.first?.year, let last = sorted.last?.year else {
      throw .noValues(series: identifier)
    }
    try Self.check(identifier, first)
    try Self.check(identifier, last)
    guard last - first < Self.longestSpan else {
      throw .spanTooLong(series: identifier, first: first, last: last, limit: Self.longestSpan)
    }
    var values = [Double?](repeating: nil, count: last - first + 1)
    for (year, value) in sorted {
      guard values[year - first] == nil else { throw .duplicateYear(series: identifier, year: year) }
      values[year - first] = value
    }
    try self.init(
      identifier: identifier, unit: unit, calendar: calendar, bounds: bounds, firstYear: first,
      values: values)
  }

  private static func check(_ identifier: String, _ year: Int) throws(SeriesError) {
    guard year.magnitude <= largestYear else { throw .yearOutOfRange(series: identifier, year: year) }
  }

  /// The year of the last value.
  public var lastYear: Int { firstYear + values.count - 1 }

  /// How many years have a value.
  public var observationCount: Int { values.count { $0 != nil } }

  /// The years between the first and the last value that have none.
  public var missingYears: [Int] {
    values.indices.filter { values[$0] == nil }.map { firstYear + $0 }
  }

  /// The values without gaps, or `nil` if a year is missing.
  public var complete: [Double]? {
    let present = values.compactMap { $0 }
    return present.count == values.count ? present : nil
  }

  /// Year and value of every year that has one, in order.
  public var observations: [(year: Int, value: Double)] {
    values.enumerated().compactMap { offset, value in value.map { (firstYear + offset, $0) } }
  }

  /// The value of a year, or `nil`.
  public subscript(year: Int) -> Double? {
    (firstYear...lastYear).contains(year) ? values[year - firstYear] : nil
  }

  /// The part of the series within a window of years.
  ///
  /// - Parameters:
  ///   - first: the first year kept, or `nil` for no limit.
  ///   - last: the last year kept, or `nil` for no limit.
  /// - Returns: the series cut to the window.
  /// - Throws: ``SeriesError/emptyWindow(series:first:last:)`` when no value is left.
  public func window(from first: Int?, to last: Int?) throws(SeriesError) -> AnnualSeries {
    let low = first ?? firstYear
    let high = last ?? lastYear
    let kept = observations.filter { $0.year >= low && $0.year <= high }
    guard !kept.isEmpty else { throw .emptyWindow(series: identifier, first: low, last: high) }
    return try AnnualSeries(
      identifier: identifier, unit: unit, calendar: calendar, bounds: bounds, observations: kept)
  }

  /// The series with other values in the same years.
  ///
  /// - Parameter transform: gives the new value of a year, `nil` to leave it out.
  /// - Returns: the new series.
  /// - Throws: ``SeriesError`` when no value, or one that is not finite, comes out.
  public func mapValues(_ transform: (_ year: Int, _ value: Double) -> Double?) throws(SeriesError)
    -> AnnualSeries
  {
    try AnnualSeries(
      identifier: identifier, unit: unit, calendar: calendar, bounds: bounds, firstYear: firstYear,
      values: values.enumerated().map { offset, value in
        value.flatMap { transform(firstYear + offset, $0) }
      })
  }

  /// The series with its gaps filled by straight lines between the neighbours.
  public var interpolated: AnnualSeries {
    get throws(SeriesError) {
      let known = observations
      var filled = values
      for (left, right) in zip(known, known.dropFirst()) where right.year - left.year > 1 {
        let slope = (right.value - left.value) / Double(right.year - left.year)
        for year in (left.year + 1)..<right.year {
          filled[year - firstYear] = left.value + slope * Double(year - left.year)
        }
      }
      return try AnnualSeries(
        identifier: identifier, unit: unit, calendar: calendar, bounds: bounds, firstYear: firstYear,
        values: filled)
    }
  }
}
