import Forecasting
import Reporting
import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the other variables of a system are expected to do, as lines of `--explain`.
enum SystemText {
  /// The digits of a drawn number that are the same on every processor; its simulation error begins at the third.
  private static let digits = 6
  /// Those of the marginal likelihood, which nothing is drawn for.
  private static let likelihoodDigits = 9

  /// The rows of a system with their numbers to so many digits; those of other models as they are.
  ///
  /// - Parameters:
  ///   - rows: of a table.
  ///   - fit: what they tell of.
  /// - Returns: the rows.
  static func settled(_ rows: [[Cell]], _ fit: TransformedFit) -> [[Cell]] {
    guard fit.fitted is FittedVectorAutoregression else { return rows }
    let likelihood = Cell.text(FittedVectorAutoregression.likelihoodName)
    return rows.map { row in
      let digits = row.contains(likelihood) ? likelihoodDigits : digits
      return row.map { cell in
        guard case .number(let value) = cell else { return cell }
        return .number(settled(value, digits))
      }
    }
  }

  private static func settled(_ value: Double, _ digits: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    let shift = Double(digits - 1) - log10(value.magnitude).rounded(.down)
    guard shift.magnitude < 300 else { return value }
    let factor = pow(10, shift.magnitude)
    return shift >= 0 ? (value * factor).rounded() / factor : (value / factor).rounded() * factor
  }

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
      return "explain: \(series.identifier): \(label): median of \(variable.name): "
        + values.joined(separator: ", ")
    }
  }

  /// How many times the largest value of a record an end of an interval may be.
  private static let farthest = 100.0

  /// Whether some paths of a system explode, so that the mean tells nothing.
  ///
  /// - Parameters:
  ///   - fit: the fit; other models than a system have no such note.
  ///   - label: the model's name in the table.
  ///   - forecast: what it expects.
  ///   - levels: of the intervals.
  /// - Returns: a line for standard error when a mean lies above its upper 80 % end, or an end beyond ``farthest`` times the
  ///   largest value of the record.
  /// - Throws: `ProbabilityError` where an end is no number.
  static func explosion(
    _ fit: TransformedFit, label: String, _ forecast: PredictiveDistribution, _ levels: [Level]
  ) throws -> String? {
    guard fit.fitted is FittedVectorAutoregression else { return nil }
    let (series, eighty) = (fit.series, try Level(80))
    let largest = series.observations.reduce(0) { max($0, $1.value.magnitude) }
    for (place, step) in forecast.steps.enumerated() {
      let isAbove = step.mean > (try step.interval(eighty).upper)
      let isFar = try levels.contains { level in
        let ends = try step.interval(level)
        return max(ends.lower.magnitude, ends.upper.magnitude) > farthest * largest
      }
      guard isAbove || isFar else { continue }
      let year = series.calendar.label(series.lastYear + 1 + place)
      let what =
        isAbove
        ? "the mean lies above the upper end of its 80 % interval"
        : "an end of an interval lies beyond \(Int(farthest)) times the largest value of the record"
      let advice = fit.transform == .none ? "a later --from" : "--transform none or a later --from"
      return "note: \(series.identifier): '\(label)': some paths explode, in \(year) \(what): "
        + "read the median, or try \(advice)"
    }
    return nil
  }

  /// What a path moves besides the series and what is stated itself: the most likely shocks that meet it fall on every variable.
  ///
  /// - Parameters:
  ///   - free: the fit without paths.
  ///   - given: the fit with them.
  ///   - horizon: how many years are forecast.
  /// - Returns: a sentence if any other variable moves by more than 2 % in the last year, else none.
  /// - Throws: ``FitError``.
  static func sideEffects(_ free: TransformedFit, _ given: TransformedFit, _ horizon: Horizon) throws
    -> [String]
  {
    guard let left = free.fitted as? FittedVectorAutoregression,
      let right = given.fitted as? FittedVectorAutoregression
    else { return [] }
    let series = given.series
    let label = series.calendar.label(series.lastYear + horizon.years)
    var moves: [String] = []
    let stated = try right.variablesWithPaths(horizon)
    for (before, after) in zip(try left.medians(horizon), try right.medians(horizon)).dropFirst()
    where !stated.contains(after.name) {
      guard let was = before.values.last, let now = after.values.last,
        (now - was).magnitude > 0.02 * was.magnitude
      else { continue }
      moves.append("\(after.name) from \(rounded(was)) to \(rounded(now))")
    }
    guard !moves.isEmpty else { return [] }
    return [
      "\(series.identifier): the path also moves medians of \(label): \(moves.joined(separator: ", ")); "
        + "a --given of its own holds a series"
    ]
  }

  /// Four digits.
  private static func rounded(_ value: Double) -> String {
    let digits = NumberText.string(value)
    guard value.magnitude >= 10_000 else {
      return NumberText.fixed(value, decimals: value.magnitude >= 10 ? 1 : 3)
    }
    return digits.split(separator: ".").first.map(String.init) ?? digits
  }
}
