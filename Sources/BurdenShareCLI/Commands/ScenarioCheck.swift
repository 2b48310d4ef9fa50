import ArgumentParser
import Datasets
import Negotiation
import Reporting

/// `burdenshare scenario check`.
struct ScenarioCheck: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Check scenario files: keys, types, ranges, sources, contradictions; all that is wrong at once.",
    discussion: """
      Prints a row for each fault with its line and column, or one that says 'sound' for each scenario. The status \
      is 65 when there is a fault. Without a file, those of the package are checked.

      EXAMPLES:
        burdenshare scenario check
        burdenshare scenario check path/to/package/scenarios/korea-2031.yaml
      """)

  @Argument(help: ArgumentHelp("Scenario files, or - for standard input.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let package = try data.package()
    var table = Table(columns: ["file", "line", "column", "scenario", "state", "message"])
    var faults = 0
    for file in files.isEmpty ? package.scenarioNames : files {
      let read = try files.isEmpty ? package.scenarioFile(file) : ScenarioFile(file, in: package)
      table.rows += read.scenarios.map { scenario in
        [
          .text(read.path), .missing, .missing, .text(scenario.identifier), .text("sound"),
          .text(scenario.title),
        ]
      }
      faults += read.faults.count
      table.rows += read.faults.map { fault in
        let place = fault.place
        return [
          .text(read.path), place.map { .integer($0.line) } ?? .missing,
          place?.column.map { .integer($0) } ?? .missing, .missing, .text("fault"), .text(fault.reason),
        ]
      }
    }
    try TableOutput.write(table, output)
    guard faults == 0 else {
      throw CommandFailure(.badData, faults == 1 ? "there is one fault" : "there are \(faults) faults")
    }
  }
}
