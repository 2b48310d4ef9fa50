import Foundation
import Strategy
import Testing

/// The files of `References`, and the shape that they share.
enum References {
  private struct File<Case: Decodable>: Decodable {
    let cases, games: [Case]?
  }

  private struct NoCases: Error {}

  static func cases<Case: Decodable>(_ name: String, of type: Case.Type) throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/\(name).json")
    let decoder = JSONDecoder()
    let contents = try decoder.decode(File<Case>.self, from: Data(contentsOf: file))
    guard let cases = contents.cases ?? contents.games else { throw NoCases() }
    return cases
  }
}

extension Rational: Decodable {
  /// A fraction as the references write it: "a/b".
  init(from decoder: any Decoder) throws {
    try self.init(text: decoder.singleValueContainer().decode(String.self))
  }
}
