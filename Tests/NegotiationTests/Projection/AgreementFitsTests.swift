import Series
import Testing

@testable import Negotiation

/// Which fit is made again when one assumption moves.
@Suite struct AgreementFitsTests {
  private let evidence: Evidence
  private let fits: AgreementFits

  init() throws {
    evidence = try RecordedRounds.load("all").evidence()
    fits = try AgreementFits(
      evidence, ally: "JPN", asOf: try PartialDate("2026-11-22"), try AssumptionBook())
  }

  private func refitted(_ key: String, _ value: Double, hasOffer: Bool = false) throws -> AgreementFits {
    try fits.refitted(
      evidence, ally: .japan, try AssumptionBook(options: [key: try AssumedValue(value)]), changed: key,
      hasOffer: hasOffer)
  }

  @Test func aPriorOfTheMonthLeavesTheStep() throws {
    let moved = try refitted("prior.timing.base.mean", -1)
    #expect(moved.settlement.draws == fits.settlement.draws)
    #expect(moved.timing.draws != fits.timing.draws)
  }

  @Test func aPriorOfTheStepLeavesTheMonth() throws {
    let moved = try refitted("prior.ask.mean", 0.1)
    #expect(moved.settlement.draws != fits.settlement.draws)
    #expect(moved.timing.draws == fits.timing.draws)
  }

  @Test func theLineOfOffersCountsOnlyWhereThereIsAnOffer() throws {
    #expect(try refitted("prior.offer.mean", 0.05).settlement.draws == fits.settlement.draws)
    #expect(
      try refitted("prior.offer.mean", 0.05, hasOffer: true).settlement.draws != fits.settlement.draws)
  }

  @Test func pointsAreLaidOutByTheStepOfTheScenario() throws {
    let draws = fits.settlement.draws(ask: 1, precedent: nil)
    #expect(Set(draws).isSubset(of: Set(fits.settlement.draws(ask: 1, precedent: nil))))
    func mean(_ draws: [SettlementDraw]) -> Double {
      let sum: Double = draws.reduce(0.0) { (sum: Double, draw: SettlementDraw) -> Double in
        sum + draw.askResponse
      }
      return sum / Double(draws.count)
    }
    // Two choices of 4,096 points of one posterior, stratified along different lines: a few standard errors of 0.02/64.
    let tolerance: Double = 5 * 0.02 / 64
    let difference: Double = mean(draws) - mean(fits.settlement.draws)
    #expect(abs(difference) < tolerance)
  }
}
