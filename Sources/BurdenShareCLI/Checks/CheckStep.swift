import Checks
import Datasets

/// One table that is checked: the commands that make it, and what of it is kept.
struct CheckStep {
  /// The name of the check, and of its baseline's file.
  let name: String
  /// The commands, whose rows follow each other; their columns are the same.
  let commands: [[String]]
  /// The columns that are kept; all for `nil`.
  var columns: [String]?
  /// A column and its values in the rows that are kept; all rows for `nil`.
  var filter: (column: String, values: Set<String>)?
  /// A column and its values in the rows that are left out, because they follow from others.
  var omitted: (column: String, values: Set<String>)?
  /// Where a file of checks states it; `nil` for a check of the data package.
  var entry: CheckFile.Entry?

  /// Makes the table of now.
  ///
  /// - Parameter threads: how many share the work, for commands that take such a number; the table does not depend on it.
  /// - Returns: the table.
  /// - Throws: ``CommandFailure`` when a command makes none.
  func table(threads: Int?) throws -> CheckedTable {
    var columns: [String]?
    var rows: [[String]] = []
    for words in commands {
      var command = try TableWords.command(words)
      if let threads, var threaded = command as? any ThreadedCommand {
        threaded.threads.threads = threads
        command = threaded
      }
      let capture = try TableWords.run(command)
      guard columns ?? capture.columns == capture.columns else {
        throw CommandFailure(.ourFault, "check '\(name)': its commands make tables of different columns")
      }
      columns = capture.columns
      rows += CheckedTable(columns: capture.columns, cells: capture.rows).rows
    }
    return CheckedTable(columns: columns ?? [], rows: rows).keeping(
      columns: self.columns, where: filter, but: omitted)
  }
}

/// A command whose work several threads share.
protocol ThreadedCommand: TableCommand {
  /// How many.
  var threads: ThreadOptions { get set }
}

extension ForecastCommand: ThreadedCommand {}
extension FitCommand: ThreadedCommand {}
extension BacktestCommand: ThreadedCommand {}
extension ProjectCommand: ThreadedCommand {}
extension ReplayCommand: ThreadedCommand {}
