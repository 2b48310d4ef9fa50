import ArgumentParser
import Datasets
import Negotiation
import Reporting
import Series

/// `burdenshare scenario list`.
struct ScenarioList: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the scenarios of the package.",
    discussion: """
      A file that is not sound is named on standard error, and the status is 65.

      EXAMPLE:
        burdenshare scenario list --format csv
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let package = try data.package()
    var table = Table(columns: [
      "scenario", "title", "allies", "round_id", "posture", "as_of", "first_year", "horizon",
    ])
    var faulty: [String] = []
    for name in package.scenarioNames {
      let file = try package.scenarioFile(name)
      table.rows += file.scenarios.map(row)
      guard let fault = file.faults.first else { continue }
      Console.say("burdenshare: \(fault)")
      faulty.append(file.path)
    }
    try TableOutput.write(table, output)
    guard faulty.isEmpty else {
      throw CommandFailure(
        .badData, "\(faulty.count) of \(package.scenarioNames.count) scenario files are not sound",
        hint: "'burdenshare scenario check \(faulty.joined(separator: " "))' tells all that is wrong")
    }
  }

  private func row(_ scenario: Scenario) -> [Cell] {
    let plan = scenario.agreement
    let allies = [plan?.ally.rawValue].compactMap { $0 } + (scenario.ratio?.allies ?? [])
    return [
      .text(scenario.identifier), .text(scenario.title),
      .text(allies.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ";")),
      plan.map { .text($0.round) } ?? .missing, plan.map { .text($0.posture.rawValue) } ?? .missing,
      .text(scenario.asOf.description),
      plan.map { .text($0.ally.calendar.label($0.firstYear)) } ?? .missing, .integer(scenario.horizonYears),
    ]
  }
}
