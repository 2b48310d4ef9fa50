import Foundation
import Series
import TestSupport
import Testing

@testable import Forecasting

/// Three normal forecasts made into one, by SciPy.
struct CombinationReferenceTests {
  private struct File: Decodable {
    let probabilities: [Double]
    let records: [Record]
  }

  private struct Record: Decodable {
    let means, standardDeviations: [Double]
    let combination: String
    let weights, averagedQuantiles, medianQuantiles: [Double]?
    let mean: Double
  }

  /// A model that expects what it is told.
  private struct Oracle: TrendModel, FittedTrend {
    static let description = ModelDescription(
      identifier: ModelIdentifier("oracle"), title: "", equation: "", estimation: "", interval: "",
      minimumObservations: 1, acceptsMissingYears: true, reference: "")
    let number: Int
    let mean: Double
    let deviation: Double

    /// Members have to differ, though what they are told may be the same.
    var specification: String? { "\(number)" }

    var summary: FitSummary {
      FitSummary(
        parameters: [], residuals: [], observations: 1, estimatedParameters: 0, residualVariance: 0,
        logLikelihood: nil)
    }

    func fit(_ series: AnnualSeries) throws(FitError) -> Oracle { self }

    func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
      try PredictiveDistribution(
        [Marginal.Shape.normal(mean: mean, standardDeviation: deviation)], model: Self.identifier)
    }
  }

  @Test func quantilesAreThoseOfSciPy() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "References/combination.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file = try decoder.decode(File.self, from: Data(contentsOf: path))
    let series = try AnnualSeries(identifier: "s", firstYear: 2000, values: [1])
    for record in file.records {
      let members = record.means.indices.map {
        TransformedModel(
          Oracle(number: $0, mean: record.means[$0], deviation: record.standardDeviations[$0]))
      }
      let rule =
        try record.combination == "median" ? .median : CombinationRule.weights(#require(record.weights))
      let combined = try Combination(members, rule: rule).fit(series).predict(Horizon(1)).steps[0]
      let expected = try #require(record.averagedQuantiles ?? record.medianQuantiles)
      for (probability, value) in zip(file.probabilities, expected) {
        // Weighted sums of three agree to rounding. The median of normals bends where members cross, and the curve is
        // straight between scores a quarter apart: there it is good to a hundredth of the largest deviation.
        let bend = rule == .median ? 0.01 * (record.standardDeviations.max() ?? 0) : 1e-12 * value.magnitude
        #expect((try combined.quantile(probability) - value).magnitude <= bend, "\(record)")
      }
    }
  }
}
