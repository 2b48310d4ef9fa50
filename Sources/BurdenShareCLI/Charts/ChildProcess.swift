#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Another program that does a part of the work.
enum ChildProcess {
  /// The place of a program on `PATH`.
  ///
  /// - Parameter name: of the program.
  /// - Returns: the first that can be run, or `nil`.
  static func find(_ name: String) -> String? {
    guard let value = getenv("PATH") else { return nil }
    for folder in String(cString: value).split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(name)"
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return path }
    }
    return nil
  }

  /// Runs a program to its end; its output goes nowhere or into a file, its messages into another.
  ///
  /// - Parameters:
  ///   - words: the program's place and its arguments.
  ///   - messages: a file for its standard error.
  ///   - output: a file for its standard output.
  /// - Returns: its exit status, or 128 and the number of the signal that ended it.
  /// - Throws: ``CommandFailure`` with status 73 when it cannot be started.
  static func run(_ words: [String], messages: String, output: String = "/dev/null") throws -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messages, O_WRONLY | O_CREAT, 0o600)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawn(&child, words.first ?? "", &actions, nil, &arguments, environ)
    guard failure == 0 else {
      throw CommandFailure(
        .cannotCreate, "\(words.first ?? ""): cannot be started: \(String(cString: strerror(failure)))")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else {
        throw CommandFailure(
          .ourFault, "waiting for \(words.first ?? ""): \(String(cString: strerror(errno)))")
      }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// A folder for files between two programs, removed with what is in it.
final class ScratchFolder {
  /// The folder.
  let path: String

  /// Makes a folder under `TMPDIR`, else `/tmp`.
  ///
  /// - Throws: ``CommandFailure`` with status 73.
  init() throws {
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(root.isEmpty ? "/tmp" : root)/burdenshare-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(
        .cannotCreate,
        "no temporary folder in \(root.isEmpty ? "/tmp" : root): \(String(cString: strerror(errno)))"
      )
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(folder)
    }
    rmdir(path)
  }

  /// The bytes of a file.
  ///
  /// - Parameter path: of the file.
  /// - Returns: its bytes, or `nil` when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { place in
        #if canImport(Darwin)
          Darwin.read(descriptor, place.baseAddress, place.count)
        #else
          Glibc.read(descriptor, place.baseAddress, place.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
