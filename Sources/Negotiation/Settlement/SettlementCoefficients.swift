#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The way from unconstrained parameters to the coefficients of a settlement model.
///
/// Parameters are: m, tau, beta, rho, d, then for each ally its level and the logarithm of its spread, each one standard
/// normal a priori. A level is mu = c + w u: with v the variance of the mean of the ally's steps, as far as it can be told
/// beforehand, c and w are the mean and the deviation of mu given m, tau and that mean. So u is near standard normal a
/// posteriori whatever tau is, and the funnel of a hierarchical model does not arise; without a round, c = m and w = tau.
struct SettlementCoefficients: Sendable {
  /// Places of the parameters that are not an ally's.
  static let shared = 5

  let prior: SettlementPrior
  /// For each ally the crude mean of its steps.
  private let centers: [Double]
  /// For each ally the crude variance of that mean; infinite without a round.
  private let variances: [Double]

  init(prior: SettlementPrior, record: SettlementRecord) {
    self.prior = prior
    var centers: [Double] = []
    var variances: [Double] = []
    for ally in record.allies.indices {
      let steps = record.entries.filter { $0.ally == ally }.map { entry in
        let ask = zip(entry.asks.points, entry.asks.weights).reduce(0) { $0 + $1.0 * $1.1 }
        return entry.step - prior.askResponseMean * ask
      }
      let count = Double(steps.count)
      let mean = steps.reduce(0, +) / max(count, 1)
      let square = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count, 1)
      let spread = 0.5 * (square + prior.spreadMedian * prior.spreadMedian)
      centers.append(mean)
      variances.append(steps.isEmpty ? .infinity : spread / count)
    }
    self.centers = centers
    self.variances = variances
  }

  /// How many parameters there are.
  var dimension: Int { Self.shared + 2 * centers.count }

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
    let total = tau * tau + variances[ally]
    let share = variances[ally] == .infinity ? 1 : variances[ally] / total
    let pull = variances[ally] == .infinity ? 0 : tau * (centers[ally] - stepMean) / total
    // z = (mu - m)/tau
    let z = pull + share.squareRoot() * u
    return (stepMean + tau * z, -0.5 * z * z + 0.5 * log(share))
  }

  /// mu of an ally before any data: m + tau u.
  func priorLevel(_ ally: Int, _ point: [Double]) -> Double {
    stepMean(point) + levelDeviation(point) * point[Self.shared + 2 * ally]
  }
}
