/// Something that is said to move US troops in a host country, as a covariate with its rule.
///
/// The rules are documented, not estimated: so few cuts were carried out that no slope can be told from zero.
public struct PostureDriver: Sendable, Equatable {
  /// Its name in `posture-drivers.csv`.
  public let identifier: String
  /// What it is.
  public let covariate: String
  /// Which way it is thought to move troops: `more`, `less` or `either`.
  public let effect: String
  /// How a number is made of it.
  public let rule: String
  /// The table or series of the package that it is measured by.
  public let measuredBy: String
  /// The word for it in `posture-events.csv`.
  public let eventDriver: String
  /// The sources of the rule.
  public let sources: [String]
  /// What the record says.
  public let note: String
  /// How many events of the package it is named for.
  public let events: Int
  /// How many of these were carried out.
  public let done: Int
  /// Of how many of these no change of troops is known.
  public let doneWithoutNumber: Int
  /// The change of troops over the others, or `nil` where there is none.
  public let change: Double?
  /// The hosts of its events.
  public let hosts: [String]
}

extension DataPackage {
  /// The drivers of posture, in the order of their table, with the record of `posture-events.csv`.
  ///
  /// An event with several causes counts for each.
  ///
  /// - Returns: all of them.
  /// - Throws: ``DataError``.
  public func postureDrivers() throws(DataError) -> [PostureDriver] {
    var events: [(drivers: [Substring], isDone: Bool, change: Double?, host: String)] = []
    var record = try CSVReader.open(try path(ofResource: "posture-events"))
    let (driver, status) = (try record.column("driver"), try record.column("status"))
    let (delta, host) = (try record.column("delta"), try record.column("host"))
    while try record.next() {
      let isDone = try record.text(status) == "done"
      events.append(
        (
          try record.text(driver).split(separator: ";"), isDone, try record.number(delta),
          try record.text(host)
        ))
    }
    var reader = try CSVReader.open(try path(ofResource: "posture-drivers"))
    let names = [
      "driver_id", "covariate", "effect_on_troops", "rule", "measured_by", "event_driver", "source_id",
      "note",
    ]
    var columns: [Int] = []
    for name in names { columns.append(try reader.column(name)) }
    var drivers: [PostureDriver] = []
    while try reader.next() {
      var texts: [String] = []
      for column in columns { texts.append(try reader.text(column)) }
      let named = events.filter { $0.drivers.contains(texts[5][...]) }
      let done = named.filter(\.isDone)
      let known = done.compactMap(\.change)
      drivers.append(
        PostureDriver(
          identifier: texts[0], covariate: texts[1], effect: texts[2], rule: texts[3], measuredBy: texts[4],
          eventDriver: texts[5], sources: texts[6].split(separator: ";").map(String.init), note: texts[7],
          events: named.count, done: done.count, doneWithoutNumber: done.count - known.count,
          change: known.isEmpty ? nil : known.reduce(0, +), hosts: Set(named.map(\.host)).sorted()))
    }
    return drivers
  }
}
