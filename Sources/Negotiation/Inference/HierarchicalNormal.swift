#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Groups whose effects are alike: estimates of few cases each, pooled as far as they agree.
///
/// yⱼ ~ N(θⱼ, σⱼ²) with known σⱼ, θⱼ ~ N(μ, τ²), μ flat or normal. Given τ everything is normal in closed form, and
///
///     p(τ | y) ∝ p(τ) √V ∏ N(yⱼ; μ̂, σⱼ² + τ²) N(μ̂; m, v²),   V⁻¹ = Σ 1/(σⱼ² + τ²) + 1/v²,
///
/// so that only τ needs a grid: nodes at the midpoints of equal steps of the cube root, which is fine near zero where the
/// data decide. The result is deterministic and agrees with adaptive quadrature to five digits.
///
/// Source: Gelman and others (2013), Bayesian Data Analysis, 3rd edition, section 5.4.
public struct HierarchicalNormal: Sendable, Equatable {
  /// One group's estimate.
  public struct Group: Sendable, Equatable {
    /// yⱼ.
    public let estimate: Double
    /// σⱼ.
    public let standardError: Double

    /// An estimate.
    ///
    /// - Parameters:
    ///   - estimate: yⱼ.
    ///   - standardError: σⱼ, above zero.
    /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
    public init(estimate: Double, standardError: Double) throws(NegotiationError) {
      guard estimate.isFinite else {
        throw .outOfRange(what: "estimate of a group", value: estimate, expected: "a finite number")
      }
      guard standardError > 1e-100, standardError < 1e100 else {
        throw .outOfRange(
          what: "standard error of a group", value: standardError, expected: "a positive number")
      }
      self.estimate = estimate
      self.standardError = standardError
    }
  }

  /// What is believed of the spread between groups.
  public enum Spread: Sendable, Equatable {
    /// τ is known.
    case known(Double)
    /// τ is uniform from zero to a limit.
    case uniform(upTo: Double)
    /// τ is half-normal with a scale; the grid ends at eight scales.
    case halfNormal(scale: Double)
  }

  /// A mean with its standard deviation.
  public struct Moments: Sendable, Equatable {
    /// The mean.
    public let mean: Double
    /// The standard deviation.
    public let standardDeviation: Double
  }

  /// μ.
  public let mean: Moments
  /// τ.
  public let spread: Moments
  /// θⱼ, in the order of the groups.
  public let groups: [Moments]
  /// θ of a group that is not there yet.
  public let newGroup: Moments

  private let nodes: [Double]
  private let weights: [Double]

  private static let nodeCount = 4000

  /// The posterior.
  ///
  /// - Parameters:
  ///   - groups: at least one; at least three where τ is uniform, as with fewer its posterior has no mean.
  ///   - spread: what is believed of τ.
  ///   - center: m and v of a normal prior of μ, or `nil` for a flat one.
  /// - Throws: ``NegotiationError``.
  public init(groups: [Group], spread: Spread, center: Moments? = nil) throws(NegotiationError) {
    let needed: Int
    if case .uniform = spread { needed = 3 } else { needed = 1 }
    guard groups.count >= needed else {
      throw .outOfRange(
        what: "number of groups", value: Double(groups.count), expected: "at least \(needed)")
    }
    if let center {
      guard center.mean.isFinite, center.standardDeviation > 0, center.standardDeviation.isFinite else {
        throw .outOfRange(
          what: "prior of the mean", value: center.standardDeviation,
          expected: "a positive standard deviation")
      }
    }
    let prior = try Self.grid(spread)
    nodes = prior.nodes
    let fits = nodes.map { Self.fit(groups, spread: $0, center) }
    let logs = zip(prior.logDensities, fits).map { $0 + $1.logLikelihood }
    let top = logs.max() ?? 0
    let raw = logs.map { exp($0 - top) }
    let total = raw.reduce(0, +)
    guard total > 0, total.isFinite else {
      throw .noConvergence(
        fit: "hierarchical normal", reason: "no spread between the groups has a likelihood")
    }
    weights = raw.map { $0 / total }
    mean = Self.mix(weights, fits.map { ($0.mean, $0.variance) })
    self.spread = Self.mix(weights, nodes.map { ($0, 0) })
    newGroup = Self.mix(weights, zip(fits, nodes).map { ($0.mean, $0.variance + $1 * $1) })
    var effects: [Moments] = []
    for group in groups {
      let noise = group.standardError * group.standardError
      effects.append(
        Self.mix(
          weights,
          zip(fits, nodes).map { fit, node in
            let share = node * node / (node * node + noise)
            let rest = 1 - share
            return (
              share * group.estimate + rest * fit.mean, share * noise + rest * rest * fit.variance
            )
          }))
    }
    self.groups = effects
    guard effects.allSatisfy({ $0.mean.isFinite && $0.standardDeviation.isFinite }) else {
      throw .noConvergence(fit: "hierarchical normal", reason: "an effect is not finite")
    }
  }

