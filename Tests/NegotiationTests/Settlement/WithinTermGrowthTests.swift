import Foundation
import Negotiation
import Probability
import Series
import Testing

@Suite struct WithinTermGrowthTests {
  private func series(_ values: [Double?]) throws -> AnnualSeries {
    try AnnualSeries(identifier: "x", firstYear: 2000, values: values)
  }

  @Test func leavesOutSettlementsAndGaps() throws {
    let amounts = try series([100, 102, 150, 153, nil, 160, 164])
    let growth = try WithinTermGrowth(of: amounts, agreements: [2002], from: 2000)
    #expect(growth.years == [2001, 2003, 2006])
    #expect(try WithinTermGrowth(of: amounts, agreements: [2002], from: 2003).years == [2003, 2006])
    #expect(growth.cap == nil && growth.limit == .infinity)
    #expect(growth.knownChange(of: 2004) == nil)
    // The prior counts as one observation of one percent.
    let changes: [Double] = [log(1.02), log(1.02), log(1.025), 0.01]
    let mean: Double = changes.reduce(0, +) / 4
    #expect(abs(growth.mean - mean) < 1e-15)
    #expect(growth.degreesOfFreedom == 2 * (2 + 1.5))
    let law = try growth.prediction()
    let total = (growth.spread * growth.spread + growth.meanError * growth.meanError).squareRoot()
    #expect(abs(law.scale - total) < 1e-15)
  }

  @Test func isThePriorWithoutARecord() throws {
    let growth = try WithinTermGrowth(of: try series([100]), agreements: [], from: 2000)
    #expect(growth.years.isEmpty)
    #expect(abs(growth.mean - 0.01) < 1e-15)
    #expect(abs(growth.spread - 0.03 / 2.0.squareRoot()) < 1e-15)
  }

  @Test func capsWhatConsumerPricesGive() throws {
    let prices = try series([100, 103, 110, 109])
    let growth = try WithinTermGrowth(consumerPrices: prices, from: 2002, cap: 0.04)
    #expect(growth.years == [2002, 2003])
    #expect(abs((growth.knownChange(of: 2003) ?? 0) - log(1.03)) < 1e-15)
    #expect(abs((growth.knownChange(of: 2004) ?? 0) - log(1.04)) < 1e-15)
    #expect(abs((growth.knownChange(of: 2005) ?? 0) - log(109.0 / 110)) < 1e-15)
    #expect(growth.knownChange(of: 2006) == nil)
    #expect(growth.knownChange(of: .min) == nil)
    let free = try WithinTermGrowth(consumerPrices: prices, from: 2002, cap: nil)
    #expect(abs((free.knownChange(of: 2004) ?? 0) - log(110.0 / 103)) < 1e-15)
  }

  @Test func refusesWhatHasNoLogarithm() throws {
    #expect(throws: NegotiationError.amountNotPositive(what: "x, 2001", value: 0)) {
      _ = try WithinTermGrowth(of: try series([100, 0]), agreements: [], from: 2000)
    }
    for cap in [-0.1, Double.nan, .infinity] {
      #expect(throws: NegotiationError.self) {
        _ = try WithinTermGrowth(consumerPrices: try series([100, 101]), from: 2000, cap: cap)
      }
    }
  }
}
