internal import Probability
public import Series

/// A series that moves another, on the calendar of that other, with what is known or assumed of its future.
public struct DriverRecord: Sendable {
  /// The series, in the years of the one that it moves.
  public let series: AnnualSeries
  /// The earliest origin at which a year's value is known; a year that is absent here is known at every origin.
  public let knownFrom: [Int: Int]
  /// The values before they were revised, and the earliest origin at which the revision is known; for backtests.
  public let earlier: Vintage?
  /// Under which transform the values enter.
  public let scale: Transform
  /// Values that are assumed for years after the record.
  public let path: [Int: Double]
  /// What forecasts the years that neither the record nor the path has; `nil` refuses them.
  public let model: TransformedModel?

  /// Values that were revised later.
  public struct Vintage: Sendable {
    /// The values, in the years of the series that is forecast.
    public let series: AnnualSeries
    /// The first origin that knows better.
    public let revisedFrom: Int

    /// A vintage.
    ///
    /// - Parameters:
    ///   - series: the values.
    ///   - revisedFrom: the first origin that knows better.
    public init(_ series: AnnualSeries, revisedFrom: Int) {
      (self.series, self.revisedFrom) = (series, revisedFrom)
    }
  }

  /// A record.
  ///
  /// - Parameters:
  ///   - series: in the years of the one that it moves.
  ///   - knownFrom: the earliest origin at which a year's value is known, for backtests.
  ///   - earlier: the values before a revision, for backtests.
  ///   - scale: the transform under which the values enter.
  ///   - path: assumed values by year.
  ///   - model: forecasts what is not known, or `nil`.
  public init(
    _ series: AnnualSeries, knownFrom: [Int: Int] = [:], earlier: Vintage? = nil, scale: Transform = .none,
    path: [Int: Double] = [:], model: TransformedModel? = nil
  ) {
    self.series = series
    self.knownFrom = knownFrom
    self.earlier = earlier
    self.scale = scale
    self.path = path
    self.model = model
  }

  /// The values that are known at an origin, in the vintage of that time.
  ///
  /// - Parameter origin: the last year of the series that is forecast.
  /// - Returns: year and value in the order of years.
  func known(at origin: Int) -> [(year: Int, value: Double)] {
    let vintage = earlier.flatMap { origin < $0.revisedFrom ? $0.series : nil } ?? series
    return vintage.observations.filter { knownFrom[$0.year] ?? .min <= origin }
  }

  /// One year's value: known, assumed, or expected with a variance.
  struct Value: Equatable {
    var mean: Double
    var variance = 0.0
  }

  /// The years for which neither record nor path has a value, of those after the record.
  ///
  /// - Parameters:
  ///   - last: the last year that is needed.
  ///   - origin: the last year of the series that is forecast.
  /// - Throws: ``DriverError/endsEarly(driver:last:needed:)`` where there are such years and no model to forecast them.
  public func requireValues(through last: Int, origin: Int) throws(DriverError) {
    guard model == nil, let end = known(at: origin).last?.year, last > end else { return }
    let missing = ((end + 1)...last).filter { path[$0] == nil }
    guard !missing.isEmpty else { return }
    throw endsEarly(end, missing)
  }

  private func endsEarly(_ end: Int, _ missing: [Int]) -> DriverError {
    .endsEarly(
      driver: series.identifier, last: series.calendar.label(end),
      needed: YearRuns.text(missing, calendar: series.calendar))
  }

  /// The values of some years, on the scale of ``scale``.
  ///
  /// Years up to the last known one have the recorded value, or the path's in a gap, or none. Later ones have the path's, or the expectation and
  /// variance of the model's forecast from the record and the path that follows it without a gap; both moments are
  /// integrated over normal scores from -5 to 5 by the trapezoidal rule, for the forecast need not be normal.
  ///
  /// - Parameters:
  ///   - years: of the driver itself.
  ///   - origin: the last year of the series that is forecast.
  /// - Returns: a value for each year, `nil` where the record has a gap or has not begun.
  /// - Throws: ``DriverError``.
  func values(_ years: ClosedRange<Int>, origin: Int) throws(DriverError) -> [Value?] {
    var table: [Int: Double] = [:]
    for (year, value) in known(at: origin) { table[year] = value }
    guard let last = table.keys.max(), let first = table.keys.min() else {
      throw .noCommonYears(series: series.identifier)
    }
    if let year = path.keys.filter({ $0 < first || table[$0] != nil }).min() {
      throw .pathOfKnownYear(
        driver: series.identifier, year: series.calendar.label(year), last: series.calendar.label(last))
    }
    table.merge(path) { recorded, _ in recorded }
    var end = last
    while path[end + 1] != nil { end += 1 }
    let wanted = years.upperBound > end ? years.filter { $0 > end && table[$0] == nil } : []
    var expected: [Int: Value] = [:]
    if let farthest = wanted.last {
      guard model != nil else { throw endsEarly(last, wanted) }
      expected = try forecast(table.filter { $0.key <= end }, from: end, to: farthest)
    }
    var values: [Value?] = []
    for year in years {
      if let value = table[year] {
        values.append(Value(mean: try scaled(value, year)))
      } else {
        values.append(year > end ? expected[year] : nil)
      }
    }
    return values
  }

  private func scaled(_ value: Double, _ year: Int) throws(DriverError) -> Double {
    guard let moved = scale.forward(value) else {
      throw .notPositive(driver: series.identifier, year: series.calendar.label(year), value: value)
    }
    return moved
  }

  private func forecast(_ table: [Int: Double], from end: Int, to last: Int) throws(DriverError) -> [Int:
    Value]
  {
    guard let model else { throw endsEarly(end, Array((end + 1)...last)) }
    let steps: [Marginal]
    do {
      let record = try AnnualSeries(
        identifier: series.identifier, unit: series.unit, calendar: series.calendar, bounds: series.bounds,
        observations: table.sorted { $0.key < $1.key }.map { (year: $0.key, value: $0.value) })
      steps = try model.fit(record).predict(try Horizon(last - end)).steps
    } catch {
      throw .forecast(driver: series.identifier, reason: "\(error)")
    }
    var expected: [Int: Value] = [:]
    for (index, step) in steps.enumerated() {
      expected[end + 1 + index] = try moments(step, year: end + 1 + index)
    }
    return expected
  }

  private func moments(_ marginal: Marginal, year: Int) throws(DriverError) -> Value {
    if scale == .none, marginal.transform == .none, marginal.bounds == .unbounded,
      case .normal(let mean, let deviation) = marginal.shape
    {
      return Value(mean: mean, variance: deviation * deviation)
    }
    var points: [(weight: Double, value: Double)] = []
    var total = 0.0
    for step in -20...20 {
      let score = Double(step) / 4
      let quantile: Double
      do throws(ProbabilityError) {
        quantile = try marginal.quantile(Normal.standard.cumulative(at: score))
      } catch {
        throw .overflow(driver: series.identifier)
      }
      guard let value = scale.forward(quantile) else {
        throw .forecastNotPositive(
          driver: series.identifier, year: series.calendar.label(year), value: quantile)
      }
      let weight = Normal.standard.density(at: score)
      points.append((weight, value))
      total += weight
    }
    let mean = points.reduce(0) { $0 + $1.weight * $1.value } / total
    let squares = points.reduce(0) { $0 + $1.weight * ($1.value - mean) * ($1.value - mean) } / total
    guard mean.isFinite, squares.isFinite else { throw .overflow(driver: series.identifier) }
    return Value(mean: mean, variance: squares)
  }
}