  /// The value of τ that is not exceeded with a given probability.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: by linear interpolation between the nodes; the known τ where it is known.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public func spreadQuantile(_ probability: Double) throws(NegotiationError) -> Double {
    guard probability > 0, probability < 1 else {
      throw .outOfRange(what: "probability", value: probability, expected: "strictly between 0 and 1")
    }
    var below = 0.0
    // Half of a node's weight lies below it.
    var last: (node: Double, cumulative: Double) = (0, 0)
    for (node, weight) in zip(nodes, weights) {
      let cumulative = below + 0.5 * weight
      if cumulative >= probability {
        guard cumulative > last.cumulative, nodes.count > 1 else { return node }
        let share = (probability - last.cumulative) / (cumulative - last.cumulative)
        return last.node + share * (node - last.node)
      }
      below += weight
      last = (node, cumulative)
    }
    return nodes.last ?? 0
  }

  private static func grid(_ spread: Spread) throws(NegotiationError) -> (
    nodes: [Double], logDensities: [Double]
  ) {
    let end: Double
    let scale: Double
    switch spread {
    case .known(let value):
      guard value >= 0, value < 1e100 else {
        throw .outOfRange(what: "spread between groups", value: value, expected: "zero or above")
      }
      return ([value], [0])
    case .uniform(let limit): (end, scale) = (limit, .infinity)
    case .halfNormal(let value): (end, scale) = (8 * value, value)
    }
    guard end > 0, end < 1e100 else {
      throw .outOfRange(what: "limit of the spread between groups", value: end, expected: "a positive number")
    }
    let roots = (0..<nodeCount).map { (Double($0) + 0.5) / Double(nodeCount) }
    return (
      roots.map { end * $0 * $0 * $0 },
      roots.map { root in
        let ratio = end * root * root * root / scale
        return 2 * log(root) - 0.5 * ratio * ratio
      }
    )
  }

  private struct Fit {
    var mean: Double
    var variance: Double
    var logLikelihood: Double
  }

  private static func fit(_ groups: [Group], spread: Double, _ center: Moments?) -> Fit {
    var precision = 0.0
    var weighted = 0.0
    var logLikelihood = 0.0
    func add(_ value: Double, _ variance: Double) {
      precision += 1 / variance
      weighted += value / variance
      logLikelihood -= 0.5 * log(variance)
    }
    for group in groups { add(group.estimate, group.standardError * group.standardError + spread * spread) }
    if let center { add(center.mean, center.standardDeviation * center.standardDeviation) }
    let mean = weighted / precision
    for group in groups {
      let variance = group.standardError * group.standardError + spread * spread
      logLikelihood -= 0.5 * (group.estimate - mean) * (group.estimate - mean) / variance
    }
    if let center {
      let distance = (center.mean - mean) / center.standardDeviation
      logLikelihood -= 0.5 * distance * distance
    }
    return Fit(mean: mean, variance: 1 / precision, logLikelihood: logLikelihood - 0.5 * log(precision))
  }

  /// Mean and standard deviation of a mixture, by the law of total variance.
  private static func mix(_ weights: [Double], _ parts: [(mean: Double, variance: Double)]) -> Moments {
    var mean = 0.0
    for (weight, part) in zip(weights, parts) { mean += weight * part.mean }
    var variance = 0.0
    for (weight, part) in zip(weights, parts) {
      variance += weight * (part.variance + (part.mean - mean) * (part.mean - mean))
    }
    return Moments(mean: mean, standardDeviation: variance.squareRoot())
  }
}

extension HierarchicalNormal.Moments {
  /// A mean with its standard deviation.
  ///
  /// - Parameters:
  ///   - mean: the mean.
  ///   - standardDeviation: the standard deviation.
  public init(_ mean: Double, _ standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }
}
