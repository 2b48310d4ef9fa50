import Forecasting
import Foundation
import Series
import TestSupport
import Testing

/// Rolling origins of `naive` and `drift` on every complete series with six origins or more, all scores and Diebold-Mariano tests, by R.
struct BacktestReferenceTests {
  private struct Record: Decodable {
    let series: String
    let kind: String
    let model: String?
    let h: Step
    let count: Int?
    let me, mae, rmse, smape, mase, crps, wis, wisScaled, coverage80, coverage95: Double?
    let power: Int?
    let statistic, p: Double?
  }

  /// A horizon, or `all`.
  private enum Step: Decodable, Equatable {
    case years(Int)
    case all

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self = (try? container.decode(Int.self)).map { .years($0) } ?? .all
    }
  }

  private struct File: Decodable { let records: [Record] }

  private let records: [Record]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "References/backtest.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    records = try decoder.decode(File.self, from: Data(contentsOf: file)).records
  }

  private func scored(_ series: String, _ model: String) throws -> [ScoredForecast] {
    let plan = try BacktestPlan(initial: 10, horizon: Horizon(3))
    return try Backtest(plan).run(
      TransformedModel(try ModelCatalog.model(named: model)), on: try References.series(series))
  }

  @Test func coversTwentySeries() { #expect(Set(records.map(\.series)).count >= 20) }

  @Test func everyScoreIsThatOfR() throws {
    var compared = 0
    for record in records where record.kind == "scores" {
      let model = try #require(record.model)
      let part = try scored(record.series, model).filter {
        record.h == .all || record.h == .years($0.horizon)
      }
      let scores = try #require(BacktestScores(part))
      #expect(scores.forecasts == record.count)
      let pairs: [(Double?, Double?)] = [
        (scores.meanError, record.me), (scores.meanAbsoluteError, record.mae),
        (scores.rootMeanSquaredError, record.rmse), (scores.symmetricPercentageError, record.smape),
        (scores.scaledError, record.mase), (scores.crps, record.crps), (scores.wis, record.wis),
        (scores.scaledIntervalScore, record.wisScaled), (scores.coverage80, record.coverage80),
        (scores.coverage95, record.coverage95),
      ]
      for (ours, reference) in pairs {
        // Sums of up to three hundred terms in another order, and a mean error that nearly cancels.
        #expect(relativeDifference(try #require(ours), try #require(reference), floor: 1e-3) < 1e-10)
        compared += 1
      }
    }
    #expect(compared > 2000)
  }

  @Test func dieboldMarianoIsThatOfR() throws {
    var compared = 0
    for record in records where record.kind == "diebold-mariano" {
      guard case .years(let horizon) = record.h, let power = record.power, let statistic = record.statistic,
        let p = record.p
      else { continue }
      func losses(_ model: String) throws -> [Double] {
        try scored(record.series, model).filter { $0.horizon == horizon }
          .map { power == 1 ? $0.absoluteError : $0.absoluteError * $0.absoluteError }
      }
      let (first, second) = (try losses("naive"), try losses("drift"))
      let ours = try #require(DieboldMariano.statistic(first, second, horizon: horizon))
      // Autocovariances of losses that nearly cancel; R's p-value is one minus a distribution function.
      #expect(relativeDifference(ours, statistic, floor: 1e-3) < 1e-8, "\(record.series) \(horizon) \(power)")
      let ownP = try #require(DieboldMariano.pValue(first, second, horizon: horizon))
      #expect(relativeDifference(ownP, p, floor: 1e-6) < 1e-7, "\(record.series) \(horizon) \(power)")
      compared += 1
    }
    #expect(compared >= 150)
  }
}
