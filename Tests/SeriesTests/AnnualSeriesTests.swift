import Testing

@testable import Series

@Suite struct AnnualSeriesTests {
  let gappy: AnnualSeries

  init() throws {
    gappy = try AnnualSeries(
      identifier: "g", unit: Unit("persons"), calendar: .japanFiscal, bounds: .nonnegative,
      firstYear: 1998, values: [nil, nil, 4, nil, nil, 10, 7, nil])
  }

  @Test func dropsMissingYearsAtBothEnds() {
    #expect(gappy.firstYear == 2000)
    #expect(gappy.lastYear == 2004)
    #expect(gappy.values == [4, nil, nil, 10, 7])
    #expect(gappy.observationCount == 3)
    #expect(gappy.missingYears == [2001, 2002])
    #expect(gappy.complete == nil)
  }

  @Test func givesTheValueOfAYear() {
    #expect(gappy[2000] == 4)
    #expect(gappy[2001] == nil)
    #expect(gappy[2004] == 7)
    #expect(gappy[1999] == nil)
    #expect(gappy[2005] == nil)
    #expect(gappy[.min] == nil)
    #expect(gappy[.max] == nil)
  }

  @Test func listsObservationsInOrder() {
    #expect(gappy.observations.map(\.year) == [2000, 2003, 2004])
    #expect(gappy.observations.map(\.value) == [4, 10, 7])
  }

  @Test func sortsObservations() throws {
    let series = try AnnualSeries(identifier: "s", observations: [(2003, 3), (2001, 1), (2002, 2)])
    #expect(series.firstYear == 2001)
    #expect(series.complete == [1, 2, 3])
    #expect(series.missingYears.isEmpty)
    #expect(series.unit == .pure)
    #expect(series.calendar == .calendar)
    #expect(series.bounds == .unbounded)
  }

  @Test func holdsASingleObservation() throws {
    let series = try AnnualSeries(identifier: "s", observations: [(2020, -0.5)])
    #expect(series.firstYear == series.lastYear)
    #expect(try series.interpolated == series)
  }

  @Test(arguments: [[], [nil], [nil, nil, nil]] as [[Double?]])
  func refusesASeriesWithoutAValue(values: [Double?]) {
    expectRefusal(.noValues(series: "s"), "series 's' has no value") {
      try AnnualSeries(identifier: "s", firstYear: 2000, values: values)
    }
  }

