import Series

@testable import Forecasting

/// A system of `bvar.json` with what the formulas give for it.
struct SystemReference: Decodable, CustomStringConvertible {
  struct Setting: Decodable {
    let overall: Double
    let sum: Double
    let logMarginalLikelihood: Double
    let degrees: Double
    let coefficients: [Double]
    let scale: [Double]
    let covarianceDiagonal: [Double]
  }

  struct Condition: Decodable {
    let step: Int
    let weights: [Double]
    let value: Double
  }

  let `case`: String
  let series: [String]
  let logs: [Bool]
  let first: Int
  let last: Int
  let lags: Int
  let settings: [Setting]
  let best: [Double]
  let sigma: [Double]
  let freePath: [Double]
  let freeDeviations: [Double]
  let conditions: [Condition]
  let path: [Double]
  let deviations: [Double]

  var description: String { `case` }

  private struct File: Decodable { let records: [SystemReference] }
  static let all = Result { try RegressionReference.load("bvar", as: File.self).records }

  /// The series that is forecast, on the scale of the model.
  func target() throws -> AnnualSeries {
    let series = try References.series(series[0]).window(from: first, to: last)
    return try series.mapValues { _, value in logs[0] ? Transform.log.forward(value) : value }
  }

  func companions() throws -> [DriverRecord] {
    try zip(series, logs).dropFirst().map { name, log in
      DriverRecord(try References.series(name).window(from: first, to: last), scale: log ? .log : .none)
    }
  }

  func panel() throws -> SystemPanel {
    try SystemPanel(target(), companions(), lags: lags, model: VectorAutoregression.identifier)
  }
}
