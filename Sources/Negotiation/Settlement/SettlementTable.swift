#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The coefficients of a settlement model at many points, column by column.
struct SettlementTable: Sendable {
  var stepMean: [Double] = []
  var levelDeviation: [Double] = []
  var askResponse: [Double] = []
  var spillover: [Double] = []
  var offerOffset: [Double] = []
  /// mu, by ally.
  var levels: [[Double]]
  /// s, by ally.
  var spreads: [[Double]]

  /// The coefficients at points laid one after the other.
  ///
  /// - Parameters:
  ///   - map: from parameters to coefficients.
  ///   - points: parameters.
  ///   - isPrior: whether the points are standard normal, so that a level's parameter counts from m and not from what the
  ///     data say.
  init(_ map: SettlementCoefficients, points: [Double], isPrior: Bool) {
    let d = map.dimension
    let allies = (d - SettlementCoefficients.shared) / 2
    levels = Array(repeating: [], count: allies)
    spreads = levels
    var point = [Double](repeating: 0, count: d)
    for start in stride(from: 0, to: points.count, by: d) {
      for j in 0..<d { point[j] = points[start + j] }
      let mean = map.stepMean(point)
      let deviation = map.levelDeviation(point)
      stepMean.append(mean)
      levelDeviation.append(deviation)
      askResponse.append(map.askResponse(point))
      spillover.append(map.spillover(point))
      offerOffset.append(map.offerOffset(point))
      for ally in 0..<allies {
        let level =
          isPrior
          ? map.priorLevel(ally, point)
          : map.level(ally, stepMean: mean, levelDeviation: deviation, point).value
        levels[ally].append(level)
        spreads[ally].append(exp(map.logSpread(ally, point)))
      }
    }
  }
}
