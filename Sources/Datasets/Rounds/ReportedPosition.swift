public import Negotiation
public import Series

/// An ask or an offer as it stands on record, also where it cannot be put into the unit of its round.
public struct ReportedPosition: Sendable, Equatable {
  /// The round.
  public let round: String
  /// Whose it is.
  public let side: Position.Side
  /// The figure as it was reported, or `nil` where only words were.
  public let value: Double?
  /// The unit of ``value``; `percent` is a change on the base of the round.
  public let unit: String
  /// The amount in the unit of the round, or `nil` where the report cannot be put so.
  public let amount: Double?
  /// How the amount follows from the value, or why there is none.
  public let conversion: String
  /// From when on it was public.
  public let knownOn: PartialDate
  /// Where it was read.
  public let sources: [String]
  /// What was said.
  public let note: String
  /// Where it stands in its table.
  let place: FilePlace
}

extension ReportedPosition {
  private static let columns = [
    "round_id", "side", "value", "unit", "amount", "conversion", "known_on", "source_id", "note",
  ]

  /// Reads the table of positions.
  ///
  /// - Parameters:
  ///   - path: the table.
  ///   - rounds: what is agreed when, by the names of rounds: a position is not dated after the agreement.
  ///   - known: the sources of the package.
  /// - Returns: the positions in the order of the table.
  /// - Throws: ``DataError`` with the place of the entry.
  static func read(_ path: String, rounds: [String: PartialDate?], sources known: Set<String>)
    throws(DataError) -> [ReportedPosition]
  {
    var reader = try CSVReader.open(path)
    var index: [Int] = []
    for name in columns { index.append(try reader.column(name)) }
    var positions: [ReportedPosition] = []
    while try reader.next() {
      let position = try ReportedPosition(reader, index, sources: known)
      guard let agreed = rounds[position.round] else {
        throw .unknownReference(
          position.place, column: "round_id", text: position.round, table: "rounds.csv",
          nearest: nearestName(to: position.round, among: rounds.keys.sorted()))
      }
      if let agreed, agreed < position.knownOn.earliest {
        throw .contradiction(
          reader.place(index[6]),
          reason: "known on \(position.knownOn), after round '\(position.round)' was agreed (\(agreed))")
      }
      if let first = positions.first(where: { $0.isSame(as: position) }) {
        throw .contradiction(position.place, reason: "the same position stands on line \(first.place.line)")
      }
      positions.append(position)
    }
    return positions
  }

  private init(_ reader: borrowing CSVReader, _ index: [Int], sources known: Set<String>) throws(DataError) {
    place = reader.place(index[0])
    round = try reader.required(index[0])
    side = try reader.word(index[1])
    value = try reader.number(index[2])
    unit = try reader.text(index[3])
    if value != nil { _ = try reader.required(index[3]) }
    amount = try reader.amount(index[4])
    conversion = try reader.required(index[5])
    _ = try reader.required(index[6])
    guard let date = try reader.date(index[6]) else {
      throw .emptyIdentifier(reader.place(index[6]), column: "known_on")
    }
    knownOn = date
    sources = try reader.sources(index[7], known: known)
    note = try reader.text(index[8])
  }

  /// Whether two rows say the same: one of them is a slip.
  private func isSame(as other: ReportedPosition) -> Bool {
    (round, side, value, unit) == (other.round, other.side, other.value, other.unit)
      && knownOn == other.knownOn && note == other.note
  }

  /// The position as a fit sees it, or `nil` without an amount.
  func position() throws(DataError) -> Position? {
    guard let amount else { return nil }
    do {
      return try Position(side: side, amount: amount, knownOn: knownOn, sources: sources, note: note)
    } catch {
      throw .contradiction(place, reason: error.description)
    }
  }
}
