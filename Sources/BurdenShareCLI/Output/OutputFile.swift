#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where data goes: standard output, or a file that appears whole or not at all.
///
/// A file is written beside its place under another name and renamed when it is complete. What is not an ordinary
/// file (a pipe, `/dev/null`) is written to directly.
final class OutputFile {
  private let path: String?
  private let temporary: String?
  private var descriptor: Int32
  private var isOpen = true

  /// Opens the place to write to.
  ///
  /// - Parameter path: the file, or `nil` for standard output.
  /// - Throws: ``CommandFailure`` with status 73 when it cannot be made.
  init(_ path: String?) throws {
    guard let path else {
      (self.path, temporary, descriptor) = (nil, nil, STDOUT_FILENO)
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    // An ordinary file here is one that another process put in its place since.
    if !exists, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      throw CommandFailure(.cannotCreate, "\(path): cannot be written: it is a link to nothing")
    }
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFailure(.cannotCreate, "\(path): cannot be written: it is a folder")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      (self.path, temporary) = (path, nil)
    } else {
      // The target of a symbolic link is replaced, not the link.
      let target = exists ? Self.resolved(path) : path
      if exists, access(target, W_OK) != 0 {
        throw CommandFailure(.cannotCreate, "\(path): cannot be written: \(Self.reason)")
      }
      var aside = ""
      descriptor = -1
      // A process that was killed may have left the name of a later one with its number.
      for attempt in 0..<100 {
        aside = "\(target).\(getpid())\(attempt == 0 ? "" : "-\(attempt)").partial"
        descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor >= 0 || errno != EEXIST { break }
      }
      (self.path, temporary) = (target, aside)
      if descriptor >= 0 { UnfinishedFile.remember(aside) }
    }
    guard descriptor >= 0 else {
      isOpen = false
      throw CommandFailure(.cannotCreate, "\(path): cannot be written: \(Self.reason)")
    }
    if exists, temporary != nil { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  deinit { discard() }

  /// Whether it is a file that stays, and no pipe, device or standard output.
  var isOrdinary: Bool { temporary != nil }

  /// Writes bytes.
  ///
  /// - Parameter bytes: what to write.
  /// - Throws: ``CommandFailure`` with status 74; ``ClosedPipe`` when nobody reads any more.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { send($0) }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw ClosedPipe() }
        throw CommandFailure(.inputOutput, "\(path ?? "standard output"): cannot be written: \(Self.reason)")
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Puts the finished file in its place.
  ///
  /// - Throws: ``CommandFailure`` when the last bytes or the name cannot be written.
  func finish() throws {
    guard isOpen, let path else { return }
    isOpen = false
    guard close(descriptor) == 0 else {
      let reason = Self.reason
      removeTemporary()
      throw CommandFailure(.inputOutput, "\(path): cannot be written: \(reason)")
    }
    guard let temporary else { return }
    guard rename(temporary, path) == 0 else {
      let reason = Self.reason
      removeTemporary()
      throw CommandFailure(.cannotCreate, "\(path): cannot be written: \(reason)")
    }
    UnfinishedFile.forget(temporary)
  }

  /// Gives up: nothing is left behind.
  func discard() {
    guard isOpen, path != nil else { return }
    isOpen = false
    close(descriptor)
    removeTemporary()
  }

  private func removeTemporary() {
    guard let temporary else { return }
    unlink(temporary)
    UnfinishedFile.forget(temporary)
  }

  private func send(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static var reason: String { String(cString: strerror(errno)) }
}

/// Nobody reads standard output any more: the command ends quietly.
struct ClosedPipe: Error {}
