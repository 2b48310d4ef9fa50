internal import Series

/// One column of a regression: a series with a lag or a lead, or a shape that dates alone define.
public struct Driver: Sendable {
  /// What the column is made of.
  public enum Source: Sendable {
    /// A series.
    case record(DriverRecord)
    /// 0 before a year and 1 from it on.
    case step(from: Int)
    /// 0 before a year, then 1, 2, 3, …: a new slope.
    case ramp(from: Int)
    /// 1 in one year, else 0.
    case pulse(at: Int)
    /// 1 from a year to another, both included, else 0: the years of an agreement.
    case period(ClosedRange<Int>)
  }

  /// What the column is made of.
  public let source: Source
  /// Year t takes the source's value of year t + shift: -1 is a lag of one year, 1 a lead.
  public let shift: Int
  /// The name in tables and messages, such as `japan-gdp@-1` or `step@2008`.
  public let label: String

  /// The largest lag and the longest lead.
  public static let largestShift = 30

  /// A driver.
  ///
  /// - Parameters:
  ///   - source: what the column is made of.
  ///   - shift: negative for a lag; ``largestShift`` at most, and drawn back to that.
  ///   - label: the name in tables and messages.
  public init(_ source: Source, shift: Int = 0, label: String) {
    self.source = source
    self.shift = min(max(shift, -Self.largestShift), Self.largestShift)
    self.label = label
  }

  /// The name of the series behind it, under which several lags share one uncertainty; `nil` for a shape.
  var recordName: String? {
    guard case .record(let record) = source else { return nil }
    return record.series.identifier
  }

  /// The column for some years of the series that is forecast.
  ///
  /// - Parameters:
  ///   - years: of that series.
  ///   - origin: its last year.
  /// - Returns: a value for each year, `nil` where there is none.
  /// - Throws: ``DriverError``.
  func values(_ years: ClosedRange<Int>, origin: Int) throws(DriverError) -> [DriverRecord.Value?] {
    func shape(_ value: (Int) -> Double) -> [DriverRecord.Value?] {
      years.map { DriverRecord.Value(mean: value($0 + shift)) }
    }
    switch source {
    case .record(let record):
      return try record.values((years.lowerBound + shift)...(years.upperBound + shift), origin: origin)
    case .step(let first): return shape { $0 >= first ? 1 : 0 }
    case .ramp(let first): return shape { Double(max($0 - first + 1, 0)) }
    case .pulse(let year): return shape { $0 == year ? 1 : 0 }
    case .period(let range): return shape { range.contains($0) ? 1 : 0 }
    }
  }
}
