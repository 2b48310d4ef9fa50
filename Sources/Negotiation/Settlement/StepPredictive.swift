import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The predictive distribution of a step y = ln(S/L): a mixture of Student t distributions over the draws of a posterior.
///
/// Where an offer is public, half of the weight is the line from the ask and half that from the offer. y is bounded: what the
/// tails put beyond ``SettlementPrior/largestStep`` lies at the bound, so that the mean of e^y exists.
public struct StepPredictive: Sendable {
  /// The centres of the parts.
  let locations: [Double]
  /// Their scales.
  let scales: [Double]
  /// The weight of every part of the line from the ask, the first half of the parts where there is an offer.
  let firstWeight: Double
  /// How many parts the line from the ask has.
  let firstCount: Int
  /// The weight of every part of the line from the offer.
  let secondWeight: Double
  /// The bound of y either way.
  public let bound: Double
  let kernel: StudentKernel
  let student: StudentT

  /// The probability of a step of at most y.
  ///
  /// - Parameter step: y, in log units.
  /// - Returns: a probability; 1 from the bound on.
  public func cumulative(at step: Double) -> Double {
    if step >= bound { return 1 }
    if step < -bound { return 0 }
    var first = 0.0
    for i in 0..<firstCount {
      first += kernel.cumulative((step - locations[i]) / scales[i], general: student)
    }
    var second = 0.0
    for i in firstCount..<locations.count {
      second += kernel.cumulative((step - locations[i]) / scales[i], general: student)
    }
    return min(max(firstWeight * first + secondWeight * second, 0), 1)
  }

  /// The density of the step between the bounds.
  ///
  /// - Parameter step: y, in log units.
  /// - Returns: zero beyond the bounds; the bounds themselves carry probability, not density.
  public func density(at step: Double) -> Double {
    guard step.magnitude < bound else { return 0 }
    var first = 0.0
    var second = 0.0
    for i in locations.indices {
      let z = (step - locations[i]) / scales[i]
      let value = kernel.value(z * z) / scales[i]
      if i < firstCount { first += value } else { second += value }
    }
    return kernel.peak * (firstWeight * first + secondWeight * second)
  }

  /// The step that is not exceeded with a probability.
  ///
  /// Newton's method inside a bracket that shrinks, to 1e-12.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: between the bounds.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public func quantile(_ probability: Double) throws(NegotiationError) -> Double {
    guard probability > 0, probability < 1 else {
      throw .outOfRange(what: "probability of a quantile", value: probability, expected: "between 0 and 1")
    }
    var (lower, upper) = (-bound, bound)
    if cumulative(at: lower) >= probability { return lower }
    if cumulative(at: upper.nextDown) < probability { return upper }
    var step = min(max(locations[locations.count / 2], lower), upper)
    for _ in 0..<200 {
      let excess = cumulative(at: step) - probability
      if excess >= 0 { upper = step } else { lower = step }
      if upper - lower < 1e-12 { break }
      let slope = density(at: step)
      let next = slope > 0 ? step - excess / slope : step
      if (next - step).magnitude < 1e-12 { return next }
      step = next > lower && next < upper ? next : 0.5 * (lower + upper)
    }
    return step
  }
}
