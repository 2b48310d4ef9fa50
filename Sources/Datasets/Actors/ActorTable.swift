internal import Series
public import Strategy

/// The actors of an issue in a CSV table: `actor,position_low,position,position_high,salience,capability,source_id,note`.
///
/// Each row names the sources of its range, joined by semicolons; `assumed` among them says that something of it is our
/// judgement, and the note says what. Two more columns, `round_id` and `unit`, say which round the positions are amounts of,
/// and in what: they are needed where the table is to meet a scenario, see ``require(round:unit:)``.
public struct ActorTable: Sendable {
  /// The word that stands in place of a source.
  public static let assumed = "assumed"
  static let columns = [
    "actor", "position_low", "position", "position_high", "salience", "capability", "source_id", "note",
  ]

  /// The file's name, without folder and ending.
  public let name: String
  /// The actors in the order of the file.
  public let actors: [UncertainActor]
  /// Where each actor's range comes from, as the rows say it.
  public let origins: [Origin]
  /// How many of the rows rest on a judgement of ours.
  public var assumedRows: Int { origins.count(where: \.isAssumed) }

  /// Where a range comes from.
  public struct Origin: Sendable, Equatable {
    /// The sources.
    public let sources: [String]
    /// Whether something of it is a judgement of ours.
    public let isAssumed: Bool
    /// What the row says about it.
    public let note: String
  }

  /// The file, for errors.
  private let path: String
  private let header: [String]
  /// The line of each row, and the round and the unit that it names.
  private let subjects: [(line: Int, round: String, unit: String)]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - sources: the sources that may be named, or `nil` for any.
  /// - Throws: ``DataError`` with the place of the first fault.
  public init(_ path: String, sources: [String]? = nil) throws(DataError) {
    var reader = try CSVReader.open(path)
    var columns: [Int] = []
    for name in Self.columns { columns.append(try reader.column(name)) }
    let about = ["round_id", "unit"].map { reader.header.firstIndex(of: $0) }
    var actors: [UncertainActor] = []
    var origins: [Origin] = []
    var subjects: [(line: Int, round: String, unit: String)] = []
    while try reader.next() {
      actors.append(try Self.actor(reader, columns))
      let named = try reader.text(columns[6]).split(separator: ";").map(String.init)
      let place = FilePlace(reader.file, reader.line, columns[6] + 1)
      guard !named.isEmpty else { throw .emptyIdentifier(place, column: Self.columns[6]) }
      for source in named where source != Self.assumed {
        guard let sources, !sources.contains(source) else { continue }
        throw .unknownSource(place, source, nearest: nearestName(to: source, among: sources))
      }
      origins.append(
        Origin(
          sources: named.filter { $0 != Self.assumed }, isAssumed: named.contains(Self.assumed),
          note: try reader.text(columns[7])))
      let round = if let place = about[0] { try reader.text(place) } else { "" }
      let unit = if let place = about[1] { try reader.text(place) } else { "" }
      subjects.append((reader.line, round, unit))
      do {
        if actors.count > 1 { _ = try SpatialIssue(actors.map(\.central)) }
      } catch {
        // Weights are judged at the end, when all are there.
        guard case .outside = error else {
          throw .strategy(FilePlace(reader.file, reader.line, columns[0] + 1), error)
        }
      }
    }
    guard !actors.isEmpty else { throw .headerOnly(reader.firstRow) }
    do {
      _ = try SpatialIssue(actors.map(\.central))
    } catch {
      // Nobody cares, or the first who does has no capability.
      let isSalience: Bool = if case .outside(.salience, _, _) = error { true } else { false }
      let first = zip(subjects, actors).first { isSalience || $1.central.salience > 0 }?.0.line ?? reader.line
      throw .strategy(FilePlace(reader.file, first, columns[isSalience ? 4 : 5] + 1), error)
    }
    self.actors = actors
    self.origins = origins
    self.subjects = subjects
    self.path = reader.file
    header = reader.header
    let file = path.split(separator: "/").last.map(String.init) ?? path
    name = path == "-" ? "standard input" : file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }

