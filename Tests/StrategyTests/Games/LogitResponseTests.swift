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

  /// What all of a player's payoffs have in common changes nothing, however large it is beside the differences.
  @Test(arguments: ["1e12", "1e17", "1e59"]) func movesWithNoOffset(_ offset: String) throws {
    let game = try GameReference.game("V01_japan_korea_pd")
    let far = try Rational(text: offset)
    let moved = try NormalFormGame(
      players: game.players, strategies: game.strategies,
      payoffs: game.payoffs.map { [$0[0] + far, $0[1] - far] })
    let plain = try LogitResponse.principalBranch(game, at: [0.5, 1, 4])
    #expect(try LogitResponse.principalBranch(moved, at: [0.5, 1, 4]) == plain)
    // Not the same: what a player gets for the other's choice alone.
    let thanked = try NormalFormGame(
      players: game.players, strategies: game.strategies,
      payoffs: game.payoffs.indices.map { index in
        game.profile(at: index)[1] == 0
          ? [game.payoffs[index][0] + far, game.payoffs[index][1]] : game.payoffs[index]
      })
    #expect(try LogitResponse.principalBranch(thanked, at: [0.5, 1, 4]) == plain)
  }

  /// Two dominant strategies, worth 1 to one player and a huge number to the other: p = 1/(1 + e^λ) for the first still.
  @Test(arguments: ["1e-30", "1e9", "1e12", "1e16", "1e59"]) func keepsEachPlayersScale(_ scale: String)
    throws
  {
    let huge = try Rational(text: scale)
    let game = try NormalFormGame(
      players: ["R", "C"], strategies: [["r0", "r1"], ["c0", "c1"]],
      payoffs: [[0, 0], [0, 1], [huge, 0], [huge, 1]])
    for response in try LogitResponse.principalBranch(game, at: [0.25, 1, 5]) {
      let expected = 1 / (1 + exp(response.precision))
      // Newton ends where its last step is below 1e-10 of the log-odds, here 5 at most.
      #expect(abs(response.probabilities[1][0] - expected) <= 1e-9 * expected)
    }
  }

  /// A fold of the small game under a payoff that makes its player certain at once: the branch is that of the rest.
  @Test func followsTheSmallGameUnderALargePayoff() throws {
    let huge = try Rational(text: "1e14")
    let pair = try NormalFormGame(
      players: ["A", "B"], strategies: [["l", "r"], ["l", "r"]],
      payoffs: [[5, 4], [0, 0], [0, 0], [4, 5]])
    let three = try NormalFormGame(
      players: ["A", "B", "C"], strategies: [["l", "r"], ["l", "r"], ["no", "yes"]],
      payoffs: pair.payoffs.flatMap { [$0 + [0], $0 + [huge]] })
    let precisions = [0.1, 0.4, 1, 2.0]
    let plain = try LogitResponse.principalBranch(pair, at: precisions)
    let under = try LogitResponse.principalBranch(three, at: precisions)
    for (left, right) in zip(plain, under) {
      for (a, b) in zip(left.probabilities.joined(), right.probabilities.joined()) {
        // As above, for log-odds below ten.
        #expect(abs(a - b) < 1e-9)
      }
      #expect(right.probabilities[2][1] == 1)
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
