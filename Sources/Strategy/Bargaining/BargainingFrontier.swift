#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Bargaining over a smooth frontier u₂ = f(u₁) that falls and is concave.
///
/// With the disagreement point d and the ideal point a (each coordinate the most that one player can have while the
/// other keeps d): Nash maximises w ln(u₁ - d₁) + (1 - w) ln(u₂ - d₂); Kalai-Smorodinsky is the frontier's point on
/// the line from d to a; egalitarian the one with equal gains. Found by bisection on the frontier's slope-free
/// conditions and, for Nash, by golden section, which is good to the square root of the machine's precision: 1e-8.
///
/// Edge Cases:
///
/// - d on or above the frontier: no agreement, every solution is `nil`.
/// - A frontier that gives NaN or infinity at a point that is needed: `notFinite`.
/// - A rising or convex frontier is the caller's mistake; the points found are then only local.
public struct BargainingFrontier: Sendable {
  /// A point of payoffs.
  public struct Point: Equatable, Sendable {
    /// u₁ and u₂.
    public let first, second: Double

    /// A point.
    public init(_ first: Double, _ second: Double) {
      self.first = first
      self.second = second
    }
  }

  /// d.
  public let disagreement: Point
  /// a, or `nil` when no agreement is better than none.
  public let idealPoint: Point?

  private let payoff: @Sendable (Double) -> Double

  /// A frontier.
  ///
  /// - Parameters:
  ///   - disagreement: d.
  ///   - largest: the most that player 1 can have on the frontier; f is defined from d₁ up to it.
  ///   - payoff: f, falling and concave.
  /// - Throws: `notFinite`.
  public init(
    disagreement: Point, largest: Double, payoff: @escaping @Sendable (Double) -> Double
  ) throws(StrategyError) {
    try StrategyError.requireFinite(disagreement.first, .disagreementPoint)
    try StrategyError.requireFinite(disagreement.second, .disagreementPoint)
    try StrategyError.requireFinite(largest, .frontier)
    self.disagreement = disagreement
    self.payoff = payoff
    guard largest > disagreement.first else {
      idealPoint = nil
      return
    }
    let second = payoff(disagreement.first)
    let atEnd = payoff(largest)
    try StrategyError.requireFinite(second, .frontier)
    try StrategyError.requireFinite(atEnd, .frontier)
    guard second > disagreement.second else {
      idealPoint = nil
      return
    }
    let first =
      atEnd >= disagreement.second
      ? largest
      : try Self.lastPoint(from: disagreement.first, to: largest) { payoff($0) - disagreement.second }
    idealPoint = Point(first, second)
  }

  /// Nash's solution.
  ///
  /// - Parameter weight: the first player's, strictly between 0 and 1.
  /// - Returns: the point, or `nil` without an agreement.
  /// - Throws: `outside` or `notFinite`.
  public func nash(weight: Double = 0.5) throws(StrategyError) -> Point? {
    guard weight > 0, weight < 1 else {
      throw .outside(.bargainingWeight, value: "\(weight)", allowed: "between 0 and 1")
    }
    guard let ideal = idealPoint else { return nil }
    func product(_ first: Double) throws(StrategyError) -> Double {
      let second = payoff(first)
      try StrategyError.requireFinite(second, .frontier)
      let gains = (first - disagreement.first, second - disagreement.second)
      guard gains.0 > 0, gains.1 > 0 else { return -.infinity }
      return weight * log(gains.0) + (1 - weight) * log(gains.1)
    }
    let golden = (5.0.squareRoot() - 1) / 2
    var (low, high) = (disagreement.first, ideal.first)
    var (left, right) = (high - golden * (high - low), low + golden * (high - low))
    var (atLeft, atRight) = (try product(left), try product(right))
    // 0.618^80 is below 1e-16, the width at which the ends meet.
    for _ in 0..<80 {
      if atLeft < atRight {
        (low, left, atLeft) = (left, right, atRight)
        right = low + golden * (high - low)
        atRight = try product(right)
      } else {
        (high, right, atRight) = (right, left, atLeft)
        left = high - golden * (high - low)
        atLeft = try product(left)
      }
    }
    return try point(0.5 * low + 0.5 * high)
  }

  /// Kalai's and Smorodinsky's solution.
  ///
  /// - Returns: the point, or `nil` without an agreement.
  /// - Throws: `notFinite`.
  public func kalaiSmorodinsky() throws(StrategyError) -> Point? {
    guard let ideal = idealPoint else { return nil }
    return try onRay(ideal.first - disagreement.first, ideal.second - disagreement.second, within: ideal)
  }

  /// The solution of equal gains.
  ///
  /// - Returns: the point, or `nil` without an agreement.
  /// - Throws: `notFinite`.
  public func egalitarian() throws(StrategyError) -> Point? {
    guard let ideal = idealPoint else { return nil }
    return try onRay(1, 1, within: ideal)
  }

  private func onRay(
    _ step1: Double, _ step2: Double, within ideal: Point
  ) throws(StrategyError) -> Point {
    let slope = step2 / step1
    let origin = disagreement
    let end = payoff(ideal.first)
    guard end < origin.second + slope * (ideal.first - origin.first) else { return try point(ideal.first) }
    let first = try Self.lastPoint(from: origin.first, to: ideal.first) {
      payoff($0) - (origin.second + slope * ($0 - origin.first))
    }
    return try point(first)
  }

  private func point(_ first: Double) throws(StrategyError) -> Point {
    let second = payoff(first)
    try StrategyError.requireFinite(second, .frontier)
    return Point(first, second)
  }

  /// The last point at which a falling function is not negative, by bisection to neighbouring numbers.
  private static func lastPoint(
    from start: Double, to end: Double, _ function: (Double) -> Double
  ) throws(StrategyError) -> Double {
    var (low, high) = (start, end)
    while true {
      let middle = 0.5 * low + 0.5 * high
      guard middle > low, middle < high else { return low }
      let value = function(middle)
      try StrategyError.requireFinite(value, .frontier)
      if value >= 0 { low = middle } else { high = middle }
    }
  }
}
