import Datasets
import Reporting
import Strategy

/// The tables of `strategy game`.
struct GameReport {
  let file: GameFile
  let game: NormalFormGame
  let settings: [String: Rational]
  let output: OutputOptions

  private var name: Cell { .text(file.name) }

  /// Decimal and exact form of a number.
  private func cells(_ value: Rational) -> [Cell] {
    [.optional(value.approximation), .text(value.description)]
  }

  private func profile(_ index: Int) -> String { game.names(ofProfileAt: index).joined(separator: ";") }

  static let equilibriumColumns = [
    "game", "equilibrium", "subsets", "component", "player", "strategy", "probability", "probability_exact",
    "payoff", "payoff_exact",
  ]

  func equilibria() throws -> Table {
    var table = Table(columns: Self.equilibriumColumns)
    guard game.players.count == 2 else {
      output.note("\(game.players.count) players: only the equilibria in pure strategies are listed")
      for (number, index) in game.pureEquilibria.enumerated() {
        for (player, strategy) in game.profile(at: index).enumerated() {
          table.rows.append(
            [name, .integer(number + 1), .missing, .missing, .text(game.players[player])]
              + [.text(game.strategies[player][strategy])] + cells(.one) + cells(game.payoffs[index][player]))
        }
      }
      if table.rows.isEmpty { output.note("there is no equilibrium in pure strategies") }
      return table
    }
    let found = try NashEquilibria(game)
    for (number, equilibrium) in found.extreme.enumerated() {
      let memberships = found.memberships[number]
      let component = memberships.first.map { Cell.integer(found.subsets[$0].component) } ?? .missing
      let subsets = memberships.map { "\($0 + 1)" }.joined(separator: ";")
      let payoffs = [equilibrium.payoffs.first, equilibrium.payoffs.second]
      for (player, mixture) in [equilibrium.row, equilibrium.column].enumerated() {
        for (strategy, probability) in mixture.enumerated() where !probability.isZero {
          table.rows.append(
            [name, .integer(number + 1), .text(subsets), component, .text(game.players[player])]
              + [.text(game.strategies[player][strategy])] + cells(probability) + cells(payoffs[player]))
        }
      }
    }
    if found.areInfinitelyMany {
      output.note(
        "the game is degenerate: equilibria of one number in 'subsets' can be mixed with each other, so there are "
          + "infinitely many; those listed are the corners")
    }
    // An order of preference has no losses to compare.
    if file.scale == .cardinal, let risk = RiskDominance(game) {
      let products = zip(risk.profiles, risk.products).map { "\(profile($0)) \($1)" }.joined(separator: ", ")
      let dominant = risk.dominant.map { "\(profile($0)) is risk dominant" } ?? "neither is risk dominant"
      output.note("\(dominant) (products of the losses from leaving: \(products))")
    }
    return table
  }

  func dominance() -> Table {
    var table = Table(columns: ["game", "kind", "round", "player", "strategy", "dominated_by"])
    func append(_ kind: String, _ round: Cell, _ dominance: Dominance) {
      let strategies = game.strategies[dominance.player]
      table.rows.append([
        name, .text(kind), round, .text(game.players[dominance.player]),
        .text(strategies[dominance.dominated]),
        dominance.dominating.map { .text(strategies[$0]) } ?? .missing,
      ])
    }
    for dominance in game.dominances { append(dominance.kind.rawValue, .missing, dominance) }
    var strict = (found: game.iteratedDominance(.strict), by: "pure strategies alone")
    do {
      for dominance in try game.mixtureDominances() { append("mixture", .missing, dominance) }
      strict = (try game.iteratedDominanceByMixtures(), "pure strategies and mixtures")
    } catch {
      output.note("\(error); strict dominance is told by pure strategies alone")
    }
    let iterated = [
      ("strict", strict.found, strict.by), ("weak", game.iteratedDominance(.weak), "pure strategies alone"),
    ]
    for (kind, found, by) in iterated {
      for step in found.steps { append("iterated-\(kind)", .integer(step.round), step.dominance) }
      let left = found.surviving.indices.map { player in
        "\(game.players[player]): "
          + found.surviving[player].map { game.strategies[player][$0] }.joined(separator: ", ")
      }
      output.note("left after iterated \(kind) dominance by \(by): " + left.joined(separator: "; "))
    }
    return table
  }

  func bestResponses() -> Table {
    var table = Table(columns: ["game", "player", "others", "best_responses", "payoff", "payoff_exact"])
    for response in game.bestResponses {
      let others = response.others.enumerated().compactMap { player, strategy in
        strategy.map { "\(game.players[player])=\(game.strategies[player][$0])" }
      }
      let best = response.strategies.map { game.strategies[response.player][$0] }
      table.rows.append(
        [name, .text(game.players[response.player]), .text(others.joined(separator: ";"))]
          + [.text(best.joined(separator: ";"))] + cells(response.payoff))
    }
    return table
  }

  func pareto() -> Table {
    var table = Table(columns: [
      "game", "profile", "efficient", "equilibrium", "player", "payoff", "payoff_exact",
    ])
    let (efficient, equilibria) = (Set(game.paretoEfficientProfiles), Set(game.pureEquilibria))
    for index in game.payoffs.indices {
      for (player, payoff) in game.payoffs[index].enumerated() {
        table.rows.append(
          [name, .text(profile(index)), .text(efficient.contains(index) ? "yes" : "no")]
            + [.text(equilibria.contains(index) ? "yes" : "no"), .text(game.players[player])] + cells(payoff))
      }
    }
    return table
  }

  func quantalResponse(_ precisions: [Double]) throws -> Table {
    var table = Table(columns: ["game", "precision", "player", "strategy", "probability"])
    for response in try LogitResponse.principalBranch(game, at: precisions) {
      for (player, probabilities) in response.probabilities.enumerated() {
        for (strategy, probability) in probabilities.enumerated() {
          table.rows.append([
            name, .number(response.precision), .text(game.players[player]),
            .text(game.strategies[player][strategy]), .number(probability),
          ])
        }
      }
    }
    return table
  }
}
