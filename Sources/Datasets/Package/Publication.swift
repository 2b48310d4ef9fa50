public import Series

/// When a value was first published, and how that is known.
public enum Publication: Sendable, Equatable {
  /// The date that stands beside the value.
  case stated(PartialDate)
  /// The date by the rule of the series: so many months after the first day of the period.
  case byRule(PartialDate)
  /// The date of the latest input of a derived value.
  case ofInputs(PartialDate)
  /// There is no date and no rule.
  case unknown

  /// The date, if one is known.
  public var date: PartialDate? {
    switch self {
    case .stated(let date), .byRule(let date), .ofInputs(let date): date
    case .unknown: nil
    }
  }

  /// The same date for a value that is taken over into a derived series.
  var asInput: Publication { date.map { .ofInputs($0) } ?? .unknown }

  /// The date by the rule of a series.
  ///
  /// - Parameters:
  ///   - entry: the series.
  ///   - year: the period.
  init(ruleOf entry: SeriesEntry, year: Int) {
    guard let lag = entry.publicationLag else {
      self = .unknown
      return
    }
    self = .byRule(PartialDate(firstDayOfMonth: entry.calendar.firstMonth(of: year) + lag))
  }

  /// The publication of what is computed from two values: with the later one, unknown when either is.
  ///
  /// - Parameters:
  ///   - left: of one value.
  ///   - right: of the other.
  init(latestOf left: Publication, _ right: Publication) {
    guard let first = left.date, let second = right.date else {
      self = .unknown
      return
    }
    self = .ofInputs(max(first, second))
  }
}
