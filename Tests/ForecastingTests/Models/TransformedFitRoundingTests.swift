import Series
import Testing

@testable import Forecasting

@Suite struct TransformedFitRoundingTests {
  private func fit(_ model: any TrendModel, _ values: [Double?]) throws -> TransformedFit {
    try TransformedModel(model).fit(AnnualSeries(values))
  }

  private static let line: [Double?] = (1...12).map { Double($0) }

  @Test(arguments: [LinearTrend() as any TrendModel, Drift(), Holt(), LocalTrend(), QuadraticTrend()])
  func anExactFitHasNoErrors(_ model: any TrendModel) throws {
    let exact = try fit(model, Self.line)
    #expect(exact.isExact)
    let summary = exact.settledSummary
    #expect(summary.residualVariance == 0 && summary.logLikelihood == nil && summary.correctedAkaike == nil)
    for parameter in summary.parameters where parameter.dimension != .number {
      // Nothing between rounding and the numbers that are there: slopes of one, zeros.
      #expect(parameter.value == 0 || parameter.value.magnitude > 1e-3, "\(parameter)")
      #expect(parameter.standardError ?? 0 == 0, "\(parameter)")
    }
  }

  @Test func aVarianceBelowRoundingIsZero() throws {
    let walk = try fit(LocalLevel(), [1, 2, 4, 8, 16, 32, 64, 128, 256])
    let parameters = walk.settledSummary.parameters
    #expect(parameters.first { $0.name == "irregular variance" }?.value == 0)
    #expect((parameters.first { $0.name == "level variance" }?.value ?? 0) > 2700)
    #expect(!walk.isExact)
  }

  /// Small numbers that are the values' own scale stay as they are.
  @Test func leavesWhatIsNoRounding() throws {
    for scale in [1e-100, 1, 1e100] {
      let values: [Double?] = [3, 1, 4, 1, 5, 9, 2, 6].map { $0 * scale }
      for model in [LinearTrend() as any TrendModel, Drift(), LocalLevel(), ExponentialSmoothing()] {
        let found = try fit(model, values)
        #expect(!found.isExact)
        #expect(found.settledSummary.residualVariance == found.summary.residualVariance)
        #expect(found.settledSummary.logLikelihood == found.summary.logLikelihood)
      }
    }
    let high: [Double?] = [1e14, 1e14 + 1, 1e14, 1e14 + 2, 1e14 + 1]
    #expect(try !fit(Drift(), high).isExact)
  }
}
