import Forecasting
import Probability
import Reporting
import Series

/// The rows of one forecast, and what is to be told of them.
enum ForecastRows {
  /// The rows.
  ///
  /// - Parameters:
  ///   - fit: the fit.
  ///   - label: the model's name in tables.
  ///   - forecast: what it expects.
  ///   - table: the columns.
  /// - Returns: rows for the table.
  /// - Throws: ``FitError/forecastOverflow(model:yearsAhead:)`` where an end of an interval is no number.
  static func of(
    _ fit: TransformedFit, label: String, _ forecast: PredictiveDistribution, _ table: ForecastTable
  ) throws -> [[Cell]] {
    do {
      return try table.rows(fit, label: label, forecast)
    } catch {
      let step = forecast.steps.firstIndex { step in
        table.levels.contains { (try? step.interval($0)) == nil }
      }
      guard let step else { throw error }
      throw FitError.forecastOverflow(model: fit.identifier, yearsAhead: step + 1)
    }
  }

  /// Whether every interval is one number as tables print it, and why.
  ///
  /// - Parameters:
  ///   - fit: the fit.
  ///   - label: the model's name in tables.
  ///   - forecast: what it expects.
  ///   - levels: of the intervals.
  /// - Returns: a line for standard error; `nil` where an interval has a width.
  /// - Throws: `ProbabilityError` where an end is no number.
  static func note(
    _ fit: TransformedFit, label: String, _ forecast: PredictiveDistribution, _ levels: [Level]
  ) throws -> String? {
    for step in forecast.steps {
      let centre = NumberText.string(step.median)
      for level in levels {
        let interval = try step.interval(level)
        guard NumberText.string(interval.lower) == centre, NumberText.string(interval.upper) == centre else {
          return nil
        }
      }
    }
    // What a bound holds back is not narrow; --explain tells the bound.
    let bounds = [fit.series.bounds.lower, fit.series.bounds.upper]
    guard forecast.isCertain || !forecast.steps.contains(where: { bounds.contains($0.median) }) else {
      return nil
    }
    let start = "note: \(fit.series.identifier): '\(label)' "
    return fit.isExact || forecast.isCertain
      ? start + "fits the record without error, so the intervals have no width"
      : start + "has intervals narrower than \(NumberText.significantDigits) digits show"
  }
}
