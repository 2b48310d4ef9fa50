import ArgumentParser
import Datasets
import Reporting
import Series

/// `burdenshare data show`.
struct DataShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the values of a series, each with its status and sources.",
    discussion: """
      What the series counts, and where the counting changes, is told on standard error. A derived series is \
      computed; its value has the weakest status and all the sources of its inputs.

      EXAMPLES:
        burdenshare data show japan-hns
        burdenshare data show japan-hns --exclude-status unconfirmed --to 1995
        burdenshare data show japan-hns --as-of 2020-12-15
      """)

  @Argument(help: ArgumentHelp("The series ('burdenshare data list').", valueName: "series"))
  var series: String

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let package = try data.package()
    let entry = try package.entry(series)
    let selection = try selection.selection()
    let used = try package.observations(series).filter { selection.admits($0) }
    guard !used.isEmpty else {
      throw CommandFailure(.badData, "series '\(series)' has no value under these options")
    }
    output.note("\(entry.identifier): \(entry.definition)")
    if !entry.notes.isEmpty { output.note("\(entry.identifier): \(entry.notes)") }
    var table = Table(columns: ["series_id", "period", "value", "unit", "status", "source_id"])
    for observation in used {
      table.rows.append([
        .text(series), .text(entry.calendar.label(observation.year)), .optional(observation.value),
        .text(entry.unit.symbol), observation.status.map { .text($0.rawValue) } ?? .missing,
        .text(observation.sources.joined(separator: ";")),
      ])
      if output.verbose, !observation.note.isEmpty {
        output.note("\(entry.calendar.label(observation.year)): \(observation.note)")
      }
    }
    try TableOutput.write(table, output)
  }
}
