import Foundation
import Series

@testable import Forecasting

/// What R, statsforecast and SciPy say about the theta family; the README beside the files says what a field means.
enum ThetaReferences {
  /// One line of `theta-r.json`.
  struct Method: Decodable, Sendable {
    let series: String
    let alpha, drift, sigma2, l0: Double
    let mean, lower80, upper80, lower95, upper95: [Double]
  }

  /// One line of `theta-statsforecast.json`: where statsforecast's search ended.
  struct Peer: Decodable, Sendable {
    let series, model: String
    let alpha, theta, l0, levelN, sseFrom4: Double
    let mean: [Double]
  }

  /// One line of `theta-best.json`: the optimum that a dense grid and SciPy find for the same objective.
  struct Best: Decodable, Sendable {
    let series, model, objective: String
    let alpha, weight, l0, sse: Double
    let mean, varianceUnit: [Double]
    let statsforecastSse: Double?
  }

  /// One line of `theta-shrunken.json`: the shrunken model from its formula.
  struct Shrunken: Decodable, Sendable {
    let series: String
    let alpha, weight, objective: Double
    let mean: [Double]
  }

  static func shrunken() throws -> [Shrunken] { try records("theta-shrunken") }

  static func methods() throws -> [Method] { try records("theta-r") }

  static func peers() throws -> [Peer] {
    try records("theta-statsforecast", of: Peer.self).filter { $0.model != "theta-auto" }
  }

  /// Those whose objective is ours: the errors from the fourth year on.
  static func best() throws -> [Best] {
    try records("theta-best", of: Best.self).filter { $0.objective == "from-4" }
  }

  /// The values of the series of `series.json` that have no gap, by name.
  static func values() throws -> [String: [Double]] {
    struct Entry: Decodable {
      let id: String
      let values: [Double?]
    }
    struct File: Decodable { let series: [Entry] }
    return try load("series", as: File.self).series.reduce(into: [:]) { found, entry in
      let present = entry.values.compactMap { $0 }
      if present.count == entry.values.count { found[entry.id] = present }
    }
  }

  private struct Records<Record: Decodable>: Decodable { let records: [Record] }

  static func records<Record: Decodable>(_ name: String, of type: Record.Type = Record.self) throws
    -> [Record]
  {
    try load(name, as: Records<Record>.self).records
  }

  private static func load<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      type, from: Data(contentsOf: folder.appending(path: "References/\(name).json")))
  }
}

extension ThetaForm {
  /// The form that reference files call by this name.
  init?(named name: String) {
    switch name {
    case "theta-stm": self = .standard
    case "theta-otm": self = .optimised
    case "theta-dstm": self = .dynamicStandard
    case "theta-dotm": self = .dynamicOptimised
    default: return nil
    }
  }

  /// Fits values of consecutive years from 2000 on.
  func fit(_ values: [Double]) throws -> FittedTheta {
    try ThetaEstimation(form: self, model: OptimisedTheta.identifier).fit(values, firstYear: 2000)
  }
}

extension FittedTheta {
  /// The sum of squares on the scale of the values.
  var sumOfSquares: Double { solution.sumOfSquares * unit * unit }
}

/// Values of consecutive years from 2000 on.
func yearly(_ values: [Double?]) throws -> AnnualSeries {
  try AnnualSeries(identifier: "test", firstYear: 2000, values: values)
}

/// Mean and standard deviation of every year of a normal forecast.
func moments(_ forecast: PredictiveDistribution) -> [(mean: Double, deviation: Double)] {
  forecast.steps.compactMap {
    if case .normal(let mean, let deviation) = $0.shape { (mean, deviation) } else { nil }
  }
}
