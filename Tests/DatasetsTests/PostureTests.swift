import Datasets
import Testing

@Suite struct PostureTests {
  @Test func driversCountTheirEvents() throws {
    let drivers = try RealPackage.open().postureDrivers()
    #expect(drivers.count == 7)
    let budget = try #require(drivers.first { $0.identifier == "us-budget-stress" })
    #expect(budget.events == 1 && budget.done == 1 && budget.change == -7000)
    // An act of Congress mandated the cut of 1990; the withdrawals of presidents are none of its doing.
    let congress = try #require(drivers.first { $0.identifier == "congress" })
    #expect(congress.done == 1 && congress.change == -7000)
    // Of the war of 1950 no number is known.
    let threat = try #require(drivers.first { $0.identifier == "host-threat" })
    #expect(threat.done == 2 && threat.doneWithoutNumber == 1 && threat.change == -3600)
    let opinion = try #require(drivers.first { $0.identifier == "host-opinion" })
    #expect(opinion.events == 0 && opinion.change == nil && opinion.hosts.isEmpty)
    #expect(Set(drivers.flatMap(\.hosts)) == ["KOR"])
  }

  @Test func estimatesKeepTheirCount() throws {
    let estimates = try RealPackage.open().burdenEstimates()
    let compendium = try #require(
      estimates.first { $0.ally == "JPN" && $0.period == "2002" && $0.estimate == "dod-compendium" })
    #expect(compendium.value == 74.5 && compendium.measure == .stationingShare)
    // 20.9 billion dollars of US cost beside 12.6 of Japanese support.
    let audit = try #require(estimates.first { $0.ally == "JPN" && $0.period == "2016-2019" })
    #expect(abs(audit.value - 100 * 12.6 / 33.5) < 1e-9)
    // Korea's contribution is known in dollars up to 2004 and in won from then on.
    let years = estimates.filter { $0.ally == "KOR" && $0.measure == .perTroop }.map(\.period)
    #expect(years.contains("1995") && years.contains("2020"))
    #expect(estimates.allSatisfy { $0.value.isFinite && $0.value >= 0 })
  }
}
