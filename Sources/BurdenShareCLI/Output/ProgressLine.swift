#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A line on a terminal's standard error that counts the series done; nothing anywhere else.
struct ProgressLine {
  private let line: TerminalLine?
  private let now: () -> Double
  private let start: Double
  private var done = 0
  private var lastShown = 0.0

  /// A line that is not shown yet: a run shorter than half a second never shows it.
  ///
  /// - Parameter isQuiet: whether the user asked for quiet.
  init(isQuiet: Bool) {
    let isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    self.init(on: isShown ? .standardError : nil, now: { Self.monotonicSeconds })
  }

  /// A line on such a terminal.
  ///
  /// - Parameters:
  ///   - line: where it is shown; `nil` for nowhere.
  ///   - now: the time in seconds.
  init(on line: TerminalLine?, now: @escaping () -> Double) {
    (self.line, self.now, start) = (line, now, now())
  }

  /// Counts more series.
  ///
  /// - Parameter count: how many were done.
  mutating func advance(_ count: Int) {
    done += count
    let elapsed = now() - start
    guard let line, elapsed - max(lastShown, 0.3) > 0.2 else { return }
    lastShown = elapsed
    line.show("\(done) series, \(Int(Double(done) / elapsed)) a second ")
  }

  /// Wipes the line away.
  func finish() { line?.wipe() }

  private static var monotonicSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
