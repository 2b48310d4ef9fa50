public import Series

/// A folder with `datapackage.json`: the catalogue of series, read once; the values of a series, read when asked for.
public struct DataPackage: Sendable {
  /// The folder.
  public let root: String
  /// The package's name.
  public let name: String
  /// The package's version.
  public let version: String
  /// The series in the order of the catalogue.
  public let entries: [SeriesEntry]
  let descriptor: Descriptor

  /// The path of the descriptor.
  var descriptorPath: String { root + "/datapackage.json" }

  /// Opens a package and reads its catalogue.
  ///
  /// - Parameter root: the folder.
  /// - Throws: ``DataError`` when there is no descriptor in it, or one that cannot be understood.
  public init(_ root: String) throws(DataError) {
    self.root = root
    descriptor = try Descriptor.read(root + "/datapackage.json")
    name = descriptor.name
    version = descriptor.version
    var entries: [SeriesEntry] = []
    for node in descriptor.series { entries.append(try SeriesEntry(node)) }
    self.entries = entries
  }

  /// The catalogue's entry of a series.
  ///
  /// - Parameter identifier: the series' name.
  /// - Returns: its entry.
  /// - Throws: ``DataError/unknownSeries(_:nearest:)``.
  public func entry(_ identifier: String) throws(DataError) -> SeriesEntry {
    guard let entry = entries.first(where: { $0.identifier == identifier }) else {
      throw .unknownSeries(
        identifier, nearest: nearestName(to: identifier, among: entries.map(\.identifier)))
    }
    return entry
  }

  /// The values of a series, read from its file or derived from others.
  ///
  /// - Parameter identifier: the series' name.
  /// - Returns: its observations in the order of years; years without a row are absent.
  /// - Throws: ``DataError``.
  public func observations(_ identifier: String) throws(DataError) -> [Observation] {
    try observations(identifier, path: [])
  }

  /// The values of a series as they were at a date, as far as the package has kept an earlier vintage of it.
  ///
  /// - Parameters:
  ///   - identifier: the series' name.
  ///   - asOf: the date; `nil` for the values of today.
  /// - Returns: observations in the order of years, those that were published later among them.
  /// - Throws: ``DataError``.
  public func observations(_ identifier: String, asOf: PartialDate?) throws(DataError) -> [Observation] {
    try observations(identifier, path: [], asOf: asOf)
  }

  func observations(_ identifier: String, path: [String], asOf: PartialDate? = nil) throws(DataError)
    -> [Observation]
  {
    guard !path.contains(identifier) else { throw .circularDerivation(identifier) }
    let entry = try entry(identifier)
    if let asOf, let earlier = entry.earlier, asOf < earlier.until {
      return try observations(earlier.series, path: path + [identifier], asOf: asOf)
    }
    switch entry.origin {
    case .stored(let resource): return try stored(entry, resource: resource)
    case .derived(let derivation):
      let all = try derived(entry, derivation, path: path + [identifier], asOf: asOf)
      return all.filter { $0.year >= entry.firstPeriod ?? .min }
    }
  }

  /// The path of a resource's file.
  package func path(ofResource name: String) throws(DataError) -> String {
    guard let resource = descriptor.resources.first(where: { $0.name == name }) else {
      throw .badDescriptor(descriptorPath, reason: "there is no resource '\(name)'")
    }
    return root + "/" + resource.path
  }

  private func stored(_ entry: SeriesEntry, resource: String) throws(DataError) -> [Observation] {
    var reader = try CSVReader.open(try path(ofResource: resource))
    let columns = try SeriesColumns(reader)
    let wanted = Array(entry.identifier.utf8)
    var found: [Observation] = []
    while try reader.next() {
      guard reader.field(columns.series, equals: wanted) else { continue }
      found.append(try columns.observation(reader, entry: entry))
    }
    return found.sorted { $0.year < $1.year }
  }
}

/// Where the columns of a series file stand.
struct SeriesColumns {
  let series: Int
  let period: Int
  let value: Int
  let status: Int
  let published: Int
  let source: Int
  let note: Int

  init(_ reader: borrowing CSVReader) throws(DataError) {
    series = try reader.column("series_id")
    period = try reader.column("period")
    value = try reader.column("value")
    status = try reader.column("status")
    published = try reader.column("published_on")
    source = try reader.column("source_id")
    note = try reader.column("note")
  }

  /// The observation of the current record.
  func observation(_ reader: borrowing CSVReader, entry: SeriesEntry) throws(DataError) -> Observation {
    let year = try reader.period(period).year
    let number = try reader.number(value)
    let statusText = try reader.text(status)
    let known = Status(rawValue: statusText)
    guard known != nil || (number == nil && statusText.isEmpty) else {
      throw .unknownStatus(FilePlace(reader.file, reader.line, status + 1), text: statusText)
    }
    let dateText = try reader.text(published)
    let publication: Publication
    if dateText.isEmpty {
      publication = Publication(ruleOf: entry, year: year)
    } else {
      do {
        publication = .stated(try PartialDate(dateText))
      } catch {
        throw .invalidDate(
          FilePlace(reader.file, reader.line, published + 1), column: reader.header[published], text: dateText
        )
      }
    }
    return Observation(
      year: year, value: number, status: known, publication: publication,
      sources: try reader.text(source).split(separator: ";").map(String.init), note: try reader.text(note))
  }
}
