import ArgumentParser
import Datasets
import Negotiation
import Reporting
import Series

/// `burdenshare data rounds`.
struct DataRounds: TableCommand {
  /// Which table is printed.
  enum Rows: String, ExpressibleByArgument, CaseIterable {
    case rounds, positions
  }

  static let configuration = CommandConfiguration(
    commandName: "rounds",
    abstract: "Print the negotiation rounds: what was asked, offered and settled, and which fits they enter.",
    discussion: """
      A round is one bargain about what an ally pays. Its step is the settlement of the first year over the base, the \
      amount of the year before. ask and offer are the latest that were public, in the unit of the round. uses names \
      the fits that the round enters, exclusion why it does not enter the others. --table positions prints every ask \
      and offer with the day from which it was public, also those that have no amount in the unit of their round.

      With --as-of only what was public on that day is printed: a round that was not agreed has no settlement and is \
      open; one that nobody had spoken of is left out, and so is a source that was published later or at a time that is \
      not known.

      EXAMPLES:
        burdenshare data rounds
        burdenshare data rounds KOR-SMA-10 KOR-SMA-11 --as-of 2020-12-31
        burdenshare data rounds JP-SMA-2022 --table positions
      """)

  @Argument(help: ArgumentHelp("Only these rounds, in this order.", valueName: "round"))
  var rounds: [String] = []

  @Option(name: .customLong("table"), help: "What a row is.")
  var rows: Rows = .rounds

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Only what was public by this date: 2020, 2020-12 or 2020-12-15.", valueName: "date"))
  var date: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let package = try data.package()
    let date = try date.map { try PartialDate($0) }
    let evidence = try package.evidence()
    let wanted = try rounds.isEmpty ? evidence.rounds : rounds.map { try evidence.round($0) }
    let known: [Round]
    if let date {
      known = try wanted.compactMap { try $0.known(on: date) }
    } else {
      known = wanted
    }
    guard !known.isEmpty else {
      throw CommandFailure(
        .badData, "no round of these had a dated fact by \(date?.description ?? "that day")")
    }
    let read = try date.map { try Self.published(by: $0, package) }
    switch rows {
    case .rounds: try TableOutput.write(RoundsTable.rounds(known, read: read), output)
    case .positions:
      let reported = try package.reportedPositions().filter { position in
        date.map { position.knownOn <= $0 } ?? true
      }
      let own = known.flatMap { round in reported.filter { $0.round == round.identifier } }
      try TableOutput.write(RoundsTable.positions(own, read: read), output)
    }
  }

  /// The sources that were published by a date, as far as their own dates tell.
  private static func published(by date: PartialDate, _ package: DataPackage) throws -> Set<String> {
    let dated = try package.sources().filter { source in
      source.published.map { $0 <= date } ?? false
    }
    return Set(dated.map(\.identifier))
  }
}

/// The tables of `data rounds`.
enum RoundsTable {
  /// A row for each round.
  ///
  /// - Parameters:
  ///   - rounds: in the order of the table.
  ///   - read: the sources that may be named, or `nil` for all.
  /// - Returns: the table.
  static func rounds(_ rounds: [Round], read: Set<String>? = nil) -> Table {
    var table = Table(columns: [
      "round_id", "ally", "instrument", "measure", "unit", "first_year", "base", "ask", "offer", "settlement",
      "step_percent", "posture", "talks_began", "agreed_on", "predecessor_ends", "ending", "uses",
      "exclusion",
      "source_id",
    ])
    for round in rounds {
      let ask = round.positions.last { $0.side == .ask }
      let offer = round.positions.last { $0.side == .offer }
      var step: Double?
      if let base = round.base, let settlement = round.settlement { step = 100 * (settlement / base - 1) }
      let uses = Round.Use.allCases.filter(round.uses.contains).map(\.rawValue)
      table.rows.append([
        .text(round.identifier), .text(round.ally), .text(round.instrument.rawValue), .text(round.measure),
        .text(round.unit.symbol), .integer(round.firstYear), .optional(round.base),
        .optional(ask?.amount), .optional(offer?.amount), .optional(round.settlement), .optional(step),
        .text(round.posture.rawValue), text(round.talksBegan), text(round.agreed),
        text(round.predecessorEnds),
        .text(round.ending.rawValue), text(uses), text(round.exclusion), text(round.sources, read),
      ])
    }
    return table
  }

  /// A row for each ask and offer.
  ///
  /// - Parameters:
  ///   - positions: in the order of the table.
  ///   - read: the sources that may be named, or `nil` for all.
  /// - Returns: the table.
  static func positions(_ positions: [ReportedPosition], read: Set<String>? = nil) -> Table {
    var table = Table(columns: [
      "round_id", "side", "value", "unit", "amount", "conversion", "known_on", "source_id", "note",
    ])
    for position in positions {
      table.rows.append([
        .text(position.round), .text(position.side.rawValue), .optional(position.value), text(position.unit),
        .optional(position.amount), .text(position.conversion), .text(position.knownOn.description),
        text(position.sources, read), text(position.note),
      ])
    }
    return table
  }

  private static func text(_ date: PartialDate?) -> Cell { date.map { .text($0.description) } ?? .missing }
  private static func text(_ sources: [String], _ read: Set<String>?) -> Cell {
    text(read.map { read in sources.filter(read.contains) } ?? sources)
  }
  private static func text(_ parts: [String]) -> Cell { text(parts.joined(separator: ";")) }
  private static func text(_ text: String) -> Cell { text.isEmpty ? .missing : .text(text) }
}
