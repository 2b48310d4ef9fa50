import Testing

@testable import Datasets

@Suite struct PublicationDateTests {
  @Test(arguments: [
    "2020", "2020-12", "2020-12-15", "2020-02-29", "2000-02-29", "2019-02-28", "2020-04-30", "2020-01-31",
    "0001-01-01",
  ])
  func keepsItsText(text: String) throws { #expect(try PublicationDate(text).description == text) }

  @Test(arguments: [
    "", "20", "20200", "2020-", "2020-1", "2020-13", "2020-00", "2020-12-", "2020-12-1", "2020-12-32",
    "2020-12-00",
    "2020-04-31", "2019-02-29", "1900-02-29", "2100-02-29", "2020-02-30", "2020-12-15-01", "2020/12/15",
    "15.12.2020",
    "FY2020", "-020-12-15", "+020", "2020-12-15T00:00:00", " 2020", "２０２０", "2020-+1-01", "--",
  ])
  func refusesWhatIsNoDate(text: String) {
    expectRefusal(.notADate(text), "'\(text)' is not a date (2020, 2020-12 or 2020-12-15)") {
      _ = try PublicationDate(text)
    }
  }

  @Test func comparesByTheLastPossibleDay() throws {
    let ascending = try [
      "2018-12-31", "2019-01-31", "2019-02", "2019-03-01", "2019-12-30", "2019", "2020-01-01", "2020-11",
      "2020-12-15",
      "2020-12",
    ].map { text throws(DataError) in try PublicationDate(text) }
    for (index, left) in ascending.enumerated() {
      for (other, right) in ascending.enumerated() {
        #expect((left < right) == (index < other), "\(left) and \(right)")
        #expect((left == right) == (index == other), "\(left) and \(right)")
      }
    }
  }

  @Test func isEqualByDayAndNotByText() throws {
    #expect(try PublicationDate("2020") == PublicationDate("2020-12-31"))
    #expect(try PublicationDate("2020-12") == PublicationDate("2020-12-31"))
    #expect(try PublicationDate("2020-06") == PublicationDate("2020-06-30"))
    #expect(try PublicationDate("2020-02") == PublicationDate("2020-02-29"))
  }

  @Test(arguments: [
    (12 * 2021, "2021-01-01"), (12 * 2021 - 1, "2020-12-01"), (12 * 2020 + 3, "2020-04-01"),
    (12 * 2020 + 11, "2020-12-01"),
    (0, "0-01-01"), (-1, "-1-12-01"), (-12, "-1-01-01"), (-13, "-2-12-01"),
  ])
  func isTheFirstDayOfAMonth(month: Int, text: String) {
    #expect(PublicationDate(firstDayOfMonth: month).description == text)
  }

  @Test func ordersMonthsBeforeYearZeroToo() {
    for month in -30...30 {
      #expect(PublicationDate(firstDayOfMonth: month) < PublicationDate(firstDayOfMonth: month + 1))
    }
  }
}
