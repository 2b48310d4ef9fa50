/// A line of a terminal that is written over, and wiped away before anything else is written there.
final class TerminalLine {
  /// That of standard error.
  ///
  /// Messages and progress are written by the main thread alone.
  nonisolated(unsafe) static let standardError = TerminalLine { Console.write($0) }

  private let write: (String) -> Void
  private var isShown = false

  /// A line that shows nothing yet.
  ///
  /// - Parameter write: writes text to the terminal as it is.
  init(write: @escaping (String) -> Void) { self.write = write }

  /// Shows a text in place of the one before.
  ///
  /// - Parameter text: shorter than the terminal is wide.
  func show(_ text: String) {
    isShown = true
    write("\r\(text)\u{1B}[K")
  }

  /// Wipes the text away, so that what is written next begins a line of its own.
  func wipe() {
    guard isShown else { return }
    isShown = false
    write("\r\u{1B}[K")
  }

  /// Writes a line that stays.
  ///
  /// - Parameter line: without its end.
  func say(_ line: String) {
    wipe()
    write(line + "\n")
  }
}
