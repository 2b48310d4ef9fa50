import Series
import Testing

@testable import Negotiation

@Suite struct ElectionCalendarTests {
  @Test func inaugurationsFollowInJanuary() throws {
    let calendar = try ElectionCalendar(unitedStates: [try PartialDate("2028-11")], host: [])
    #expect(calendar.inaugurations == [try PartialDate("2029-01").monthIndex])
  }

  @Test func handoversAreInaugurationsAndElectionsOfTheHost() throws {
    let calendar = try ElectionCalendar(
      unitedStates: [try PartialDate("2028-11")], host: [try PartialDate("2028-07")])
    let months = [try PartialDate("2028-07"), try PartialDate("2029-01")].map(\.monthIndex)
    #expect(calendar.handovers == months)
  }

  /// The calendar is fixed: November of years divisible by four.
  @Test(arguments: ["2029-11", "2027-11", "2028-10"])
  func refusesAMonthWithoutAnElection(month: String) throws {
    let date = try PartialDate(month)
    #expect(throws: ScenarioError("united_states", .noElection(month))) {
      try ElectionCalendar(unitedStates: [date], host: [])
    }
  }

  @Test func refusesWhatIsOutOfOrderOrWithoutAMonth() throws {
    let (early, late, year) = (
      try PartialDate("2028-11"), try PartialDate("2032-11"), try PartialDate("2036")
    )
    #expect(throws: ScenarioError("host", .notIncreasing("2032-11", "2028-11"))) {
      try ElectionCalendar(unitedStates: [], host: [late, early])
    }
    #expect(throws: ScenarioError("united_states", .monthMissing("2036"))) {
      try ElectionCalendar(unitedStates: [year], host: [])
    }
  }
}
