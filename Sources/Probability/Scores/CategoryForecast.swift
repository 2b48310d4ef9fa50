/// Probabilities of categories of which exactly one comes true.
public struct CategoryForecast: Sendable, Hashable {
  /// One for each category, in order where the categories have one; they add up to one.
  public let probabilities: [Double]

  /// How far a sum of probabilities that were printed with ten digits may be from one.
  private static let tolerance = 1e-9

  /// A forecast of at least two categories.
  ///
  /// - Parameter probabilities: from 0 to 1, adding up to 1 within 1e-9.
  /// - Throws: `tooFew`, `notFinite`, `outsideUnitInterval` or `notSummingToOne`.
  public init(probabilities: [Double]) throws(ProbabilityError) {
    try ProbabilityError.requireCount(of: probabilities, .probabilities, atLeast: 2)
    var total = 0.0
    for (index, probability) in probabilities.enumerated() {
      try ProbabilityError.requireProbability(probability, .probabilities, at: index)
      total += probability
    }
    guard (total - 1).magnitude <= Self.tolerance else {
      throw .notSummingToOne(.probabilities, total: total)
    }
    self.probabilities = probabilities
  }

  func requireCategory(_ index: Int) throws(ProbabilityError) {
    guard probabilities.indices.contains(index) else {
      throw .unknownCategory(index: index, count: probabilities.count)
    }
  }
}
