#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where the searches for the coefficients of one order start, besides the optima of the smaller orders.
struct ArimaStarts {
  let data: ArimaData
  let order: ArimaOrder

  /// How many points are scattered, and from how many of them a search starts.
  static let scatter = 100
  static let kept = 6
  /// Points whose partial autocorrelations all lie closer than this count as one.
  static let separation = 0.4

  /// No dependence at all, and the regressions of Hannan and Rissanen.
  var regression: [[Double]] {
    let (p, q) = (order.autoregressive, order.movingAverage)
    var starts = [[Double](repeating: 0, count: p + q)]
    let series = data.design?.residuals ?? data.differenced ?? []
    let mean =
      order.hasConstant && data.design == nil ? series.reduce(0) { $0 + $1 / Double(series.count) } : 0
    if let found = HannanRissanen.estimate(series.map { $0 - mean }, p, q),
      let partial = PartialAutocorrelation.stepDown(found.phi)
    {
      starts.append(partial.map(PartialAutocorrelation.coordinate) + found.theta)
    }
    return starts
  }

  /// The most likely of points scattered evenly over all partial autocorrelations, none near another.
  ///
  /// The points are those of the additive sequence with the powers of the generalised golden ratio, which is even
  /// in any number of dimensions. With a single coefficient the likelihood is followed from ``regression`` alone.
  ///
  /// - Parameter objective: the negative log-likelihood.
  /// - Returns: at most ``kept`` points, the most likely first.
  func scattered(_ objective: (UnsafePointer<Double>) -> Double) -> [[Double]] {
    let p = order.autoregressive
    let k = p + order.movingAverage
    guard k > 0 else { return [] }
    var ratio = 2.0
    for _ in 0..<60 { ratio = pow(1 + ratio, 1 / Double(k + 1)) }
    let shifts = (1...k).map { pow(ratio, -Double($0)) }
    var points: [(value: Double, partial: [Double], point: [Double])] = []
    points.reserveCapacity(Self.scatter)
    for index in 1...Self.scatter {
      let partial = shifts.map { shift in
        let position = 0.5 + Double(index) * shift
        return 0.98 * sin(Double.pi * (position - position.rounded(.down) - 0.5))
      }
      let point = Self.point(partial, p)
      let value = objective(point)
      if value.isFinite { points.append((value, partial, point)) }
    }
    points.sort { $0.value < $1.value }
    var chosen: [(value: Double, partial: [Double], point: [Double])] = []
    for candidate in points where chosen.count < Self.kept {
      let isNew = chosen.allSatisfy { other in
        zip(other.partial, candidate.partial).contains { ($0 - $1).magnitude > Self.separation }
      }
      if isNew { chosen.append(candidate) }
    }
    return chosen.map(\.point)
  }

  /// The point of the search with given partial autocorrelations of both polynomials.
  private static func point(_ partial: [Double], _ p: Int) -> [Double] {
    var point = partial
    for axis in 0..<p { point[axis] = PartialAutocorrelation.coordinate(partial[axis]) }
    point.withUnsafeMutableBufferPointer {
      if let base = $0.baseAddress { PartialAutocorrelation.stepUp(base + p, partial.count - p) }
    }
    for axis in p..<partial.count { point[axis] = -point[axis] }
    return point
  }
}
