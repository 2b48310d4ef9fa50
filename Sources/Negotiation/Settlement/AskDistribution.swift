#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is known of x = ln(A/L), the true ask over the running amount.
///
/// Without a report it has the distribution of the posture. A report r = ln(A'/L) is the true x plus a normal error, and
/// then the distribution before it is the even mixture of all postures: who reports an ask does not say under which posture
/// it was made, and rounds were asked for under one president and settled under another. Both are put on a fine grid, a
/// midpoint rule over the raise a of A = L (1 + a).
enum AskDistribution {
  /// Midpoints of each part: a hundredth of its range, far below the least noise that is let through.
  private static let gridSize = 160

  /// The distribution of ln(A/L).
  ///
  /// - Parameters:
  ///   - prior: how large asks are by posture.
  ///   - posture: the posture, which counts without a report.
  ///   - report: ln(A'/L), if an ask was reported.
  ///   - noise: the standard deviation of the report's error; zero when it is exact.
  /// - Returns: a grid of points.
  static func logRatio(
    prior: AskPrior, posture: Posture, report: Double?, noise: Double
  ) -> DiscreteDistribution {
    guard let report else { return grid(prior.parts(posture)) }
    guard noise > 0 else { return DiscreteDistribution(points: [report], weights: [1]) }
    let shares = Posture.allCases.flatMap { posture in
      let parts = prior.parts(posture)
      let total = parts.reduce(0) { $0 + $1.weight }
      return parts.map { part in
        var part = part
        part.weight /= total
        return part
      }
    }
    let before = grid(shares)
    let distances = before.points.map { 0.5 * ($0 - report) * ($0 - report) / (noise * noise) }
    let nearest = distances.min() ?? 0
    let weights = zip(before.weights, distances).map { $0 * exp(nearest - $1) }
    // Below a billionth a point cannot move a likelihood; leaving it out keeps the rule's points apart.
    let kept = weights.indices.filter { weights[$0] > 0 }
    return DiscreteDistribution(points: kept.map { before.points[$0] }, weights: kept.map { weights[$0] })
  }

  private static func grid(_ parts: [AskPrior.Part]) -> DiscreteDistribution {
    var points: [Double] = []
    var weights: [Double] = []
    for part in parts {
      let lower = max(part.lower, part.mean - 8 * part.standardDeviation)
      let upper = min(part.upper, part.mean + 8 * part.standardDeviation)
      let width = (upper - lower) / Double(gridSize)
      let raises = (0..<gridSize).map { lower + (Double($0) + 0.5) * width }
      let densities = raises.map { raise in
        let z = (raise - part.mean) / part.standardDeviation
        return exp(-0.5 * z * z)
      }
      let total = densities.reduce(0, +)
      points += raises.map { log1p($0) }
      weights += densities.map { part.weight * $0 / total }
    }
    return DiscreteDistribution(points: points, weights: weights)
  }
}
