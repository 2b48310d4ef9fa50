public import Negotiation
public import Series
public import Strategy

/// Why data cannot be read or used.
public enum DataError: Error, Sendable, Equatable {
  /// There is no such file.
  case noSuchFile(String)
  /// The file cannot be opened; the system's reason.
  case unreadable(String, reason: String)
  /// Reading stopped halfway; the system's reason.
  case readFailed(String, reason: String)
  /// Not one byte.
  case emptyFile(String)
  /// A header and no row.
  case headerOnly(FilePlace)
  /// Text in UTF-16 or UTF-32.
  case notUTF8(String)
  /// Bytes that are no UTF-8, or a zero byte.
  case invalidText(FilePlace)
  /// A line longer than any table has.
  case lineTooLong(FilePlace, limit: Int)
  /// A quoted field that never ends.
  case unterminatedQuote(FilePlace)
  /// A quotation mark within an unquoted field, or text after a closing one.
  case strayQuote(FilePlace)
  /// A carriage return that is not part of a line end.
  case strayCarriageReturn(FilePlace)
  /// More or fewer fields than the header.
  case raggedRow(FilePlace, expected: Int, found: Int)
  /// Two columns of one name.
  case duplicateColumn(FilePlace, name: String)
  /// A column that is needed and not there.
  case missingColumn(FilePlace, name: String, found: [String])
  /// Text where a number belongs.
  case notANumber(FilePlace, column: String, text: String)
  /// NaN, infinity, or a number too large for a double.
  case notFinite(FilePlace, column: String, text: String)
  /// Text where a year belongs.
  case notAPeriod(FilePlace, column: String, text: String)
  /// A row without a series.
  case emptyIdentifier(FilePlace, column: String)
  /// A year that a series has already.
  case duplicatePeriod(FilePlace, series: String, period: String)
  /// `FY2020` and `2020` in one series.
  case mixedCalendars(FilePlace, series: String)
  /// Rows of a series that do not stand together.
  case scatteredSeries(FilePlace, series: String)
  /// Values that make no series.
  case series(SeriesError)
  /// Text where a date belongs.
  case invalidDate(FilePlace, column: String, text: String)
  /// No data package where one was looked for.
  case noPackage(searched: [String])
  /// The package's descriptor cannot be understood.
  case badDescriptor(String, reason: String)
  /// A game or an actor that cannot be, at the place that says so.
  case strategy(FilePlace, StrategyError)
  /// No game of this name; the nearest one, if any is close, and those there are.
  case unknownGame(String, nearest: String?, known: [String])
  /// No table of actors of this name; the nearest one, if any is close, and those there are.
  case unknownActors(String, nearest: String?, known: [String])
  /// The package has no such bargain.
  case unknownBargain(String, nearest: String?, known: [String])
  /// No series of this name; the nearest one, if any is close.
  case unknownSeries(String, nearest: String?)
  /// A status that is none of the five.
  case unknownStatus(FilePlace, text: String)
  /// Two calendars without a rule that joins them.
  case calendarsDiffer(series: String, left: String, right: String, rule: String)
  /// A derived series that refers to itself.
  case circularDerivation(String)
  /// A row of the ledger of sealed forecasts that was changed after it was sealed.
  case brokenSeal(FilePlace)
  /// A ledger of sealed forecasts that lacks rows at its end, or what tells how many there were.
  case brokenLedger(String, reason: String)
  /// A ledger of sealed forecasts that another process held for all the seconds that were waited.
  case busyLedger(String, seconds: Int)
  /// A derived value that is not a number: a zero denominator, an overflow.
  case derivationFailed(series: String, period: String, reason: String)
  /// A word that is none of those that the column knows.
  case unknownWord(FilePlace, column: String, text: String, known: [String])
  /// An amount of zero or below.
  case notPositive(FilePlace, column: String, text: String)
  /// Text where a whole number of at least so much belongs.
  case notACount(FilePlace, column: String, text: String, least: Int)
  /// A name that stands in no row of the table that it refers to; the nearest one, if any is close.
  case unknownReference(FilePlace, column: String, text: String, table: String, nearest: String?)
  /// A second row of one name.
  case duplicateRow(FilePlace, column: String, text: String)
  /// Entries of one row, or of two tables, that cannot both be so.
  case contradiction(FilePlace, reason: String)
  /// A YAML file that breaks its rules or says what it cannot.
  case yaml(FilePlace, YAMLProblem)
  /// A scenario that cannot be, at the place that says so.
  case scenario(FilePlace, ScenarioError)
  /// A name that no source has.
  case unknownSource(FilePlace, String, nearest: String?)
  /// No scenario of this name; the nearest one, if any is close.
  case unknownScenario(String, nearest: String?)
}

