#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A ledger while it is read or added to: held by one writer or by any number of readers.
///
/// What is held is the ledger's folder, since the ledger itself is replaced when it is written. The system lets go when
/// the process ends, however it ends: no file is left that says somebody is at work.
public struct LedgerHold: ~Copyable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes hold of a ledger, and waits while another process has it.
  ///
  /// - Parameters:
  ///   - path: the ledger, there or not yet; its folder is.
  ///   - isWritten: whether it is added to, so that nobody else may have it.
  ///   - patience: how long it waits.
  /// - Returns: the hold.
  /// - Throws: ``DataError/busyLedger(_:seconds:)`` when it has waited in vain, ``DataError/noSuchFile(_:)`` or
  ///   ``DataError/unreadable(_:reason:)`` where the folder cannot be held.
  public static func take(
    _ path: String, isWritten: Bool, patience: Duration = .seconds(30)
  ) throws(DataError) -> LedgerHold {
    let folder = folder(of: resolved(path))
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .noSuchFile(folder) }
      throw .unreadable(folder, reason: systemReason())
    }
    let hold = LedgerHold(descriptor: descriptor)
    let end = ContinuousClock.now + patience
    while flock(descriptor, (isWritten ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .unreadable(folder, reason: systemReason())
      }
      guard ContinuousClock.now < end else {
        throw .busyLedger(path, seconds: Int(patience.components.seconds))
      }
      usleep(10_000)
    }
    return hold
  }

  /// Lets go.
  ///
  /// A hold that is not let go ends with its last use, which may be before the reading that it is for.
  public consuming func release() {}

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The target of a link: two links to one ledger are one ledger.
  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
