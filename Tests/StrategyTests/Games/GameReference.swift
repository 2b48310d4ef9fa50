import Strategy
import Testing

/// One case of `normal_form_games.json`.
struct GameReference: Decodable {
  struct Pure: Decodable { let profile: [String], payoffs: [Rational] }
  struct Extreme: Decodable { let row, column, payoffs: [Rational] }
  struct Subset: Decodable { let row_vertices, column_vertices: [[Rational]] }
  struct Survivors: Decodable {
    let surviving_rows, surviving_columns: [String]
    let steps: Int
  }
  struct Response: Decodable {
    let lam: Double
    let row, column: [Double]
  }
  struct Entry: Decodable {
    let profile: [String]
    let payoffs: [Rational]
  }
  struct Product: Decodable {
    let profile: [String]
    let product: Rational
  }
  struct Risk: Decodable {
    let deviation_loss_products: [Product]
    let risk_dominant: [String]?
  }

  let id: String
  let players: [String]
  let row_strategies, column_strategies: [String]?
  let payoffs_row, payoffs_column: [[Rational]]?
  let strategies: [[String]]?
  let payoff_table: [Entry]?
  let degenerate: Bool?
  let pure_equilibria: [Pure]
  let extreme_equilibria: [Extreme]?
  let maximal_nash_subsets: [Subset]?
  let iterated_strict_dominance_by_pure: Survivors?
  let pareto_efficient_pure_profiles: [[String]]?
  let pure_maximin: [Rational]?
  let logit_qre_principal_branch: [Response]?
  let risk_dominance: Risk?
  let zero_sum_value_to_row: Rational?

  func game() throws -> NormalFormGame {
    if let payoff_table, let strategies {
      return try NormalFormGame(
        players: players, strategies: strategies, payoffs: payoff_table.map(\.payoffs))
    }
    return try NormalFormGame(
      players: players, strategies: [#require(row_strategies), #require(column_strategies)],
      row: #require(payoffs_row), column: #require(payoffs_column))
  }

  /// All cases, or those of two players.
  static func cases(ofTwo: Bool = true) throws -> [GameReference] {
    let all = try References.cases("normal_form_games", of: GameReference.self)
    try #require(all.count == 18)
    return ofTwo ? all.filter { $0.players.count == 2 } : all
  }

  static func game(_ identifier: String) throws -> NormalFormGame {
    try #require(try cases(ofTwo: false).first { $0.id == identifier }).game()
  }
}
