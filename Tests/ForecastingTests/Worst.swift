import Forecasting
import Probability
import Series
import TestSupport
import Testing

/// The largest difference among many comparisons, and where it was.
struct Worst: CustomStringConvertible {
  private(set) var difference = 0.0
  private(set) var place = "-"
  private(set) var count = 0

  /// Compares two numbers relative to the second, or to the floor where that is larger.
  mutating func compare(_ actual: Double?, _ expected: Double?, floor: Double = 1e-300, at place: String) {
    count += 1
    let found: Double =
      if let actual, let expected { relativeDifference(actual, expected, floor: floor) } else { .infinity }
    if found > difference {
      difference = found
      self.place = "\(place): \(actual ?? .nan) for \(expected ?? .nan)"
    }
  }

  /// Compares two lists of the same length.
  mutating func compare(_ actual: [Double?], _ expected: [Double?]?, floor: Double = 1e-300, at place: String)
  {
    guard let expected, actual.count == expected.count else {
      return compare(nil, nil, at: "\(place) has another length")
    }
    for (index, pair) in zip(actual, expected).enumerated() {
      compare(pair.0, pair.1, floor: floor, at: "\(place)[\(index)]")
    }
  }

  /// Compares the medians, and the ends of the intervals at 80 and 95 %.
  mutating func compare(
    _ forecast: PredictiveDistribution, _ record: ModelRecord, median: [Double?]?, floor: Double = 1e-300
  ) throws {
    let place = "\(record.series) \(record.model)"
    compare(forecast.steps.map(\.median), median, floor: floor, at: "\(place) median")
    for (level, lower, upper) in [
      (80.0, record.lower80, record.upper80), (95.0, record.lower95, record.upper95),
    ]
    where lower != nil || level == 95 {
      let ends = try forecast.intervals(level)
      compare(ends.map(\.lower), lower, floor: floor, at: "\(place) lower\(Int(level))")
      compare(ends.map(\.upper), upper, floor: floor, at: "\(place) upper\(Int(level))")
    }
  }

  var description: String { "\(difference) in \(count) comparisons, at \(place)" }

  /// Records an issue unless everything compared lies within the tolerance, and something was compared.
  func expect(within tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(count > 0 && difference <= tolerance, "\(self)", sourceLocation: sourceLocation)
  }
}

extension PredictiveDistribution {
  /// The intervals of all years at one level.
  func intervals(_ percent: Double) throws -> [(lower: Double, upper: Double)] {
    let level = try Level(percent)
    return try steps.map { try $0.interval(level) }
  }

  /// The widths of the intervals of all years.
  func widths(_ percent: Double) throws -> [Double] { try intervals(percent).map { $0.upper - $0.lower } }
}

extension AnnualSeries {
  /// A series of consecutive years from 2000 on.
  init(_ values: [Double?], bounds: Bounds = .unbounded) throws {
    try self.init(identifier: "test", bounds: bounds, firstYear: 2000, values: values)
  }

  /// The largest value: what one rounding error in a sum is relative to.
  var magnitude: Double { observations.reduce(0) { max($0, $1.value.magnitude) } }
}
