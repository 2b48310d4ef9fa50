import Testing

@testable import Series

@Suite struct PartialDateTests {
  @Test(arguments: [
    "2020", "2020-12", "2020-12-15", "2020-02-29", "2000-02-29", "2019-02-28", "2020-04-30", "2020-01-31",
    "0001-01-01",
  ])
  func keepsItsText(text: String) throws { #expect(try PartialDate(text).description == text) }

  @Test(arguments: [
    "", "20", "20200", "2020-", "2020-1", "2020-13", "2020-00", "2020-12-", "2020-12-1", "2020-12-32",
    "2020-12-00",
    "2020-04-31", "2019-02-29", "1900-02-29", "2100-02-29", "2020-02-30", "2020-12-15-01", "2020/12/15",
    "15.12.2020",
    "FY2020", "-020-12-15", "+020", "2020-12-15T00:00:00", " 2020", "２０２０", "2020-+1-01", "--",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(throws: SeriesError.notADate(text)) { _ = try PartialDate(text) }
    #expect(
      SeriesError.notADate(text).description == "'\(text)' is not a date (2020, 2020-12 or 2020-12-15)")
  }

  @Test(arguments: [
    ("2020", "2020-01-01"), ("2020-02", "2020-02-01"), ("2020-12-15", "2020-12-15"), ("0001", "0001-01-01"),
  ])
  func beginsWithItsFirstPossibleDay(text: String, first: String) throws {
    #expect(try PartialDate(text).earliest == PartialDate(first))
    #expect(try PartialDate(text).earliest.earliest == PartialDate(first))
  }

  @Test func comparesByTheLastPossibleDay() throws {
    let ascending = try [
      "2018-12-31", "2019-01-31", "2019-02", "2019-03-01", "2019-12-30", "2019", "2020-01-01", "2020-11",
      "2020-12-15",
      "2020-12",
    ].map { text throws(SeriesError) in try PartialDate(text) }
    for (index, left) in ascending.enumerated() {
      for (other, right) in ascending.enumerated() {
        #expect((left < right) == (index < other), "\(left) and \(right)")
        #expect((left == right) == (index == other), "\(left) and \(right)")
      }
    }
  }

  @Test func isEqualByDayAndNotByText() throws {
    #expect(try PartialDate("2020") == PartialDate("2020-12-31"))
    #expect(try PartialDate("2020-12") == PartialDate("2020-12-31"))
    #expect(try PartialDate("2020-06") == PartialDate("2020-06-30"))
    #expect(try PartialDate("2020-02") == PartialDate("2020-02-29"))
  }

  @Test(arguments: [
    (12 * 2021, "2021-01-01"), (12 * 2021 - 1, "2020-12-01"), (12 * 2020 + 3, "2020-04-01"),
    (12 * 2020 + 11, "2020-12-01"),
    (0, "0-01-01"), (-1, "-1-12-01"), (-12, "-1-01-01"), (-13, "-2-12-01"),
  ])
  func isTheFirstDayOfAMonth(month: Int, text: String) {
    #expect(PartialDate(firstDayOfMonth: month).description == text)
  }

  @Test func ordersMonthsBeforeYearZeroToo() {
    for month in -30...30 {
      #expect(PartialDate(firstDayOfMonth: month) < PartialDate(firstDayOfMonth: month + 1))
    }
  }

  @Test func theDayBeforeIsBeforeEveryDayOfTheDate() throws {
    for (date, before) in [
      ("2019-03-08", "2019-03-07"), ("2019-03-01", "2019-02-28"), ("2020-03", "2020-02-29"),
      ("2019-01-01", "2018-12-31"), ("2019", "2018-12-31"), ("0001-01-01", "0000-12-31"),
    ] {
      let found = try PartialDate(date).dayBefore
      #expect(found.description == before)
      #expect(try PartialDate(before) == found)
    }
  }
}
