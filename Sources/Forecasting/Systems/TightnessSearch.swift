#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// λ and μ by the marginal likelihood of the data times a hyperprior.
///
/// λ has a gamma density with mode 0.2 and standard deviation 0.4, μ one with mode and standard deviation 1, within
/// 0.0001...5 and 0.0001...50 (Giannone, Lenza & Primiceri 2015, section III). The mode is found over logarithms and rounded
/// to a hundredth there, far finer than the data can tell, so that every processor draws from the same posterior.
enum TightnessSearch {
  /// The mode.
  ///
  /// - Parameters:
  ///   - panel: the variables.
  ///   - lags: p.
  /// - Returns: the posterior at the mode.
  /// - Throws: ``SystemPosterior/Failure`` when the numbers overflow.
  static func posterior(_ panel: SystemPanel, lags: Int) throws(SystemPosterior.Failure) -> SystemPosterior {
    var search = NelderMead()
    search.evaluationLimit = 400
    let found = search.minimise(from: [log(0.2), 0], steps: [0.5, 0.5]) { point in
      guard let tightness = tightness(point[0], point[1]),
        let posterior = try? SystemPosterior(panel, lags: lags, tightness)
      else { return .infinity }
      return -(posterior.logMarginalLikelihood + logHyperprior(tightness))
    }
    let rounded = found.point.map { ($0 * 100).rounded() / 100 }
    guard let tightness = tightness(rounded[0], rounded[1]) else { throw .overflow }
    return try SystemPosterior(panel, lags: lags, tightness)
  }

  private static func tightness(_ overall: Double, _ sum: Double) -> Tightness? {
    let tightness = Tightness(overall: exp(overall), sum: exp(sum))
    guard (1e-4...5).contains(tightness.overall), (1e-4...50).contains(tightness.sum) else { return nil }
    return tightness
  }

  /// The logarithm of the hyperprior's density.
  static func logHyperprior(_ tightness: Tightness) -> Double {
    logGammaDensity(tightness.overall, mode: 0.2, deviation: 0.4)
      + logGammaDensity(tightness.sum, mode: 1, deviation: 1)
  }

  private static func logGammaDensity(_ x: Double, mode: Double, deviation: Double) -> Double {
    let ratio = mode * mode / (deviation * deviation)
    let shape = (2 + ratio + ((4 + ratio) * ratio).squareRoot()) / 2
    let scale = deviation / shape.squareRoot()
    var sign: Int32 = 0
    return (shape - 1) * log(x) - x / scale - shape * log(scale) - lgamma_r(shape, &sign)
  }
}
