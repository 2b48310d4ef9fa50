internal import Probability
public import Series

/// A robust line: the median of the slopes through all pairs of years (Theil 1950; Sen 1968).
public struct TheilSen: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("theil-sen"),
    title: "robust line: median of the slopes through all pairs of years",
    equation: "y(t) = a + b t + ε(t), t = 1 in the first year",
    estimation: "b the median of (y(j) - y(i)) / (j - i); a the median of y - b t",
    interval: "residual bootstrap: the line is refitted to resampled residuals, then one more residual is "
      + "added; residuals are widened by sqrt(n / (n - 2)); 999 replications from a fixed seed",
    minimumObservations: 5,
    acceptsMissingYears: true,
    reference: "Sen (1968), JASA 63, 1379-1389; Davison & Hinkley (1997), section 6.3.3")

  /// Where the random numbers of the bootstrap start.
  public let seed: UInt64
  /// The replications of the bootstrap; with 999 the ends of an 80 or 95 % interval are order statistics.
  static let replications = 999
  /// The longest record: each replication takes the median of n(n - 1)/2 slopes.
  static let longestRecord = 500

  /// The model.
  ///
  /// - Parameter seed: of the bootstrap.
  public init(seed: UInt64 = 1978) { self.seed = seed }

  /// Takes the median slope; years without a value are left out.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for fewer than five values, more than 500, or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedTheilSen {
    let observations = series.observations
    try requireObservations(observations.count)
    guard observations.count <= Self.longestRecord else {
      throw .tooManyObservations(
        model: Self.identifier, limit: Self.longestRecord, found: observations.count)
    }
    let times = observations.map { Double($0.year - series.firstYear + 1) }
    let values = observations.map(\.value)
    let line = Line(times: times, values: values)
    let residuals = zip(times, values).map { $1 - line.value(at: $0) }
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    guard line.slope.isFinite, line.intercept.isFinite, squares.isFinite else {
      throw .overflow(model: Self.identifier)
    }
    return FittedTheilSen(
      line: line, times: times, residuals: residuals, sumOfSquares: squares,
      years: observations.map(\.year), lastTime: series.values.count, seed: seed)
  }

  /// A line by the median of the pairwise slopes.
  struct Line {
    let slope: Double
    let intercept: Double

    /// The line through values.
    init(times: [Double], values: [Double]) {
      var work = [Double](repeating: 0, count: Self.storage(times.count))
      self = work.withUnsafeMutableBufferPointer { work in
        times.withUnsafeBufferPointer { times in
          values.withUnsafeBufferPointer { Line(times: times, values: $0, work: work) }
        }
      }
    }

    /// The line through values, one for each time, without memory of its own: the bootstrap draws a thousand.
    ///
    /// - Parameters:
    ///   - times: ascending.
    ///   - values: one for each time.
    ///   - work: as many numbers as ``storage(_:)`` says.
    ///   - guess: a slope and how far from it the median slope is looked for first.
    init(
      times: UnsafeBufferPointer<Double>, values: UnsafeBufferPointer<Double>,
      work: UnsafeMutableBufferPointer<Double>, guess: (slope: Double, reach: Double)? = nil
    ) {
      let pairs = times.count * (times.count - 1) / 2
      let slopes = UnsafeMutableBufferPointer(rebasing: work[..<pairs])
      var next = 0
      for right in 1..<times.count {
        let (time, value) = (times[right], values[right])
        for left in 0..<right {
          slopes[next &+ left] = (value - values[left]) / (time - times[left])
        }
        next &+= right
      }
      let near = guess.flatMap {
        median(
          UnsafeBufferPointer(slopes), near: $0.slope, reach: $0.reach,
          scratch: UnsafeMutableBufferPointer(rebasing: work[pairs...]))
      }
      slope = near ?? median(slopes)
      for index in times.indices { work[index] = values[index] - slope * times[index] }
      intercept = median(UnsafeMutableBufferPointer(rebasing: work[..<times.count]))
    }

    /// How many numbers a fit works on: the slopes of all pairs and as many places again, or the offsets where those are
    /// more.
    static func storage(_ count: Int) -> Int { max(count * (count - 1), count) }

    func value(at time: Double) -> Double { intercept + slope * time }
  }
}

/// A fitted ``TheilSen``.
public struct FittedTheilSen: FittedTrend {
  let line: TheilSen.Line
  let times: [Double]
  let residuals: [Double]
  let sumOfSquares: Double
  let years: [Int]
  let lastTime: Int
  let seed: UInt64

  /// Estimates and residuals; a median has no likelihood, and its interval comes from the bootstrap.
  public var summary: FitSummary {
    FitSummary(
      parameters: [
        ParameterEstimate("intercept", line.intercept, dimension: .values),
        ParameterEstimate("slope", line.slope, dimension: .values),
      ],
      residuals: zip(years, residuals).map { (year: $0, value: $1) },
      observations: years.count, estimatedParameters: 2,
      residualVariance: sumOfSquares / Double(years.count - 2), logLikelihood: nil)
  }

  /// Bootstrap distributions, the same for the same seed.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: sorted draws for each year.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    let count = residuals.count
    let widening = (Double(count) / Double(count - 2)).squareRoot()
    // Not centred on their mean: around a line of medians it is the median of the residuals that is zero.
    let errors = residuals.map { $0 * widening }
    let years = horizon.years
    let fitted = times.map { line.value(at: $0) }
    let leastSquares = leastSquaresWeights
    var draws = [[Double]](
      repeating: [Double](repeating: 0, count: TheilSen.replications), count: years)
    var values = [Double](repeating: 0, count: count)
    var work = [Double](repeating: 0, count: TheilSen.Line.storage(count))
    var drawn = [Double](repeating: 0, count: count + years)
    var reach = 0.0
    for replication in 0..<TheilSen.replications {
      let generator = CounterGenerator(seed: seed, stream: UInt64(replication))
      drawn.withUnsafeMutableBufferPointer { generator.fill($0) }
      for index in drawn.indices {
        drawn[index] = errors[min(Int(drawn[index] * Double(count)), count - 1)]
      }
      // The median slope is never far from that of least squares; how far, the replications before have told.
      var slope = line.slope
      for index in 0..<count {
        values[index] = fitted[index] + drawn[index]
        slope += leastSquares[index] * drawn[index]
      }
      let refitted = work.withUnsafeMutableBufferPointer { work in
        times.withUnsafeBufferPointer { times in
          values.withUnsafeBufferPointer {
            TheilSen.Line(times: times, values: $0, work: work, guess: (slope, reach))
          }
        }
      }
      let distance = (refitted.slope - slope).magnitude
      reach = distance > reach ? 1.5 * distance : 0.95 * reach
      for step in 0..<years {
        let time = Double(lastTime + step + 1)
        draws[step][replication] = refitted.value(at: time) + drawn[count + step]
      }
    }
    return try PredictiveDistribution(draws.map { .draws($0.sorted()) }, model: TheilSen.identifier)
  }

  /// What each value adds to the slope of least squares.
  private var leastSquaresWeights: [Double] {
    let middle = times.reduce(0, +) / Double(times.count)
    let squares = times.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    return times.map { ($0 - middle) / squares }
  }
}
