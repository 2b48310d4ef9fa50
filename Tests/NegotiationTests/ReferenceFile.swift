import Foundation

/// A file of outside values in `References`.
enum ReferenceFile {
  static func decode<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/\(name)")
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }
}

/// The summary of a coefficient as an independent sampler gives it.
struct SampledSummary: Decodable {
  let mean, sd, q05, q50, q95, mcError: Double

  enum CodingKeys: String, CodingKey {
    case mean, sd, q05, q50, q95
    case mcError = "mc_error"
  }
}
