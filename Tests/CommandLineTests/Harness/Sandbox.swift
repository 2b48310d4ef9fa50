import Foundation

/// A fresh temporary folder for one run, removed when it is no longer used.
final class Sandbox: Sendable {
  /// The folder in which the command runs.
  let folder: URL
  private let root: URL

  /// A folder with a copy of a case's input.
  ///
  /// - Parameter input: a folder that is copied to `input`, if there is one.
  /// - Throws: what the file system says.
  init(input: URL? = nil) throws {
    let files = FileManager.default
    root = files.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("burdenshare-\(UUID().uuidString)")
    folder = root.appendingPathComponent("run")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    if let input, files.fileExists(atPath: input.path) {
      try files.copyItem(at: input, to: folder.appendingPathComponent("input"))
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// A place outside the run's own folder.
  ///
  /// - Parameter name: of the file.
  /// - Returns: its place.
  func outside(_ name: String) -> URL { root.appendingPathComponent(name) }

  /// What is in the folder, one path a line, folders with a slash.
  var files: Set<String> {
    guard let paths = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    var names: Set<String> = []
    for case let path as String in paths {
      let isFolder = paths.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      names.insert(isFolder ? path + "/" : path)
    }
    return names
  }

  /// Output with the places of this machine replaced by names.
  ///
  /// - Parameter bytes: the output of a command.
  /// - Returns: the text; bytes that are no UTF-8 show as replacement characters.
  func portable(_ bytes: Data) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(of: folder.path, with: "{folder}")
      .replacingOccurrences(of: Program.data.path, with: "{data}")
  }
}
