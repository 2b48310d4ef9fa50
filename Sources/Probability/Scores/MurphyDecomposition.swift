/// The parts of a mean Brier score: reliability - resolution + uncertainty.
///
/// Events are grouped by the distinct probabilities that were given. With n events in all, nₖ in a group, pₖ its
/// probability, oₖ the share of it that happened and o the share of all:
/// reliability Σ nₖ (pₖ - oₖ)²/n (0 is calibrated), resolution Σ nₖ (oₖ - o)²/n (large is sharp), uncertainty o (1 - o).
///
/// Source: Murphy (1973), Journal of Applied Meteorology 12, 595-600.
public struct MurphyDecomposition: Sendable, Hashable {
  /// How far the probabilities are from the frequencies that followed them.
  public let reliability: Double
  /// How far these frequencies are from the base rate.
  public let resolution: Double
  /// The score of the base rate itself.
  public let uncertainty: Double

  /// The parts of the mean Brier score of these forecasts.
  public init(_ forecasts: EventForecasts) {
    var groups: [Double: (count: Int, happened: Int)] = [:]
    for (probability, outcome) in zip(forecasts.probabilities, forecasts.outcomes) {
      let group = groups[probability, default: (0, 0)]
      groups[probability] = (group.count + 1, group.happened + (outcome ? 1 : 0))
    }
    let rate = forecasts.baseRate
    var reliability = 0.0
    var resolution = 0.0
    // Sorted, so that the sums do not depend on the order of a dictionary.
    for (probability, group) in groups.sorted(by: { $0.key < $1.key }) {
      let count = Double(group.count)
      let frequency = Double(group.happened) / count
      reliability += count * (probability - frequency) * (probability - frequency)
      resolution += count * (frequency - rate) * (frequency - rate)
    }
    self.reliability = reliability / Double(forecasts.outcomes.count)
    self.resolution = resolution / Double(forecasts.outcomes.count)
    uncertainty = rate * (1 - rate)
  }

  /// The mean Brier score that the parts add up to.
  public var brierScore: Double { reliability - resolution + uncertainty }
}
