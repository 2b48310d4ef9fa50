/// A place in a file: the line, and the column where one is meant.
public struct FilePlace: Sendable, Hashable, CustomStringConvertible {
  /// The file as it was named, `standard input` for `-`.
  public let file: String
  /// The line, from 1; 0 for an option of the command line, which has none.
  public let line: Int
  /// The field in the line, from 1, or `nil` for the whole line.
  public let column: Int?

  /// A place.
  ///
  /// - Parameters:
  ///   - file: as it was named.
  ///   - line: from 1.
  ///   - column: the field, from 1.
  public init(_ file: String, _ line: Int, _ column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place of what an option says in place of a file.
  ///
  /// - Parameter option: the option as it was written: `--assume agreement.term_years=3`.
  public init(option: String) { self.init(option, 0) }

  /// Whether it is an option, not a line of a file.
  public var isOption: Bool { line == 0 }

  /// `file:line:column`, the way compilers write it; an option as it was written.
  public var description: String {
    isOption ? file : "\(file):\(line)" + (column.map { ":\($0)" } ?? "")
  }
}

extension DataError {
  /// The place that the error names, or `nil` where it concerns a whole file or no file.
  public var place: FilePlace? {
    switch self {
    case .emptyFile(let file): FilePlace(file, 1, 1)
    case .headerOnly(let place), .duplicateColumn(let place, _), .missingColumn(let place, _, _),
      .invalidText(let place), .unterminatedQuote(let place), .strayQuote(let place),
      .strayCarriageReturn(let place), .lineTooLong(let place, _), .raggedRow(let place, _, _),
      .notANumber(let place, _, _), .notFinite(let place, _, _), .notAPeriod(let place, _, _),
      .invalidDate(let place, _, _), .emptyIdentifier(let place, _), .duplicatePeriod(let place, _, _),
      .mixedCalendars(let place, _), .scatteredSeries(let place, _), .unknownStatus(let place, _),
      .unknownWord(let place, _, _, _), .notPositive(let place, _, _), .notACount(let place, _, _, _),
      .unknownReference(let place, _, _, _, _), .duplicateRow(let place, _, _), .contradiction(let place, _),
      .brokenSeal(let place),
      .yaml(let place, _),
      .scenario(let place, _), .unknownSource(let place, _, _), .strategy(let place, _):
      place
    default: nil
    }
  }
}
