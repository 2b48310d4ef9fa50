public import Series

/// Why a model gives no fit or no forecast.
public enum FitError: Error, Sendable, Equatable {
  /// The model needs more values than the series has.
  case tooFewObservations(model: ModelIdentifier, needed: Int, found: Int)
  /// The record is longer than the model's work allows.
  case tooManyObservations(model: ModelIdentifier, limit: Int, found: Int)
  /// The record spans more years than the model's work allows where some have no value.
  case tooManyYears(model: ModelIdentifier, limit: Int, found: Int)
  /// The order has more coefficients p + q than such a record determines.
  case tooManyLags(model: ModelIdentifier, limit: Int, found: Int, missingYears: Int)
  /// Years without a value, for a model that needs every year.
  case missingYears(model: ModelIdentifier, years: [Int])
  /// A value outside the domain of the transform.
  case outsideTransform(transform: Transform, year: Int, value: Double)
  /// A value of zero or less, for a model of positive values.
  case notPositive(model: ModelIdentifier, year: Int, value: Double)
  /// The numbers overflow: values too large to square and add up.
  case overflow(model: ModelIdentifier)
  /// The changes are so small that their squares vanish: no error can be measured.
  case underflow(model: ModelIdentifier)
  /// The forecast grows beyond the range of numbers, so many years ahead.
  case forecastOverflow(model: ModelIdentifier, yearsAhead: Int)
  /// The search for the estimates did not end at a minimum.
  case didNotConverge(model: ModelIdentifier)
  /// The design has linearly dependent columns.
  case collinear(model: ModelIdentifier)
  /// Breaks that the series has no place for.
  case breaks(model: ModelIdentifier, BreakError)
  /// The drivers of a regression, or the companions of a system, do not do.
  case drivers(DriverError)
}

extension FitError: CustomStringConvertible {
  /// One line that says what is wrong.
  public var description: String {
    switch self {
    case .tooFewObservations(let model, let needed, let found):
      "model '\(model)' needs at least \(needed) values, found \(found)"
    case .tooManyObservations(let model, let limit, let found):
      "model '\(model)' takes at most \(limit) values, found \(found)"
    case .tooManyYears(let model, let limit, let found):
      "model '\(model)' takes records with missing years up to a span of \(limit) years, found \(found)"
    case .tooManyLags(let model, let limit, let found, let missingYears):
      "model '\(model)': p + q = \(found) is above \(limit), the limit "
        + (missingYears == 0
          ? "for this many values"
          : "for a record with \(missingYears) missing \(missingYears == 1 ? "year" : "years")")
    case .missingYears(let model, let years):
      "model '\(model)' needs a value for every year; missing: \(YearRuns.text(years))"
    case .outsideTransform(let transform, let year, let value):
      "transform '\(transform)' is not defined for the value \(numeral(value)) of \(year)"
    case .notPositive(let model, let year, let value):
      "model '\(model)' needs positive values; the value of \(year) is \(numeral(value))"
    case .overflow(let model):
      "model '\(model)': the values are too large to compute with"
    case .underflow(let model):
      "model '\(model)': the values are too close to zero to compute with; their squares vanish"
    case .forecastOverflow(let model, let years):
      "model '\(model)': the forecast \(years == 1 ? "one year" : "\(years) years") ahead, or an end of its interval, "
        + "is beyond the range of numbers"
    case .didNotConverge(let model):
      "model '\(model)': the search for its parameters did not converge"
    case .collinear(let model):
      "model '\(model)': the years do not determine the trend"
    case .breaks(let model, let error):
      "model '\(model)': \(error)"
    case .drivers(let error): error.description
    }
  }
}
