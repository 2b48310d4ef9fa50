import ArgumentParser
import Datasets
import Reporting

/// `burdenshare data check`.
struct DataCheck: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a data package: schema, hashes, keys, sources, sums; tell gaps and unconfirmed values.",
    discussion: """
      Prints a row for each problem and each remark. The status is 65 when there is a problem, 0 otherwise.

      EXAMPLES:
        burdenshare data check
        burdenshare data check path/to/package
      """)

  @Argument(help: ArgumentHelp("The folder of another package.", valueName: "dir"))
  var folder: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if folder != nil, data.folder != nil { throw ValidationError("give the folder once: DIR or --data") }
  }

  func run() throws {
    let package = try DataPackage(try PackageLocation.find(folder ?? data.folder))
    let check = PackageCheck(package)
    var table = Table(columns: ["kind", "rule", "item", "message"])
    for (kind, findings) in [("problem", check.problems), ("remark", check.remarks)] {
      table.rows += findings.map { [.text(kind), .text($0.rule), .text($0.item), .text($0.message)] }
    }
    try TableOutput.write(table, output)
    output.note(
      "\(package.name) \(package.version) at \(package.root): \(package.entries.count) series, "
        + "\(check.rows) rows, \(check.problems.count) problems, \(check.remarks.count) remarks")
    guard check.problems.isEmpty else {
      throw CommandFailure(.badData, "the data package has \(check.problems.count) problems")
    }
  }
}
