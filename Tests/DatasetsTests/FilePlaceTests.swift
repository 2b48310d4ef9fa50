import Testing

@testable import Datasets

@Suite struct FilePlaceTests {
  @Test func readsAsCompilersWriteIt() {
    #expect(FilePlace("a.csv", 3).description == "a.csv:3")
    #expect(FilePlace("-", 3, 2).description == "-:3:2")
  }

  @Test func isThatOfEveryErrorThatNamesOne() {
    let place = FilePlace("f", 2, 3)
    let errors: [DataError] = [
      .invalidText(place), .lineTooLong(place, limit: 1), .unterminatedQuote(place), .strayQuote(place),
      .strayCarriageReturn(place), .raggedRow(place, expected: 1, found: 2),
      .notANumber(place, column: "c", text: "x"), .notFinite(place, column: "c", text: "x"),
      .notAPeriod(place, column: "c", text: "x"), .invalidDate(place, column: "c", text: "x"),
      .emptyIdentifier(place, column: "c"), .duplicatePeriod(place, series: "s", period: "1"),
      .mixedCalendars(place, series: "s"), .scatteredSeries(place, series: "s"),
      .unknownStatus(place, text: "x"),
    ]
    for error in errors {
      #expect(error.place == place)
      #expect(error.description.hasPrefix("f:2:3: "))
    }
  }

  @Test func isNoneForAnErrorOfAWholeFileOrOfAnOption() {
    let errors: [DataError] = [.noSuchFile("f"), .badDescriptor("f:1:1", reason: "r")]
    for error in errors { #expect(error.place == nil) }
  }
}
