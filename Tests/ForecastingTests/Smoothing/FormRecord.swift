/// One line of `ets-r.json` or `ets-best.json`; the README beside them says what a field means.
struct FormRecord: Decodable, Sendable {
  let series, model: String
  let refused, chosen, second, intervals: String?
  let fallback: Bool?
  let alpha, beta, phi, l0, b0, levelN, slopeN: Double?
  let loglik, loglikGaussian, sigma2, degreesOfFreedom, aiccMargin: Double?
  let mean, variance, lower80, upper80, lower95, upper95: [Double?]?

  var isFallback: Bool { fallback ?? false }

  /// The log-likelihood with its constant, which R leaves out.
  func fullLogLikelihood(_ count: Int) -> Double? {
    let n = Double(count)
    return loglikGaussian ?? loglik.map { $0 - n / 2 * (logarithm(2 * .pi / n) + 1) }
  }
}
