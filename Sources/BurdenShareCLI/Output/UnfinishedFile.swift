#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file that is being written, removed when a signal ends the process halfway.
enum UnfinishedFile {
  /// The name, as bytes that stay where they are: a handler may not allocate, only read this and call `unlink`.
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?

  /// Removes a file if the process is interrupted, told to end, or loses its terminal.
  ///
  /// A signal that the caller ignores, as `nohup` does, stays ignored. One file at a time is remembered.
  ///
  /// - Parameter path: the file.
  static func remember(_ path: String) {
    forget()
    self.path = strdup(path)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let previous = signal(number) { number in
        if let path = UnfinishedFile.path { unlink(path) }
        // The process ends as if nothing had caught the signal, so that a shell sees why.
        signal(number, SIG_DFL)
        raise(number)
      }
      if isIgnored(previous) { signal(number, SIG_IGN) }
    }
  }

  /// Leaves the file alone: it is finished or gone.
  static func forget() {
    let old = path
    path = nil
    free(old)
  }

  /// Whether a handler is the one that ignores: handlers are compared as addresses.
  private static func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self)
      == unsafeBitCast(SIG_IGN as (@convention(c) (Int32) -> Void)?, to: Int.self)
  }
}
