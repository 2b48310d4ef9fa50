public import Series

/// An agreement, a demand, a pledge or a change of posture with its date.
public struct DatedEvent: Sendable, Equatable {
  /// What it is.
  public enum Kind: Sendable, Equatable {
    /// An agreement on who bears which cost, or a demand for one.
    case agreement
    /// A pledge, a decision, or a change of posture.
    case event
  }

  /// What it is.
  public let kind: Kind
  /// Its name in the table it comes from.
  public let identifier: String
  /// When it took effect, or when it was made.
  public let date: PartialDate
  /// When it was known.
  public let knownOn: PartialDate
  /// What it is, in a few words.
  public let title: String

  /// The year of its date.
  public var year: Int { numbers.first ?? 0 }

  /// The month of its date, 1 to 12; `nil` where only the year is known.
  public var month: Int? { numbers.count > 1 ? numbers[1] : nil }

  private var numbers: [Int] { date.description.split(separator: "-").compactMap { Int($0) } }
}

extension DataPackage {
  /// The dated events of an economy: agreements, other rounds, pledges and changes of posture, as far as the package has tables of them.
  ///
  /// - Parameters:
  ///   - economy: by its ISO code, as series are marked.
  ///   - asOf: only what was known by this date; `nil` for everything.
  /// - Returns: in the order of their dates.
  /// - Throws: ``DataError`` when a table cannot be read or a date in it is none.
  public func events(of economy: String, asOf: PartialDate? = nil) throws(DataError) -> [DatedEvent] {
    var events: [DatedEvent] = []
    for table in EventTable.standard {
      guard descriptor.resources.contains(where: { $0.name == table.resource }) else { continue }
      events += try table.events(of: economy, path: try path(ofResource: table.resource))
    }
    return events.filter { event in asOf.map { event.knownOn <= $0 } ?? true }
      .sorted { ($0.date, $0.identifier) < ($1.date, $1.identifier) }
  }
}

/// A table of events: where its columns are.
struct EventTable {
  let resource: String
  let kind: DatedEvent.Kind
  let identifier: String
  /// The column of the economy.
  let economy: String
  /// The columns of the date, the first that is filled counts.
  let dates: [String]
  /// The columns of the date of knowledge.
  let known: [String]
  /// The columns that the title is made of.
  let columns: [String]

  static let standard = [
    EventTable(
      resource: "rounds", kind: .agreement, identifier: "round_id", economy: "ally",
      dates: ["in_force_on", "first_year"], known: ["signed_on", "agreed_on", "in_force_on"],
      columns: ["instrument", "us_administration", "host_government"]),
    EventTable(
      resource: "pledges", kind: .event, identifier: "pledge_id", economy: "addressee",
      dates: ["announced_on"],
      known: ["announced_on"], columns: ["who", "kind"]),
    EventTable(
      resource: "posture-events", kind: .event, identifier: "event_id", economy: "host",
      dates: ["date"],
      known: ["date"], columns: ["change"]),
  ]

  /// The events of an economy.
  ///
  /// - Parameters:
  ///   - wanted: the economy.
  ///   - path: of the table.
  /// - Returns: rows with a date, in the order of the table.
  /// - Throws: ``DataError`` for a column that is missing or a date that is none.
  func events(of wanted: String, path: String) throws(DataError) -> [DatedEvent] {
    var reader = try CSVReader.open(path)
    let place = try reader.column(economy)
    let identifierColumn = try reader.column(identifier)
    var (dateColumns, knownColumns, titleColumns): ([Int], [Int], [Int]) = ([], [], [])
    for name in dates { dateColumns.append(try reader.column(name)) }
    for name in known { knownColumns.append(try reader.column(name)) }
    for name in columns { titleColumns.append(try reader.column(name)) }
    var events: [DatedEvent] = []
    while try reader.next() {
      if try reader.text(place) != wanted { continue }
      guard let date = try Self.date(reader, dateColumns), let knownOn = try Self.date(reader, knownColumns)
      else { continue }
      var parts: [String] = []
      for column in titleColumns { parts.append(try reader.text(column)) }
      events.append(
        DatedEvent(
          kind: kind, identifier: try reader.text(identifierColumn), date: date, knownOn: knownOn,
          title: parts.filter { !$0.isEmpty }.joined(separator: ", ")))
    }
    return events
  }

  /// The date in the first of some columns that is filled.
  private static func date(_ reader: borrowing CSVReader, _ columns: [Int]) throws(DataError)
    -> PartialDate?
  {
    for column in columns {
      let text = try reader.text(column)
      guard !text.isEmpty else { continue }
      do {
        return try PartialDate(text)
      } catch {
        throw .invalidDate(
          FilePlace(reader.file, reader.line, column + 1), column: reader.header[column], text: text)
      }
    }
    return nil
  }
}
