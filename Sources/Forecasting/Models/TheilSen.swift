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
    var slopes: [Double] = []
    let line = Line(times: times, values: values, slopes: &slopes)
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

    /// The line through values; `slopes` is working storage that a caller keeps between calls.
    init(times: [Double], values: [Double], slopes: inout [Double]) {
      slopes.removeAll(keepingCapacity: true)
      for right in times.indices {
        for left in 0..<right {
          slopes.append((values[right] - values[left]) / (times[right] - times[left]))
        }
      }
      slope = median(&slopes)
      let slope = slope
      var offsets = zip(times, values).map { $1 - slope * $0 }
      intercept = median(&offsets)
    }

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
        ParameterEstimate("intercept", line.intercept), ParameterEstimate("slope", line.slope),
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
    var draws = [[Double]](repeating: [], count: horizon.years)
    var slopes: [Double] = []
    for replication in 0..<TheilSen.replications {
      let generator = CounterGenerator(seed: seed, stream: UInt64(replication))
      func error(_ index: Int) -> Double {
        errors[min(Int(generator.uniform(at: UInt64(index)) * Double(count)), count - 1)]
      }
      let values = times.enumerated().map { line.value(at: $1) + error($0) }
      let refitted = TheilSen.Line(times: times, values: values, slopes: &slopes)
      for step in 0..<horizon.years {
        let time = Double(lastTime + step + 1)
        draws[step].append(refitted.value(at: time) + error(count + step))
      }
    }
    return try PredictiveDistribution(draws.map { .draws($0.sorted()) }, model: TheilSen.identifier)
  }
}
