import Strategy
import Testing

@Suite struct RepeatedDilemmaTests {
  @Test func matchesReferences() throws {
    for reference in try BargainingReference.cases("repeated_prisoners_dilemma", count: 2) {
      let dilemma = try RepeatedDilemma(
        temptation: #require(reference.temptation), reward: #require(reference.reward),
        punishment: #require(reference.punishment), sucker: #require(reference.sucker))
      #expect(dilemma.criticalDiscount == reference.critical_discount_grim_trigger)
      #expect(
        dilemma.dominantSidePayment == reference.minimum_side_payment_making_cooperation_weakly_dominant)
    }
  }

  @Test func takingTurnsMayBeBetter() throws {
    #expect(try RepeatedDilemma(temptation: 5, reward: 3, punishment: 1, sucker: 0).cooperationBeatsTurns)
    #expect(try !RepeatedDilemma(temptation: 9, reward: 3, punishment: 1, sucker: 0).cooperationBeatsTurns)
  }

  @Test func refusesOtherGames() {
    #expect(throws: StrategyError.notADilemma) {
      try RepeatedDilemma(temptation: 3, reward: 3, punishment: 1, sucker: 0)
    }
  }
}
