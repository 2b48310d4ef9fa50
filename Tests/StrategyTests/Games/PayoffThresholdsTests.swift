import Strategy
import Testing

@Suite struct PayoffThresholdsTests {
  /// Seed dilemma: a payment of 1 makes balancing weakly dominant, more than 1 strictly.
  @Test func sidePaymentOfTheDilemma() throws {
    let dilemma = try GameReference.game("V01_japan_korea_pd")
    for player in [0, 1] {
      let thresholds = try PayoffThresholds(dilemma, sidePaymentTo: player, for: 0)
      #expect(thresholds.dominance(player: player, strategy: 0, isStrict: false)?.description == "[1, inf)")
      #expect(thresholds.dominance(player: player, strategy: 0, isStrict: true)?.description == "(1, inf)")
      #expect(thresholds.dominance(player: player, strategy: 1, isStrict: true)?.description == "(-inf, 1)")
    }
  }

  /// A payment to both that balance, as in the references with 3/2, 1/2 and exactly 1.
  @Test func paymentToBoth() throws {
    let dilemma = try GameReference.game("V01_japan_korea_pd")
    let lines = dilemma.payoffs.indices.map { index in
      dilemma.payoffs[index].indices.map { player in
        AffineForm(
          constant: dilemma.payoffs[index][player], slope: dilemma.profile(at: index)[player] == 0 ? 1 : 0)
      }
    }
    let thresholds = try PayoffThresholds(dilemma, lines: lines)
    #expect(thresholds.equilibrium(at: 0)?.description == "[1, inf)")
    #expect(thresholds.equilibrium(at: 1)?.description == "[1, 1]")
    #expect(thresholds.equilibrium(at: 3)?.description == "(-inf, 1]")
  }

  @Test func nothingCanHelp() throws {
    let lines = [AffineForm(constant: -1, slope: 0)]
    #expect(ParameterRange(where: lines, isClosed: true) == nil)
    let apart = [AffineForm(constant: -2, slope: 1), AffineForm(constant: 1, slope: -1)]
    #expect(ParameterRange(where: apart, isClosed: true) == nil)
    let point = [AffineForm(constant: -1, slope: 1), AffineForm(constant: 1, slope: -1)]
    #expect(ParameterRange(where: point, isClosed: true)?.description == "[1, 1]")
    #expect(ParameterRange(where: point, isClosed: false) == nil)
    #expect(ParameterRange(where: [], isClosed: true)?.description == "(-inf, inf)")
  }

  @Test func repeatedGameAgreesWithTheDilemma() throws {
    let repeated = try Self.repeated("V01_japan_korea_pd")
    #expect(repeated.agreements.count == 1)
    #expect(repeated.agreements.first?.profile == 0)
    #expect(repeated.agreements.first?.discountFactors == [.half, .half])
    #expect(repeated.agreements.first?.criticalDiscount == .half)
    // In the stag hunt both equilibria are kept to without patience.
    let hunt = try Self.repeated("V03_stag_hunt")
    #expect(hunt.agreements.map(\.criticalDiscount) == [0])
  }

  private static func repeated(_ name: String) throws -> RepeatedGame {
    let game = try GameReference.game(name)
    return try RepeatedGame(game, punishments: game.pureEquilibria.map { game.payoffs[$0] })
  }

  /// Chicken: no pure equilibrium is worse for both than conceding, but the mixed one is, with 2 against 3 and 4.
  @Test func mixedEquilibriaPunishToo() throws {
    let payoffs: [[Rational]] = [[3, 3], [2, 4], [4, 2], [0, 0]]
    let chicken = try NormalFormGame(
      players: ["a", "b"], strategies: [["concede", "hold"], ["concede", "hold"]], payoffs: payoffs)
    let pure = try RepeatedGame(chicken, punishments: [[2, 4], [4, 2]])
    #expect(pure.agreements.isEmpty)
    let mixed = try #require(
      try NashEquilibria(chicken).extreme.map(\.payoffs).first { $0.first == $0.second })
    let threatened = try RepeatedGame(chicken, punishments: [[mixed.first, mixed.second]])
    // The mixture is 2/3 concede: 8/3 each. (4 - 3)/(4 - 8/3) = 3/4.
    #expect(threatened.agreements.map(\.profile) == [0])
    #expect(threatened.agreements.first?.criticalDiscount.description == "3/4")
  }

  /// b has the same in the profile and in the punishment, but nothing better to do: only a needs patience.
  @Test func aTieNeedsNoPatienceWithoutTemptation() throws {
    let payoffs: [[Rational]] = [[3, 1], [0, 1], [4, 1], [1, 1]]
    let game = try NormalFormGame(
      players: ["a", "b"], strategies: [["c", "d"], ["c", "d"]], payoffs: payoffs)
    let repeated = try RepeatedGame(game, punishments: [[1, 1]])
    #expect(repeated.agreements.map(\.profile) == [0, 2])
    #expect(repeated.agreements.first?.discountFactors.map(\.description) == ["1/3", "0"])
    // A punishment that is better for b than the profile would be sought by leaving it.
    #expect(try RepeatedGame(game, punishments: [[1, 2]]).agreements.isEmpty)
    #expect(throws: StrategyError.lengthMismatch(.payoffs, expected: 2, actual: 1)) {
      try RepeatedGame(game, punishments: [[1]])
    }
  }

  @Test func refusesOtherPlayers() throws {
    let dilemma = try GameReference.game("V01_japan_korea_pd")
    #expect(throws: StrategyError.unknown(.players, name: "2")) {
      try PayoffThresholds(dilemma, sidePaymentTo: 2, for: 0)
    }
    #expect(throws: StrategyError.unknown(.strategies, name: "-1")) {
      try PayoffThresholds(dilemma, sidePaymentTo: 0, for: -1)
    }
    #expect(throws: StrategyError.lengthMismatch(.profiles, expected: 4, actual: 0)) {
      try PayoffThresholds(dilemma, lines: [])
    }
  }
}
