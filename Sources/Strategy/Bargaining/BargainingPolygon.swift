/// Bargaining over finitely many outcomes and the lotteries between them, exactly.
///
/// The feasible set is the convex hull of the outcomes. Nash maximises (u₁ - d₁)(u₂ - d₂), edge by edge a quadratic;
/// Kalai-Smorodinsky and egalitarian are the farthest feasible points on the rays from d to the ideal point and along
/// equal gains.
///
/// Edge Cases:
///
/// - d outside the hull: `disagreementOutside`.
/// - Nothing better than d for both at once: Nash is the point that leaves neither worse and has the largest sum.
/// - One outcome, or all on a line: the same rules on the segment.
public struct BargainingPolygon: Equatable, Sendable {
  /// The most outcomes.
  public static let vertexLimit = 10_000

  /// d.
  public let disagreement: PayoffPair
  /// The corners of what leaves neither side worse than d, counterclockwise.
  private let corners: [PayoffPair]

  /// A set of outcomes.
  ///
  /// - Parameters:
  ///   - vertices: the outcomes in any order, at least one.
  ///   - disagreement: d, in their convex hull.
  /// - Throws: `tooFew`, `tooMany`, `disagreementOutside`.
  public init(vertices: [PayoffPair], disagreement: PayoffPair) throws(StrategyError) {
    guard !vertices.isEmpty else { throw .tooFew(.vertices, minimum: 1, actual: 0) }
    guard vertices.count <= Self.vertexLimit else {
      throw .tooMany(.vertices, maximum: Self.vertexLimit, actual: vertices.count)
    }
    let hull = Self.hull(vertices)
    guard Self.contains(hull, disagreement) else { throw .disagreementOutside }
    let right = Self.clipped(hull) { $0.first - disagreement.first }
    self.disagreement = disagreement
    corners = Self.clipped(right) { $0.second - disagreement.second }
  }

  /// The most that each player can have while the other keeps d.
  public var idealPoint: PayoffPair {
    PayoffPair(
      corners.map(\.first).max() ?? disagreement.first, corners.map(\.second).max() ?? disagreement.second)
  }

  /// Nash's solution with equal weights.
  public var nash: PayoffPair {
    var best = disagreement
    for (place, corner) in corners.enumerated() {
      let next = corners[(place + 1) % corners.count]
      for point in [corner, stationaryPoint(corner, next)].compactMap(\.self)
      where isBetter(point, than: best) {
        best = point
      }
    }
    return best
  }

  /// Kalai's and Smorodinsky's solution.
  public var kalaiSmorodinsky: PayoffPair {
    farthest(
      along: PayoffPair(idealPoint.first - disagreement.first, idealPoint.second - disagreement.second))
  }

  /// The farthest point of equal gains, which need not be efficient (the weak form of the egalitarian solution).
  public var egalitarian: PayoffPair { farthest(along: PayoffPair(1, 1)) }

  /// The larger product of gains, then the larger sum.
  private func isBetter(_ left: PayoffPair, than right: PayoffPair) -> Bool {
    let (a, b) = (gains(left), gains(right))
    let (product1, product2) = (a.first * a.second, b.first * b.second)
    return product1 == product2 ? a.first + a.second > b.first + b.second : product1 > product2
  }

  private func gains(_ point: PayoffPair) -> PayoffPair {
    PayoffPair(point.first - disagreement.first, point.second - disagreement.second)
  }

  /// Where the product of gains is stationary between two corners.
  private func stationaryPoint(_ start: PayoffPair, _ end: PayoffPair) -> PayoffPair? {
    let base = gains(start)
    let (step1, step2) = (end.first - start.first, end.second - start.second)
    let twice = 2 * step1 * step2
    guard let share = try? (-(base.first * step2 + base.second * step1)).divided(by: twice),
      share > 0, share < 1
    else { return nil }
    return PayoffPair(start.first + share * step1, start.second + share * step2)
  }

