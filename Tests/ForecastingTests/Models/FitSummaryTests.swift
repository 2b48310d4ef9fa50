import TestSupport
import Testing

@testable import Forecasting

@Suite struct FitSummaryTests {
  /// By hand: -2 (-10) + 2·3·20/(20 - 3 - 1) = 27.5.
  @Test func correctedAkaikeCountsTheVariance() {
    var summary = FitSummary(
      parameters: [], residuals: [], observations: 20, estimatedParameters: 2, residualVariance: 1,
      logLikelihood: -10)
    #expect(summary.correctedAkaike == 27.5)
    summary.observations = 4
    #expect(summary.correctedAkaike == nil)
    summary.observations = 20
    summary.logLikelihood = nil
    #expect(summary.correctedAkaike == nil)
  }

  @Test func likelihoodHasNoBoundWhereTheFitIsExact() {
    #expect(gaussianLogLikelihood(sumOfSquares: 0, count: 5) == nil)
    #expect(gaussianLogLikelihood(sumOfSquares: 1, count: 0) == nil)
    #expect(gaussianLogLikelihood(sumOfSquares: .infinity, count: 5) == nil)
    // At SSE = n: -n/2 (ln 2π + 1), the entropy of n standard normals.
    #expect(
      relativeDifference(gaussianLogLikelihood(sumOfSquares: 2, count: 2) ?? 0, -2.8378770664093453) < 1e-15)
  }

  @Test func aStandardErrorIsANumber() {
    #expect(ParameterEstimate("a", 1, standardError: .nan).standardError == nil)
    #expect(ParameterEstimate("a", 1, standardError: .infinity).standardError == nil)
    #expect(ParameterEstimate("a", 1, standardError: 2).standardError == 2)
  }

  @Test func equalityIncludesResiduals() {
    let one = FitSummary(
      parameters: [], residuals: [(2000, 1)], observations: 1, estimatedParameters: 0, residualVariance: 1,
      logLikelihood: nil)
    var other = one
    #expect(one == other)
    other.residuals = [(2000, 2)]
    #expect(one != other)
  }
}
