import Reporting

/// A table that a command of this process makes for another one: kept in memory, with its notes, and written nowhere.
final class TableCapture {
  /// Where tables and notes go while a command runs for another one; they are made on the main thread alone.
  nonisolated(unsafe) private(set) static var current: TableCapture?

  var columns: [String] = []
  var rows: [[Cell]] = []
  /// Lines that would have gone to standard error.
  var notes: [String] = []
  /// Whether the command finished its table; it may have failed afterwards, of some series.
  var isFinished = false

  /// Runs a command whose table goes here.
  ///
  /// - Parameter body: runs it.
  /// - Returns: how it failed, or `nil`.
  func collect(_ body: () throws -> Void) -> (any Error)? {
    let outer = Self.current
    Self.current = self
    defer { Self.current = outer }
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }
}
