public import Series

/// A dated event of US force posture in a host country.
public struct PostureEvent: Sendable, Equatable {
  /// What became of it.
  public enum Status: String, CaseIterable, Sendable {
    /// It was carried out.
    case done
    /// It was announced or agreed.
    case plan
    /// It was called off.
    case cancelled
    /// Something that happened beside: a war's end, a protest.
    case event
  }

  /// Its date, name and title.
  public let dated: DatedEvent
  /// The host, as ISO 3166 writes it.
  public let host: String
  /// What became of it.
  public let status: Status
  /// How many soldiers more or less, as far as the source says; 0 where their total does not change.
  public let change: Int?
  /// Its sources.
  public let sources: [String]

  /// Whether it was carried out and is known to have moved soldiers into or out of the country.
  public var movedTroops: Bool { status == .done && change.map { $0 != 0 } ?? false }

  /// The year that begins nearest to the event.
  ///
  /// - Parameters:
  ///   - years: to choose from, such as the first years of new regimes.
  ///   - calendar: of these years.
  /// - Returns: the year and how many years after the event it begins, below zero where it began before; of two as near the
  ///   earlier one; `nil` without a year to choose.
  public func nearest(to years: [Int], on calendar: FiscalCalendar) -> (year: Int, distance: Double)? {
    let month = dated.month(on: calendar)
    let distances = years.sorted().map { (year: $0, months: calendar.firstMonth(of: $0) - month) }
    return distances.min { $0.months.magnitude < $1.months.magnitude }
      .map { ($0.year, Double($0.months) / 12) }
  }
}

extension DatedEvent {
  /// The month of the event, counted from January of year 0; of one known to the year, the first month of that period.
  ///
  /// - Parameter calendar: of the series that it is held against.
  /// - Returns: the month.
  public func month(on calendar: FiscalCalendar) -> Int {
    month.map { 12 * year + $0 - 1 } ?? calendar.firstMonth(of: year)
  }
}

extension DataPackage {
  /// The events of `posture-events.csv`.
  ///
  /// - Returns: in the order of their dates.
  /// - Throws: ``DataError``, for a status or a number that is none with its place.
  public func postureEvents() throws(DataError) -> [PostureEvent] {
    var reader = try CSVReader.open(try path(ofResource: "posture-events"))
    let (identifier, host, title) = (
      try reader.column("event_id"), try reader.column("host"), try reader.column("change")
    )
    let (date, status, change) = (
      try reader.column("date"), try reader.column("status"), try reader.column("delta")
    )
    let source = try reader.column("source_id")
    var events: [PostureEvent] = []
    while try reader.next() {
      guard let day = try reader.date(date) else {
        throw .emptyIdentifier(reader.place(date), column: "date")
      }
      let dated = DatedEvent(
        kind: .event, identifier: try reader.required(identifier), date: day, knownOn: day,
        title: try reader.text(title))
      events.append(
        PostureEvent(
          dated: dated, host: try reader.required(host), status: try reader.word(status),
          change: try reader.number(change).flatMap { Int(exactly: $0.rounded()) },
          sources: try reader.list(source)))
    }
    return events.sorted {
      ($0.dated.date, $0.dated.identifier) < ($1.dated.date, $1.dated.identifier)
    }
  }
}
