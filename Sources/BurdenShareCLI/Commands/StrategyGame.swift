import ArgumentParser
import Datasets
import Reporting
import Series
import Strategy

/// What `strategy game` prints.
enum GameTable: String, ExpressibleByArgument, CaseIterable {
  case equilibria
  case dominance
  case bestResponses = "best-responses"
  case pareto
  case qre
  case thresholds
}

/// `burdenshare strategy game`.
struct StrategyGame: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "game",
    abstract: "Solve a game in normal form, exactly.",
    discussion: """
      FILE is a game of the package (japan-korea-dilemma, japan-korea-side-payment, chicken, hold-out, stag-hunt) or a \
      YAML file of your own. Payoffs are numbers, fractions, or expressions of parameters with + - * / and parentheses, \
      computed without rounding, of \(Rational.digitLimit) digits at most. Two players may have 12 strategies each, and \
      often more; payoffs of very many digits take longer. The search ends with an answer or with a refusal, never with \
      a part of the list. Its limit is \(NashEquilibria.defaultSteps / 1_000_000_000) billion steps, counted and not timed \
      so that a game is answered or refused alike everywhere: ten seconds of one processor at most. Columns named _exact \
      hold fractions.

      A FILE:
        title: Who pays
        payoffs_are: cardinal
        parameters: {payment: 3/2}
        players:
          - {name: host, strategies: [concede, hold]}
          - {name: guarantor, strategies: [concede, hold]}
        payoffs:
          concede: {concede: [3, 3], hold: [1 + payment, 4]}
          hold: {concede: [4, 1], hold: [0, 0]}
        'payoffs_are' says what the numbers mean: ordinal is an order only,
        cardinal amounts whose differences count. 'parameters' and 'note' may be
        left out. Under 'payoffs' stand the first player's strategies, under each
        the second's, and so on; a list holds a payoff for each player.

      TABLES:
        equilibria: game, equilibrium, subsets, component, player, strategy,
          probability, probability_exact, payoff, payoff_exact
          All extreme Nash equilibria, a row for each strategy played. Equilibria
          with a number of 'subsets' in common can be mixed with each other
          (degenerate games). Of three players and more: the pure ones.
        dominance: game, kind, round, player, strategy, dominated_by
          strict, weak: by a pure strategy. mixture: strictly, by a mixture and no
          pure strategy. iterated-strict by rounds, dominated_by empty where it
          takes a mixture; iterated-weak by pure strategies alone.
        best-responses: game, player, others, best_responses, payoff, payoff_exact
        pareto: game, profile, efficient, equilibrium, player, payoff, payoff_exact
        qre: game, precision, player, strategy, probability
          The logit response at --precision along the branch that begins at equal
          probabilities.
        thresholds: game, kind, parameter, player, subject, range, from, to
          never-worse, always-better: the values of a parameter of the file, or of
          a payment for it (to whoever plays the strategy), at which a strategy is
          never worse or always better than the player's others. equilibrium: at
          which a profile is one. cooperation: the discount factors at which
          reversion to an equilibrium (of two players, a mixed one too: by its
          number in the table equilibria) holds up a profile that is better for
          someone and worse for no one.

      EXAMPLES:
        burdenshare strategy game japan-korea-dilemma
        burdenshare strategy game japan-korea-side-payment --set side_payment=1
        burdenshare strategy game japan-korea-dilemma --table thresholds
      """)

  @Argument(
    help: ArgumentHelp("A game of the package, a YAML file, or - for standard input.", valueName: "file"))
  var file: String

  @Option(help: "What is printed: equilibria, dominance, best-responses, pareto, qre or thresholds.")
  var table: GameTable = .equilibria

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Another value of a parameter; may be repeated.", valueName: "name=value"))
  var settings: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("For qre: the precisions, ascending, separated by commas.", valueName: "numbers"))
  var precision: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard precision == nil || table == .qre else {
      throw ValidationError("--precision goes with --table qre")
    }
  }

  func run() throws {
    // A file of one's own needs no package.
    let source = GameFile.isPath(file) ? try GameFile(file) : try data.package().gameFile(file)
    let settings = try self.settings(for: source)
    let report = GameReport(file: source, game: try source.game(settings), settings: settings, output: output)
    let precisions = try self.precisions()
    tell(source)
    switch table {
    case .equilibria: try TableOutput.write(try report.equilibria(), output)
    case .dominance: try TableOutput.write(report.dominance(), output)
    case .bestResponses: try TableOutput.write(report.bestResponses(), output)
    case .pareto: try TableOutput.write(report.pareto(), output)
    case .qre:
      do {
        try TableOutput.write(try report.quantalResponse(precisions), output)
      } catch StrategyError.notRepresentable(.precision) where precision != nil {
        throw CommandFailure(
          .usage, "--precision: times these payoffs a number is too large", hint: "give smaller ones")
      }
    case .thresholds: try TableOutput.write(try report.thresholds(), output)
    }
  }

  private func tell(_ source: GameFile) {
    output.note("\(source.name): \(source.title)")
    if let note = source.note { output.note("\(source.name): \(note)") }
    switch (source.scale, table) {
    case (.cardinal, _): break
    case (.ordinal, .dominance), (.ordinal, .bestResponses), (.ordinal, .pareto):
      output.note(
        "the payoffs are an order of preference; this table needs no more than the order, but for rows of kind mixture"
      )
    case (.ordinal, _):
      output.note(
        "the payoffs are an order of preference, so read this as structure: which profiles are stable, and in which "
          + "direction something pushes. Probabilities, mixed payoffs, amounts and which equilibrium is risk dominant "
          + "depend on the numbers chosen for ranks; none is a probability of what happens")
    }
  }

  private func settings(for source: GameFile) throws -> [String: Rational] {
    var values: [String: Rational] = [:]
    for setting in settings {
      guard let sign = setting.firstIndex(of: "=") else {
        throw CommandFailure(.usage, "--set \(setting): expected name=value")
      }
      let (name, text) = (String(setting[..<sign]), String(setting[setting.index(after: sign)...]))
      let known = source.parameters.map(\.name)
      guard known.contains(name) else {
        let meant = nearestName(to: name, among: known).map { "; did you mean '\($0)'?" }
        let all = known.isEmpty ? "; it has none" : "; it has \(known.joined(separator: ", "))"
        throw CommandFailure(.usage, "--set: '\(source.name)' has no parameter '\(name)'" + (meant ?? all))
      }
      guard values[name] == nil else { throw CommandFailure(.usage, "--set gives '\(name)' twice") }
      do {
        values[name] = try Rational(text: text)
      } catch {
        throw CommandFailure(.usage, "--set \(name): \(error.description)")
      }
    }
    return values
  }

  private func precisions() throws -> [Double] {
    guard let precision else { return [0, 0.1, 0.25, 0.5, 1, 2, 5, 10] }
    let values = try precision.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let value = Double(part), value.isFinite, value >= 0 else {
        throw CommandFailure(.usage, "--precision: '\(part)' is not a number from 0 on")
      }
      return value
    }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw CommandFailure(.usage, "--precision \(precision): the numbers must ascend")
    }
    return values
  }
}
