import Datasets
import Reporting
import Strategy

extension GameReport {
  /// More pairs of a profile and an equilibrium are not gone through for agreements that patience holds up.
  private static let pairLimit = 100_000

  /// The intervals in which a strategy dominates or a profile is an equilibrium.
  func thresholds() throws -> Table {
    var table = Table(columns: ["game", "kind", "parameter", "player", "subject", "range", "from", "to"])
    for parameter in file.parameters.map(\.name) {
      let lines: [[AffineForm]]
      do {
        lines = try file.lines(in: parameter, settings)
      } catch {
        guard case .strategy(let place, .notAffine) = error else { throw error }
        output.note(
          "\(place): this payoff is no straight line in '\(parameter)', so its thresholds are not told")
        continue
      }
      let thresholds = try PayoffThresholds(game, lines: lines)
      table.rows += dominanceRows(thresholds, parameter)
      for index in game.payoffs.indices {
        guard let range = thresholds.equilibrium(at: index) else { continue }
        table.rows.append(
          row("equilibrium", parameter, nil, game.names(ofProfileAt: index).joined(separator: ";"), range))
      }
    }
    for player in game.players.indices {
      for strategy in 0..<game.sizes[player] {
        let thresholds = try PayoffThresholds(game, sidePaymentTo: player, for: strategy)
        table.rows += dominanceRows(thresholds, "payment for it", of: player, strategy)
      }
    }
    table.rows += try agreementRows()
    return table
  }

  private func dominanceRows(_ thresholds: PayoffThresholds, _ parameter: String) -> [[Cell]] {
    game.players.indices.flatMap { player in
      (0..<game.sizes[player]).flatMap { dominanceRows(thresholds, parameter, of: player, $0) }
    }
  }

  private func dominanceRows(
    _ thresholds: PayoffThresholds, _ parameter: String, of player: Int, _ strategy: Int
  ) -> [[Cell]] {
    let subject = game.strategies[player][strategy]
    return [("never-worse", false), ("always-better", true)].compactMap { kind, isStrict in
      thresholds.dominance(player: player, strategy: strategy, isStrict: isStrict).map {
        row(kind, parameter, game.players[player], subject, $0)
      }
    }
  }

  private func agreementRows() throws -> [[Cell]] {
    let punishments = punishments()
    guard game.payoffs.count * max(1, punishments.count) <= Self.pairLimit else {
      output.note("too many profiles and equilibria to tell which the discount factor holds up")
      return []
    }
    return try RepeatedGame(game, punishments: punishments.map(\.payoffs)).agreements.flatMap { agreement in
      game.players.indices.map { player in
        let factor = agreement.discountFactors[player]
        let kept = game.names(ofProfileAt: agreement.profile).joined(separator: ";")
        let punishment = punishments[agreement.punishment].name
        return [
          .text(file.name), .text("cooperation"), .text("discount factor"), .text(game.players[player]),
          .text("\(kept), else \(punishment)"), .text("[\(factor), 1)"), .optional(factor.approximation),
          .number(1),
        ]
      }
    }
  }

  /// The equilibria that can punish: all pure ones, and of two players the mixed ones that give something else.
  private func punishments() -> [(name: String, payoffs: [Rational])] {
    var found = game.pureEquilibria.map { index in
      (name: game.names(ofProfileAt: index).joined(separator: ";"), payoffs: game.payoffs[index])
    }
    guard game.players.count == 2 else {
      output.note(
        "\(game.players.count) players: only equilibria in pure strategies are tried as punishments")
      return found
    }
    do {
      for (number, equilibrium) in try NashEquilibria(game).extreme.enumerated() {
        let payoffs = [equilibrium.payoffs.first, equilibrium.payoffs.second]
        guard !found.contains(where: { $0.payoffs == payoffs }) else { continue }
        found.append((name: "equilibrium \(number + 1)", payoffs: payoffs))
      }
    } catch {
      output.note("\(error); only equilibria in pure strategies are tried as punishments")
    }
    return found
  }

  private func row(
    _ kind: String, _ parameter: String, _ player: String?, _ subject: String, _ range: ParameterRange
  ) -> [Cell] {
    [
      .text(file.name), .text(kind), .text(parameter), player.map { .text($0) } ?? .missing, .text(subject),
      .text(range.description), .optional(range.lower?.approximation), .optional(range.upper?.approximation),
    ]
  }
}
