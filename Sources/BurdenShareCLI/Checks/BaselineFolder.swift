import Checks

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder of baselines while a check reads or writes it: held by one writer or by any number of readers.
final class BaselineFolder {
  /// The folder.
  let path: String
  private let descriptor: Int32

  /// Takes hold of a folder, or learns that it is taken.
  ///
  /// The system lets go when the process ends, however it ends: no file is left that says somebody is at work.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - isWritten: whether it is written, and made if it is not there.
  /// - Throws: ``CheckError``.
  init(_ path: String, isWritten: Bool) throws {
    self.path = path
    if isWritten, mkdir(path, 0o777) != 0, errno != EEXIST {
      throw CheckError.notWritable(file: path, reason: String(cString: strerror(errno)))
    }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if isWritten { throw CheckError.notWritable(file: path, reason: String(cString: strerror(errno))) }
      let reason = errno
      guard reason == ENOENT || reason == ENOTDIR else {
        throw CheckError.unreadable(reason: "\(path): cannot be opened: \(String(cString: strerror(reason)))")
      }
      throw CheckError.noBaselines(folder: path)
    }
    if isWritten, access(path, W_OK) != 0 {
      throw CheckError.notWritable(file: path, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, (isWritten ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
      throw CheckError.busy(folder: path)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes all files, then puts them in their places, the last one last.
  ///
  /// - Parameter files: names within the folder, and bytes.
  /// - Throws: ``CommandFailure``; nothing is changed when a file cannot be written.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws {
    var open: [OutputFile] = []
    for (name, bytes) in files {
      var status = stat()
      if stat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT != S_IFREG {
        throw CheckError.notWritable(file: "\(path)/\(name)", reason: "it is no ordinary file")
      }
      let file = try OutputFile("\(path)/\(name)")
      try file.write(bytes)
      open.append(file)
    }
    for file in open { try file.finish() }
  }

  /// Removes the file of a check that is made no more.
  ///
  /// - Parameter check: its name.
  /// - Returns: the path of the file, or `nil` where it cannot be removed or stands elsewhere.
  func remove(_ check: String) -> String? {
    let file = Baselines.path(of: check, in: path)
    // A name comes from the manifest, and must not lead out of the folder.
    guard !check.contains("/"), unlink(file) == 0 else { return nil }
    return file
  }
}
