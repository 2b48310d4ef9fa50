extension ContinuousRankedProbabilityScore {
  /// The score of an ensemble read as its empirical distribution, mean |xᵢ - y| - Σ Σ |xᵢ - xⱼ| / (2n²).
  ///
  /// Taken as ∫ (F(x) - 1{x ≥ y})² dx between neighbours of the sorted members: O(n log n), and a sum of terms that
  /// are not negative.
  ///
  /// - Parameters:
  ///   - members: the draws, at least one.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative.
  /// - Throws: `notFinite`, `tooFew`, or `notRepresentable`.
  public static func score(
    ensemble members: [Double], observation: Double
  ) throws(ProbabilityError) -> Double {
    try check(members, atLeast: 1, observation: observation)
    let sorted = members.sorted()
    let count = Double(sorted.count)
    return try result(
      integral(sorted, observation: observation, cumulative: { Double($0 + 1) / count }))
  }

  /// The score of an ensemble whose members carry weights, Σ wᵢ |xᵢ - y| - ½ Σ Σ wᵢ wⱼ |xᵢ - xⱼ|.
  ///
  /// - Parameters:
  ///   - members: the draws, at least one.
  ///   - weights: one for each member, not negative, not all zero; divided by their sum.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative.
  /// - Throws: `notFinite`, `tooFew`, `lengthMismatch`, `negative`, `weightless` or `notRepresentable`.
  public static func score(
    ensemble members: [Double], weights: [Double], observation: Double
  ) throws(ProbabilityError) -> Double {
    try check(members, atLeast: 1, observation: observation)
    let shares = try normalizedWeights(weights, count: members.count)
    let order = members.indices.sorted { members[$0] < members[$1] }
    var running = 0.0
    let cumulative = order.map { index in
      running += shares[index]
      return running
    }
    return try result(
      integral(
        order.map { members[$0] }, observation: observation, cumulative: { min(1, cumulative[$0]) }))
  }

  /// The fair score of an ensemble, mean |xᵢ - y| - Σ Σ |xᵢ - xⱼ| / (2n(n - 1)).
  ///
  /// Unbiased for the distribution that the members are drawn from, so ensembles of different size compare; it can
  /// be negative.
  ///
  /// Source: Ferro (2014), QJRMS 140, 1917-1923.
  ///
  /// - Parameters:
  ///   - members: the draws, at least two.
  ///   - observation: what happened.
  /// - Returns: a finite number.
  /// - Throws: `notFinite`, `tooFew`, or `notRepresentable`.
  public static func fairScore(
    ensemble members: [Double], observation: Double
  ) throws(ProbabilityError) -> Double {
    try check(members, atLeast: 2, observation: observation)
    let sorted = members.sorted()
    let count = Double(sorted.count)
    let energy = integral(sorted, observation: observation, cumulative: { Double($0 + 1) / count })
    // Each gap lies between (i + 1)(n - i - 1) pairs: half of the double sum.
    var pairs = 0.0
    for i in 0..<sorted.count - 1 {
      pairs += (sorted[i + 1] - sorted[i]) * Double(i + 1) * Double(sorted.count - i - 1)
    }
    let fair = energy - pairs / (count * count * (count - 1))
    return try ProbabilityError.representable(fair, .continuousRankedProbabilityScore)
  }

  /// The score that quantiles imply, twice their mean pinball loss.
  ///
  /// It approaches the score of the distribution as levels are added evenly, at 1/2K, 3/2K, …
  ///
  /// - Parameters:
  ///   - quantiles: the points forecast, at least one.
  ///   - levels: the level of each, strictly between 0 and 1.
  ///   - observation: what happened.
  /// - Returns: a number that is not negative.
  /// - Throws: `notFinite`, `tooFew`, `lengthMismatch`, `outsideUnitInterval` or `notRepresentable`.
  public static func score(
    quantiles: [Double], levels: [Double], observation: Double
  ) throws(ProbabilityError) -> Double {
    let loss = try PinballLoss.meanScore(quantiles: quantiles, levels: levels, observation: observation)
    return try result(2 * loss)
  }

  private static func check(
    _ members: [Double], atLeast minimum: Int, observation: Double
  ) throws(ProbabilityError) {
    try ProbabilityError.requireFinite(observation, .observation)
    try ProbabilityError.requireCount(of: members, .members, atLeast: minimum)
    for (index, member) in members.enumerated() {
      try ProbabilityError.requireFinite(member, .members, at: index)
    }
  }

  /// ∫ (F(x) - 1{x ≥ y})² dx for the step function F that has the value `cumulative(i)` from member i on.
  private static func integral(
    _ sorted: [Double], observation: Double, cumulative: (Int) -> Double
  ) -> Double {
    let last = sorted.count - 1
    var total = max(0, sorted[0] - observation) + max(0, observation - sorted[last])
    for i in 0..<last {
      let height = cumulative(i)
      let boundary = min(max(observation, sorted[i]), sorted[i + 1])
      total += (boundary - sorted[i]) * height * height
      total += (sorted[i + 1] - boundary) * (1 - height) * (1 - height)
    }
    return total
  }
}
