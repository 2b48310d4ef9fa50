/// Why a scenario cannot be projected.
public enum ProjectionError: Error, Sendable, Equatable {
  /// What the record refuses.
  case negotiation(NegotiationError)
  /// What an assumption refuses.
  case assumption(AssumptionError)
  /// What the scenario refuses.
  case scenario(ScenarioError)
  /// A prior that is given as a distribution, which a fit cannot take.
  case needsNumber(key: String, found: String)
  /// An assumption of the catalogue that stands in for asks and is no normal with two cuts.
  case needsCutNormal(key: String)
  /// A drawn amount that is not finite: assumptions beyond anything that money can be.
  case overflow(measure: String, period: String)
  /// An agreement whose growth follows a record, without one.
  case noGrowth(series: String)
  /// A first year of the record of growth after which there is none; the last year that has one.
  case noGrowthSince(key: String, year: Int, last: Int)
  /// A ratio that has no value by the date.
  case noRatio(ally: String, series: String)
}

extension ProjectionError: CustomStringConvertible {
  /// One line that says what is wrong, and what to do.
  public var description: String {
    switch self {
    case .negotiation(let error): error.description
    case .assumption(let error): error.description
    case .scenario(let error): error.description
    case .needsNumber(let key, let found):
      "assumption '\(key)' is '\(found)'; it enters a fit and must be one number"
    case .needsCutNormal(let key):
      "assumption '\(key)' stands in for asks of the record and must be a cut normal"
    case .overflow(let measure, let period):
      "\(measure), \(period): a drawn value is not a finite number; look at the assumptions that were overridden"
    case .noGrowth(let series):
      "series '\(series)' has no record of growth by the as-of date; give within_term a percentage"
    case .noGrowthSince(let key, let year, let last):
      "\(key): the record of growth known by the as-of date has no year since \(year); its last is \(last)"
    case .noRatio(let ally, let series): "series '\(series)' has no value for \(ally) by the as-of date"
    }
  }
}
