import Forecasting
import Foundation
import Series

/// Values from outside, each file beside the script that made it.
enum References {
  /// The annual series of `series.json`, in the order of the file.
  static var series: [AnnualSeries] { get throws { try storedSeries.get() } }

  /// Those without a missing year.
  static var completeSeries: [AnnualSeries] { get throws { try series.filter { $0.complete != nil } } }

  /// What R gives.
  static var models: [ModelRecord] { get throws { try storedModels.get() } }

  /// The best exponential smoothing within R's bounds, found with statsmodels.
  static var smoothing: [ModelRecord] { get throws { try storedSmoothing.get() } }

  /// Every form of exponential smoothing by R, and what it chooses.
  static var formsByR: [FormRecord] { get throws { try storedFormsByR.get() } }

  /// Every form at the best likelihood known within R's bounds, and what AICc chooses there.
  static var bestForms: [FormRecord] { get throws { try storedBestForms.get() } }

  /// The structural models of statsmodels.
  static var structural: [StructuralRecord] { get throws { try storedStructural.get() } }

  /// The robust lines of SciPy.
  static var theilSen: [TheilSenRecord] { get throws { try storedTheilSen.get() } }

  /// Tests of series and residuals by R.
  static var diagnostics: [DiagnosticRecord] { get throws { try storedDiagnostics.get() } }

  /// Means of inverse transforms by mpmath.
  static var transformedMeans: [TransformedMeanRecord] { get throws { try storedMeans.get() } }

  /// What the implementation of `auto` in another language gives.
  static var auto: [AutoReference] { get throws { try storedAuto.get() } }

  static func series(_ identifier: String) throws -> AnnualSeries {
    guard let found = try series.first(where: { $0.identifier == identifier }) else {
      throw Missing(what: identifier)
    }
    return found
  }

  struct Missing: Error { let what: String }

  private static let storedSeries = Result {
    struct File: Decodable {
      struct Entry: Decodable {
        let id: String
        let firstYear: Int
        let values: [Double?]
      }
      let series: [Entry]
    }
    return try load("series", as: File.self).series.map {
      try AnnualSeries(identifier: $0.id, firstYear: $0.firstYear, values: $0.values)
    }
  }
  private static let storedModels = Result { try records("models-r", of: ModelRecord.self) }
  private static let storedSmoothing = Result { try records("ets-statsmodels", of: ModelRecord.self) }
  private static let storedFormsByR = Result { try records("ets-r", of: FormRecord.self) }
  private static let storedBestForms = Result { try records("ets-best", of: FormRecord.self) }
  private static let storedStructural = Result {
    try records("structural-statsmodels", of: StructuralRecord.self)
  }
  private static let storedTheilSen = Result { try records("theil-sen", of: TheilSenRecord.self) }
  private static let storedDiagnostics = Result { try records("diagnostics", of: DiagnosticRecord.self) }

  private static let storedMeans = Result {
    try records("transformed-means", of: TransformedMeanRecord.self)
  }

  private static let storedAuto = Result { try records("auto", of: AutoReference.self) }

  private struct RecordFile<Record: Decodable>: Decodable { let records: [Record] }

  static func records<Record: Decodable>(_ name: String, of type: Record.Type) throws -> [Record] {
    try load(name, as: RecordFile<Record>.self).records
  }

  private static func load<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/\(name).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: file))
  }
}
