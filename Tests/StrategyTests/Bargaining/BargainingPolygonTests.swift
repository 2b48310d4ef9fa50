import Strategy
import Testing

@Suite struct BargainingPolygonTests {
  @Test func matchesReferences() throws {
    for reference in try BargainingReference.cases("polygon", count: 3) {
      let vertices = try #require(reference.vertices).map { PayoffPair($0[0], $0[1]) }
      // The order of the outcomes does not matter, nor does one inside.
      for order in [vertices, vertices.reversed(), vertices + [PayoffPair(.half, .half)]] {
        let polygon = try BargainingPolygon(vertices: order, disagreement: exactPair(reference.disagreement))
        #expect(try polygon.idealPoint == exactPair(reference.ideal_point))
        #expect(try polygon.nash == exactPair(reference.nash))
        #expect(try polygon.kalaiSmorodinsky == exactPair(reference.kalai_smorodinsky))
        #expect(try polygon.egalitarian == exactPair(reference.egalitarian_weak))
      }
    }
  }

  @Test func flatSets() throws {
    let point = try BargainingPolygon(vertices: [PayoffPair(1, 2)], disagreement: PayoffPair(1, 2))
    #expect(point.nash == PayoffPair(1, 2))
    #expect(point.kalaiSmorodinsky == PayoffPair(1, 2))
    let rising = try BargainingPolygon(
      vertices: [PayoffPair(0, 0), PayoffPair(2, 4)], disagreement: PayoffPair(0, 0))
    #expect(rising.nash == PayoffPair(2, 4))
    #expect(rising.kalaiSmorodinsky == PayoffPair(2, 4))
    #expect(rising.egalitarian == PayoffPair(0, 0))
    let flat = try BargainingPolygon(
      vertices: [PayoffPair(0, 0), PayoffPair(2, 0)], disagreement: PayoffPair(0, 0))
    #expect(flat.nash == PayoffPair(2, 0))
    #expect(flat.kalaiSmorodinsky == PayoffPair(2, 0))
    #expect(flat.egalitarian == PayoffPair(0, 0))
    let falling = try BargainingPolygon(
      vertices: [PayoffPair(0, 2), PayoffPair(2, 0)], disagreement: PayoffPair(1, 1))
    #expect(falling.nash == PayoffPair(1, 1))
  }

  @Test func refusesADisagreementThatCannotHappen() {
    let vertices = [PayoffPair(0, 0), PayoffPair(1, 0), PayoffPair(0, 1)]
    #expect(throws: StrategyError.disagreementOutside) {
      try BargainingPolygon(vertices: vertices, disagreement: PayoffPair(1, 1))
    }
    #expect(throws: StrategyError.tooFew(.vertices, minimum: 1, actual: 0)) {
      try BargainingPolygon(vertices: [], disagreement: PayoffPair(1, 1))
    }
  }
}