  private static func actor(
    _ reader: borrowing CSVReader, _ columns: [Int]
  ) throws(DataError) -> UncertainActor {
    var numbers: [Double] = []
    for column in columns[1...5] {
      guard let number = try reader.number(column) else {
        throw .notANumber(
          FilePlace(reader.file, reader.line, column + 1), column: reader.header[column], text: "")
      }
      numbers.append(number)
    }
    let name = try reader.text(columns[0])
    guard !name.isEmpty else {
      throw .emptyIdentifier(FilePlace(reader.file, reader.line, columns[0] + 1), column: Self.columns[0])
    }
    do {
      let central = try SpatialActor(
        name: name, position: numbers[1], salience: numbers[3], capability: numbers[4])
      return try UncertainActor(central, low: numbers[0], high: numbers[2])
    } catch {
      let column: Int =
        switch error {
        case .outside(.salience, _, _): columns[4]
        case .outside(.capability, _, _): columns[5]
        case .outside(.positionRange, _, _): columns[1]
        default: columns[2]
        }
      throw .strategy(FilePlace(reader.file, reader.line, column + 1), error)
    }
  }
}

extension ActorTable {
  /// The SHA-256 of the file as it stands.
  ///
  /// - Returns: 64 hexadecimal digits.
  /// - Throws: ``DataError`` when the file cannot be read, as standard input cannot a second time.
  public func digest() throws(DataError) -> String { SHA256.hexadecimal(try ByteSource.wholeFile(path)) }

  /// Refuses a table whose positions are not amounts of a round in a unit.
  ///
  /// - Parameters:
  ///   - round: the round's name.
  ///   - unit: the symbol of its unit.
  /// - Throws: ``DataError`` for a table that does not say what it is about, at the row of another round or unit, or at a
  ///   range that reaches down to zero.
  public func require(round: String, unit: String) throws(DataError) {
    for (name, wanted) in [("round_id", round), ("unit", unit)] {
      guard let column = header.firstIndex(of: name) else {
        throw .missingColumn(FilePlace(path, 1, header.count + 1), name: name, found: header)
      }
      for subject in subjects {
        let found = name == "unit" ? subject.unit : subject.round
        guard found != wanted else { continue }
        throw .contradiction(
          FilePlace(path, subject.line, column + 1),
          reason: name == "unit"
            ? "the positions are in '\(found)'; amounts of round '\(round)' are in \(unit)"
            : "the positions are of round '\(found)'; the scenario is about '\(round)'")
      }
    }
    let column = header.firstIndex(of: Self.columns[1]) ?? 0
    for (subject, actor) in zip(subjects, actors) where !(actor.low > 0) {
      throw .notPositive(
        FilePlace(path, subject.line, column + 1), column: Self.columns[1], text: numeral(actor.low))
    }
  }
}

extension DataPackage {
  /// The actors of a name.
  ///
  /// - Parameter name: of a file in the package's folder `actors`, whose sources must be those of the package; or a path,
  ///   which has a slash or ends in `.csv`; or `-` for standard input.
  /// - Returns: the table.
  /// - Throws: ``DataError``.
  public func actorTable(_ name: String) throws(DataError) -> ActorTable {
    guard !ActorTable.isPath(name) else { return try ActorTable(name) }
    let known = fileNames(in: "actors", ending: ".csv")
    guard known.contains(name) else {
      throw .unknownActors(name, nearest: nearestName(to: name, among: known), known: known)
    }
    return try ActorTable("\(root)/actors/\(name).csv", sources: try sources().map(\.identifier))
  }
}

extension ActorTable {
  /// Whether a name is that of a file, and not of a table of the package.
  public static func isPath(_ name: String) -> Bool {
    name == "-" || name.contains("/") || name.hasSuffix(".csv")
  }
}
