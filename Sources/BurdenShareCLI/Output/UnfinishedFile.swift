#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The files that are being written, removed when a signal ends the process halfway.
enum UnfinishedFile {
  /// A table and its manifest are written at once, and a chart beside them; baselines are more files, one after the other.
  private static let most = 64

  /// The names, as bytes that stay where they are: a handler may not allocate, only read these and call `unlink`.
  nonisolated(unsafe) private static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let places = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: most)
    places.initialize(repeating: nil, count: most)
    return places
  }()

  /// Removes a file if the process is interrupted, told to end, or loses its terminal.
  ///
  /// A signal that the caller ignores, as `nohup` does, stays ignored. A file beyond the most that are remembered is left.
  ///
  /// - Parameter path: the file.
  static func remember(_ path: String) {
    guard let free = (0..<most).first(where: { paths[$0] == nil }) else { return }
    paths[free] = strdup(path)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let previous = signal(number) { number in
        for place in 0..<UnfinishedFile.most {
          if let path = UnfinishedFile.paths[place] { unlink(path) }
        }
        // The process ends as if nothing had caught the signal, so that a shell sees why.
        signal(number, SIG_DFL)
        raise(number)
      }
      if isIgnored(previous) { signal(number, SIG_IGN) }
    }
  }

  /// Leaves a file alone: it is finished or gone.
  ///
  /// - Parameter path: the file.
  static func forget(_ path: String) {
    for place in 0..<most {
      guard let old = paths[place], String(cString: old) == path else { continue }
      paths[place] = nil
      free(old)
    }
  }

  /// Whether a handler is the one that ignores: handlers are compared as addresses.
  private static func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self)
      == unsafeBitCast(SIG_IGN as (@convention(c) (Int32) -> Void)?, to: Int.self)
  }
}
