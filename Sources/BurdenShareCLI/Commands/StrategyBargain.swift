import ArgumentParser
import Datasets
import Reporting
import Strategy

/// What `strategy bargain` prints.
enum BargainTable: String, ExpressibleByArgument, CaseIterable {
  case solutions
  case zone
}

/// `burdenshare strategy bargain`.
struct StrategyBargain: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bargain",
    abstract: "Divide what two can gain by agreeing: Nash, Kalai-Smorodinsky, egalitarian, Rubinstein.",
    discussion: """
      FILE is a bargain of the package (japan-2027) or a YAML file with a title, two players and at least one of these \
      groups of keys. Numbers may be fractions (9/10) and are computed without rounding, but for prices.

        surplus: {total, disagreement: [a, b], weight}
          What one can pay to the other; weight is the first player's, 1/2 if absent.
        outcomes: {payoffs: [[a, b], ...], disagreement: [a, b]}
          Outcomes and every lottery between them.
        offers: {discount: [a, b], outside_options, rounds, breakdown,
                 breakdown_probability, discount_rates}
          Offers by turns over a pie of 1. outside_options: [a, b] shares. rounds:
          [1, 10], up to 20 games with a last offer. breakdown: [a, b], what is left
          after the last rejection or a breakdown; breakdown_probability: after each
          rejection. discount_rates: [a, b], for offers without a pause.
        payment: {values: [a, b], disagreement: [a, b], weight}
          The first player pays, the second takes, and weight is the second's.
        prices: {means: [a, b], standard_deviations: [a, b], correlation}
          The most that the first pays and the least that the second takes, normal.

      TABLES:
        solutions: bargain, group, solution, proposer, player, payoff, payoff_exact
          Payoffs in the units of the file, of offers as shares of 1; empty where no
          agreement is better than none for both.
        zone: bargain, group, quantity, unit, value, value_exact
          payment: payer_reservation_price, taker_reservation_price, nash_payment
          (empty without a zone). prices: probability_of_zone, and given that there
          is one its expected_surplus (width) and expected_midpoint.

      EXAMPLES:
        burdenshare strategy bargain japan-2027
        burdenshare strategy bargain japan-2027 --table zone
        burdenshare strategy bargain japan-2027 --table zone --format json
      """)

  @Argument(
    help: ArgumentHelp("A bargain of the package, a YAML file, or - for standard input.", valueName: "file"))
  var file: String

  @Option(help: "What is printed: solutions or zone.")
  var table: BargainTable = .solutions

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let source = GameFile.isPath(file) ? try BargainFile(file) : try data.package().bargainFile(file)
    output.note("\(source.name): \(source.title)")
    if let note = source.note { output.note("\(source.name): \(note)") }
    let report = BargainReport(file: source)
    let result = table == .solutions ? report.solutions() : try report.zone()
    if result.rows.isEmpty {
      let groups = table == .solutions ? "surplus, outcomes or offers" : "payment or prices"
      output.note(
        "the file has no \(groups); --table \(table == .solutions ? "zone" : "solutions") has the rest")
    }
    if table == .solutions, let surplus = source.surplus, !surplus.isAgreementPossible {
      output.note(
        "surplus: no agreement is better than none for both: without one they have "
          + "\(surplus.disagreement.first + surplus.disagreement.second) together, and the total is \(surplus.total)"
      )
    }
    output.note(
      "a solution says how reasonable or patient players would divide what they gain; it is no forecast of what they do"
    )
    try TableOutput.write(result, output)
  }
}
