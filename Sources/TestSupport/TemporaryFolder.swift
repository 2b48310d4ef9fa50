internal import Foundation

/// A folder of its own for one test, removed with everything in it when the test lets go of it.
public final class TemporaryFolder: Sendable {
  /// The folder's path, without a slash at its end.
  public let path: String

  /// A new, empty folder.
  ///
  /// - Throws: the file system's error.
  public init() throws {
    path = NSTemporaryDirectory() + "burdenshare-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - name: its path within the folder; folders on the way are made.
  ///   - bytes: what it holds.
  /// - Returns: its whole path.
  /// - Throws: the file system's error.
  @discardableResult
  public func write(_ name: String, _ bytes: some Collection<UInt8>) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return path + "/" + name
  }

  /// Writes a text in UTF-8.
  ///
  /// - Parameters:
  ///   - name: its path within the folder.
  ///   - text: what it holds.
  /// - Returns: its whole path.
  /// - Throws: the file system's error.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}