  /// The last feasible point on a ray from d that does not lead down.
  private func farthest(along step: PayoffPair) -> PayoffPair {
    var limit: Rational?
    var isStuck = step.first.isZero && step.second.isZero
    for (place, corner) in corners.enumerated() {
      let next = corners[(place + 1) % corners.count]
      // Inside is where the cross product with the edge is not negative; it falls along the ray at `rate`.
      let edge = PayoffPair(next.first - corner.first, next.second - corner.second)
      let room =
        edge.first * (disagreement.second - corner.second)
        - edge.second * (disagreement.first - corner.first)
      let rate = edge.second * step.first - edge.first * step.second
      if let share = try? room.divided(by: rate), rate > 0 { limit = min(limit ?? share, share) }
    }
    if corners.count < 3 { isStuck = isStuck || !liesOnSegment(step) }
    guard !isStuck else { return disagreement }
    if corners.count == 2 {
      return corners.max { $0.first + $0.second < $1.first + $1.second } ?? disagreement
    }
    guard let limit else { return disagreement }
    return PayoffPair(disagreement.first + limit * step.first, disagreement.second + limit * step.second)
  }

  /// Whether a ray from d runs along the segment that is left of a flat set.
  private func liesOnSegment(_ step: PayoffPair) -> Bool {
    guard corners.count == 2 else { return false }
    let edge = PayoffPair(corners[1].first - corners[0].first, corners[1].second - corners[0].second)
    return edge.first * step.second == edge.second * step.first
  }

  /// Andrew's monotone chain, without corners on an edge.
  private static func hull(_ points: [PayoffPair]) -> [PayoffPair] {
    let sorted = Set(points).sorted { $0.first == $1.first ? $0.second < $1.second : $0.first < $1.first }
    guard sorted.count > 2 else { return sorted }
    func chain(_ points: some Sequence<PayoffPair>) -> [PayoffPair] {
      var kept: [PayoffPair] = []
      for point in points {
        while kept.count >= 2, turn(kept[kept.count - 2], kept[kept.count - 1], point) <= 0 {
          kept.removeLast()
        }
        kept.append(point)
      }
      return kept.dropLast()
    }
    return chain(sorted) + chain(sorted.reversed())
  }

  /// Above zero when three points turn left.
  private static func turn(_ a: PayoffPair, _ b: PayoffPair, _ c: PayoffPair) -> Rational {
    (b.first - a.first) * (c.second - a.second) - (b.second - a.second) * (c.first - a.first)
  }

  private static func contains(_ hull: [PayoffPair], _ point: PayoffPair) -> Bool {
    if hull.count == 1 { return hull[0] == point }
    if hull.count == 2 {
      let isBetween =
        (point.first - hull[0].first) * (point.first - hull[1].first) <= 0
        && (point.second - hull[0].second) * (point.second - hull[1].second) <= 0
      return isBetween && turn(hull[0], hull[1], point).isZero
    }
    return hull.indices.allSatisfy { turn(hull[$0], hull[($0 + 1) % hull.count], point) >= 0 }
  }

  /// What is left of a convex polygon where a linear function is not negative (Sutherland & Hodgman).
  private static func clipped(_ corners: [PayoffPair], _ height: (PayoffPair) -> Rational) -> [PayoffPair] {
    var kept: [PayoffPair] = []
    for (place, corner) in corners.enumerated() {
      let next = corners[(place + 1) % corners.count]
      let (here, there) = (height(corner), height(next))
      if here >= 0 { kept.append(corner) }
      guard here.signum * there.signum < 0, let share = try? here.divided(by: here - there) else { continue }
      kept.append(
        PayoffPair(
          corner.first + share * (next.first - corner.first),
          corner.second + share * (next.second - corner.second)))
    }
    var distinct: [PayoffPair] = []
    for corner in kept where !distinct.contains(corner) { distinct.append(corner) }
    return distinct
  }
}
