/// What a model is and what its interval contains, for a reader who does not read formulas.
///
/// Models that explain each fit themselves (`auto`, `combination`, `piecewise`) are not here.
struct PlainWords: Sendable, Equatable {
  /// What the model expects, in one sentence.
  let idea: String
  /// What the interval contains and what it does not, in one sentence.
  let interval: String

  /// The words on a model.
  ///
  /// - Parameter model: its name.
  /// - Returns: the two sentences; `nil` for a model that explains itself.
  static func on(_ model: ModelIdentifier) -> PlainWords? {
    guard let words = trends[model.name] ?? smoothing[model.name] ?? others[model.name] else { return nil }
    return PlainWords(idea: words.idea + ".", interval: "The interval contains \(words.interval).")
  }

  private typealias Words = [String: (idea: String, interval: String)]

  private static let estimatesKnown = "it takes the estimates and the model for true, and knows no break"

  private static let trends: Words = [
    "mean": (
      "The future is expected to be what the record was on average, whatever came last",
      "the scatter of the values about their mean and how uncertain that mean is; no trend and no wandering"
    ),
    "naive": (
      "The last value is expected to stay",
      "yearly changes as large as those of the record, added up year by year; no trend and no change larger than "
        + "usual"
    ),
    "drift": (
      "The last value is expected to move on by the mean yearly change of the record",
      "yearly changes as different as those of the record, added up, and how uncertain their mean is; no break"
    ),
    "linear": (
      "One straight line through the whole record is expected to go on",
      "the scatter about the line and how uncertain the line is; it takes the scatter of one year to say nothing "
        + "about the next, and knows no break"
    ),
    "log-linear": (
      "One rate of growth through the whole record is expected to go on",
      "the scatter about that growth and how uncertain it is; it takes the scatter of one year to say nothing about "
        + "the next, and knows no break"
    ),
    "quadratic": (
      "One parabola through the whole record is expected to go on, however steep it gets",
      "the scatter about the parabola and how uncertain the parabola is; it takes the scatter of one year to say "
        + "nothing about the next, and knows no break"
    ),
    "theil-sen": (
      "A straight line that a few extreme years cannot turn is expected to go on",
      "the scatter about the line, extreme years included, and how uncertain the line is; no break"
    ),
  ]

  private static let smoothing: Words = [
    "ses": (
      "A level that follows the newer values is expected to stay",
      "errors as large as the one-year errors of the record, as far as the level follows them; \(estimatesKnown)"
    ),
    "holt": (
      "A level and a slope that follow the newer values are expected to go on for good",
      "errors as large as the one-year errors of the record, as far as level and slope follow them; \(estimatesKnown)"
    ),
    "damped": (
      "A level and a slope that follow the newer values are expected to go on, the slope less each year",
      "errors as large as the one-year errors of the record, as far as level and slope follow them; \(estimatesKnown)"
    ),
    "ets": (
      "A level that follows the newer values, with a slope, a fading slope or none, is expected to go on",
      "errors as large as the one-year errors of the record, as far as level and slope follow them; "
        + "\(estimatesKnown), and does not contain that the form was chosen on the same record"
    ),
    "theta": (
      "A level that follows the newer values is expected to move on by half the slope of the whole record",
      "errors as large as the one-year errors of the record, as far as the level follows them; \(estimatesKnown)"
    ),
    "theta-optimised": (
      "A level that follows the newer values is expected to move on by an estimated share of the slope of the record",
      "errors as large as the one-year errors of the record, as far as the level follows them; \(estimatesKnown)"
    ),
    "theta-dynamic": (
      "A level that follows the newer values is expected to move on by an estimated share of the slope known so far",
      "errors as large as the one-year errors of the record, as far as level and line follow them; \(estimatesKnown)"
    ),
    "theta-shrunken": (
      "A level that follows the newer values is expected to move on by about half the slope known so far, more or "
        + "less where the record says so",
      "errors as large as the one-year errors of the record, as far as level and line follow them; \(estimatesKnown)"
    ),
    "ces": (
      "A level and what its errors foretell, which may swing, are expected to go on",
      "errors as large as the one-year errors of the record, as far as the model carries them on; \(estimatesKnown)"
    ),
  ]

  private static let others: Words = [
    "local-level": (
      "The level that is left when noise is taken from the values is expected to stay",
      "the noise, the walk of the level, and how uncertain the level is now; it takes the variances and the model for "
        + "true, and knows no break"
    ),
    "local-trend": (
      "The level and slope that are left when noise is taken from the values are expected to go on",
      "the noise, the walks of level and slope, and how uncertain both are now; it takes the variances and the model "
        + "for true, and knows no break"
    ),
    "arima": (
      "Values, or their changes, are expected to follow from those shortly before them as they did in the record",
      "errors as large as the one-year errors of the record, carried on; \(estimatesKnown), and does not contain that "
        + "an order was chosen on the same record"
    ),
    "regression": (
      "The series is expected to move with its drivers as it did in the record",
      "the errors left by the drivers, how uncertain the coefficients are, and the drivers' own future where that is "
        + "forecast; it takes the dynamics of the errors for true, and knows no break"
    ),
    "bvar": (
      "The series and its companions are expected to move on each other as they did in the record, as far as that is "
        + "sure, and to stay where they are otherwise",
      "shocks as large as those of the record and how uncertain the coefficients are; no break"
    ),
  ]
}
