import Foundation
import Series

@testable import Forecasting

/// The cases of `regression-cases.json` as models on series, and what other tools give for them.
struct RegressionReference: Decodable, CustomStringConvertible {
  let name: String
  let series: String
  let drivers: [String]
  let first: Int
  let last: Int
  let horizon: Int
  let order: [Int]?
  let constant: String?

  var description: String { name }

  struct Values: Decodable {
    let `case`: String
    let order: [Int]?
    let names: [String]?
    let coefficients: [Double]
    let standardErrors: [Double?]?
    let ar: [Double]?
    let ma: [Double]?
    let loglik: Double
    let aicc: Double?
    let mean: [Double]
    let standardErrorWithoutStart: [Double]?
    let standardErrorKnown: [Double]?
    let standardError: [Double]?
  }

  private struct Cases: Decodable { let cases: [RegressionReference] }
  private struct Records: Decodable { let records: [Values] }

  static let all = Result { try load("regression-cases", as: Cases.self).cases }
  private static let byR = Result { try load("regression-r", as: Records.self).records }
  private static let byStatsmodels = Result {
    try load("regression-statsmodels", as: Records.self).records
  }

  static func load<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      type, from: Data(contentsOf: folder.appending(path: "References/\(name).json")))
  }

  /// What R gives.
  var r: Values? { get throws { try Self.byR.get().first { $0.case == name } } }
  /// What statsmodels gives; none for series with gaps and for chosen orders.
  var statsmodels: Values? { get throws { try Self.byStatsmodels.get().first { $0.case == name } } }

  /// The series in the fitted years.
  var target: AnnualSeries {
    get throws { try References.series(series).window(from: first, to: last) }
  }

  /// The drivers with all their values known, also those of the years that are forecast.
  func columns() throws -> [Driver] {
    try drivers.map { text in
      let parts = text.split(separator: "@")
      let year = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
      switch parts[0] {
      case "step": return Driver(.step(from: year), label: text)
      case "ramp": return Driver(.ramp(from: year), label: text)
      case "pulse": return Driver(.pulse(at: year), label: text)
      default:
        let record = DriverRecord(try References.series(String(parts[0])))
        return Driver(.record(record), shift: year, label: text)
      }
    }
  }

  /// The model.
  func model() throws -> Regression {
    guard let order else { return Regression(try columns()) }
    return Regression(
      try columns(),
      errors: .order(
        try ArimaOrder(
          autoregressive: order[0], differences: order[1], movingAverage: order[2],
          hasConstant: constant != "none")))
  }
}
