import Probability

/// The model beside another forecaster on the rounds that both forecast.
public struct ReplayComparison: Sendable, Equatable {
  /// Below this one-sided probability a skill counts as shown.
  public static let shownBelow = 0.05

  /// Which of the model's forecasts.
  public let sight: ReplayedRound.Sight
  /// The other forecaster: a baseline, or `without-ask`.
  public let against: String
  /// On how many rounds.
  public let rounds: Int
  /// The model's mean score of y.
  public let score: Double
  /// The other's mean score of y.
  public let otherScore: Double
  /// 1 - score/otherScore; `nil` where the other's is zero.
  public let skill: Double?
  /// The same of the amounts, each round's score divided by its base, so that no currency weighs more.
  public let amountSkill: Double?
  /// The exact one-sided sign-flip probability of a difference this good by chance.
  public let probability: Double
  /// The same, corrected for the number of forecasters that the model is compared with: see `corrected(_:)`.
  public private(set) var adjustedProbability: Double

  /// Whether the skill is shown: positive, and not to be had by chance, by the corrected probability, more often than once
  /// in twenty.
  public var isShown: Bool { adjustedProbability < Self.shownBelow && (skill ?? 0) > 0 }

  init(
    _ sight: ReplayedRound.Sight, against: String, _ pairs: [(model: BaselineScore, other: BaselineScore)]
  ) throws(ProbabilityError) {
    let comparison = try PairedComparison(
      modelScores: pairs.map(\.model.score), baselineScores: pairs.map(\.other.score))
    let amounts = try PairedComparison(
      modelScores: pairs.map(\.model.amountScore), baselineScores: pairs.map(\.other.amountScore))
    let count = Double(pairs.count)
    self.sight = sight
    self.against = against
    rounds = pairs.count
    score = pairs.reduce(0) { $0 + $1.model.score } / count
    otherScore = pairs.reduce(0) { $0 + $1.other.score } / count
    skill = comparison.skill
    amountSkill = amounts.skill
    // The exact test goes through 2^n sign patterns; a longer record than it takes is cut to its latest rounds.
    let latest = comparison.differences.suffix(PairedComparison.maximumExactCount)
    let exact = try PairedComparison(
      modelScores: Array(latest), baselineScores: latest.map { _ in 0 })
    probability = try exact.signFlipProbability()
    adjustedProbability = probability
  }

  /// The comparisons of one family with the probabilities of ``HolmCorrection``.
  static func corrected(_ family: [ReplayComparison]) -> [ReplayComparison] {
    var family = family
    let adjusted = HolmCorrection.adjusted(family.map(\.probability))
    for (place, probability) in adjusted.enumerated() { family[place].adjustedProbability = probability }
    return family
  }
}

extension ReplayedRound {
  /// The model's score of a sight relative to the base.
  func relative(_ score: StepScore) -> BaselineScore {
    BaselineScore(score: score.score, amountScore: score.amountScore / base)
  }

  /// A baseline's score relative to the base.
  func relative(_ score: BaselineScore) -> BaselineScore {
    BaselineScore(score: score.score, amountScore: score.amountScore / base)
  }
}
