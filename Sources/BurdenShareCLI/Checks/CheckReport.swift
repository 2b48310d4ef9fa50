import Checks
import Reporting

/// What a check found, on its way out: a JUnit file, a table, and lines on standard error.
final class CheckReport {
  /// The checks that are made; none before they are known.
  var checks: [String] = []

  private let output: OutputOptions
  private var junit: OutputFile?

  /// How many lines a check tells on standard error: a model that moved everywhere would fill the screen.
  private static let mostLines = 10

  /// A report; the JUnit file is opened now, since models run for half a minute before it is written.
  ///
  /// - Parameters:
  ///   - output: how the table is written.
  ///   - junit: the JUnit file, or `nil` for none.
  /// - Throws: ``CommandFailure`` when it cannot be made.
  init(_ output: OutputOptions, junit: String?) throws {
    self.output = output
    self.junit = try junit.map { try OutputFile($0) }
  }

  /// Writes what moved.
  ///
  /// - Parameters:
  ///   - comparisons: the checks.
  ///   - remarks: what changed since the baselines were recorded.
  ///   - untold: a check whose fault is told by how the program ends.
  /// - Throws: ``CommandFailure`` when it cannot be written.
  func write(_ comparisons: [Comparison], _ remarks: [String], untold: String?) throws {
    try writeJUnit(comparisons, remarks)
    var table = Table(columns: CheckRows.columns)
    table.rows = comparisons.flatMap(\.changes).map(CheckRows.row)
    try CheckRows.write(table, output)
    for comparison in comparisons where !comparison.changes.isEmpty && comparison.check != untold {
      let shown = output.verbose ? comparison.changes[...] : comparison.changes.prefix(Self.mostLines)
      for cell in shown { output.note(DriftText.line(cell)) }
      let rest = comparison.changes.count - shown.count
      if rest > 0 { output.note("\(comparison.check): and \(rest) more; the table has them all") }
    }
    guard comparisons.contains(where: { $0.moved > 0 }) else { return }
    for line in remarks { output.note("since the baselines were recorded: \(line)") }
    if remarks.isEmpty {
      output.note("version, data and OpenBLAS kernel are those of the baselines: the program's code moved it")
    }
  }

  /// Writes that no check could be made, unless what moved has been written.
  ///
  /// - Parameter failure: why.
  /// - Throws: ``CommandFailure`` when it cannot be written.
  func write(_ failure: CommandFailure) throws {
    let names = checks.isEmpty ? ["checks"] : checks
    try writeJUnit(names.map { Comparison(check: $0, .failed, because: failure.message) }, [])
  }

  private func writeJUnit(_ comparisons: [Comparison], _ remarks: [String]) throws {
    guard let file = junit else { return }
    junit = nil
    try file.write(JUnitReport.encoded(comparisons, remarks: remarks))
    try file.finish()
  }

  /// A number with its noun.
  ///
  /// - Parameters:
  ///   - number: how many.
  ///   - noun: of one.
  /// - Returns: `1 cell`, `2 cells`.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
