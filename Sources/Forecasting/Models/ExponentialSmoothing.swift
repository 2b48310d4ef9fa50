public import Series

/// Exponential smoothing in the form that suits the series, or in a given one.
public struct ExponentialSmoothing: TrendModel {
  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("ets"),
    title: "exponential smoothing, the form chosen by AICc",
    equation:
      "y(t) = μ(t) + e(t) or μ(t)(1 + e(t)), μ(t) = l(t-1) + φ b(t-1), l(t) = μ(t) + α (y(t) - μ(t)), "
      + "b(t) = φ b(t-1) + β (y(t) - μ(t)); b absent, with φ = 1, or with φ < 1",
    estimation:
      "each of the forms R's ets tries by default, errors additive or multiplicative (A, M; M for positive values "
      + "only) with no trend, an additive or a damped one (N, A, Ad); multiplicative trends are left out: they grow "
      + "without limit, and their variance has no formula; each by maximum likelihood, α in 0.0001...0.9999, β in 0.0001...α, φ in 0.8...0.98, l(0) and "
      + "b(0) the best given them; the least AICc wins, forms closer than 1e-6 go to the simpler",
    interval: "normal, with the exact variance of the chosen form",
    minimumObservations: 5,
    acceptsMissingYears: false,
    reference:
      "Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, chapters 2, 5 and 6")

  /// The forms among which the least AICc decides, simpler ones first.
  public enum Choice: Sendable, Hashable {
    /// Errors additive or multiplicative, trend none, additive or damped: what R's `ets` tries by default.
    case standard
    /// Multiplicative trends with multiplicative errors too.
    case withMultiplicativeTrends
    /// Additive errors around a multiplicative trend too.
    case unrestricted
    /// One form, whatever its criterion.
    case only(SmoothingForm)
  }

  /// The forms that are tried.
  public let choice: Choice
  /// Where simulated futures of a multiplicative trend start.
  public let seed: UInt64

  /// The model.
  ///
  /// - Parameters:
  ///   - choice: the forms that are tried.
  ///   - seed: of simulated futures.
  public init(_ choice: Choice = .standard, seed: UInt64 = FittedSmoothing.standardSeed) {
    self.choice = choice
    self.seed = seed
  }

  /// The model in one form.
  ///
  /// - Parameters:
  ///   - form: the form.
  ///   - seed: of simulated futures.
  public init(form: SmoothingForm, seed: UInt64 = FittedSmoothing.standardSeed) {
    self.init(.only(form), seed: seed)
  }

  /// The forms that are tried, simpler ones first.
  public var forms: [SmoothingForm] {
    switch choice {
    case .standard: SmoothingForm.standard
    case .withMultiplicativeTrends: SmoothingForm.withMultiplicativeTrends
    case .unrestricted: SmoothingForm.unrestricted
    case .only(let form): [form]
    }
  }

  /// Estimates the forms and keeps the best.
  ///
  /// Edge Cases: forms that need positive values, or more values than there are, are left out of a choice and
  /// refused when they are the only one. A series that does not move is a level without error; of forms that fit
  /// exactly the simplest is kept.
  ///
  /// - Parameter series: on the scale of the model, without gaps.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for a gap, too few values, values that are not positive where a given form needs it,
  ///   or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedSmoothing {
    guard let values = series.complete else {
      throw .missingYears(model: Self.identifier, years: series.missingYears)
    }
    var needed = Self.description.minimumObservations
    if case .only(let form) = choice { needed = form.minimumObservations }
    guard values.count >= needed else {
      throw .tooFewObservations(model: Self.identifier, needed: needed, found: values.count)
    }
    return try FittedSmoothing.best(
      of: forms, values: values, firstYear: series.firstYear, model: Self.identifier, seed: seed)
  }
}
