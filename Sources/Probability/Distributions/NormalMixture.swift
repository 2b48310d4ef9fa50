#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A weighted mixture of normal distributions, the forecast of a linear pool.
///
/// f(x) = Σ wᵢ fᵢ(x) with Σ wᵢ = 1.
///
/// Edge Cases:
///
/// - A component of weight zero is kept and counts for nothing.
///
/// Source: Grimit, Gneiting, Berrocal & Johnson (2006), QJRMS 132, 2925-2942.
public struct NormalMixture: ContinuousDistribution, Hashable {
  /// The distributions that are mixed.
  public let components: [Normal]
  /// The weight of each, adding up to one.
  public let weights: [Double]

  /// A mixture.
  ///
  /// - Parameters:
  ///   - components: at least one.
  ///   - weights: one for each component, not negative, not all zero; divided by their sum.
  /// - Throws: `tooFew`, `lengthMismatch`, `notFinite`, `negative` or `weightless`.
  public init(components: [Normal], weights: [Double]) throws(ProbabilityError) {
    try ProbabilityError.requireCount(of: components, .components, atLeast: 1)
    self.components = components
    self.weights = try normalizedWeights(weights, count: components.count)
  }

  /// The density at a point.
  public func density(at x: Double) -> Double {
    sum { $0.density(at: x) }
  }

  /// The natural logarithm of the density, by the largest term and the ratios to it.
  public func logDensity(at x: Double) -> Double {
    let terms = zip(components, weights).map { $0.logDensity(at: x) + log($1) }
    let largest = terms.reduce(-.infinity, max)
    guard largest > -.infinity else { return x.isNaN ? x : largest }
    return largest + log(terms.reduce(0) { $0 + exp($1 - largest) })
  }

  /// The probability of a value at or below a point.
  public func cumulative(at x: Double) -> Double {
    sum { $0.cumulative(at: x) }
  }

  /// The probability of a value above a point.
  public func upperTail(at x: Double) -> Double {
    sum { $0.upperTail(at: x) }
  }

  /// The point that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point.
  /// - Throws: `notFinite`, `outsideUnitInterval` or `notRepresentable`.
  public func quantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    return try probability <= 0.5 ? lowerQuantile(probability) : -reflected.lowerQuantile(1 - probability)
  }

  /// The point that is exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: a finite point.
  /// - Throws: `notFinite`, `outsideUnitInterval` or `notRepresentable`.
  public func upperTailQuantile(_ probability: Double) throws(ProbabilityError) -> Double {
    try ProbabilityError.requireInteriorProbability(probability, .probability)
    return try probability <= 0.5 ? -reflected.lowerQuantile(probability) : lowerQuantile(1 - probability)
  }

  /// Σ wᵢ μᵢ.
  public var expectedValue: Double? { sum { $0.mean } }

  /// Σ wᵢ (σᵢ² + (μᵢ - μ)²).
  public var variance: Double? {
    let center = sum { $0.mean }
    return sum { component in
      let offset = component.mean - center
      return component.standardDeviation * component.standardDeviation + offset * offset
    }
  }
}

extension NormalMixture {
  private init(checkedComponents: [Normal], weights: [Double]) {
    components = checkedComponents
    self.weights = weights
  }

  private func sum(_ term: (Normal) -> Double) -> Double {
    var total = 0.0
    for (component, weight) in zip(components, weights) { total += weight * term(component) }
    return total
  }

  /// The mixture of -X, whose lower tail is the upper tail of X.
  private var reflected: NormalMixture {
    NormalMixture(checkedComponents: components.map(\.reflected), weights: weights)
  }

  /// Newton on the logarithm of the distribution, inside a bracket that the components' own quantiles give.
  private func lowerQuantile(_ probability: Double) throws(ProbabilityError) -> Double {
    var lower = Double.infinity
    var upper = -Double.infinity
    for (component, weight) in zip(components, weights) where weight > 0 {
      let point = try component.quantile(probability)
      lower = min(lower, point)
      upper = max(upper, point)
    }
    var x = lower + 0.5 * (upper - lower)
    // Sixty halvings exhaust a bracket; Newton's steps end the search after a handful.
    for _ in 0..<200 where lower < upper {
      let tail = cumulative(at: x)
      if tail < probability { lower = x } else { upper = x }
      let step = -log(tail / probability) * tail / density(at: x)
      var next = x + step
      if !(next > lower && next < upper) { next = lower + 0.5 * (upper - lower) }
      let moved = (next - x).magnitude
      x = next
      if moved <= x.magnitude.ulp { break }
    }
    return x
  }
}
