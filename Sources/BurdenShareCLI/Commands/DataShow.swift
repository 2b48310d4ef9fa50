import ArgumentParser
import Datasets
import Reporting
import Series

/// `burdenshare data show`.
struct DataShow: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the values of a series, each with its status and sources.",
    discussion: """
      What the series counts, and where the counting changes, is told on standard error. A derived series is \
      computed; its value has the weakest status and all the sources of its inputs. A year that is known to have \
      no value yet is printed without one. --verbose tells when each value was published, and the remarks.

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
    let shown = try package.observations(series).filter { selection.spans($0.year) }
    let rows = shown.filter { $0.value == nil || selection.admits($0) }
    // Years without a value stand by themselves, but not for values that the options hide.
    guard !rows.isEmpty, rows.contains(where: { $0.value != nil }) || rows.count == shown.count else {
      throw CommandFailure(.badData, "series '\(series)' has no value under these options")
    }
    output.note("\(entry.identifier): \(entry.definition)")
    if !entry.notes.isEmpty { output.note("\(entry.identifier): \(entry.notes)") }
    var table = Table(columns: ["series_id", "period", "value", "unit", "status", "source_id"])
    for observation in rows {
      table.rows.append([
        .text(series), .text(entry.calendar.label(observation.year)), .optional(observation.value),
        .text(entry.unit.symbol), observation.status.map { .text($0.rawValue) } ?? .missing,
        .text(observation.sources.joined(separator: ";")),
      ])
      if output.verbose { tell(observation, of: entry) }
    }
    try TableOutput.write(table, output)
  }

  private func tell(_ observation: Observation, of entry: SeriesEntry) {
    let period = entry.calendar.label(observation.year)
    if observation.value != nil {
      let publication =
        switch observation.publication {
        case .stated(let date): "published \(date)"
        case .byRule(let date): "published \(date) by the rule of the series (\(entry.publicationReason))"
        case .ofInputs(let date): "published \(date), with the latest of its inputs"
        case .unknown: "it is not known when it was published"
        }
      output.note("\(period): \(publication)")
    }
    if !observation.note.isEmpty { output.note("\(period): \(observation.note)") }
  }
}
