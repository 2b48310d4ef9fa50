import Strategy
import Testing

@Suite struct NormalFormGameTests {
  private static func make(
    _ players: [String], _ strategies: [[String]], _ payoffs: [[Rational]]
  ) throws -> NormalFormGame {
    try NormalFormGame(players: players, strategies: strategies, payoffs: payoffs)
  }

  @Test func refusesWhatIsNoGame() {
    let two = ["a", "b"]
    #expect(throws: StrategyError.tooFew(.players, minimum: 2, actual: 1)) {
      try Self.make(["a"], [["x"]], [[1]])
    }
    #expect(throws: StrategyError.duplicate(.players, name: "a")) {
      try Self.make(["a", "a"], [["x"], ["x"]], [[1, 1]])
    }
    #expect(throws: StrategyError.duplicate(.strategies, name: "x")) {
      try Self.make(two, [["x", "x"], ["x"]], [[1, 1], [1, 1]])
    }
    #expect(throws: StrategyError.outside(.strategies, value: "without a name", allowed: "named")) {
      try Self.make(two, [[""], ["x"]], [[1, 1]])
    }
    #expect(throws: StrategyError.tooFew(.strategies, minimum: 1, actual: 0)) {
      try Self.make(two, [[], ["x"]], [])
    }
    #expect(throws: StrategyError.lengthMismatch(.strategies, expected: 2, actual: 1)) {
      try Self.make(two, [["x"]], [])
    }
    #expect(throws: StrategyError.lengthMismatch(.profiles, expected: 1, actual: 0)) {
      try Self.make(two, [["x"], ["x"]], [])
    }
    #expect(throws: StrategyError.lengthMismatch(.payoffs, expected: 2, actual: 1)) {
      try Self.make(two, [["x"], ["x"]], [[1]])
    }
  }

  @Test func refusesGamesWithoutEnd() throws {
    let many = (0..<65).map { "s\($0)" }
    #expect(throws: StrategyError.tooMany(.strategies, maximum: 64, actual: 65)) {
      try Self.make(["a", "b"], [many, ["x"]], [])
    }
    let players = (0..<70).map { "p\($0)" }
    #expect(throws: StrategyError.tooMany(.profiles, maximum: 4096, actual: 8192)) {
      try Self.make(players, players.map { _ in ["x", "y"] }, [])
    }
    let huge = try Rational(text: "1e60")
    #expect(throws: StrategyError.tooManyDigits(maximum: 77)) {
      try Self.make(["a", "b"], [["x"], ["x"]], [[huge * huge, 0]])
    }
  }

  @Test func pureEquilibriaMatchReferences() throws {
    for reference in try GameReference.cases(ofTwo: false) {
      let game = try reference.game()
      let found = game.pureEquilibria
      #expect(
        found.map(game.names(ofProfileAt:)) == reference.pure_equilibria.map(\.profile), "\(reference.id)")
      #expect(found.map { game.payoffs[$0] } == reference.pure_equilibria.map(\.payoffs))
    }
  }

  @Test func paretoSetAndMaximinMatchReferences() throws {
    for reference in try GameReference.cases() {
      let game = try reference.game()
      #expect(
        game.paretoEfficientProfiles.map(game.names(ofProfileAt:))
          == reference.pareto_efficient_pure_profiles,
        "\(reference.id)")
      #expect(game.pureMaximin == reference.pure_maximin)
    }
  }

  /// (cost/benefit)^(1/(n-1)) = 1/2 is the probability with which each of three volunteers does nothing.
  @Test func symmetricMixtureOfThreeVolunteers() throws {
    let game = try GameReference.game("V18_volunteers_dilemma_3")
    #expect(try game.isEquilibrium([[.half, .half], [.half, .half], [.half, .half]]))
    #expect(try !game.isEquilibrium([[.half, .half], [.half, .half], [0, 1]]))
    #expect(throws: StrategyError.outside(.probabilities, value: "3/2 together", allowed: "1")) {
      try game.isEquilibrium([[.half, 1], [.half, .half], [0, 1]])
    }
    #expect(throws: StrategyError.lengthMismatch(.probabilities, expected: 3, actual: 2)) {
      try game.isEquilibrium([[.half, .half], [.half, .half]])
    }
  }

  @Test func bestResponsesWithTies() throws {
    let game = try GameReference.game("V09_degenerate_2x2_segment")
    let responses = game.bestResponses
    #expect(responses.count == 4)
    #expect(responses[0].others == [nil, 0])
    #expect(responses[0].strategies == [0, 1])
    #expect(responses[0].payoff == -3)
    #expect(responses[3].others == [1, nil])
    #expect(responses[3].strategies == [0])
  }
}
