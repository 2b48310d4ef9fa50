public import Series

/// Why other series cannot stand beside the one that is forecast.
public enum DriverError: Error, Sendable, Equatable {
  /// The model needs at least one driver, or one other series.
  case none(model: ModelIdentifier)
  /// There is no year in which the series and all its drivers have values.
  case noCommonYears(series: String)
  /// Fewer years in which all series of a system have values than it needs.
  case tooFewCommonYears(needed: Int, found: Int)
  /// The series of a system that is forecast does not change.
  case unchanging(series: String)
  /// The series of a system lies on a line, and has no surprises.
  case line(series: String)
  /// Series of a system so near to lines, or to each other, that it cannot be solved.
  case inseparable(series: [String])
  /// Fewer years in common than there are coefficients to estimate.
  case tooMany(drivers: Int, needed: Int, found: Int)
  /// The driver has no value for years that are needed after those that are known, and neither a path nor a model stands in.
  case endsEarly(driver: String, last: String, needed: String)
  /// The driver has no value for years that are needed, and has values before and after them.
  case gap(driver: String, years: String)
  /// The series of a system ends too long before the one that is forecast.
  case companionEndsEarly(series: String, last: String, needed: String)
  /// The series of a system has no value for years that the system needs.
  case companionGap(series: String, years: String)
  /// The driver does not change over the years that are fitted.
  case constant(driver: String)
  /// Differenced, the driver is what the drift is already.
  case straight(driver: String)
  /// The driver is a sum of multiples of others.
  case collinear(driver: String, others: [String])
  /// The series of a system follows exactly from others of it, as it is or by logarithms.
  case identity(series: String, others: [String])
  /// The drivers leave nothing of the series unexplained.
  case exact(drivers: [String])
  /// Two drivers have one name.
  case twice(driver: String)
  /// The series that is forecast is named as one of the others.
  case itself(series: String)
  /// The series that is forecast, differenced, is what the constant is already.
  case straightSeries
  /// More numbers would be drawn than a machine should hold.
  case tooManyNumbers(draws: Int, series: Int, years: Int, limit: Int)
  /// The driver stands on another calendar, and no rule joins the two.
  case calendarsDiffer(driver: String, calendar: FiscalCalendar, other: FiscalCalendar)
  /// A path states a year that the record has already.
  case pathOfKnownYear(driver: String, year: String, last: String)
  /// A logarithm was asked of a value of zero or less.
  case notPositive(driver: String, year: String, value: Double)
  /// A logarithm was asked of a forecast whose low end is zero or less.
  case forecastNotPositive(driver: String, year: String, value: Double)
  /// The model of the driver failed.
  case forecast(driver: String, reason: String)
  /// The driver's values, or their squares, are beyond the range of numbers.
  case overflow(driver: String)
  /// Paths lead to numbers that are too large.
  case pathTooFar(names: [String])
  /// Conditions say different things of one year.
  case contradiction(year: String, conditions: [String])
  /// A condition on a year that is known already, or lies beyond the horizon.
  case conditionOutside(name: String, year: String, first: String, last: String)
}

extension DriverError: CustomStringConvertible {
  /// One line that says what is wrong.
  public var description: String {
    switch self {
    case .none(let model): "model '\(model)' needs other series beside the one that is forecast"
    case .noCommonYears(let series):
      "series '\(series)' has no run of years in which all its drivers have values too"
    case .tooMany(let drivers, let needed, let found):
      "\(drivers) \(drivers == 1 ? "driver needs" : "drivers need") at least \(needed) years in which all have values, found \(found)"
    case .endsEarly(let driver, let last, let needed):
      "driver '\(driver)' is known up to \(last); its values are needed for \(needed)"
    case .gap(let driver, let years):
      "driver '\(driver)' has a gap; its values are needed for \(years)"
    case .companionEndsEarly(let series, let last, let needed):
      "'\(series)' ends in \(last); a system takes companions that reach \(needed) at least"
    case .companionGap(let series, let years):
      "'\(series)' has no values for \(years), and a system needs every year of its companions"
    case .constant(let driver):
      "driver '\(driver)' has no effect of its own in the years that are fitted: it does not change there"
    case .straight(let driver):
      "driver '\(driver)' changes by the same amount each year, which a drift does already"
    case .collinear(let driver, let others):
      "driver '\(driver)' is a sum of multiples of \(others.map { "'\($0)'" }.joined(separator: ", ")): "
        + "their effects cannot be told apart"
    case .identity(let series, let others):
      "'\(series)' follows exactly from \(others.map { "'\($0)'" }.joined(separator: ", ")), "
        + "and forecasts of all of them would contradict each other"
    case .exact(let drivers):
      "the series is exactly a sum of multiples of \(drivers.map { "'\($0)'" }.joined(separator: ", ")), "
        + "with no error left to measure"
    case .twice(let driver): "driver '\(driver)' is named twice"
    case .itself(let series): "'\(series)' is the series that is forecast; name others beside it"
    case .tooManyNumbers(let draws, let series, let years, let limit):
      "\(draws) draws of \(series) series over \(years) years are more than \(limit / 1_000_000) million numbers"
    case .calendarsDiffer(let driver, let calendar, let other):
      "'\(driver)' is on the calendar '\(calendar.rawValue)', the series on '\(other.rawValue)'; "
        + "they are not mixed without a rule"
    case .tooFewCommonYears(let needed, let found):
      "the system needs at least \(needed) years in a row in which all its series have values, found \(found)"
    case .unchanging(let series):
      "series '\(series)' does not change in the years that are fitted, so that other series have nothing to explain"
    case .line(let series):
      "'\(series)' follows a line exactly in the years that are fitted, and a system measures by errors, of which a line has none"
    case .inseparable(let series):
      "\(series.map { "'\($0)'" }.joined(separator: ", ")) lie so near to lines, or to each other, that the system cannot be solved"
    case .straightSeries:
      "the series changes by the same amount each year in the years that are fitted, so that drivers have nothing to explain"
    case .pathOfKnownYear(let driver, let year, let last):
      "a path is given for '\(driver)' in \(year), and its values up to \(last) are known already"
    case .notPositive(let driver, let year, let value):
      "'\(driver)' enters by its logarithm, and its value of \(year) is \(numeral(value))"
    case .forecastNotPositive(let driver, let year, let value):
      "'\(driver)' enters by its logarithm, and the low end of its forecast for \(year) is \(TransformedFit.brief(value))"
    case .forecast(let driver, let reason): "'\(driver)' cannot be forecast: \(reason)"
    case .overflow(let driver): "the values of '\(driver)' are too large, or too small, to compute with"
    case .pathTooFar(let names):
      "the path \(names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")) lies so far from the record that numbers overflow"
    case .contradiction(let year, let conditions):
      "\(year): the conditions \(conditions.dropLast().map { "'\($0)'" }.joined(separator: ", ")) "
        + "and '\(conditions.last ?? "")' cannot \(conditions.count > 2 ? "all" : "both") hold"
    case .conditionOutside(let name, let year, let first, let last):
      "a path is given for '\(name)' in \(year); the years that are forecast are \(first) to \(last)"
    }
  }
}