  @Test func refusesNoObservations() {
    expectRefusal(.noValues(series: "s"), "series 's' has no value") {
      try AnnualSeries(identifier: "s", observations: [])
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func refusesTheNonFiniteAndSaysWhen(value: Double) {
    let message = "series 's' has a value for 2002 that is not a finite number"
    expectRefusal(.notFinite(series: "s", year: 2002), message) {
      try AnnualSeries(identifier: "s", firstYear: 2000, values: [1, nil, value, 2])
    }
    expectRefusal(.notFinite(series: "s", year: 2002), message) {
      try AnnualSeries(identifier: "s", observations: [(2000, 1), (2002, value)])
    }
  }

  @Test func refusesADoubledYear() {
    expectRefusal(.duplicateYear(series: "s", year: 2001), "series 's' has two values for 2001") {
      try AnnualSeries(identifier: "s", observations: [(2001, 1), (2000, 2), (2001, 1)])
    }
  }

  @Test func refusesALongerSpanThanAnyRecordHas() throws {
    let limit = AnnualSeries.longestSpan
    let longest = try AnnualSeries(identifier: "s", observations: [(1, 1), (limit, 2)])
    #expect(longest.values.count == limit)
    let error = SeriesError.spanTooLong(series: "s", first: 1, last: limit + 1, limit: limit)
    let message = "series 's' runs from 1 to 10001: more than 10000 years; check its periods"
    expectRefusal(error, message) {
      try AnnualSeries(identifier: "s", observations: [(1, 1), (limit + 1, 2)])
    }
    expectRefusal(error, message) {
      try AnnualSeries(
        identifier: "s", firstYear: 1, values: [1] + [Double?](repeating: nil, count: limit - 1) + [2])
    }
  }

  @Test(arguments: [1_000_000, -1_000_000, .max, .min])
  func refusesAYearThatArithmeticCouldOverflow(year: Int) {
    let error = SeriesError.yearOutOfRange(series: "s", year: year)
    let message = "series 's' has a value for the year \(year), beyond 999999"
    expectRefusal(error, message) { try AnnualSeries(identifier: "s", observations: [(year, 1)]) }
    expectRefusal(error, message) { try AnnualSeries(identifier: "s", firstYear: year, values: [1]) }
    expectRefusal(error, message) {
      try AnnualSeries(identifier: "s", observations: [(year, 1), (2000, 1)])
    }
  }

  @Test func cutsAWindow() throws {
    let window = try gappy.window(from: 2001, to: 2003)
    #expect(window.values == [10])
    #expect(window.firstYear == 2003)
    #expect(window.unit == gappy.unit)
    #expect(window.calendar == gappy.calendar)
    #expect(window.bounds == gappy.bounds)
    #expect(try gappy.window(from: nil, to: nil) == gappy)
    #expect(try gappy.window(from: nil, to: 2002).values == [4])
    #expect(try gappy.window(from: 2004, to: nil).values == [7])
    #expect(try gappy.window(from: .min, to: .max) == gappy)
  }

  @Test(arguments: [(2001, 2002), (2005, 2010), (2004, 2000)])
  func refusesAnEmptyWindow(first: Int, last: Int) {
    expectRefusal(
      .emptyWindow(series: "g", first: first, last: last),
      "series 'g' has no value from \(first) to \(last)"
    ) { try gappy.window(from: first, to: last) }
  }

  @Test func namesItsOwnEndsInAnEmptyWindow() {
    expectRefusal(
      .emptyWindow(series: "g", first: 2005, last: 2004), "series 'g' has no value from 2005 to 2004"
    ) { try gappy.window(from: 2005, to: nil) }
  }

  @Test func mapsValuesAndKeepsTheRest() throws {
    let doubled = try gappy.mapValues { year, value in year == 2004 ? nil : 2 * value }
    #expect(doubled.values == [8, nil, nil, 20])
    #expect(doubled.firstYear == 2000)
    #expect(doubled.unit == gappy.unit)
    #expect(doubled.calendar == gappy.calendar)
    #expect(doubled.bounds == gappy.bounds)
  }

  @Test func refusesAMapToNothingOrToInfinity() {
    expectRefusal(.noValues(series: "g"), "series 'g' has no value") { try gappy.mapValues { _, _ in nil } }
    expectRefusal(
      .notFinite(series: "g", year: 2000), "series 'g' has a value for 2000 that is not a finite number"
    ) { try gappy.mapValues { _, value in value / 0 } }
  }

  @Test func fillsGapsWithStraightLines() throws {
    let filled = try gappy.interpolated
    #expect(filled.complete == [4, 6, 8, 10, 7])
    #expect(filled.missingYears.isEmpty)
    #expect(filled.bounds == gappy.bounds)
  }

  @Test func refusesAGapTooWideForADouble() throws {
    let series = try AnnualSeries(
      identifier: "s", firstYear: 2000,
      values: [-Double.greatestFiniteMagnitude, nil, .greatestFiniteMagnitude])
    expectRefusal(
      .notFinite(series: "s", year: 2001), "series 's' has a value for 2001 that is not a finite number"
    ) { try series.interpolated }
  }

  private func expectRefusal(
    _ error: SeriesError, _ message: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> AnnualSeries
  ) {
    #expect(throws: error, sourceLocation: sourceLocation) { try body() }
    #expect(error.description == message, sourceLocation: sourceLocation)
  }
}
