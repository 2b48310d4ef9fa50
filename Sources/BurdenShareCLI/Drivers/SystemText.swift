import Forecasting
import Reporting
import Series

/// What the other variables of a system are expected to do, as lines of `--explain`.
enum SystemText {
  /// A line for each variable, its medians on its own scale.
  ///
  /// - Parameters:
  ///   - fit: the fit; other models than a system have no lines.
  ///   - label: the model's name in the table.
  ///   - horizon: how many years are forecast.
  /// - Returns: lines for standard error.
  /// - Throws: ``FitError``.
  static func lines(_ fit: TransformedFit, label: String, _ horizon: Horizon) throws -> [String] {
    guard let system = fit.fitted as? FittedVectorAutoregression else { return [] }
    let series = fit.series
    return try system.medians(horizon).map { variable in
      let values = variable.values.enumerated().map { step, value in
        "\(series.calendar.label(series.lastYear + 1 + step)) \(NumberText.string(value))"
      }
      return "explain: \(series.identifier): \(label): median of \(variable.name): " + values.joined(separator: ", ")
    }
  }
}
