import ArgumentParser
import Datasets
import LinearAlgebra
import Reporting

/// `burdenshare doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell versions, the BLAS build and its kernel, a numeric self-test, and the state of the data.",
    discussion: """
      The status is 70 when the self-test misses its digits, 65 when the data package has a problem.

      EXAMPLE:
        burdenshare doctor
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var rows: [[Cell]] = []
    func tell(_ item: String, _ value: String) { rows.append([.text(item), .text(value)]) }
    tell("burdenshare", BurdenShare.version)
    tell("blas", BLASEnvironment.configuration)
    tell("blas kernel", BLASEnvironment.coreName)
    tell("blas threads", "\(BLASEnvironment.threadCount)")
    tell("processors", "\(WorkerPool.processors)")
    let selfTest = try NumericSelfTest.run()
    for check in selfTest.checks {
      tell(
        "self-test: \(check.name)",
        "\(NumberText.fixed(check.digits, decimals: 1)) digits, needs \(NumberText.fixed(check.required, decimals: 0))"
          + (check.passed ? "" : ": FAILED"))
    }
    let package = try data.package()
    let check = PackageCheck(package)
    tell("data package", "\(package.name) \(package.version)")
    tell("data folder", package.root)
    tell("data series", "\(package.entries.count)")
    tell("data problems", "\(check.problems.count)")
    tell("data remarks", "\(check.remarks.count) ('burdenshare data check' lists them)")
    try TableOutput.write(Table(columns: ["item", "value"], rows: rows), output)
    guard selfTest.passed else {
      throw CommandFailure(.ourFault, "the numeric self-test misses its digits on this machine")
    }
    guard check.problems.isEmpty else {
      throw CommandFailure(
        .badData, "the data package has \(check.problems.count) problems",
        hint: "'burdenshare data check' lists them")
    }
  }
}
