/// The series that gave nothing: told one by one, counted at the end.
///
/// The first is held back until it is clear whether it is the only news: a command about one series then ends with one
/// line, and not with the same line twice.
struct FailureLog {
  private(set) var count = 0
  private var held: SeriesFailure?

  /// Tells of a failure, or holds the first one back.
  ///
  /// - Parameter failure: why a series or a model of it gave nothing.
  mutating func add(_ failure: SeriesFailure) {
    count += 1
    if count == 1 {
      held = failure
    } else {
      if count == 2, let held { Console.say("burdenshare: \(held.message)") }
      Console.say("burdenshare: \(failure.message)")
    }
  }

  /// Ends the command: the table is finished if it has rows.
  ///
  /// - Parameter table: the table of what succeeded.
  /// - Throws: ``CommandFailure`` when anything failed.
  func finish(_ table: inout TableOutput) throws {
    guard let held else { return try table.finish() }
    if table.hasRows { try table.finish() }
    if count == 1 {
      throw CommandFailure(
        held.failure.status, held.message + (table.hasRows ? "; the table holds the others" : ""),
        hint: held.failure.hint)
    }
    throw CommandFailure(
      held.failure.status,
      "\(count) fits failed" + (table.hasRows ? "; the table holds the others" : "; there is no table"),
      hint: held.failure.hint)
  }
}
