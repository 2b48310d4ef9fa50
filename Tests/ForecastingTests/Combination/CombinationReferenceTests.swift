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

  private struct SeriesFile: Decodable {
    let probabilities: [Double]
    let records: [SeriesRecord]
  }

  private struct SeriesRecord: Decodable {
    let series, combination: String
    let members: [String]
    let errors, weights: [Double]?
    let quantiles: [[Double]]
    let spread: Double
  }

  @Test func realSeriesAreCombinedAsByR() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "References/combination-series.json")
    let file = try JSONDecoder().decode(SeriesFile.self, from: Data(contentsOf: path))
    #expect(Set(file.records.map(\.series)).count >= 20)
    for record in file.records {
      let members = try record.members.map { TransformedModel(try ModelCatalog.model(named: $0)) }
      let rules = ["mean": CombinationRule.mean, "median": .median, "inverse-error": .inverseError]
      let rule = try #require(rules[record.combination])
      let fit = try Combination(members, rule: rule).fit(References.series(record.series))
      let place = "\(record.series) \(record.members) \(record.combination)"
      for (ours, theirs) in zip(fit.learned?.errors ?? [], record.errors ?? []) {
        // A mean of up to 21 errors; R's lines are by another factorisation.
        #expect(relativeDifference(ours, theirs) < 1e-9, "\(place)")
      }
      #expect((fit.learned == nil) == (record.errors == nil), "\(place)")
      for (ours, theirs) in zip(fit.weights ?? [], record.weights ?? []) {
        #expect(relativeDifference(ours, theirs) < 1e-9, "\(place)")
      }
      // Normals by fixed weights are normal again. A t is no normal, and the curve is straight between scores a quarter apart:
      // a hundredth of the largest deviation. Where members cross, their median bends by the difference of two deviations;
      // a bend between two scores costs a sixteenth of it.
      let bend = rule == .median ? 1.0 / 16 : (record.members.count == 2 ? 1e-9 : 0.01)
      for (step, expected) in zip(try fit.predict(Horizon(3)).steps, record.quantiles) {
        for (probability, value) in zip(file.probabilities, expected) {
          let error = (try step.quantile(probability) - value).magnitude
          #expect(error <= bend * record.spread, "\(place) \(probability)")
        }
      }
    }
  }
}
