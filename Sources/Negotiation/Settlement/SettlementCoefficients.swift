#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The way from unconstrained parameters to the coefficients of a settlement model.
///
/// Parameters are: m, tau, beta, rho, d, then for each ally its level and the logarithm of its spread, each one standard
/// normal a priori. A level is mu = c + w u, where c and w are the mean and the deviation of mu given m, tau, beta, s and the
/// mean of the ally's n steps, whose variance is about s^2 (nu + 3)/((nu + 1) n). So u is near standard normal a posteriori
/// whatever tau and s are, and the funnels of a hierarchical model do not arise; without a round, c = m and w = tau.
struct SettlementCoefficients: Sendable {
  /// Places of the parameters that are not an ally's.
  static let shared = 5

  let prior: SettlementPrior
  /// For each ally the mean of its steps.
  private let steps: [Double]
  /// For each ally the mean of ln(A/L).
  private let asks: [Double]
  /// For each ally the variance of the mean of its steps over s^2; infinite without a round.
  private let variances: [Double]

  init(prior: SettlementPrior, record: SettlementRecord) {
    self.prior = prior
    let nu = prior.degreesOfFreedom
    let own = record.allies.indices.map { ally in record.entries.filter { $0.ally == ally } }
    steps = own.map { entries in entries.reduce(0) { $0 + $1.step } / Double(max(entries.count, 1)) }
    asks = own.map { entries in
      let total = entries.reduce(0) { sum, entry in
        sum + zip(entry.asks.points, entry.asks.weights).reduce(0) { $0 + $1.0 * $1.1 }
      }
      return total / Double(max(entries.count, 1))
    }
    variances = own.map { $0.isEmpty ? .infinity : (nu + 3) / ((nu + 1) * Double($0.count)) }
  }

  /// How many parameters there are.
  var dimension: Int { Self.shared + 2 * steps.count }

  /// m, the mean step over allies.
  func stepMean(_ point: [Double]) -> Double { prior.stepMean + prior.stepMeanDeviation * point[0] }

  /// tau, the deviation of levels: the half normal quantile of the parameter's probability.
  func levelDeviation(_ point: [Double]) -> Double {
    guard prior.levelDeviationScale > 0 else { return 0 }
    let upper = 0.25 * erfc(point[1] * 0.5.squareRoot())
    return prior.levelDeviationScale * HalfNormal.magnitude(upperTail: upper)
  }

  /// beta, the response to the ask.
  func askResponse(_ point: [Double]) -> Double {
    prior.askResponseMean + prior.askResponseDeviation * point[2]
  }

  /// rho, the response to the other ally's surprise.
  func spillover(_ point: [Double]) -> Double { prior.spilloverDeviation * point[3] }

  /// d, the offset of settlements from offers.
  func offerOffset(_ point: [Double]) -> Double {
    prior.offerOffsetMean + prior.offerOffsetDeviation * point[4]
  }

  /// ln s of an ally.
  func logSpread(_ ally: Int, _ point: [Double]) -> Double {
    log(prior.spreadMedian) + prior.logSpreadDeviation * point[Self.shared + 2 * ally + 1]
  }

  /// mu of an ally, and the logarithm of the prior density of its parameter, up to a constant.
  func level(
    _ ally: Int, stepMean: Double, levelDeviation tau: Double, _ point: [Double]
  ) -> (value: Double, logDensity: Double) {
    let u = point[Self.shared + 2 * ally]
    guard variances[ally] < .infinity else { return (stepMean + tau * u, -0.5 * u * u) }
    let variance = variances[ally] * exp(2 * logSpread(ally, point))
    let total = tau * tau + variance
    // Both zero only where tau and s underflow together; the level then is m.
    guard total > 0 else { return (stepMean, -0.5 * u * u) }
    let share = variance / total
    let center = steps[ally] - askResponse(point) * asks[ally]
    // z = (mu - m)/tau
    let z = tau * (center - stepMean) / total + share.squareRoot() * u
    return (stepMean + tau * z, -0.5 * z * z + 0.5 * log(share))
  }

  /// mu of an ally before any data: m + tau u.
  func priorLevel(_ ally: Int, _ point: [Double]) -> Double {
    stepMean(point) + levelDeviation(point) * point[Self.shared + 2 * ally]
  }
}
