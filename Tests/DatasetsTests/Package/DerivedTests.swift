import Series
import Testing

@testable import Datasets

/// Derived series on packages of a few numbers, so that each rule can be computed in the head.
@Suite struct DerivedTests {
  static let rows = [
    "a,2019,10,settled,2020-01-15,s,", "a,2020,20,initial_budget,2021-01-15,s,", "a,2021,,,,s,not out yet",
    "a,2022,40,settled,,s,", "b,2019,2,settled,2020-03,s,", "b,2020,4,provisional,2020-12,t,",
    "b,2021,8,settled,2022,t,", "b,2022,16,settled,2023,t,", "zero,2019,1,settled,,s,",
    "zero,2020,0,settled,,s,",
    "f,2019,100,settled,2018-12-25,s,", "f,2020,200,settled,2019-12-25,s,",
    "f,2021,300,settled,2020-12-25,s,",
    "f,2022,400,settled,2021-12-25,s,",
  ]
  static let stored = [
    SmallPackage.stored("a"), SmallPackage.stored("b"), SmallPackage.stored("zero"),
    SmallPackage.stored("f", calendar: "japan-fiscal"),
    SmallPackage.stored("u", calendar: "us-fiscal", unit: "y"),
  ]

  @Test func ratioScalesAndLeavesOutYearsWithoutAPartner() throws {
    let ratio = SmallPackage.derived(
      "r", #""operation": "ratio", "numerator": "a", "denominator": "b", "scale": 100"#)
    let observations = try observations(ratio)
    #expect(observations.map(\.year) == [2019, 2020, 2022])
    #expect(observations.map(\.value) == [500, 500, 250])
    #expect(observations.map(\.status) == [.settled, .provisional, .settled])
    #expect(observations.map(\.sources) == [["s"], ["s", "t"], ["s", "t"]])
    // The later of the two; unknown when one is.
    #expect(observations.map { $0.published?.description } == ["2020-03", "2021-01-15", nil])
  }

  @Test func ratioWithoutAScaleHasScaleOne() throws {
    let ratio = SmallPackage.derived("r", #""operation": "ratio", "numerator": "b", "denominator": "a""#)
    #expect(try observations(ratio).map(\.value) == [0.2, 0.2, 0.4])
  }

  @Test func ratioOfASeriesToItselfNamesItsSourceOnce() throws {
    let ratio = SmallPackage.derived("r", #""operation": "ratio", "numerator": "a", "denominator": "a""#)
    #expect(try observations(ratio).map(\.sources) == [["s"], ["s"], ["s"]])
  }

  @Test func deflateTakesPricesOfTheBasePeriod() throws {
    let real = SmallPackage.derived(
      "r", #""operation": "deflate", "nominal": "a", "index": "b", "base_period": 2020"#)
    #expect(try observations(real).map(\.value) == [20, 20, 10])
  }

  @Test func spliceTakesStretches() throws {
    let splice = SmallPackage.derived(
      "r",
      #""operation": "splice", "segments": [{"series": "b", "first": 2021}, {"series": "a", "last": 2020}]"#)
    let observations = try observations(splice)
    #expect(observations.map(\.year) == [2019, 2020, 2021, 2022])
    #expect(observations.map(\.value) == [10, 20, 8, 16])
    #expect(observations.map(\.status) == [.settled, .initialBudget, .settled, .settled])
  }

  @Test func spliceThatOverlapsIsNoSeries() throws {
    let splice = SmallPackage.derived(
      "r",
      #""operation": "splice", "segments": [{"series": "a", "last": 2020}, {"series": "b", "first": 2020}]"#)
    try package(splice).open { package in
      expectRefusal(.series(.duplicateYear(series: "r", year: 2020)), "series 'r' has two values for 2020") {
        _ = try package.series("r")
      }
    }
  }

  @Test func startYearLetsAFiscalYearMeetTheCalendarYearOfItsName() throws {
    let ratio = SmallPackage.derived(
      "r", calendar: "japan-fiscal",
      #""operation": "ratio", "numerator": "f", "denominator": "b", "calendar_rule": "start-year""#)
    #expect(try observations(ratio).map(\.value) == [50, 50, 37.5, 25])
  }

  @Test func monthsWeightedTakesNineMonthsOfOneYearAndThreeOfTheNext() throws {
    let ratio = SmallPackage.derived(
      "r", calendar: "japan-fiscal",
      #""operation": "ratio", "numerator": "f", "denominator": "b", "calendar_rule": "months-weighted""#)
    let observations = try observations(ratio)
    // b is 0.75 × 2 + 0.25 × 4 = 2.5, then 5 and 10; for FY2022 the calendar year 2023 is missing.
    #expect(observations.map(\.year) == [2019, 2020, 2021])
    #expect(observations.map(\.value) == [40, 40, 30])
    #expect(observations.map(\.status) == [.provisional, .provisional, .settled])
    #expect(observations.map { $0.published?.description } == ["2020-12", "2022", "2023"])
    #expect(observations[0].sources == ["s", "t"])
  }

  @Test func monthsWeightedDoesNotReachOverAMissingYear() throws {
    let ratio = SmallPackage.derived(
      "r", calendar: "japan-fiscal",
      #""operation": "ratio", "numerator": "f", "denominator": "a", "calendar_rule": "months-weighted""#)
    #expect(try observations(ratio).map(\.year) == [2019])
  }

  @Test func startsAtItsFirstPeriod() throws {
    let ratio = SmallPackage.derived(
      "r", first: 2020, #""operation": "ratio", "numerator": "a", "denominator": "b""#)
    #expect(try observations(ratio).map(\.year) == [2020, 2022])
  }

  @Test func derivesFromADerivedSeries() throws {
    var small = package(
      SmallPackage.derived("r", #""operation": "ratio", "numerator": "half", "denominator": "b""#))
    small.series.append(
      SmallPackage.derived(
        "half", #""operation": "ratio", "numerator": "a", "denominator": "b", "scale": 0.5"#))
    #expect(try small.open { try $0.observations("r").map(\.value) } == [1.25, 0.625, 0.078125])
  }

  @Test(arguments: [
    ("calendar", "a", "f", "same", "calendar", "calendar", "japan-fiscal"),
    ("japan-fiscal", "f", "a", "same", "japan-fiscal", "japan-fiscal", "calendar"),
    ("calendar", "a", "f", "start-year", "calendar", "calendar", "japan-fiscal"),
    ("japan-fiscal", "f", "f", "start-year", "japan-fiscal", "japan-fiscal", "japan-fiscal"),
    ("japan-fiscal", "f", "f", "months-weighted", "japan-fiscal", "japan-fiscal", "japan-fiscal"),
    ("calendar", "a", "b", "months-weighted", "calendar", "calendar", "calendar"),
  ])
  func refusesCalendarsThatDoNotMeet(
    result: String, numerator: String, denominator: String, rule: String, entry: String, wanted: String,
    given: String
  ) throws {
    let ratio = SmallPackage.derived(
      "r", calendar: result,
      #""operation": "ratio", "numerator": "\#(numerator)", "denominator": "\#(denominator)", "calendar_rule": "\#(rule)""#
    )
    try expect(
      ratio, .calendarsDiffer(series: "r", left: given, right: wanted, rule: rule),
      "series 'r': calendars '\(given)' and '\(wanted)' do not meet under the rule '\(rule)'; "
        + "name a calendar_rule that joins them")
  }

  @Test func refusesAResultOnAnotherCalendarThanItsNumerator() throws {
    try expect(
      SmallPackage.derived("r", #""operation": "ratio", "numerator": "f", "denominator": "f""#),
      .calendarsDiffer(series: "r", left: "calendar", right: "japan-fiscal", rule: "result"),
      "series 'r': calendars 'calendar' and 'japan-fiscal' do not meet under the rule 'result'; "
        + "name a calendar_rule that joins them")
  }

  @Test func refusesASpliceOfAnotherUnitOrCalendar() throws {
    try expect(
      SmallPackage.derived("r", #""operation": "splice", "segments": [{"series": "u"}]"#),
      .calendarsDiffer(series: "r", left: "calendar, x", right: "us-fiscal, y", rule: "splice"),
      "series 'r': calendars 'calendar, x' and 'us-fiscal, y' do not meet under the rule 'splice'; "
        + "name a calendar_rule that joins them")
  }

  @Test func refusesADerivationThatComesBackToItself() throws {
    try expect(
      SmallPackage.derived("r", #""operation": "ratio", "numerator": "a", "denominator": "r""#),
      .circularDerivation("r"), "series 'r' is derived from itself")
    var small = package(
      SmallPackage.derived("r", #""operation": "ratio", "numerator": "q", "denominator": "a""#))
    small.series.append(SmallPackage.derived("q", #""operation": "splice", "segments": [{"series": "r"}]"#))
    try small.open { package in
      expectRefusal(.circularDerivation("r"), "series 'r' is derived from itself") {
        _ = try package.observations("r")
      }
    }
  }

  @Test func refusesAZeroDenominator() throws {
    try expect(
      SmallPackage.derived("r", #""operation": "ratio", "numerator": "a", "denominator": "zero""#),
      .derivationFailed(series: "r", period: "2020", reason: "the result is not a finite number"),
      "series 'r', 2020: the result is not a finite number")
  }

  @Test func refusesABasePeriodWithoutAnIndex() throws {
    try expect(
      SmallPackage.derived(
        "r", #""operation": "deflate", "nominal": "b", "index": "a", "base_period": 2021"#),
      .derivationFailed(series: "r", period: "2021", reason: "'a' has no value for its base period"),
      "series 'r', 2021: 'a' has no value for its base period")
  }

  @Test func refusesAnInputThatIsNotInTheCatalogue() throws {
    try expect(
      SmallPackage.derived("r", #""operation": "ratio", "numerator": "a", "denominator": "zeroo""#),
      .unknownSeries("zeroo", nearest: "zero"), "unknown series 'zeroo'; did you mean 'zero'?")
  }

  private func package(_ derived: String) -> SmallPackage {
    SmallPackage(rows: Self.rows, series: Self.stored + [derived])
  }

  private func observations(_ derived: String) throws -> [Observation] {
    try package(derived).open { try $0.observations("r") }
  }

  private func expect(
    _ derived: String, _ error: DataError, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try package(derived).open { package in
      expectRefusal(error, message, sourceLocation: sourceLocation) { _ = try package.observations("r") }
    }
  }
}
