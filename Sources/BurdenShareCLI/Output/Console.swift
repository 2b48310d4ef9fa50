#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard error: everything that is not data.
enum Console {
  /// Writes a line to standard error; a failure to do so has nowhere to be told.
  ///
  /// A progress line is wiped away first. Control characters, which a name in a file may hold, become blanks: a message is one line, and no terminal
  /// obeys it.
  ///
  /// - Parameter line: without its end.
  static func say(_ line: String) {
    if let capture = TableCapture.current { return capture.notes.append(line) }
    let pieces = line.unicodeScalars.split { $0.properties.generalCategory == .control }
    TerminalLine.standardError.say(pieces.map { String($0) }.joined(separator: " "))
  }

  /// Writes text to standard error as it is.
  ///
  /// - Parameter text: what to write.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { send($0) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  private static func send(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Tells of a failure in one or two lines.
  ///
  /// - Parameter failure: what went wrong.
  static func report(_ failure: CommandFailure) {
    say("burdenshare: \(failure.message)")
    if let hint = failure.hint { say("hint: \(hint)") }
  }

  /// Takes the places of the standard streams that the caller closed.
  ///
  /// A file opened later would get such a place, and notes would be written into it. Reading or writing a closed
  /// stream fails as before.
  static func occupyClosedStreams() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is the one just found closed; should it fail, the stream stays closed.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Whether standard output is a terminal.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
