import Foundation
import TestSupport

/// A named pipe into which a shell command writes, so that a test can read more than a disk should hold.
final class NamedPipe {
  let path: String
  private let folder: TemporaryFolder
  private let writer = Process()

  /// Starts the command; it waits until the pipe is opened for reading.
  ///
  /// - Parameter command: what writes to its standard output.
  /// - Throws: when the pipe cannot be made or the shell cannot be started.
  init(_ command: String) throws {
    folder = try TemporaryFolder()
    path = folder.path + "/pipe"
    guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "{ \(command); } > '\(path)' 2> /dev/null"]
    try writer.run()
  }

  deinit { writer.waitUntilExit() }
}
