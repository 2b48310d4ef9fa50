internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FittedSmoothing {
  /// The simulated futures of a form with a multiplicative trend.
  static let replications = 5_001

  /// Normal distributions with the model's own mean and variance, or simulated futures.
  ///
  /// With an additive trend or none the mean is μ(h) = l + (φ + … + φ^h) b. With c(j) = α + β(φ + … + φ^j) the
  /// variance is σ²(1 + Σ c(j)²), j < h, for additive errors, and (1 + σ²) θ(h) - μ(h)² with
  /// θ(h) = μ(h)² + σ² Σ c(j)² θ(h-j), j < h, for multiplicative ones (Hyndman et al. 2008, sections 6.1, 6.3),
  /// around which the normal is an approximation, as it is R's.
  ///
  /// Multiplicative trends have no formula: 5,001 futures are drawn from ``ExponentialSmoothing/seed``, with
  /// normal errors cut off where a value would not be positive.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: one marginal distribution a year.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    if form.isGrowth { return try simulate(horizon) }
    let variance = variance
    var means: [Double] = []
    var responses: [Double] = []
    var (power, damping) = (1.0, 0.0)
    for _ in 1...horizon.years {
      power *= weights.phi
      damping += power
      means.append(lastLevel + (form.hasTrend ? damping * lastSlope : 0))
      let response = weights.alpha + weights.beta * damping
      responses.append(response * response)
    }
    let spreads =
      form.errors == .additive
      ? Self.additiveSpreads(responses, variance) : Self.relativeSpreads(responses, variance, means)
    return try PredictiveDistribution(
      zip(means, spreads).map { .normal(mean: $0, standardDeviation: $1) }, model: model)
  }

  /// Standard deviations with additive errors.
  private static func additiveSpreads(_ responses: [Double], _ variance: Double) -> [Double] {
    var sum = 1.0
    return responses.map { response in
      defer { sum += response }
      return (variance * sum).squareRoot()
    }
  }

  /// Standard deviations with multiplicative errors, computed in units of the largest mean.
  private static func relativeSpreads(_ responses: [Double], _ variance: Double, _ means: [Double])
    -> [Double]
  {
    let unit = means.reduce(1e-300) { max($0, $1.magnitude) }
    var moments: [Double] = []
    return means.indices.map { step in
      let mean = means[step] / unit
      // θ(h) less the squared mean, which is what the subtraction in the book's formula leaves.
      var excess = 0.0
      for lag in 0..<step { excess += responses[lag] * moments[step - 1 - lag] }
      excess *= variance
      moments.append(mean * mean + excess)
      return unit * (excess + variance * (mean * mean + excess)).squareRoot()
    }
  }

  /// Futures of a form with a multiplicative trend.
  private func simulate(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    let deviation = variance.squareRoot()
    guard deviation.isFinite else { throw .overflow(model: model) }
    var draws = [[Double]](repeating: [], count: horizon.years)
    for step in draws.indices { draws[step].reserveCapacity(Self.replications) }
    for replication in 0..<Self.replications {
      let generator = CounterGenerator(seed: seed, stream: UInt64(replication))
      var state = SmoothingState(level: lastLevel, slope: lastSlope)
      for step in draws.indices {
        let factor = weights.phi == 1 ? state.slope : pow(state.slope, weights.phi)
        let expected = state.level * factor
        let spread = form.errors == .additive ? deviation / expected : deviation
        let value = expected * (1 + Self.relativeError(generator.uniform(at: UInt64(step)), spread))
        guard value.isFinite else { throw .forecastOverflow(model: model, yearsAhead: step + 1) }
        _ = state.advanceGrowth(value, weights)
        draws[step].append(value)
      }
    }
    return try PredictiveDistribution(draws.map { .draws($0.sorted()) }, model: model)
  }

  /// A normal error above -1, by the inverse of the distribution that is left there.
  private static func relativeError(_ uniform: Double, _ spread: Double) -> Double {
    guard spread > 0 else { return 0 }
    let below = Normal.standard.cumulative(at: -1 / spread)
    // The quantile of a number strictly inside (0, 1) exists.
    let quantile = (try? Normal.standard.quantile(below + uniform * (1 - below))) ?? 0
    return max(spread * quantile, -0.999_999)
  }
}
