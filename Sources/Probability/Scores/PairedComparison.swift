/// Two forecasters scored on the same occasions, the first against the second; smaller scores are better.
public struct PairedComparison: Sendable, Hashable {
  /// Model score minus baseline score, one for each occasion.
  public let differences: [Double]
  /// 1 - mean model score / mean baseline score; nil where the baseline's mean is not positive.
  public let skill: Double?

  /// A comparison.
  ///
  /// - Parameters:
  ///   - modelScores: finite, at least one.
  ///   - baselineScores: finite, one for each model score.
  /// - Throws: `tooFew`, `lengthMismatch`, `notFinite`, or `notRepresentable` when a sum overflows.
  public init(modelScores: [Double], baselineScores: [Double]) throws(ProbabilityError) {
    try ProbabilityError.requireCount(of: modelScores, .modelScores, atLeast: 1)
    try ProbabilityError.requireSameCount(baselineScores, .baselineScores, as: modelScores.count)
    var differences: [Double] = []
    var model = 0.0
    var baseline = 0.0
    var magnitude = 0.0
    for index in modelScores.indices {
      try ProbabilityError.requireFinite(modelScores[index], .modelScores, at: index)
      try ProbabilityError.requireFinite(baselineScores[index], .baselineScores, at: index)
      let difference = modelScores[index] - baselineScores[index]
      model += modelScores[index]
      baseline += baselineScores[index]
      magnitude += difference * difference
      differences.append(difference)
    }
    // Every figure below is finite if these are.
    for sum in [model, baseline, magnitude] {
      _ = try ProbabilityError.representable(sum, .pairedComparison)
    }
    self.differences = differences
    let skill = 1 - model / baseline
    self.skill = baseline > 0 && skill.isFinite ? skill : nil
  }

  /// The mean of the differences, negative where the model is better.
  public var meanDifference: Double {
    differences.reduce(0, +) / Double(differences.count)
  }

  /// The mean difference over its standard error, s/√n with n - 1 under s².
  ///
  /// - Returns: nil for a single occasion, or where all differences are equal.
  public var tStatistic: Double? {
    guard differences.count > 1 else { return nil }
    let mean = meanDifference
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares > 0 else { return nil }
    let count = Double(differences.count)
    return mean / (squares / (count - 1) / count).squareRoot()
  }
}
