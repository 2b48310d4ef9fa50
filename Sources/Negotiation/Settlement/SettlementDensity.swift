#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The posterior density of a settlement model's parameters.
///
/// The rounds lie in flat columns, since a fit reads them tens of thousands of times.
struct SettlementDensity: PosteriorDensity {
  let coefficients: SettlementCoefficients
  private let kernel: StudentKernel
  private let allyOf: [Int]
  private let steps: [Double]
  /// The other ally, or -1.
  private let precedentAllyOf: [Int]
  private let precedentSteps: [Double]
  /// ``SettlementRecord/askPoints`` for each round; rules with fewer points end with weights of zero.
  private let askPoints: [Double]
  private let askWeights: [Double]
  private let offers: [Double]
  private let allies: Int
  private let roundsOfAlly: [Double]

  init(_ record: SettlementRecord, _ coefficients: SettlementCoefficients) {
    self.coefficients = coefficients
    kernel = StudentKernel(degreesOfFreedom: coefficients.prior.degreesOfFreedom)
    allies = record.allies.count
    allyOf = record.entries.map(\.ally)
    steps = record.entries.map(\.step)
    precedentAllyOf = record.entries.map { $0.precedent?.ally ?? -1 }
    precedentSteps = record.entries.map { $0.precedent?.step ?? 0 }
    offers = record.entries.compactMap(\.beyondOffer)
    roundsOfAlly = record.allies.indices.map { ally in Double(record.entries.count { $0.ally == ally }) }
    func padded(_ values: [Double]) -> [Double] {
      values + [Double](repeating: 0, count: SettlementRecord.askPoints - values.count)
    }
    askPoints = record.entries.flatMap { padded($0.asks.points) }
    askWeights = record.entries.flatMap { padded($0.asks.weights) }
  }

  var dimension: Int { coefficients.dimension }

  func logDensity(at point: [Double]) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * allies) { scratch in
      let total = logDensity(at: point, scratch)
      return total.isFinite ? total : -.infinity
    }
  }

  /// Scratch holds two numbers for each ally: its level, and 1/s^2.
  private func logDensity(at point: [Double], _ scratch: UnsafeMutableBufferPointer<Double>) -> Double {
    let stepMean = coefficients.stepMean(point)
    let tau = coefficients.levelDeviation(point)
    var total = 0.0
    for parameter in point { total -= 0.5 * parameter * parameter }
    for ally in 0..<allies {
      let u = point[SettlementCoefficients.shared + 2 * ally]
      let level = coefficients.level(ally, stepMean: stepMean, levelDeviation: tau, point)
      // The level's own parameter is normal given z, not by itself.
      total += level.logDensity + 0.5 * u * u
      let logSpread = coefficients.logSpread(ally, point)
      total -= roundsOfAlly[ally] * logSpread
      scratch[2 * ally] = level.value
      scratch[2 * ally + 1] = exp(-2 * logSpread)
    }
    return total + logLikelihood(coefficients.askResponse(point), coefficients.spillover(point), scratch)
      + offerLogLikelihood(coefficients.offerOffset(point))
  }

  /// The logarithm of the product of the rounds' kernels; one logarithm serves many rounds.
  private func logLikelihood(
    _ askResponse: Double, _ spillover: Double, _ scratch: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    let points = SettlementRecord.askPoints
    var total = 0.0
    var product = 1.0
    for round in steps.indices {
      var distance = steps[round] - scratch[2 * allyOf[round]]
      let other = precedentAllyOf[round]
      if other >= 0 { distance -= spillover * (precedentSteps[round] - scratch[2 * other]) }
      let precision = scratch[2 * allyOf[round] + 1]
      var density = 0.0
      for k in round * points..<(round + 1) * points {
        let rest = distance - askResponse * askPoints[k]
        density += askWeights[k] * kernel.value(rest * rest * precision)
      }
      product *= density
      if product < 1e-100 {
        total += log(product)
        product = 1
      }
    }
    return total + log(product)
  }

  private func offerLogLikelihood(_ offset: Double) -> Double {
    let scale = coefficients.prior.offerScale
    var product = 1.0
    var total = 0.0
    for beyond in offers {
      let z = (beyond - offset) / scale
      product *= kernel.value(z * z)
      if product < 1e-100 {
        total += log(product)
        product = 1
      }
    }
    return total + log(product)
  }
}
