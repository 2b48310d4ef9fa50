#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a check or a verification reads and must find again: nothing that it writes may take its place.
enum OwnFiles {
  /// Refuses to write a check's results over its commands, among its baselines, or over each other.
  ///
  /// - Parameters:
  ///   - written: options with the files that they name.
  ///   - root: the folder that is checked.
  /// - Throws: ``CommandFailure`` with status 64.
  static func refuse(_ written: [(option: String, path: String)], in root: String) throws {
    let baselines = "\(root)/\(CheckPlace.baselineFolder)"
    for (option, path) in written {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
      if isSame(path, "\(root)/\(CheckPlace.commandFile)") || isSame(folder, baselines) {
        throw CommandFailure(
          .usage, "\(option) \(path): is what is checked, or among the baselines", hint: "name another file")
      }
    }
    if written.count == 2, written[0].path == written[1].path || isSame(written[0].path, written[1].path) {
      throw CommandFailure(.usage, "\(written[0].option) and \(written[1].option) name one file")
    }
  }

  /// Whether two paths lead to one file or folder.
  ///
  /// - Parameters:
  ///   - one: a path.
  ///   - other: another.
  /// - Returns: `false` where either leads nowhere, or to a device, which takes from many.
  static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
      && first.st_mode & S_IFMT != S_IFCHR
  }
}
