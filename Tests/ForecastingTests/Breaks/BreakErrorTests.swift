import Series
import Testing

@testable import Forecasting

@Suite struct BreakErrorTests {
  @Test func saysWhatToChange() {
    let texts: [(BreakError, String)] = [
      (.duplicate(year: 1991), "the break 1991 is given twice; name each year once"),
      (.none, "no break is given; name the first year of each new regime, such as 1991,2008"),
      (.tooManyGiven(21, limit: 20), "21 breaks are given, at most 20 are taken"),
      (
        .outside(year: 1950, first: 1978, last: 2025),
        "the break 1950 is outside the series, which runs from 1978 to 2025; name a first year of a new regime after 1978 and up to 2025"
      ),
      (
        .tooClose(first: 2024, last: 2024, needed: 3, found: 1),
        "the regime from 2024 to 2024 has 1 value, at least 3 are needed; move or leave out one of the breaks"
      ),
      (
        .tooMany(asked: 4, room: 1, least: 5),
        "4 breaks with at least 5 values in each regime do not fit into the series; at most 1 do"
      ),
      (
        .tooMany(asked: 1, room: 0, least: 5),
        "1 breaks with at least 5 values in each regime do not fit into the series; not even one does"
      ),
      (.countOutOfRange(6, limit: 5), "6 breaks is not a number from 0 to 5"),
      (
        .regimeOutOfRange(2, least: 3, limit: 1000), "a shortest regime of 2 values is not between 3 and 1000"
      ),
      (
        .on(.japanFiscal, .at("b.yaml:2:5", .outside(year: 1900, first: 1978, last: 2025))),
        "b.yaml:2:5: the break FY1900 is outside the series, which runs from FY1978 to FY2025; name a first year of a new regime after FY1978 and up to FY2025"
      ),
      (
        .on(.japanFiscal, .tooClose(first: 1991, last: 1992, needed: 3, found: 2)),
        "the regime from FY1991 to FY1992 has 2 values, at least 3 are needed; move or leave out one of the breaks"
      ),
      (.joinedTest, "the sequential test is for free regimes; choose joined ones by bic or by their number"),
    ]
    for (error, text) in texts { #expect(error.description == text) }
    #expect(
      FitError.breaks(model: Piecewise.identifier, .duplicate(year: 1)).description
        == "model 'piecewise': the break 1 is given twice; name each year once")
  }
}
