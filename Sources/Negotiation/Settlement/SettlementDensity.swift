#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The posterior density of a settlement model's parameters.
struct SettlementDensity: PosteriorDensity {
  let coefficients: SettlementCoefficients
  /// The rounds of each ally.
  private let entries: [[SettlementRecord.Entry]]
  private let offers: [Double]
  private let kernel: StudentKernel

  init(_ record: SettlementRecord, _ coefficients: SettlementCoefficients) {
    self.coefficients = coefficients
    entries = record.allies.indices.map { ally in record.entries.filter { $0.ally == ally } }
    offers = record.entries.compactMap(\.beyondOffer)
    kernel = StudentKernel(degreesOfFreedom: coefficients.prior.degreesOfFreedom)
  }

  var dimension: Int { coefficients.dimension }

  func logDensity(at point: [Double]) -> Double {
    let stepMean = coefficients.stepMean(point)
    let tau = coefficients.levelDeviation(point)
    let askResponse = coefficients.askResponse(point)
    let spillover = coefficients.spillover(point)
    var total = 0.0
    for j in 0..<SettlementCoefficients.shared { total -= 0.5 * point[j] * point[j] }
    for ally in entries.indices {
      let parameter = point[SettlementCoefficients.shared + 2 * ally + 1]
      let level = coefficients.level(ally, stepMean: stepMean, levelDeviation: tau, point)
      total += level.logDensity - 0.5 * parameter * parameter
      let logSpread = coefficients.logSpread(ally, point)
      let precision = exp(-2 * logSpread)
      for entry in entries[ally] {
        var center = level.value
        if let precedent = entry.precedent {
          let other = coefficients.level(
            precedent.ally, stepMean: stepMean, levelDeviation: tau, point)
          center += spillover * (precedent.step - other.value)
        }
        let density = kernel.mixture(
          entry.step - center, slope: askResponse, over: entry.asks, precision: precision)
        total += log(density) - logSpread
      }
    }
    let offset = coefficients.offerOffset(point)
    let scale = coefficients.prior.offerScale
    for beyond in offers {
      let z = (beyond - offset) / scale
      total += log(kernel.value(z * z))
    }
    return total.isFinite ? total : -.infinity
  }
}
