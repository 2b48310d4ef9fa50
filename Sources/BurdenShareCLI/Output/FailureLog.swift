/// What is told of the series while they are worked on: in their order, failures one by one and counted at the end.
///
/// While the table has no row the last failure waits, and with it what comes after: if nothing comes of the rest, it is
/// the error of the command, told once and not twice.
struct FailureLog {
  private var count = 0
  private var last: SeriesFailure?
  private var isWaiting = false
  /// Notes that came after the failure that waits.
  private var later: [String] = []

  /// Tells a line of a series.
  ///
  /// - Parameter line: without its end.
  mutating func note(_ line: String) {
    if isWaiting { later.append(line) } else { Console.say(line) }
  }

  /// Takes in a failure, and tells the one before it.
  ///
  /// - Parameter failure: why a series or a model of it gave nothing.
  mutating func add(_ failure: SeriesFailure) {
    count += 1
    tellWaiting()
    (last, isWaiting) = (failure, true)
  }

  /// Tells all that waits: the table has rows, or another error ends the command.
  mutating func tellWaiting() {
    if isWaiting, let last { Console.say("burdenshare: \(last.message)") }
    isWaiting = false
    later.forEach { Console.say($0) }
    later.removeAll()
  }

  /// Does what may fail, and tells what waits before it does.
  ///
  /// - Parameter body: reads the input and adds to this log.
  /// - Throws: what the body throws.
  mutating func telling(_ body: (inout FailureLog) throws -> Void) throws {
    do {
      try body(&self)
    } catch {
      tellWaiting()
      throw error
    }
  }

  /// Ends the command: the table is finished if it has rows.
  ///
  /// - Parameter table: the table of what succeeded.
  /// - Throws: ``CommandFailure`` when anything failed.
  mutating func finish(_ table: inout TableOutput) throws {
    guard let last else { return try table.finish() }
    guard table.hasRows else {
      isWaiting = false
      tellWaiting()
      throw CommandFailure(last.failure.status, last.message, hint: last.failure.hint)
    }
    tellWaiting()
    try table.finish()
    throw CommandFailure(
      last.failure.status, "\(count) of the fits failed; the table holds the others", hint: last.failure.hint)
  }
}
