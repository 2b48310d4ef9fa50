internal import Probability

/// How an outcome moves when the inputs move within their ranges.
///
/// In each draw every position comes from the triangular distribution over its range, and every salience and capability is
/// multiplied by a number between 1 - share and 1 + share (a salience stays at most 1). The draws depend on the seed alone.
/// The band says how well the inputs fix the outcome of the model; it is no interval for what happens.
public struct SpatialSensitivity: Sendable {
  /// Where an outcome lies over the draws.
  public struct Band: Equatable, Sendable {
    /// The mean.
    public let mean: Double
    /// The 5, 50 and 95 per cent points.
    public let lower, median, upper: Double
  }

  /// The most draws.
  public static let drawLimit = 10_000

  private let actors: [UncertainActor]
  private let share: Double
  let draws: Int
  private let seed: UInt64

  /// A set of draws.
  ///
  /// - Parameters:
  ///   - actors: with ranges.
  ///   - share: of salience and capability, from 0 to below 1.
  ///   - draws: from 1 to ``drawLimit``.
  ///   - seed: what the draws depend on.
  /// - Throws: `outside`.
  public init(_ actors: [UncertainActor], share: Double, draws: Int, seed: UInt64) throws(StrategyError) {
    guard share >= 0, share < 1 else {
      throw .outside(.sensitivityShare, value: "\(share)", allowed: "from 0 to below 1")
    }
    guard (1...Self.drawLimit).contains(draws) else {
      throw .outside(.sensitivityDraws, value: "\(draws)", allowed: "from 1 to \(Self.drawLimit)")
    }
    self.actors = actors
    self.share = share
    self.draws = draws
    self.seed = seed
  }

  /// The bands of some outcomes over the draws.
  ///
  /// - Parameter outcomes: the outcomes of an issue, always as many.
  /// - Returns: a band for each.
  /// - Throws: what the outcomes throw.
  public func bands(
    _ outcomes: (SpatialIssue) throws(StrategyError) -> [Double]
  ) throws(StrategyError) -> [Band] {
    var values: [[Double]] = []
    for draw in 0..<draws { values.append(try outcomes(try issue(draw))) }
    guard let count = values.map(\.count).min() else { return [] }
    return (0..<count).map { place in Self.band(values.map { $0[place] }) }
  }

  /// The issue of a draw.
  func issue(_ draw: Int) throws(StrategyError) -> SpatialIssue {
    let numbers = CounterGenerator(seed: seed, stream: UInt64(draw))
    var moved: [SpatialActor] = []
    for (place, actor) in actors.enumerated() {
      let index = UInt64(3 * place)
      let central = actor.central
      let factors = [1, 2].map { 1 + share * (2 * numbers.uniform(at: index + $0) - 1) }
      moved.append(
        try SpatialActor(
          name: central.name, position: actor.position(at: numbers.uniform(at: index)),
          salience: min(1, central.salience * factors[0]), capability: central.capability * factors[1]))
    }
    return try SpatialIssue(moved)
  }

  private static func band(_ values: [Double]) -> Band {
    let sorted = values.sorted()
    func quantile(_ level: Double) -> Double {
      // Linear between order statistics, the seventh definition of Hyndman & Fan (1996).
      let place = level * Double(sorted.count - 1)
      let low = Int(place)
      let high = min(low + 1, sorted.count - 1)
      return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }
    return Band(
      mean: sorted.reduce(0) { $0 + $1 / Double(sorted.count) }, lower: quantile(0.05), median: quantile(0.5),
      upper: quantile(0.95))
  }
}
