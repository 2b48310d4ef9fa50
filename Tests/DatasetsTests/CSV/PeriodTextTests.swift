import Testing

@testable import Datasets

@Suite struct PeriodTextTests {
  @Test(arguments: [
    ("2020", 2020, false), ("2020.0", 2020, false), ("FY2020", 2020, true), ("fy2020", 2020, true),
    ("2020-04-01", 2020, false), ("2020-04-01T00:00:00", 2020, false), ("2020-04-01 00:00:00", 2020, false),
    ("2020-04-01T00:00:00Z", 2020, false), ("2020-02-29", 2020, false), ("1", 1, false),
    ("99999", 99_999, false),
    ("-44", -44, false), ("0", 0, false), ("FY1", 1, true), ("Fy2020", 2020, true), ("fY2020", 2020, true),
  ])
  func readsAYear(text: String, year: Int, isFiscal: Bool) throws {
    let period = try #require(PeriodText.parse(text))
    #expect(period.year == year)
    #expect(period.isFiscal == isFiscal)
  }

  @Test(arguments: [
    "", "20-20", "2020-13-01", "2020-00-01", "2020-04-31", "2021-02-29", "2020-04", "2020-4-1", "2020-04-1",
    "2020-+4-01", "2020-04-+1", "2020-04-01x", "2020-04-011", "2020Q1", "FYabc", "FY", "FY2020.0", "FY 2020",
    "FY+2020", "F2020", "YF2020", "+2020", "1e3", "2020.5", "2020.00", "100000", "-100000",
    "99999999999999999999",
    "２０２０",
    "twenty", "2020/21", "--5",
  ])
  func refusesAnythingElse(text: String) { #expect(PeriodText.parse(text) == nil) }

  @Test(arguments: ["1978", "0", "99999", "07"])
  func readsPlainDigitsAlikeOnTheShortWay(text: String) throws {
    let bytes = Array(("x" + text + "y").utf8)
    let year = try #require(PeriodText.plainYear(bytes[1..<(bytes.count - 1)]))
    #expect(year == Int(text))
    #expect(PeriodText.parse(text)?.year == year)
  }

  @Test(arguments: ["", "100000", "-5", "FY2020", "2020.0", "20a0"])
  func leavesTheRestToTheLongWay(text: String) { #expect(PeriodText.plainYear(Array(text.utf8)[...]) == nil) }
}
