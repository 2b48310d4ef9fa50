import Foundation

/// The committed gallery `notebooks-out`.
enum Gallery {
  /// Its folder.
  static let folder = Program.data.deletingLastPathComponent().appendingPathComponent("notebooks-out")

  /// The pages of its topics, each with the commands that made it.
  static let pages: [String] = {
    let paths = FileManager.default.enumerator(atPath: folder.path)
    let names = (paths?.allObjects as? [String] ?? []).filter { $0.hasSuffix("index.md") }.sorted()
    return names.compactMap { try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
  }()

  /// The rows of a table, each by the names of its columns; fields of these tables have no quoted commas.
  ///
  /// - Parameter path: below the folder.
  /// - Returns: the rows.
  /// - Throws: what the file system says.
  static func rows(_ path: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(names, $0)) { first, _ in first } }
  }
}
