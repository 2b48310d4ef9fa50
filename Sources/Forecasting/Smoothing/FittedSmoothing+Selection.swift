extension FittedSmoothing {
  /// Criteria closer than this are a tie, which the simpler form wins.
  static let margin = 1e-6

  /// Fits forms and keeps the one with the least AICc.
  ///
  /// A form is a candidate when the series has the values it needs and its search ends at a minimum. The first
  /// form that fits exactly is taken: no likelihood is larger, and no form before it is as good.
  ///
  /// - Parameters:
  ///   - forms: simpler ones first; a single form is fitted whatever its criterion.
  ///   - values: without gaps, at least as many as the first form needs.
  ///   - firstYear: the year of the first value.
  ///   - model: the model, for the error.
  ///   - seed: of simulated futures.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError/overflow(model:)``, ``FitError/notPositive(model:year:value:)`` when every form needs
  ///   positive values, or ``FitError/didNotConverge(model:)``.
  static func best(
    of forms: [SmoothingForm], values: [Double], firstYear: Int, model: ModelIdentifier,
    seed: UInt64 = standardSeed
  ) throws(FitError) -> FittedSmoothing {
    let firstNotPositive = values.firstIndex { $0 <= 0 }
    if let index = firstNotPositive, forms.allSatisfy(\.needsPositive) {
      throw .notPositive(model: model, year: firstYear + index, value: values[index])
    }
    guard let first = values.first else { throw .didNotConverge(model: model) }
    let chosen: SmoothingSearch.Candidate
    if let form = forms.first, values.allSatisfy({ $0 == first }) {
      chosen = .still(form, at: first)
    } else {
      var overflows = true
      let found = SmoothingSample.with(values) { sample in
        overflows = false
        return select(forms, sample, allowsRelative: firstNotPositive == nil)
      }
      guard !overflows else { throw .overflow(model: model) }
      guard let candidate = found.flatMap({ $0 }) else { throw .didNotConverge(model: model) }
      chosen = candidate
    }
    let fitted = FittedSmoothing(
      form: chosen.form, model: model, weights: chosen.weights, level: chosen.level, slope: chosen.slope,
      values: values, firstYear: firstYear, seed: seed)
    guard fitted.variance.isFinite else { throw .overflow(model: model) }
    return fitted
  }

  private static func select(_ forms: [SmoothingForm], _ sample: SmoothingSample, allowsRelative: Bool)
    -> SmoothingSearch.Candidate?
  {
    var best: (candidate: SmoothingSearch.Candidate, criterion: Double)?
    var previous: SmoothingSearch.Candidate?
    for form in forms where allowsRelative && sample.isPositive || !form.needsPositive {
      let penalty = form.penalty(sample.count)
      guard forms.count == 1 || penalty < .infinity else { continue }
      // The same trend with additive errors comes just before, and its optimum is a good place to start.
      let near = previous?.form.trend == form.trend ? previous?.cube : nil
      guard let candidate = SmoothingSearch(form: form, sample: sample).best(near: near) else { continue }
      previous = candidate
      if candidate.isExact { return candidate }
      let criterion = candidate.criterion + penalty
      if let best, criterion > best.criterion - margin { continue }
      best = (candidate, criterion)
    }
    return best?.candidate
  }
}

extension SmoothingForm {
  /// What AICc adds to minus twice the log-likelihood: 2k n / (n - k - 1), the variance counted as a parameter.
  ///
  /// - Parameter count: n.
  /// - Returns: infinity when n is too small for the correction.
  func penalty(_ count: Int) -> Double {
    let k = parameterCount + 1
    guard count - k - 1 > 0 else { return .infinity }
    return 2 * Double(k) * Double(count) / Double(count - k - 1)
  }
}

extension SmoothingSearch.Candidate {
  /// The fit of a series that never moves.
  static func still(_ form: SmoothingForm, at level: Double) -> Self {
    let cube = SIMD4(0.5, 0, 0, 0)
    var phi = 1.0
    if form.isDamped { phi = SmoothingWeights.phiRange.lowerBound }
    let alpha = SmoothingWeights.alphaRange.lowerBound
    return Self(
      form: form,
      weights: SmoothingWeights(alpha: alpha, beta: form.hasTrend ? SmoothingWeights.betaFloor : 0, phi: phi),
      level: level, slope: form.isGrowth ? 1 : 0, criterion: -.infinity, isExact: true, cube: cube)
  }
}
