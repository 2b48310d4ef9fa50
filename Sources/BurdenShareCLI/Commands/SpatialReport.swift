import Reporting
import Strategy

/// The tables of `strategy spatial`.
struct SpatialReport {
  let name: String
  let issue: SpatialIssue
  let band: SpatialSensitivity?
  let draws: Int
  let rounds: Int
  let range: Double?
  let rules: ElectionRules

  /// About a minute of sums; more work than that is refused before it begins.
  private static let workLimit = 20_000_000_000.0

  func table(_ table: SpatialTable) throws -> Table {
    if let range, range < issue.range {
      throw CommandFailure(
        .usage,
        "--range \(NumberText.string(range)): the positions lie \(NumberText.string(issue.range)) apart")
    }
    return switch table {
    case .outcomes: try outcomes()
    case .rounds: try challengeRounds()
    case .election: try election()
    }
  }

  private func requireWork(_ steps: Double) throws {
    guard steps <= Self.workLimit else {
      throw CommandFailure(
        .badData, "\(issue.actors.count) actors and \(draws) draws are too much work for one run",
        hint: "use fewer --draws, --rounds or combinations of the election's options")
    }
  }

  private func bandCells(_ band: SpatialSensitivity.Band?) -> [Cell] {
    guard let band else { return [.missing, .missing, .missing, .missing] }
    return [.number(band.mean), .number(band.lower), .number(band.median), .number(band.upper)]
  }

  // MARK: Outcomes

  private struct Outcome {
    let model: String
    var variant = ""
    var round: Int?
    let value: Double
    /// Whether the run had ended before this round.
    var isOver = false
  }

  private func outcomes() throws -> Table {
    let size = Double(issue.actors.count)
    try requireWork(Double(draws + 1) * Double(2 * rounds + 1) * 2 * size * size * size)
    let central = try outcomes(of: issue)
    let bands = try band?.bands { issue throws(StrategyError) in try outcomes(of: issue).map(\.value) }
    var table = Table(columns: [
      "actors", "model", "variant", "round", "value", "draws_mean", "q05", "q50", "q95",
    ])
    for (place, outcome) in central.enumerated() {
      table.rows.append(
        [.text(name), .text(outcome.model), outcome.variant.isEmpty ? .missing : .text(outcome.variant)]
          + [
            outcome.round.map { .integer($0) } ?? .missing,
            outcome.isOver ? .missing : .number(outcome.value),
          ]
          + bandCells(outcome.isOver ? nil : bands?[place]))
    }
    return table
  }

  /// Models whose outcome lies in the outermost tenth of its band, told once each.
  ///
  /// - Parameter table: that of the outcomes; others have no such rows.
  /// - Returns: notes.
  static func lopsided(_ table: Table) -> [String] {
    guard let start = table.columns.firstIndex(of: "draws_mean") else { return [] }
    var models: [String] = []
    for row in table.rows {
      guard case .text(let model) = row[1], case .number(let value) = row[start - 1],
        case .number(let low) = row[start + 1], case .number(let high) = row[start + 3], high > low,
        !models.contains(model), ((value - low) / (high - low) - 0.5).magnitude > 0.4
      else { continue }
      models.append(model)
    }
    guard !models.isEmpty else { return [] }
    return [
      "\(models.joined(separator: ", ")): the value, with every actor at its mode, lies at the edge of its band, because "
        + "positions may be much farther to one side than to the other; q50 is the middle of what they may be"
    ]
  }

  private func outcomes(of issue: SpatialIssue) throws(StrategyError) -> [Outcome] {
    var found = [
      Outcome(model: "weighted-mean", value: issue.weightedMean),
      Outcome(model: "weighted-median", value: issue.weightedMedian),
      Outcome(model: "condorcet-winner", value: issue.condorcetWinner),
    ]
    // A drawn issue may lie farther apart than the central one, for which the range was given.
    let width = range.map { max($0, issue.range) }
    for votes in rules.votes {
      for victory in rules.victories {
        for procedure in rules.procedures {
          let election = try CondorcetElection(
            issue, range: width, votes: votes, victory: victory, procedure: procedure)
          found.append(
            Outcome(
              model: "election-mean", variant: "\(votes.rawValue) \(victory.rawValue) \(procedure.rawValue)",
              value: election.expectedPosition))
        }
      }
    }
    guard rounds > 0 else { return found }
    for rule in ExpectedUtilityModel.OfferRule.allCases {
      let model = try ExpectedUtilityModel(issue, rounds: rounds, offers: rule)
      for round in 1...rounds {
        // A run that has ended stays where it is, which counts in the band of those that go on.
        let isOver = round >= model.rounds.count
        let state = model.rounds[min(round, model.rounds.count - 1)]
        found.append(
          Outcome(
            model: "challenge-median", variant: rule.rawValue, round: round, value: state.median,
            isOver: isOver))
        found.append(
          Outcome(
            model: "challenge-mean", variant: rule.rawValue, round: round, value: state.mean, isOver: isOver))
      }
    }
    return found
  }

  // MARK: Rounds

  private func challengeRounds() throws -> Table {
    var table = Table(columns: [
      "actors", "offer_rule", "round", "actor", "position", "risk_exponent", "move", "other",
    ])
    for rule in ExpectedUtilityModel.OfferRule.allCases {
      let model = try ExpectedUtilityModel(issue, rounds: rounds, offers: rule)
      for (number, round) in model.rounds.enumerated() {
        for (place, actor) in issue.actors.enumerated() {
          let move = round.moves.first { $0.actor == place }
          table.rows.append([
            .text(name), .text(rule.rawValue), .integer(number), .text(actor.name),
            .number(round.positions[place]),
            round.riskExponents.isEmpty ? .missing : .number(round.riskExponents[place]),
            move.map { .text($0.kind.rawValue) } ?? .missing,
            move.map { .text(issue.actors[$0.other].name) } ?? .missing,
          ])
        }
      }
    }
    return table
  }

  // MARK: Election

  private func election() throws -> Table {
    let combinations = rules.votes.count * rules.victories.count * rules.procedures.count
    let size = Double(issue.actors.count)
    try requireWork(Double(draws + 1) * Double(combinations) * size * size * max(200, size))
    var table = Table(columns: [
      "actors", "voting_rule", "victory", "procedure", "position", "probability", "expected_position", "q05",
      "q50", "q95",
    ])
    for votes in rules.votes {
      for victory in rules.victories {
        for procedure in rules.procedures {
          let election = try CondorcetElection(
            issue, range: range, votes: votes, victory: victory, procedure: procedure)
          let bands = try band?.bands { drawn throws(StrategyError) in
            let width = range.map { max($0, drawn.range) }
            let election = try CondorcetElection(
              drawn, range: width, votes: votes, victory: victory, procedure: procedure)
            return [election.expectedPosition]
          }
          let band = bandCells(bands?.first).dropFirst()
          for (position, probability) in zip(election.positions, election.probabilities) {
            table.rows.append(
              [.text(name), .text(votes.rawValue), .text(victory.rawValue), .text(procedure.rawValue)]
                + [.number(position), .number(probability), .number(election.expectedPosition)] + band)
          }
        }
      }
    }
    return table
  }
}
