import ArgumentParser
import Datasets
import Reporting

/// `burdenshare data sources`.
struct DataSources: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Print the sources of the package, or of one series, with their licences.",
    discussion: """
      EXAMPLES:
        burdenshare data sources
        burdenshare data sources japan-hns
      """)

  @Argument(help: ArgumentHelp("Only the sources of this series.", valueName: "series"))
  var series: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let package = try data.package()
    let wanted = try series.map { Set(try package.observations($0).flatMap(\.sources)) }
    let sources = try package.sources().filter { wanted?.contains($0.identifier) ?? true }
    let table = Table(
      columns: ["source_id", "publisher", "title", "url", "published_on", "licence"],
      rows: sources.map {
        [$0.identifier, $0.publisher, $0.title, $0.url, $0.publishedOn, $0.licence].map {
          $0.isEmpty ? .missing : .text($0)
        }
      })
    try TableOutput.write(table, output)
  }
}
