import ArgumentParser
import Datasets
import Reporting
import Series
import Strategy

/// What `strategy spatial` prints.
enum SpatialTable: String, ExpressibleByArgument, CaseIterable {
  case outcomes
  case rounds
  case election
}

/// `burdenshare strategy spatial`.
struct StrategySpatial: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spatial",
    abstract: "Where actors with positions on a line would meet, by five models and with a sensitivity band.",
    discussion: """
      FILE is a table of actors of the package (japan-2027) or a CSV file with the columns \
      actor,position_low,position,position_high,salience,capability,source_id,note: a range of positions in the units of \
      the issue, salience from 0 to 1, capability on a scale common to all, the sources of the range (or 'assumed'). With \
      round_id and unit beside them 'burdenshare project --actors' takes the table too.

      japan-2027 counts what Japan pays in the first year from FY2027, in 100 million yen. The models: weighted mean and \
      median, Condorcet winner, Bueno de Mesquita's challenge model (offer rules 'program' \
      and 'paper'), and the probabilistic Condorcet election with KTAB's options. Of positions that tie the lowest counts. \
      A challenge run ends when all are in equal danger; rounds that are not played any more are empty. The band: positions are drawn from \
      triangular distributions over their ranges, saliences and capabilities moved by up to --spread per cent.

      TABLES:
        outcomes: actors, model, variant, round, value, draws_mean, q05, q50, q95
        rounds: actors, offer_rule, round, actor, position, risk_exponent, move, other
        election: actors, voting_rule, victory, procedure, position, probability,
          expected_position, q05, q50, q95
          Position and probability at the central inputs; the quantiles are those
          of expected_position.

      WHAT IS KNOWN OF THEIR SKILL: on 177 resolved EU issues (scale 0 to 100) the mean absolute error of the weighted \
      mean is 23.6, of the election's mean 23.8, of the challenge model's mean 25.9 after one round and 25.4 after three, of \
      the weighted median 27.4, of the challenge model's median 30.7 and 28.5; 50 for every issue gives 30.0 \
      (benchmarks/eu-issues). The weighted mean is the one to beat; none is a forecast.

      EXAMPLES:
        burdenshare strategy spatial japan-2027
        burdenshare strategy spatial japan-2027 --table rounds --rounds 3
        burdenshare strategy spatial japan-2027 --table election --procedure all
      """)

  @Argument(
    help: ArgumentHelp(
      "A table of actors of the package, a CSV file, or - for standard input.", valueName: "file"))
  var file: String

  @Option(help: "What is printed: outcomes, rounds or election.")
  var table: SpatialTable = .outcomes

  @Option(parsing: .unconditional, help: "Rounds of the challenge model, from 0 to 100.")
  var rounds = 5

  /// What is drawn unless asked otherwise; `project --actors` draws the same.
  static let (standardDraws, standardSeed, standardSpread) = (400, UInt64(1), 10.0)

  @Option(parsing: .unconditional, help: "Draws of the sensitivity band, from 0 (no band) to 10000.")
  var draws = Self.standardDraws

  @Option(parsing: .unconditional, help: "What the draws depend on.")
  var seed = Self.standardSeed

  @Option(
    parsing: .unconditional,
    help: "By how many per cent saliences and capabilities move, from 0 to below 100.")
  var spread = Self.standardSpread

  @Option(
    parsing: .unconditional,
    help: "The range R of the election's utilities. Default: that of the positions.")
  var range: Double?

  @Option(
    help: "The election's voting rule: Proportional, Cubic, Binary, PropBin, PropCbc, ASymProsp, or all.")
  var votingRule = "Proportional"

  @Option(help: "The election's victory model: Linear, Square, Quartic, Octic, Binary, or all.")
  var victory = "Linear"

  @Option(help: "The election's procedure: Conditional, MarkovUniform, MarkovIncentive, or all.")
  var procedure = "Conditional"

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...100).contains(rounds) else { throw ValidationError("--rounds \(rounds): from 0 to 100") }
    guard (0...SpatialSensitivity.drawLimit).contains(draws) else {
      throw ValidationError("--draws \(draws): from 0 to \(SpatialSensitivity.drawLimit)")
    }
    guard spread >= 0, spread < 100 else { throw ValidationError("--spread \(spread): from 0 to below 100") }
    if let range, !(range > 0 && range < 1e100) {
      throw ValidationError("--range \(range): above 0, below 1e100")
    }
  }

  func run() throws {
    let rules = try ElectionRules(votes: votingRule, victory: victory, procedure: procedure)
    let actors = ActorTable.isPath(file) ? try ActorTable(file) : try data.package().actorTable(file)
    let band =
      draws == 0
      ? nil : try SpatialSensitivity(actors.actors, share: spread / 100, draws: draws, seed: seed)
    let report = SpatialReport(
      name: actors.name, issue: try SpatialIssue(actors.actors.map(\.central)), band: band, draws: draws,
      rounds: rounds, range: range, rules: rules)
    let result = try report.table(table)
    let count = actors.actors.count
    output.note(
      "\(actors.name): \(count == 1 ? "1 actor" : "\(count) actors"); \(actors.assumedRows) ranges rest on a judgement marked 'assumed'; "
        + "saliences and capabilities carry no source")
    if band != nil {
      output.note(
        "the band tells how far the outcome moves with the inputs, not where the issue will be settled")
    }
    for note in SpatialReport.lopsided(result) { output.note(note) }
    output.note(
      "not a forecast: on 177 resolved EU issues the weighted mean misses by 23.6 of 100, the election's mean by 23.8, "
        + "the challenge model's mean by 25.4 to 25.9, the weighted median by 27.4, the challenge model's median by 28.5 "
        + "to 30.7, a constant 50 by 30.0; read the rounds as a story, not as a prediction"
    )
    try TableOutput.write(result, output)
  }
}

/// The combinations of options of an election that are asked for.
struct ElectionRules {
  let votes: [CondorcetElection.VotingRule]
  let victories: [CondorcetElection.VictoryModel]
  let procedures: [CondorcetElection.Procedure]

  /// The combinations of three options, each a name or `all`.
  ///
  /// - Parameters:
  ///   - votes: the voting rule.
  ///   - victory: the victory model.
  ///   - procedure: the procedure.
  /// - Throws: ``CommandFailure`` for a name that is none.
  init(votes: String, victory: String, procedure: String) throws {
    self.votes = try Self.parse(votes, "--voting-rule")
    victories = try Self.parse(victory, "--victory")
    procedures = try Self.parse(procedure, "--procedure")
  }

  private static func parse<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ option: String
  ) throws -> [Choice] {
    if text == "all" { return Array(Choice.allCases) }
    let known = Choice.allCases.map(\.rawValue)
    guard let choice = Choice.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
      let meant = nearestName(to: text, among: known).map { "; did you mean '\($0)'?" }
      throw CommandFailure(
        .usage,
        "\(option): '\(text)' is not known" + (meant ?? "; known: \(known.joined(separator: ", ")), all"))
    }
    return [choice]
  }
}
