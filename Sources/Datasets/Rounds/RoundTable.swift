public import Negotiation
internal import Series

extension DataPackage {
  /// The record of negotiation rounds with their asks and offers, read from `rounds` and `positions`.
  ///
  /// Nothing is guessed: an entry that is unknown, or that contradicts another one, is refused with its place. A
  /// position without an amount in the unit of its round stays on record (``reportedPositions()``) and is no part
  /// of the evidence.
  ///
  /// - Returns: the record, the earliest first year first.
  /// - Throws: ``DataError``.
  public func evidence() throws(DataError) -> Evidence {
    let rows = try roundRows()
    let positions = try reportedPositions(of: rows)
    var rounds: [Round] = []
    for row in rows {
      var own: [Position] = []
      for reported in positions where reported.round == row.identifier {
        if let position = try reported.position() { own.append(position) }
      }
      rounds.append(try row.round(own))
    }
    do {
      return try Evidence(rounds)
    } catch {
      throw .badDescriptor(try path(ofResource: "rounds"), reason: error.description)
    }
  }

  /// Every ask and offer on record, also those without an amount.
  ///
  /// - Returns: in the order of the table.
  /// - Throws: ``DataError``.
  public func reportedPositions() throws(DataError) -> [ReportedPosition] {
    try reportedPositions(of: try roundRows())
  }

  private func reportedPositions(of rows: [RoundRow]) throws(DataError) -> [ReportedPosition] {
    try ReportedPosition.read(
      try path(ofResource: "positions"),
      rounds: Dictionary(rows.map { ($0.identifier, $0.agreed) }, uniquingKeysWith: { first, _ in first }),
      sources: try sourceNames())
  }

  private func roundRows() throws(DataError) -> [RoundRow] {
    var reader = try CSVReader.open(try path(ofResource: "rounds"))
    let columns = try RoundColumns(reader)
    let sources = try sourceNames()
    let allies = descriptor.resources.first { $0.name == "rounds" }?.fields.first { $0.name == "ally" }?
      .allowed
    var rows: [RoundRow] = []
    var names: Set<String> = []
    while try reader.next() {
      let row = try RoundRow(reader, columns, allies: allies, sources: sources)
      guard names.insert(row.identifier).inserted else {
        throw .duplicateRow(row.place, column: "round_id", text: row.identifier)
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { throw .headerOnly(reader.firstRow) }
    return rows
  }

  private func sourceNames() throws(DataError) -> Set<String> { Set(try sources().map(\.identifier)) }
}

extension RoundRow {
  /// The round with its positions.
  fileprivate func round(_ positions: [Position]) throws(DataError) -> Round {
    if uses.contains(.passThrough) {
      guard let base, settlement != nil, positions.contains(where: { $0.side == .ask && $0.amount != base })
      else {
        throw .contradiction(
          place,
          reason: "the fit 'pass-through' needs base, settlement and an ask that differs from the base")
      }
    }
    do {
      return try Round(
        identifier: identifier, ally: ally, instrument: instrument, measure: measure, unit: unit,
        firstYear: firstYear, base: base, settlement: settlement, termMean: termMean, termYears: termYears,
        positions: positions, posture: posture, talksBegan: talksBegan, agreed: agreed,
        predecessorEnds: predecessorEnds, inForce: inForce, ending: ending, lapseMonths: lapseMonths,
        hadFurlough: hadFurlough, uses: uses, exclusion: exclusion, sources: sources)
    } catch {
      throw .contradiction(place, reason: error.description)
    }
  }
}
