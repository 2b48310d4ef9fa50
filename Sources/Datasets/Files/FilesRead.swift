import Synchronization

/// The files that this process has opened through the readers of data: what a result can depend on.
///
/// A process runs one command; which of the package's files it reads follows from series, derivations and scenarios, and
/// nobody but the reader knows them all.
package enum FilesRead {
  private static let paths = Mutex<Set<String>>([])

  /// Takes in a file.
  static func add(_ path: String) { _ = paths.withLock { $0.insert(path) } }

  /// The files so far, as they were named, in alphabetical order; `-` is standard input.
  package static var all: [String] { paths.withLock { $0.sorted() } }

  /// Runs something and tells which files it opened; they are among those of the process too.
  ///
  /// - Parameter body: what is run.
  /// - Returns: its value, and the files as they were named, in alphabetical order.
  /// - Throws: what it throws.
  package static func during<Value>(_ body: () throws -> Value) rethrows -> (value: Value, files: [String]) {
    let before = paths.withLock { paths in
      defer { paths.removeAll() }
      return paths
    }
    defer { paths.withLock { $0.formUnion(before) } }
    let value = try body()
    return (value, all)
  }

  private static let rule = Mutex(false)

  /// Whether only ordinary files are opened: a pipe or standard input gives its bytes once, and a command that is run again
  /// would wait for them.
  package static var mustBeOrdinary: Bool {
    get { rule.withLock { $0 } }
    set { rule.withLock { $0 = newValue } }
  }

  /// Forgets the files so far.
  package static func forget() { paths.withLock { $0.removeAll() } }
}
