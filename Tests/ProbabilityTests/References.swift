import Foundation

/// The JSON files beside the tests.
enum References {
  static func load<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appendingPathComponent("References/\(name).json"))
    return try JSONDecoder().decode(type, from: data)
  }
}
