/// The series that gave nothing: told one by one, counted at the end.
///
/// The last failure waits: if nothing comes of the rest, it is the error of the command, told once and not twice.
struct FailureLog {
  private var count = 0
  private var last: SeriesFailure?

  /// Takes in a failure, and tells the one before it.
  ///
  /// - Parameter failure: why a series or a model of it gave nothing.
  mutating func add(_ failure: SeriesFailure) {
    count += 1
    tellLast()
    last = failure
  }

  /// Ends the command: the table is finished if it has rows.
  ///
  /// - Parameter table: the table of what succeeded.
  /// - Throws: ``CommandFailure`` when anything failed.
  func finish(_ table: inout TableOutput) throws {
    guard let last else { return try table.finish() }
    guard table.hasRows else {
      throw CommandFailure(last.failure.status, last.message, hint: last.failure.hint)
    }
    tellLast()
    try table.finish()
    throw CommandFailure(
      last.failure.status, "\(count) of the fits failed; the table holds the others", hint: last.failure.hint)
  }

  private func tellLast() {
    if let last { Console.say("burdenshare: \(last.message)") }
  }
}