extension DataError: CustomStringConvertible {
  /// One line that says what is wrong, where, and what was expected.
  public var description: String {
    switch self {
    case .noSuchFile(let file): "\(file): no such file"
    case .unreadable(let file, let reason): "\(file): cannot be opened: \(reason)"
    case .readFailed(let file, let reason): "\(file): reading failed: \(reason)"
    case .emptyFile(let file): "\(file):1:1: the file is empty; expected a header row and values"
    case .headerOnly(let place): "\(place): there is a header and no row of values"
    case .notUTF8(let file): "\(file): the text is UTF-16 or UTF-32; save it as UTF-8"
    case .invalidText(let place): "\(place): bytes that are no UTF-8 text; save the file as UTF-8"
    case .lineTooLong(let place, let limit):
      "\(place): the line is longer than \(limit) bytes; is this a table?"
    case .unterminatedQuote(let place): "\(place): a quoted field begins here and never ends"
    case .strayQuote(let place):
      "\(place): a quotation mark in the middle of a field; quote the whole field and double the mark"
    case .strayCarriageReturn(let place):
      "\(place): a carriage return without a line feed; lines end with LF or CRLF"
    case .raggedRow(let place, let expected, let found):
      "\(place): \(found) fields, expected \(expected) as in the header"
    case .duplicateColumn(let place, let name): "\(place): column '\(name)' appears twice"
    case .missingColumn(let place, let name, let found):
      "\(place): no column '\(name)'; found: \(Self.list(found))"
        + (found.count == 1 && name != found[0] && found[0].contains(";")
          ? "; is it separated by semicolons? Fields are separated by commas" : "")
    case .notANumber(let place, let column, let text):
      "\(place): '\(Self.shorten(text))' in column '\(column)' is not a number"
    case .notFinite(let place, let column, let text):
      "\(place): '\(Self.shorten(text))' in column '\(column)' is not a finite number"
    case .notAPeriod(let place, let column, let text):
      "\(place): '\(Self.shorten(text))' in column '\(column)' is not a year (2020, FY2020 or 2020-04-01)"
    case .emptyIdentifier(let place, let column): "\(place): column '\(column)' is empty"
    case .duplicatePeriod(let place, let series, let period):
      "\(place): series '\(Self.shorten(series))' has a second value for \(period); one value a year"
    case .mixedCalendars(let place, let series):
      "\(place): series '\(Self.shorten(series))' mixes fiscal years (FY2020) and calendar years (2020)"
    case .scatteredSeries(let place, let series):
      "\(place): rows of series '\(Self.shorten(series))' do not stand together; sort the file by series"
    case .series(let error): error.description
    case .invalidDate(let place, let column, let text):
      "\(place): '\(Self.shorten(text))' in column '\(column)' is not a date (2020, 2020-12 or 2020-12-15)"
    case .noPackage(let searched):
      "no data package found; looked at: \(searched.joined(separator: ", ")); "
        + "give --data DIR or set BURDENSHARE_DATA"
    case .badDescriptor(let file, let reason): "\(file): \(reason)"
    case .unknownSeries(let name, let nearest):
      "unknown series '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; 'burdenshare data list' names them all")
    case .unknownStatus(let place, let text):
      "\(place): status '\(text)' is none of \(Status.allCases.map(\.rawValue).joined(separator: ", "))"
    case .calendarsDiffer(let series, let left, let right, let rule):
      "series '\(series)': calendars '\(left)' and '\(right)' do not meet under the rule '\(rule)'; "
        + "name a calendar_rule that joins them"
    case .circularDerivation(let series): "series '\(series)' is derived from itself"
    case .brokenSeal(let place):
      "\(place): the seal is not that of this row after the one before: the ledger was changed after it was sealed"
    case .brokenLedger(let file, let reason): "\(file): \(reason)"
    case .busyLedger(let file, let seconds):
      "\(file): another process still held the ledger after \(seconds) seconds; nothing was read or sealed"
    case .derivationFailed(let series, let period, let reason): "series '\(series)', \(period): \(reason)"
    case .unknownWord(let place, let column, let text, let known):
      "\(place): '\(Self.shorten(text))' in column '\(column)' is none of \(known.joined(separator: ", "))"
    case .notPositive(let place, let column, let text):
      "\(place): '\(Self.shorten(text))' in column '\(column)' is not a positive amount"
    case .notACount(let place, let column, let text, let least):
      "\(place): '\(Self.shorten(text))' in column '\(column)' is not a whole number of at least \(least)"
    case .unknownReference(let place, let column, let text, let table, let nearest):
      "\(place): '\(Self.shorten(text))' in column '\(column)' is not in \(table)"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .duplicateRow(let place, let column, let text):
      "\(place): a second row with '\(Self.shorten(text))' in column '\(column)'"
    case .contradiction(let place, let reason): "\(place): \(reason)"
    case .yaml(let place, let problem): "\(place): \(problem)"
    case .scenario(let place, let error): "\(place): \(error)"
    case .strategy(let place, let error): "\(place): \(error)"
    case .unknownGame(let name, let nearest, let known):
      "unknown game '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; known: \(Self.list(known)); or give a path")
    case .unknownBargain(let name, let nearest, let known):
      "unknown bargain '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; known: \(Self.list(known)); or give a path")
    case .unknownActors(let name, let nearest, let known):
      "unknown table of actors '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; known: \(Self.list(known)); or give a path")
    case .unknownSource(let place, let name, let nearest):
      "\(place): source '\(name)' is not in sources.csv" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .unknownScenario(let name, let nearest):
      "unknown scenario '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; 'burdenshare scenario list' names them all")
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map(shorten).joined(separator: ", ")
      + (names.count > 12 ? " and \(names.count - 12) more" : "")
  }

  private static func shorten(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}
