import Foundation
import Strategy
import Testing

@Suite struct LogitResponseTests {
  @Test func matchesReferences() throws {
    var compared = 0
    for reference in try GameReference.cases() {
      guard let expected = reference.logit_qre_principal_branch else { continue }
      let found = try LogitResponse.principalBranch(reference.game(), at: expected.map(\.lam))
      for (response, stored) in zip(found, expected) {
        for (probability, value) in zip(response.probabilities.joined(), stored.row + stored.column) {
          // Six decimals are stored.
          #expect(abs(probability - value) < 1e-6, "\(reference.id) at \(stored.lam)")
          compared += 1
        }
      }
    }
    #expect(compared == 32)
  }

  /// p(B) = 1/(1 + e^λ) in the dilemma, where each strategy's advantage is 1 whatever the other does.
  @Test func closedFormOfTheDilemma() throws {
    let game = try GameReference.game("V01_japan_korea_pd")
    let precisions = [0, 0.1, 1, 5, 20, 100.0]
    for response in try LogitResponse.principalBranch(game, at: precisions) {
      let expected = 1 / (1 + exp(response.precision))
      // Newton ends at a residual of 1e-12 of the log-odds, which may be as large as 100.
      #expect(abs(response.probabilities[0][0] - expected) <= 1e-9 * expected)
    }
  }

  @Test func scalesWithPayoffs() throws {
    let game = try GameReference.game("V03_stag_hunt")
    let thousandfold = try NormalFormGame(
      players: game.players, strategies: game.strategies,
      payoffs: game.payoffs.map { $0.map { 1_000_000 * $0 } })
    let plain = try LogitResponse.principalBranch(game, at: [0.5, 3])
    let scaled = try LogitResponse.principalBranch(thousandfold, at: [0.5e-6, 3e-6])
    for (left, right) in zip(plain, scaled) {
      for (a, b) in zip(left.probabilities.joined(), right.probabilities.joined()) {
        #expect(abs(a - b) < 1e-9)
      }
    }
  }

  @Test func severalPlayersAndSingleStrategies() throws {
    let three = try LogitResponse.principalBranch(
      GameReference.game("V18_volunteers_dilemma_3"), at: [0, 1, 10])
    for response in three {
      // All three are alike, and the branch stays symmetric.
      #expect(abs(response.probabilities[0][0] - response.probabilities[2][0]) < 1e-9)
    }
    #expect(three[0].probabilities[0] == [0.5, 0.5])
    let single = try NormalFormGame(players: ["a", "b"], strategies: [["x"], ["y"]], payoffs: [[1, 2]])
    #expect(try LogitResponse.principalBranch(single, at: [5])[0].probabilities == [[1], [1]])
  }

  @Test func refusesWhatHasNoPath() throws {
    let game = try GameReference.game("V01_japan_korea_pd")
    #expect(throws: StrategyError.notFinite(.precision)) {
      try LogitResponse.principalBranch(game, at: [.infinity])
    }
    #expect(throws: StrategyError.outside(.precision, value: "-1.0", allowed: "at least 0.0")) {
      try LogitResponse.principalBranch(game, at: [-1])
    }
    #expect(throws: StrategyError.outside(.precision, value: "1.0", allowed: "at least 2.0")) {
      try LogitResponse.principalBranch(game, at: [2, 1])
    }
  }
}
