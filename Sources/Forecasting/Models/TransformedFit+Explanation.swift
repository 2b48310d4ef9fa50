internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension TransformedFit {
  /// In plain sentences: which model it is, what was estimated, and what the intervals contain.
  ///
  /// - Parameters:
  ///   - forecast: that of this fit.
  ///   - levels: of the intervals that are shown.
  /// - Returns: sentences that hold for this forecast.
  public func explanation(of forecast: PredictiveDistribution, at levels: [Level]) -> [String] {
    let scale = transform == .none ? "" : ", fitted under the transform \(transform)"
    let title = "\(label): \(description.title)\(scale)."
    let scope = ForecastScope(years: forecast.steps.count, levels: levels, transform: transform)
    let own = fitted.explanation(scope)
    let limits = [cut(forecast, levels)].compactMap { $0 }
    guard own.isEmpty else { return [title] + own + limits }
    let words = PlainWords.on(identifier)
    return [title] + [words?.idea, fitted.choice, estimates].compactMap { $0 } + [
      "Estimated from \(series.observationCount) values: \(description.estimation).",
      "Interval: \(description.interval).",
    ] + [words?.interval].compactMap { $0 } + limits
  }

  /// The fitted numbers with four digits, on the scale of the model; `nil` for a model that estimates none.
  private var estimates: String? {
    let parameters = settledSummary.parameters
    guard !parameters.isEmpty else { return nil }
    let numbers = parameters.map {
      $0.name + ($0.isUnbounded ? " at its bound (unbounded)" : " \(Self.brief($0.value))")
    }.joined(separator: ", ")
    return transform == .none ? "Fitted: \(numbers)." : "Fitted, on the transformed scale: \(numbers)."
  }

  /// Which end of the intervals lies on a bound of the quantity; `nil` where none does.
  private func cut(_ forecast: PredictiveDistribution, _ levels: [Level]) -> String? {
    let ends = forecast.steps.flatMap { step in levels.compactMap { try? step.interval($0) } }
    // A certain value on the bound is not cut.
    let wide = ends.filter { $0.lower < $0.upper }
    let (lower, upper) = (series.bounds.lower, series.bounds.upper)
    switch (wide.contains { $0.lower == lower }, wide.contains { $0.upper == upper }) {
    case (false, false): return nil
    case (true, false): return "Intervals end at \(Self.brief(lower)): this quantity cannot be below."
    case (false, true): return "Intervals end at \(Self.brief(upper)): this quantity cannot be above."
    case (true, true):
      return
        "Intervals end at \(Self.brief(lower)) and at \(Self.brief(upper)): this quantity cannot be beyond."
    }
  }

  /// A number with four significant digits.
  static func brief(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return numeral(value) }
    let exponent = floor(log10(value.magnitude)) - 3
    // Powers of ten beyond these are not exact, and the shortest text of the number is short enough.
    guard (-18...18).contains(exponent) else { return numeral(value) }
    let unit = pow(10, exponent.magnitude)
    return numeral(exponent < 0 ? (value * unit).rounded() / unit : (value / unit).rounded() * unit)
  }
}
