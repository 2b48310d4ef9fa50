import ArgumentParser
import Datasets
import Reporting
import Series

/// `burdenshare data list`.
struct DataList: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the series of the package.",
    discussion: """
      EXAMPLE:
        burdenshare data list --format csv
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let package = try data.package()
    var table = Table(columns: [
      "series_id", "title", "economy", "unit", "first_period", "last_period", "observations", "missing",
      "sources",
    ])
    for entry in package.entries {
      let valued = try package.observations(entry.identifier).filter { $0.value != nil }
      guard let first = valued.first?.year, let last = valued.last?.year else { continue }
      table.rows.append([
        .text(entry.identifier), .text(entry.title), .text(entry.economy), .text(entry.unit.symbol),
        .text(entry.calendar.label(first)), .text(entry.calendar.label(last)), .integer(valued.count),
        .integer(last - first + 1 - valued.count), .integer(Set(valued.flatMap(\.sources)).count),
      ])
    }
    try TableOutput.write(table, output)
  }
}
