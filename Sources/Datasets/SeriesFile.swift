public import Series

/// A file of many series in long form, read one series at a time: memory does not grow with the file.
///
/// Columns `series_id,period,value` or `unique_id,ds,y`, or any others by name; more columns are passed over.
/// Rows of one series stand together, in any order of years; an empty value is a missing year.
public struct SeriesFile: ~Copyable {
  /// The names of the three columns; `nil` stands for the usual ones.
  public struct Columns: Sendable, Equatable {
    /// The column of the series' names.
    public var identifier: String?
    /// The column of the years.
    public var period: String?
    /// The column of the values.
    public var value: String?

    /// Names of columns.
    ///
    /// - Parameters:
    ///   - identifier: of the series' names.
    ///   - period: of the years.
    ///   - value: of the values.
    public init(identifier: String? = nil, period: String? = nil, value: String? = nil) {
      self.identifier = identifier
      self.period = period
      self.value = value
    }
  }

  private var reader: CSVReader
  private let identifier: Int
  private let period: Int
  private let value: Int
  private var hasRecord: Bool
  /// The hashes of the names met so far: eight bytes a series, so that scattered rows are noticed.
  private var seen: Set<UInt64> = []

  private init(_ reader: consuming CSVReader, identifier: Int, period: Int, value: Int, hasRecord: Bool) {
    self.reader = reader
    self.identifier = identifier
    self.period = period
    self.value = value
    self.hasRecord = hasRecord
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - columns: the names of its columns.
  /// - Returns: the file, before its first series.
  /// - Throws: ``DataError`` for a missing or empty file, or one without the columns.
  public static func open(_ path: String, columns: Columns = Columns()) throws(DataError) -> SeriesFile {
    var reader = try CSVReader.open(path)
    let identifier = try reader.column(columns.identifier, or: ["series_id", "unique_id"])
    let period = try reader.column(columns.period, or: ["period", "ds"])
    let value = try reader.column(columns.value, or: ["value", "y"])
    guard try reader.next() else { throw .headerOnly(reader.firstRow) }
    return SeriesFile(reader, identifier: identifier, period: period, value: value, hasRecord: true)
  }

  /// The next series.
  ///
  /// - Returns: its name, calendar and values (a missing year as `nil`), or `nil` at the end of the file.
  /// - Throws: ``DataError`` with the place.
  public mutating func next() throws(DataError) -> RawSeries? {
    guard hasRecord else { return nil }
    let name = try reader.text(identifier)
    guard !name.isEmpty else {
      throw .emptyIdentifier(
        FilePlace(reader.file, reader.line, identifier + 1), column: reader.header[identifier])
    }
    let bytes = Array(name.utf8)
    guard seen.insert(Self.hash(bytes)).inserted else {
      throw .scatteredSeries(FilePlace(reader.file, reader.line), series: name)
    }
    var raw = RawSeries(identifier: name, isFiscal: try reader.period(period).isFiscal)
    var last: Int?
    // Filled from the first year that does not ascend: until then a year cannot come twice.
    var years: Set<Int>?
    repeat {
      let (year, isFiscal) = try reader.period(period)
      guard isFiscal == raw.isFiscal else {
        throw .mixedCalendars(FilePlace(reader.file, reader.line, period + 1), series: name)
      }
      if years == nil, let last, year <= last { years = Set(raw.observations.map(\.year)) }
      if years?.insert(year).inserted == false {
        throw .duplicatePeriod(
          FilePlace(reader.file, reader.line, period + 1), series: name,
          period: isFiscal ? "FY\(year)" : "\(year)")
      }
      raw.observations.append((year, try reader.number(value)))
      last = year
      hasRecord = try reader.next()
    } while hasRecord && reader.field(identifier, equals: bytes)
    return raw
  }

  /// The hash of a name, the same in every run as the standard library's is not: 64-bit FNV-1a
  /// (Fowler, Noll and Vo).
  ///
  /// - Parameter bytes: the name in UTF-8.
  /// - Returns: the hash.
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

/// The values of one series as a file gives them.
public struct RawSeries: Sendable {
  /// The series' name.
  public let identifier: String
  /// Whether its years are written as fiscal ones.
  public let isFiscal: Bool
  /// Year and value, `nil` for an empty field, in the order of the file.
  public var observations: [(year: Int, value: Double?)] = []

  /// The series without the years that have no value, within a window.
  ///
  /// - Parameters:
  ///   - first: the first year used.
  ///   - last: the last year used.
  /// - Returns: a series without a unit.
  /// - Throws: `SeriesError` when no value is left.
  public func series(from first: Int? = nil, to last: Int? = nil) throws(SeriesError) -> AnnualSeries {
    try AnnualSeries(
      identifier: identifier, calendar: isFiscal ? .fiscal : .calendar,
      observations: observations.compactMap { year, value in
        guard let value, year >= first ?? .min, year <= last ?? .max else { return nil }
        return (year, value)
      })
  }
}
