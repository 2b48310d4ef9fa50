#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A line on a terminal's standard error that counts the series done; nothing anywhere else.
struct ProgressLine {
  private let isShown: Bool
  private let start = ProgressLine.now
  private var done = 0
  private var lastShown = 0.0

  /// A line that is not shown yet: a run shorter than half a second never shows it.
  ///
  /// - Parameter isQuiet: whether the user asked for quiet.
  init(isQuiet: Bool) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

  /// Counts more series.
  ///
  /// - Parameter count: how many were done.
  mutating func advance(_ count: Int) {
    done += count
    let elapsed = Self.now - start
    guard isShown, elapsed - max(lastShown, 0.3) > 0.2 else { return }
    lastShown = elapsed
    Console.write("\r\(done) series, \(Int(Double(done) / elapsed)) a second ")
  }

  /// Wipes the line away.
  func finish() {
    if lastShown > 0 { Console.write("\r\u{1B}[K") }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
