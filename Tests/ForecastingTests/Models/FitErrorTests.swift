import Series
import Testing

@testable import Forecasting

@Suite struct FitErrorTests {
  let model = ModelIdentifier("ses")

  @Test func saysWhatIsWrong() {
    #expect(
      FitError.tooFewObservations(model: model, needed: 4, found: 3).description
        == "model 'ses' needs at least 4 values, found 3")
    #expect(
      FitError.outsideTransform(transform: .log, year: 1999, value: -1).description
        == "transform 'log' is not defined for the value -1 of 1999")
    #expect(
      FitError.notPositive(model: ModelIdentifier("ets"), year: 1999, value: 0).description
        == "model 'ets' needs positive values; the value of 1999 is 0")
    #expect(
      FitError.overflow(model: model).description == "model 'ses': the values are too large to compute with")
    #expect(
      FitError.underflow(model: model).description
        == "model 'ses': the values are too close to zero to compute with; their squares vanish")
    #expect(
      FitError.forecastOverflow(model: model, yearsAhead: 1).description
        == "model 'ses': the forecast one year ahead, or an end of its interval, is beyond the range of numbers"
    )
    #expect(
      FitError.forecastOverflow(model: model, yearsAhead: 37).description
        == "model 'ses': the forecast 37 years ahead, or an end of its interval, is beyond the range of numbers"
    )
    #expect(
      FitError.didNotConverge(model: model).description
        == "model 'ses': the search for its parameters did not converge")
    #expect(
      FitError.collinear(model: model).description == "model 'ses': the years do not determine the trend")
  }

  @Test func namesMissingYearsAsRanges() {
    #expect(
      FitError.missingYears(model: model, years: [1981, 1982, 1983, 1986]).description
        == "model 'ses' needs a value for every year; missing: 1981-1983, 1986")
    #expect(
      FitError.missingYears(model: model, years: [1990]).description
        == "model 'ses' needs a value for every year; missing: 1990")
  }
}
