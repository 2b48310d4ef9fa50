import Foundation
import Series

@testable import Forecasting

/// ARIMA values from outside, each file beside the script that made it.
enum ArimaReferences {
  /// One line of `arima-r.json` or `arima-gaps-r.json`.
  struct Record: Decodable, Sendable {
    let series, model: String?
    let order: [Int]?
    let constant, refused: String?
    let struck: [Int]?
    let coefficients, mean, standardErrors: [Double?]?
    let standardErrorWithoutStart, lower80, upper80, lower95, upper95: [Double]?
    let sigma2WithoutStart, loglik, aicc: Double?
    let kpssLevel: Int?
    let candidates: [Candidate]?
    let d: Int?

    /// The order as ours.
    var arimaOrder: ArimaOrder {
      get throws {
        try ArimaOrder(order ?? [], constant ?? "none")
      }
    }
  }

  /// One order of R's full search.
  struct Candidate: Decodable, Sendable {
    let p, q: Int
    let constant, admitted: Bool
    let aicc, loglik: Double?
  }

  /// One line of `arima-exact.json`: R's coefficients in the exact likelihood, by 50-digit arithmetic.
  struct Exact: Decodable, Sendable {
    let series, model, constant: String
    let order: [Int]
    let loglik: Double
    let loglikExact: Double?
  }

  /// One line of `arima-best.json`: the best likelihood that many starts lead to, with statsmodels' word on it.
  struct Best: Decodable, Sendable {
    let series, model: String
    let order: [Int]
    let constant: String?
    let loglik: Double?
    let candidates: [BestCandidate]?
  }

  /// One order of the full search at its best optimum.
  struct BestCandidate: Decodable, Sendable {
    let p, q: Int
    let constant: Bool
    let loglik: Double
    let smallestRoot: Double?
  }

  /// One line of `arima-candidates-r.json`.
  struct Coefficients: Decodable, Sendable {
    let series, constant: String
    let order: [Int]
    let coefficients: [Double]
  }

  /// What R gives for series without gaps, and for some with.
  static var complete: [Record] { get throws { try storedComplete.get() } }
  static var gaps: [Record] { get throws { try storedGaps.get() } }
  /// What R's coefficients are worth, and the coefficients of its candidates.
  static var exact: [Exact] { get throws { try storedExact.get() } }
  static var best: [Best] { get throws { try storedBest.get() } }
  static var candidates: [Coefficients] { get throws { try storedCandidates.get() } }

  /// A series by its name, with some years struck out (numbered from one).
  static func series(_ name: String?, struck: [Int] = []) throws -> AnnualSeries {
    guard let name, let found = try storedSeries.get()[name] else { throw Missing(what: name ?? "-") }
    var values = found.values
    for year in struck { values[year - 1] = nil }
    return try AnnualSeries(identifier: name, firstYear: found.firstYear, values: values)
  }

  struct Missing: Error { let what: String }

  /// The exact likelihood of R's coefficients in a record; `nil` where they are not those of a stationary process.
  static func exactLikelihood(_ record: Record) throws -> Double? {
    try exact.first {
      $0.series == record.series && $0.model == record.model && $0.order == record.order
        && $0.constant == record.constant
    }?.loglikExact
  }

  private struct File<Element: Decodable>: Decodable {
    let records: [Element]?
    let series: [Element]?
  }

  private struct Entry: Decodable {
    let id: String
    let firstYear: Int
    let values: [Double?]
  }

  private static let storedSeries = Result {
    let entries = try load("series", as: File<Entry>.self).series ?? []
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
  }
  private static let storedComplete = Result { try load("arima-r", as: File<Record>.self).records ?? [] }
  private static let storedGaps = Result { try load("arima-gaps-r", as: File<Record>.self).records ?? [] }
  private static let storedExact = Result { try load("arima-exact", as: File<Exact>.self).records ?? [] }
  private static let storedBest = Result { try load("arima-best", as: File<Best>.self).records ?? [] }
  private static let storedCandidates = Result {
    try load("arima-candidates-r", as: File<Coefficients>.self).records ?? []
  }

  static func load<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      type, from: Data(contentsOf: folder.appending(path: "References/\(name).json")))
  }
}

extension ArimaOrder {
  /// An order as the references write it.
  init(_ order: [Int], _ constant: String) throws {
    try self.init(
      autoregressive: order[0], differences: order[1], movingAverage: order[2],
      hasConstant: constant != "none")
  }
}
