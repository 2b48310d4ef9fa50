public import Probability

/// What all allies share of a year's change beside what is each ally's own: a one-way analysis of variance by year.
///
/// e[i,t] = u[t] + v[i,t], u[t] ~ N(0, σᵤ²) common to all allies of year t, v[i,t] ~ N(0, σᵥ²). With T years, n rows and n[t] of
/// them in year t, the mean square between years has the expectation σᵥ² + n₀ σᵤ², n₀ = (n - Σ n[t]²/n)/(T - 1), and
/// what is unknown of it is a scaled inverse chi-square with T - 1 degrees of freedom: few years tell little. σᵥ² is
/// inverse gamma, with a and b of a prior updated by (n - T)/2 and half the sum of squares within years.
///
/// Caveat: years count as independent of each other, and a year unlike all before it is not foreseen.
///
/// Source: Searle, Casella & McCulloch (1992), Variance Components, sections 3.5 and 4.2; Box & Tiao (1973), Bayesian
/// Inference in Statistical Analysis, section 5.2.
public struct YearEffects: Sendable, Equatable {
  /// T.
  public let yearCount: Int
  /// The mean square between years, T - 1 degrees of freedom.
  public let meanSquare: Double
  /// n₀, the rows of a year.
  public let size: Double
  /// a of σᵥ².
  public let ownShape: Double
  /// b of σᵥ².
  public let ownRate: Double

  /// The analysis of residuals.
  ///
  /// - Parameters:
  ///   - residuals: e, finite.
  ///   - years: the year of each.
  ///   - shape: a before the data, above zero.
  ///   - rate: b before the data, above zero, in squared units of the residuals.
  /// - Throws: ``NegotiationError`` for fewer than two years, or squares that overflow.
  public init(
    residuals: [Double], years: [Int], shape: Double, rate: Double
  ) throws(NegotiationError) {
    guard residuals.count == years.count else {
      throw .outOfRange(
        what: "number of years", value: Double(years.count), expected: "\(residuals.count), as many as rows")
    }
    for (what, value) in [("prior shape", shape), ("prior rate", rate)] where !(value > 0 && value.isFinite) {
      throw .outOfRange(what: what, value: value, expected: "a positive number")
    }
    var sums: [Int: (count: Double, total: Double)] = [:]
    for (residual, year) in zip(residuals, years) {
      let old = sums[year] ?? (0, 0)
      sums[year] = (old.count + 1, old.total + residual)
    }
    guard sums.count > 1 else {
      throw .outOfRange(
        what: "number of years with a change", value: Double(sums.count), expected: "at least 2")
    }
    let rows = Double(residuals.count)
    var squaredCounts = 0.0
    var between = 0.0
    let mean = residuals.reduce(0, +) / rows
    // In the order of years: the order of a dictionary would move the last digits.
    for year in sums.keys.sorted() {
      guard let sum = sums[year] else { continue }
      squaredCounts += sum.count * sum.count
      let effect = sum.total / sum.count - mean
      between += sum.count * effect * effect
    }
    var within = 0.0
    for (residual, year) in zip(residuals, years) {
      guard let sum = sums[year] else { continue }
      let own = residual - sum.total / sum.count
      within += own * own
    }
    let degreesOfFreedom = Double(sums.count - 1)
    yearCount = sums.count
    meanSquare = between / degreesOfFreedom
    size = (rows - squaredCounts / rows) / degreesOfFreedom
    ownShape = shape + 0.5 * (rows - Double(sums.count))
    ownRate = rate + 0.5 * within
    guard meanSquare.isFinite, ownRate.isFinite else {
      throw .noConvergence(fit: "year effects", reason: "the sum of squares is not finite")
    }
  }

  /// σᵤ as estimated, zero where years differ by less than the allies of one.
  public var commonDeviation: Double { common(meanSquare) }
  /// σᵥ as estimated, √(b/a).
  public var ownDeviation: Double { (ownRate / ownShape).squareRoot() }
  /// What is unknown of the mean of u over years, as a multiple of σᵤ: 1/√T.
  public var meanError: Double { 1 / Double(yearCount).squareRoot() }

  /// A point of what is known of σᵤ.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: the point, zero or above.
  /// - Throws: `ProbabilityError` when it cannot be made.
  public func commonDeviation(_ probability: Double) throws(ProbabilityError) -> Double {
    let degreesOfFreedom = Double(yearCount - 1)
    let chi = try ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTailQuantile(probability)
    return try Self.representable(common(meanSquare * degreesOfFreedom / chi))
  }

  /// A point of what is known of σᵥ.
  ///
  /// - Parameter probability: strictly between 0 and 1.
  /// - Returns: the point, above zero.
  /// - Throws: `ProbabilityError` when it cannot be made.
  public func ownDeviation(_ probability: Double) throws(ProbabilityError) -> Double {
    let chi = try ChiSquared(degreesOfFreedom: 2 * ownShape).upperTailQuantile(probability)
    return try Self.representable((2 * ownRate / chi).squareRoot())
  }

  private func common(_ square: Double) -> Double {
    (max(0, square - ownRate / ownShape) / size).squareRoot()
  }

  private static func representable(_ value: Double) throws(ProbabilityError) -> Double {
    guard value.isFinite else { throw ProbabilityError.notRepresentable(.quantile) }
    return value
  }
}
