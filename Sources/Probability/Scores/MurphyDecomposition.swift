/// The parts of a mean Brier score: reliability - resolution + uncertainty + what is within bins.
///
/// Events are grouped by the distinct probabilities that were given, or by tenths. With n events in all, nₖ in a group, pₖ its
/// mean probability, oₖ the share of it that happened and o the share of all:
/// reliability Σ nₖ (pₖ - oₖ)²/n (0 is calibrated), resolution Σ nₖ (oₖ - o)²/n (large is sharp), uncertainty o (1 - o). Within
/// a group of unequal probabilities p the score has their variance less twice their covariance with what happened,
/// Σ (p - pₖ)²/n - 2 Σ (p - pₖ)(x - oₖ)/n with x one or zero; the parts add up to the score either way.
///
/// Source: Murphy (1973), Journal of Applied Meteorology 12, 595-600; Stephenson, Coelho and Jolliffe (2008), Weather and
/// Forecasting 23, 752-757.
public struct MurphyDecomposition: Sendable, Hashable {
  /// How far the probabilities are from the frequencies that followed them.
  public let reliability: Double
  /// How far these frequencies are from the base rate.
  public let resolution: Double
  /// The score of the base rate itself.
  public let uncertainty: Double
  /// What unequal probabilities of one group add to the score; zero where groups are of equal ones, below zero where the
  /// higher ones of a group came true more often.
  public let withinBins: Double

  /// The parts of the mean Brier score of these forecasts.
  ///
  /// - Parameters:
  ///   - forecasts: probabilities and outcomes.
  ///   - tenths: whether probabilities that round to the same tenth are one group, for forecasts that seldom repeat.
  public init(_ forecasts: EventForecasts, tenths: Bool = false) {
    typealias Event = (probability: Double, truth: Double)
    var groups: [Double: [Event]] = [:]
    for (probability, outcome) in zip(forecasts.probabilities, forecasts.outcomes) {
      let key = tenths ? (10 * probability).rounded() : probability
      groups[key, default: []].append((probability, outcome ? 1 : 0))
    }
    let rate = forecasts.baseRate
    var (reliability, resolution, within) = (0.0, 0.0, 0.0)
    // Sorted, so that the sums do not depend on the order of a dictionary.
    for (key, group) in groups.sorted(by: { $0.key < $1.key }) {
      let count = Double(group.count)
      let frequency = group.reduce(0.0) { $0 + $1.truth } / count
      let mean = tenths ? group.reduce(0.0) { $0 + $1.probability } / count : key
      reliability += count * (mean - frequency) * (mean - frequency)
      resolution += count * (frequency - rate) * (frequency - rate)
      for event in group {
        let (deviation, surprise) = (event.probability - mean, event.truth - frequency)
        within += deviation * deviation - 2 * deviation * surprise
      }
    }
    let count = Double(forecasts.outcomes.count)
    self.reliability = reliability / count
    self.resolution = resolution / count
    withinBins = within / count
    uncertainty = rate * (1 - rate)
  }

  /// The mean Brier score that the parts add up to.
  public var brierScore: Double { reliability - resolution + uncertainty + withinBins }
}
