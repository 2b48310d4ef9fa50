import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct StructuralModelTests {
  /// Standardised innovations times σ: their mean square over the ordinary years is the scale, by concentration.
  @Test func residualsHaveTheEstimatedVariance() throws {
    for identifier in ["nile", "nile-missing", "korea-sma-missing", "japan-hns"] {
      let series = try References.series(identifier)
      for (fit, order) in [(try LocalLevel().fit(series), 1), (try LocalTrend().fit(series), 2)] {
        let summary = fit.summary
        #expect(summary.residuals.count == series.observationCount - order)
        #expect(summary.observations == series.observationCount)
        let squares = summary.residuals.reduce(0) { $0 + $1.value * $1.value }
        // The scale was found on values in other units.
        #expect(
          relativeDifference(squares / Double(summary.residuals.count), summary.residualVariance) < 1e-10)
        let years = Set(series.observations.dropFirst(order).map(\.year))
        #expect(Set(summary.residuals.map(\.year)) == years)
      }
    }
  }

  /// The Nile's variances are in every textbook: 15099 and 1469 (Durbin & Koopman 2012, section 2.10).
  @Test func estimatesTheVariancesOfTheNile() throws {
    let parameters = try LocalLevel().fit(References.series("nile")).summary.parameters
    #expect(parameters.map(\.name) == ["irregular variance", "level variance"])
    #expect(parameters[0].value.rounded() == 15_099 && parameters[1].value.rounded() == 1469)
    #expect(parameters.allSatisfy { $0.standardError == nil })
  }

  /// The likelihood does not depend on where the search's own unit and origin lie.
  @Test func likelihoodMovesWithTheUnitAlone() throws {
    let series = try References.series("korea-sma-missing")
    let fit = try LocalTrend().fit(series)
    let scaled = try LocalTrend().fit(series.mapValues { _, value in value * 1024 })
    let before = try #require(fit.summary.logLikelihood)
    let after = try #require(scaled.summary.logLikelihood)
    let n = Double(series.observationCount)
    // The density of n - 2 ordinary values; the diffuse ones have none, but σ stands for all in this form.
    #expect(relativeDifference(before - after, (n - 2) * logOf(1024)) < 1e-9)
  }

  @Test func aStraightLineHasNoLikelihood() throws {
    let fit = try LocalTrend().fit(AnnualSeries((0..<10).map { 5 + 2 * Double($0) }))
    #expect(fit.summary.residualVariance < 1e-20)
    let forecast = try fit.predict(Horizon(3))
    // Roundings of numbers near 20.
    #expect((forecast.steps[2].median - 29).magnitude < 1e-9)
  }

  @Test func aConstantHasNoVariance() throws {
    let fit = try LocalLevel().fit(AnnualSeries([4, 4, nil, 4, 4]))
    #expect(fit.summary.logLikelihood == nil && fit.summary.residualVariance == 0)
    #expect(
      try fit.predict(Horizon(2)).steps.map(\.shape) == [
        .normal(mean: 4, standardDeviation: 0), .normal(mean: 4, standardDeviation: 0),
      ])
  }
}
