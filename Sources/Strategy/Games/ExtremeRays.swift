/// The extreme rays of a pointed cone, by the double description method in whole numbers.
///
/// The cone of all z ≥ 0 is cut by one inequality a'z ≥ 0 after the other. Rays on the wrong side go; each pair of
/// adjacent rays on opposite sides gives a new one on the cut. Two rays are adjacent when no third one lies on all the
/// facets that both lie on. That holds in degenerate cones too: no ray is found twice and none is missed.
///
/// Sources: Motzkin, Raiffa, Thompson & Thrall (1953), "The double description method"; Fukuda & Prodon (1996),
/// "Double description method revisited", proposition 7.
struct ExtremeRays {
  /// A ray, and the facets that it lies on.
  struct Ray {
    /// Whole numbers without a common divisor.
    let coordinates: [BigInteger]
    /// Bit i for z_i = 0, bit d + j for equality in inequality j.
    let facets: UInt64
  }

  /// More facets than a mask has bits are refused before.
  static let facetLimit = 64

  private(set) var rays: [Ray]
  private let dimension: Int
  private var inequalities = 0

  /// The cone z ≥ 0 in some dimension.
  init(dimension: Int) {
    self.dimension = dimension
    let all = (UInt64(1) << UInt64(dimension)) &- 1
    rays = (0..<dimension).map { axis in
      Ray(
        coordinates: (0..<dimension).map { $0 == axis ? .one : .zero },
        facets: all & ~(UInt64(1) << UInt64(axis)))
    }
  }

  /// Cuts the cone.
  ///
  /// - Parameters:
  ///   - normal: a, one number for each dimension.
  ///   - budget: what the cut is paid from.
  /// - Throws: `workLimit`.
  mutating func cut(_ normal: [BigInteger], budget: inout WorkBudget) throws(StrategyError) {
    let facet = UInt64(1) << UInt64(dimension + inequalities)
    inequalities += 1
    var heights: [BigInteger] = []
    for ray in rays {
      var height = BigInteger.zero
      for (a, z) in zip(normal, ray.coordinates) where !z.isZero { height = height + a * z }
      heights.append(height)
    }
    try budget.spend(rays.count * dimension * WorkBudget.cost(heights), on: .vertices)
    let above = rays.indices.filter { heights[$0].signum > 0 }
    let below = rays.indices.filter { heights[$0].signum < 0 }
    let masks = rays.map(\.facets)
    var made: [Ray] = []
    for high in above {
      try budget.spend(below.count, on: .vertices)
      for low in below {
        let common = masks[high] & masks[low]
        guard common.nonzeroBitCount >= dimension - 2 else { continue }
        try budget.spend(masks.count, on: .vertices)
        guard Self.areAdjacent(high, low, common, masks) else { continue }
        let ray = Self.combined(rays[high], heights[high], rays[low], heights[low], facets: common | facet)
        try budget.spend(50 * dimension * WorkBudget.cost(ray.coordinates), on: .vertices)
        made.append(ray)
      }
    }
    let kept = rays.indices.filter { heights[$0].signum >= 0 }.map { index in
      Ray(
        coordinates: rays[index].coordinates,
        facets: heights[index].isZero ? masks[index] | facet : masks[index])
    }
    rays = kept + made
  }

  private static func areAdjacent(_ high: Int, _ low: Int, _ common: UInt64, _ masks: [UInt64]) -> Bool {
    for (index, mask) in masks.enumerated()
    where common & ~mask == 0 && index != high && index != low { return false }
    return true
  }

  /// The ray of the plane through two rays that lies on the cut.
  private static func combined(
    _ high: Ray, _ above: BigInteger, _ low: Ray, _ below: BigInteger, facets: UInt64
  ) -> Ray {
    let divisor = above.greatestCommonDivisor(below)
    let (up, down) = (
      above.divided(byNonzero: divisor).quotient, (-below).divided(byNonzero: divisor).quotient
    )
    let sum = zip(high.coordinates, low.coordinates).map { down * $0 + up * $1 }
    var common = BigInteger.zero
    for coordinate in sum where common != 1 { common = common.greatestCommonDivisor(coordinate) }
    guard common != 1, !common.isZero else { return Ray(coordinates: sum, facets: facets) }
    return Ray(coordinates: sum.map { $0.divided(byNonzero: common).quotient }, facets: facets)
  }
}
