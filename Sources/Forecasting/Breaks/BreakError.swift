public import Series

/// Why breaks cannot be had as they are asked for.
public indirect enum BreakError: Error, Sendable, Equatable {
  /// A year is given twice.
  case duplicate(year: Int)
  /// More years are given than the limit.
  case tooManyGiven(Int, limit: Int)
  /// No year is given.
  case none
  /// A break that leaves no value before it or none from it on.
  case outside(year: Int, first: Int, last: Int)
  /// A regime between two breaks, or between one and an end of the series, has too few values.
  case tooClose(first: Int, last: Int, needed: Int, found: Int)
  /// More breaks than the series has room for.
  case tooMany(asked: Int, room: Int, least: Int)
  /// A number of breaks that is negative or above the limit.
  case countOutOfRange(Int, limit: Int)
  /// A shortest regime that no line can be fitted to with an error left, or that is longer than any series.
  case regimeOutOfRange(Int, least: Int, limit: Int)
  /// The sequential test is asked of joined regimes, for which it is not made.
  case joinedTest
  /// Breaks are given series by series, and this one is not among them.
  case notNamed(series: String, named: [String])
  /// A break is refused that was written at a place.
  case at(String, BreakError)
  /// A break is refused in a series whose years are those of a calendar.
  case on(FiscalCalendar, BreakError)

  /// The refusal without where it was met.
  public var cause: BreakError {
    switch self {
    case .at(_, let error), .on(_, let error): error.cause
    default: self
    }
  }
}

extension BreakError: CustomStringConvertible {
  /// One line that says what is wrong and what to change.
  public var description: String { text(.calendar) }

  private func text(_ calendar: FiscalCalendar) -> String {
    func year(_ number: Int) -> String { calendar.label(number) }
    switch self {
    case .duplicate(let year): return "the break \(year) is given twice; name each year once"
    case .tooManyGiven(let found, let limit): return "\(found) breaks are given, at most \(limit) are taken"
    case .none: return "no break is given; name the first year of each new regime, such as 1991,2008"
    case .outside(let place, let first, let last):
      return
        "the break \(year(place)) is outside the series, which runs from \(year(first)) to \(year(last)); "
        + "name a first year of a new regime after \(year(first)) and up to \(year(last))"
    case .tooClose(let first, let last, let needed, let found):
      let values = found == 1 ? "1 value" : "\(found) values"
      return
        "the regime from \(year(first)) to \(year(last)) has \(values), at least \(needed) are needed; "
        + "move or leave out one of the breaks"
    case .tooMany(let asked, let room, let least):
      return
        "\(asked) breaks with at least \(least) values in each regime do not fit into the series; "
        + (room > 0 ? "at most \(room) do" : "not even one does")
    case .countOutOfRange(let found, let limit): return "\(found) breaks is not a number from 0 to \(limit)"
    case .regimeOutOfRange(let found, let least, let limit):
      return "a shortest regime of \(found) values is not between \(least) and \(limit)"
    case .notNamed(let series, let named):
      return
        "no breaks are given for '\(series)', only for \(named.joined(separator: ", ")); "
        + "add it to the file or leave the series out"
    case .at(let place, let error): return "\(place): \(error.text(calendar))"
    case .on(let calendar, let error): return error.text(calendar)
    case .joinedTest:
      return "the sequential test is for free regimes; choose joined ones by bic or by their number"
    }
  }
}
