import Datasets
import Series
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
    let audit = try #require(
      estimates.first {
        $0.ally == "JPN" && $0.period == "2016-2019" && $0.measure == .stationingShare
      })
    #expect(abs(audit.value - 100 * 12.6 / 33.5) < 1e-9)
    // Korea's contribution is known in dollars up to 2004 and in won from then on.
    let years = estimates.filter { $0.ally == "KOR" && $0.measure == .perTroop }.map(\.period)
    #expect(years.contains("1995") && years.contains("2020"))
    #expect(estimates.allSatisfy { $0.value.isFinite && $0.value >= 0 })
  }

  @Test func eventsCarryTheirStatusAndTheTroopsTheyMoved() throws {
    let events = try RealPackage.open().postureEvents()
    let division = try #require(events.first { $0.dated.identifier == "KOR-1971-7th-division" })
    #expect(division.host == "KOR" && division.status == .done && division.change == -20000)
    #expect(division.movedTroops)
    let plan = try #require(events.first { $0.dated.identifier == "KOR-1977-carter-plan" })
    #expect(plan.status == .plan && plan.change == nil && !plan.movedTroops)
    let command = try #require(events.first { $0.dated.identifier == "KOR-1994-opcon" })
    #expect(command.status == .done && command.change == 0 && !command.movedTroops)
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.dated.date <= $1.dated.date })
  }

  @Test func theNearestBreakIsTheNearestInMonths() throws {
    let events = try RealPackage.open().postureEvents()
    let cut = try #require(events.first { $0.dated.identifier == "KOR-2004-phased-cut" })
    // October 2004 lies three months before 2005 and 45 after 2001.
    let nearest = try #require(cut.nearest(to: [2001, 2005], on: .calendar))
    #expect(nearest.year == 2005 && nearest.distance == 0.25)
    #expect(cut.nearest(to: [], on: .calendar) == nil)
    // Of an event known to the year the first month counts, and of two breaks as near the earlier one.
    let year = try #require(events.first { $0.dated.identifier == "KOR-1978-carter-first-step" })
    let tie = try #require(year.nearest(to: [1976, 1980], on: .calendar))
    #expect(tie.year == 1976 && tie.distance == -2)
  }

  @Test func aStatusThatIsNoneIsRefusedWithItsPlace() throws {
    let copy = try PackageCopy(of: "posture-events")
    try copy.replace("done,thesis-usfk-chapter-3,five days", with: "shelved,thesis-usfk-chapter-3,five days")
    #expect(
      throws: DataError.unknownWord(
        FilePlace(copy.path, 3, 10), column: "status", text: "shelved",
        known: ["done", "plan", "cancelled", "event"])
    ) { try DataPackage(copy.root).postureEvents() }
  }

  @Test func countsOfOneYearStandBesideEachOther() throws {
    let estimates = try RealPackage.open().burdenEstimates()
    func values(_ ally: String, _ measure: BurdenEstimate.Measure, _ period: String) -> [Double] {
      estimates.filter { $0.ally == ally && $0.measure == measure && $0.period == period }.map(\.value)
    }
    // The figure of the year 2000 compendium is left out where the table of allies has one: it is the same count.
    #expect(values("JPN", .stationingShare, "2002") == [74.5])
    // Support of the government's own answer of 1993 beside the US cost that it names: 2985 and 2.6 billion dollars at 238.54.
    let cabinet = try #require(estimates.first { $0.measure == .stationingShare && $0.period == "1985" })
    #expect(abs(cabinet.value - 100 * 2985 / (2985 + 26 * 238.5)) < 0.1)
    // 5.18 billion dollars over 40338 soldiers, and the host-nation support of the budget.
    #expect(values("JPN", .perTroop, "1999").contains { abs($0 - 5.18e9 / 40338) < 1 })
    #expect(values("JPN", .perTroop, "1999").count == 2)
    // 843.11 million dollars over the GDP at the year's rate, and the budget's own share.
    #expect(values("KOR", .gdpShare, "2002").count == 2)
    // Four years of support over four years of troops and of GDP.
    let years = estimates.filter { $0.ally == "KOR" && $0.period == "2016-2019" }
    #expect(Set(years.map(\.measure)) == Set(BurdenEstimate.Measure.allCases))
    let perTroop = try #require(years.first { $0.measure == .perTroop })
    #expect(abs(perTroop.value - 5.8e9 / (24190 + 23635 + 25813 + 26525)) < 1e-6)
  }
}
