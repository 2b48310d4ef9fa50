internal import Negotiation
internal import Series

/// Where the columns of the table of rounds stand.
struct RoundColumns {
  private let index: [String: Int]

  private static let names = [
    "round_id", "ally", "instrument", "measure", "unit", "first_year", "base", "settlement", "term_mean",
    "term_years", "posture", "talks_began", "agreed_on", "predecessor_ends", "in_force_on", "ending",
    "lapse_months", "deadline_missed", "furlough", "uses", "exclusion", "source_id",
  ]

  init(_ reader: borrowing CSVReader) throws(DataError) {
    var index: [String: Int] = [:]
    for name in Self.names { index[name] = try reader.column(name) }
    self.index = index
  }

  /// The place of a column; each of ``names`` has one.
  func callAsFunction(_ name: String) -> Int { index[name] ?? 0 }
}

/// A row of the table of rounds, checked by itself: what it lacks is what other tables say.
struct RoundRow {
  let place: FilePlace
  let identifier: String
  let ally: String
  let instrument: Instrument
  let measure: String
  let unit: Unit
  let firstYear: Int
  let base: Double?
  let settlement: Double?
  let termMean: Double?
  let termYears: Int?
  let posture: Posture
  let talksBegan: PartialDate?
  let agreed: PartialDate?
  let predecessorEnds: PartialDate?
  let inForce: PartialDate?
  let ending: Round.Ending
  let lapseMonths: Int
  let deadlineMissed: Bool?
  let hadFurlough: Bool
  let uses: Set<Round.Use>
  let exclusion: String
  let sources: [String]

  /// The current record.
  ///
  /// - Parameters:
  ///   - reader: the table.
  ///   - column: where its columns stand.
  ///   - allies: the allies that the schema names, or `nil` where it names none.
  ///   - known: the sources of the package.
  /// - Throws: ``DataError`` with the place of the entry.
  init(
    _ reader: borrowing CSVReader, _ column: RoundColumns, allies: [String]?, sources known: Set<String>
  ) throws(DataError) {
    place = reader.place(column("round_id"))
    identifier = try reader.required(column("round_id"))
    ally = try reader.required(column("ally"))
    if let allies, !allies.contains(ally) {
      throw .unknownWord(reader.place(column("ally")), column: "ally", text: ally, known: allies)
    }
    instrument = try reader.word(column("instrument"))
    measure = try reader.required(column("measure"))
    unit = Unit(try reader.required(column("unit")))
    _ = try reader.required(column("first_year"))
    firstYear = try reader.count(column("first_year"), atLeast: 1000) ?? 0
    base = try reader.amount(column("base"))
    settlement = try reader.amount(column("settlement"))
    termMean = try reader.amount(column("term_mean"))
    termYears = try reader.count(column("term_years"), atLeast: 1)
    posture = try reader.word(column("posture"))
    talksBegan = try reader.date(column("talks_began"))
    agreed = try reader.date(column("agreed_on"))
    predecessorEnds = try reader.date(column("predecessor_ends"))
    inForce = try reader.date(column("in_force_on"))
    ending = try reader.word(column("ending"))
    _ = try reader.required(column("lapse_months"))
    lapseMonths = try reader.count(column("lapse_months"), atLeast: 0) ?? 0
    deadlineMissed = try reader.answer(column("deadline_missed"))
    _ = try reader.required(column("furlough"))
    hadFurlough = try reader.answer(column("furlough")) ?? false
    var uses: Set<Round.Use> = []
    for text in try reader.list(column("uses")) {
      let use: Round.Use = try reader.word(text, of: column("uses"))
      guard uses.insert(use).inserted else {
        throw .duplicateRow(reader.place(column("uses")), column: "uses", text: text)
      }
    }
    self.uses = uses
    exclusion = try reader.text(column("exclusion"))
    if exclusion.isEmpty, uses.count < Round.Use.allCases.count {
      throw .emptyIdentifier(reader.place(column("exclusion")), column: "exclusion")
    }
    sources = try reader.sources(column("source_id"), known: known)
    if let fault {
      throw .contradiction(reader.place(column(fault.column)), reason: fault.reason)
    }
  }

  /// What cannot be so in one row, and the column to which it is told.
  private var fault: (column: String, reason: String)? {
    if let agreed, let talksBegan, agreed < talksBegan.earliest {
      return ("agreed_on", "agreed on \(agreed), before talks began (\(talksBegan))")
    }
    if let agreed, let inForce, inForce < agreed.earliest {
      return ("in_force_on", "in force on \(inForce), before it was agreed (\(agreed))")
    }
    if ending == .open, agreed != nil || settlement != nil {
      return ("ending", "a round that is open has neither a settlement nor a date of agreement")
    }
    if let agreed, let predecessorEnds, predecessorEnds < agreed.earliest, lapseMonths == 0 {
      return (
        "lapse_months", "agreed on \(agreed), after the end of the term (\(predecessorEnds)), without a lapse"
      )
    }
    if ending == .lapse, lapseMonths == 0 { return ("lapse_months", "a lapse lasts at least a month") }
    if ending == .inTime, lapseMonths > 0 {
      return ("ending", "in time, and a lapse of \(lapseMonths) months")
    }
    if let deadlineMissed, deadlineMissed != (lapseMonths > 0) {
      return ("deadline_missed", "a deadline is missed where there is a lapse, and nowhere else")
    }
    if hadFurlough, lapseMonths == 0 { return ("furlough", "a furlough without a lapse") }
    if uses.contains(.furlough), lapseMonths == 0 {
      return ("uses", "the fit 'furlough' is of rounds with a lapse")
    }
    if uses.contains(.stopgap), agreed == nil || predecessorEnds == nil {
      return ("uses", "the fit 'stopgap' needs the date of agreement and the end of the term")
    }
    return nil
  }

}
