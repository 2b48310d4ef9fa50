import Strategy
import Testing

@Suite struct RiskDominanceTests {
  @Test func matchesReferences() throws {
    for reference in try GameReference.cases(ofTwo: false) {
      let game = try reference.game()
      guard let expected = reference.risk_dominance else { continue }
      let found = try #require(RiskDominance(game))
      #expect(found.products == expected.deviation_loss_products.map(\.product))
      #expect(found.profiles.map(game.names(ofProfileAt:)) == expected.deviation_loss_products.map(\.profile))
      #expect(found.dominant.map(game.names(ofProfileAt:)) == expected.risk_dominant)
    }
  }

  @Test func needsTwoStrictEquilibria() throws {
    #expect(try RiskDominance(GameReference.game("V01_japan_korea_pd")) == nil)
    #expect(try RiskDominance(GameReference.game("V10_all_zero_2x2")) == nil)
    #expect(try RiskDominance(GameReference.game("V07_coordination_3x3")) == nil)
  }
}
