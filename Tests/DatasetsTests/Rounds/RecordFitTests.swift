import Negotiation
import Series
import Testing

@testable import Datasets

/// The fits of the record of this repository, beside the same formulas written anew in Python over the same rows.
@Suite struct RecordFitTests {
  let package: DataPackage
  let evidence: Evidence

  init() throws {
    package = try RealPackage.open()
    evidence = try package.evidence()
  }

  @Test func growsLittleWithinATermInJapan() throws {
    let series = try package.series("japan-hns").series
    let agreements = evidence.rounds.filter { $0.ally == "JPN" && $0.uses.contains(.step) }
    let growth = try WithinTermGrowth(of: series, agreements: Set(agreements.map(\.firstYear)), from: 1997)
    #expect(growth.years.count == 22)
    #expect(abs(growth.mean + 0.0031313514067554025) < 1e-14)
    #expect(abs(growth.meanError - 0.0075239971060882095) < 1e-14)
    #expect(abs(growth.spread - 0.03608382250269151) < 1e-14)
    #expect(growth.degreesOfFreedom == 26)
  }

  @Test func followsConsumerPricesInKorea() throws {
    let prices = try package.series("korea-cpi").series
    let growth = try WithinTermGrowth(consumerPrices: prices, from: 2000, cap: 0.04)
    #expect(growth.years.count == 25)
    #expect(abs(growth.mean - 0.0240228840198754) < 1e-14)
    #expect(abs(growth.spread - 0.013970090451417177) < 1e-14)
    let amounts = try package.series("korea-sma").series
    for year in [2010, 2011, 2012, 2013, 2015, 2016, 2017, 2018] {
      let before = try #require(amounts[year - 1])
      let after = try #require(amounts[year])
      let change = try #require(growth.knownChange(of: year))
      // The index was rebased since: a tenth of a percent, and two tenths in 2017.
      #expect(abs(after / before - (1 + change)) < 0.0025, "\(year)")
    }
  }

  @Test func concedesByTheKindOfPayment() throws {
    let fit = try PassThrough(evidence, asOf: try PartialDate("2026"))
    #expect(abs(fit.stepDeviation - 0.08342396878390669) < 1e-12)
    #expect(fit.kinds.map { $0.shares.count } == [11, 1, 1, 1])
    let share = fit.kinds.map(\.share.mean)
    // Recurring payments concede little, the others half and more.
    #expect(share[0] > 0 && share[0] < 0.25)
    #expect(share[1] > 0.3 && share[1] < 0.6)
    #expect(share[2] > 0.5 && share[3] > 0.7)
  }

  @Test func knowsLessAtAnEarlierDate() throws {
    let fit = try PassThrough(evidence, asOf: try PartialDate("2018-12-31"))
    #expect(fit.kinds.map { $0.shares.count } == [7, 0, 0, 1])
  }
}
