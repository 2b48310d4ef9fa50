#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The bytes of a file or of standard input, chunk by chunk; memory does not grow with the file.
package final class ByteSource {
  /// The file as it was named, `standard input` for `-`.
  let name: String
  private let descriptor: Int32
  private var buffer: UnsafeMutableRawBufferPointer
  private static let chunk = 1 << 18

  /// Opens a file.
  ///
  /// - Parameter path: the file, or `-` for standard input.
  /// - Throws: ``DataError`` when there is none or it cannot be opened.
  init(_ path: String) throws(DataError) {
    name = path == "-" ? "standard input" : path
    guard !FilesRead.mustBeOrdinary || Self.isOrdinary(path) else {
      throw .unreadable(
        name, reason: "it is no ordinary file, and only those can be read again; save it in one")
    }
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        if errno == ENOENT || errno == ENOTDIR { throw .noSuchFile(path) }
        throw .unreadable(path, reason: systemReason())
      }
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        close(descriptor)
        throw .unreadable(path, reason: "it is a folder")
      }
    }
    FilesRead.add(path)
    buffer = .allocate(byteCount: Self.chunk, alignment: 16)
  }

  deinit {
    buffer.deallocate()
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Whether a path leads to an ordinary file, a folder, or nothing, which are told where they are opened.
  private static func isOrdinary(_ path: String) -> Bool {
    var status = stat()
    guard path != "-" else { return false }
    guard stat(path, &status) == 0 else { return true }
    return [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// The next bytes, valid until the next call; empty at the end of the file.
  ///
  /// - Parameter least: how many bytes to wait for; a pipe may hand them over one at a time.
  /// - Returns: up to a chunk of bytes, fewer than `least` only at the end of the file.
  /// - Throws: ``DataError/readFailed(_:reason:)``.
  func next(atLeast least: Int = 1) throws(DataError) -> UnsafeRawBufferPointer {
    var filled = 0
    while filled < least {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = read(descriptor, rest.baseAddress, rest.count)
      if count == 0 { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        throw .readFailed(name, reason: systemReason())
      }
    }
    return UnsafeRawBufferPointer(rebasing: buffer[0..<filled])
  }

  /// The whole of a small file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the most bytes.
  /// - Returns: its bytes.
  /// - Throws: ``DataError``.
  package static func wholeFile(_ path: String, limit: Int = 64 << 20) throws(DataError) -> [UInt8] {
    let source = try ByteSource(path)
    var bytes: [UInt8] = []
    while true {
      let chunk = try source.next()
      if chunk.isEmpty { return bytes }
      bytes.append(contentsOf: chunk)
      if bytes.count > limit { throw .unreadable(path, reason: "it is larger than \(limit) bytes") }
    }
  }
}

/// What the system says of its last error.
func systemReason() -> String { String(cString: strerror(errno)) }
