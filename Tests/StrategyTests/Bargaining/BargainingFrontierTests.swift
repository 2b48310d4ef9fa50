import Foundation
import Strategy
import Testing

@Suite struct BargainingFrontierTests {
  private static let curves: [String: @Sendable (Double) -> Double] = [
    "V_sqrt": { (1 - $0).squareRoot() }, "V_sqrt_w": { (1 - $0).squareRoot() },
    "V_circle": { (1 - $0 * $0).squareRoot() }, "V_circle_d": { (1 - $0 * $0).squareRoot() },
  ]

  @Test func matchesReferences() throws {
    for reference in try BargainingReference.cases("frontier", count: 4) {
      let curve = try #require(Self.curves[reference.id ?? ""])
      let start = try #require(reference.disagreement)
      let frontier = try BargainingFrontier(
        disagreement: .init(start[0].decimal, start[1].decimal), largest: 1, payoff: curve)
      let weight = try #require(reference.weight1).decimal
      try expect(frontier.idealPoint, reference.ideal_point)
      try expect(frontier.nash(weight: weight), reference.nash)
      try expect(frontier.kalaiSmorodinsky(), reference.kalai_smorodinsky)
      try expect(frontier.egalitarian(), reference.egalitarian)
    }
  }

  private func expect(
    _ point: BargainingFrontier.Point?, _ reference: [BargainingReference.Coordinate]?,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let (point, reference) = (try #require(point), try #require(reference))
    // The searches behind the stored decimals end at 1e-7.
    #expect(abs(point.first - (try reference[0].decimal)) < 1e-6, sourceLocation: location)
    #expect(abs(point.second - (try reference[1].decimal)) < 1e-6, sourceLocation: location)
  }

  @Test func noAgreementAboveTheFrontier() throws {
    let frontier = try BargainingFrontier(disagreement: .init(0.9, 0.9), largest: 1) { 1 - $0 }
    #expect(frontier.idealPoint == nil)
    #expect(try frontier.nash() == nil)
    #expect(try frontier.kalaiSmorodinsky() == nil)
    #expect(try frontier.egalitarian() == nil)
  }

  @Test func refusesWhatIsNotFinite() throws {
    #expect(throws: StrategyError.notFinite(.frontier)) {
      try BargainingFrontier(disagreement: .init(0, 0), largest: 2) { (1 - $0).squareRoot() }
    }
    #expect(throws: StrategyError.notFinite(.disagreementPoint)) {
      try BargainingFrontier(disagreement: .init(.nan, 0), largest: 2) { 1 - $0 }
    }
    let frontier = try BargainingFrontier(disagreement: .init(0, 0), largest: 1) { 1 - $0 }
    #expect(throws: StrategyError.outside(.bargainingWeight, value: "1.0", allowed: "between 0 and 1")) {
      try frontier.nash(weight: 1)
    }
  }
}
