import Testing

@testable import Datasets

/// What no other test of a refusal shows; each of those compares its message too.
@Suite struct DataErrorTests {
  @Test func cutsTextsThatAreTooLongForALine() {
    let long = String(repeating: "x", count: 41)
    let cut = String(repeating: "x", count: 40) + "…"
    let place = FilePlace("f", 1, 2)
    let whole = String(repeating: "y", count: 40)
    #expect(
      DataError.notANumber(place, column: "v", text: long).description
        == "f:1:2: '\(cut)' in column 'v' is not a number")
    #expect(
      DataError.notANumber(place, column: "v", text: whole).description
        == "f:1:2: '\(whole)' in column 'v' is not a number")
    #expect(
      DataError.scatteredSeries(place, series: long).description
        == "f:1:2: rows of series '\(cut)' do not stand together; sort the file by series")
  }

  @Test func namesWhereItLookedForAPackage() {
    #expect(
      DataError.noPackage(searched: ["a", "b"]).description
        == "no data package found; looked at: a, b; give --data DIR or set BURDENSHARE_DATA")
  }

  @Test func readsInOneLine() {
    let errors: [DataError] = [
      .strayQuote(FilePlace("f", 1)), .unknownStatus(FilePlace("f", 1), text: "x"), .emptyFile("f"),
      .invalidDate(FilePlace("f", 1), column: "d", text: "x"),
      .calendarsDiffer(series: "s", left: "a", right: "b", rule: "same"), .circularDerivation("s"),
    ]
    for error in errors { #expect(!error.description.contains("\n")) }
  }
}
