import Strategy
import Testing

struct SpatialReference: Decodable {
  struct Actor: Decodable {
    let name: String
    let position: Double
    let salience, capability, weight: Double?

    func actor() throws -> SpatialActor {
      try SpatialActor(
        name: name, position: position, salience: salience ?? 1, capability: capability ?? weight ?? 1)
    }
  }
  struct Baseline: Decodable { let weighted_mean, condorcet_median, unweighted_mean: Double }
  struct Move: Decodable {
    let actor, type, other: String
    let eu, other_eu, new_position: Double
  }
  struct Round: Decodable {
    let median, mean: Double
    let positions: [String: Double]
    let risk_exponents: [String: Double]?
    let moves: [Move]?
  }
  struct Result: Decodable {
    let voting_rule, victory_probability, pce: String
    let probability: [Double]
    let expected_position: Double
  }

  let id: String
  let actors: [Actor]
  let baseline: Baseline?
  let rounds_scholz_code, rounds_paper_offer_rule: [Round]?
  let R: Double?
  let options: [Double]?
  let results: [Result]?

  func issue() throws -> SpatialIssue { try SpatialIssue(actors.map { try $0.actor() }) }
}
