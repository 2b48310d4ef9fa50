import Datasets
import Foundation
import Negotiation
import Reporting
import Testing

@testable import BurdenShareCLI

struct NegotiationPartTests {
  // One round: all of them take half a minute without optimisation, and differ in nothing but their number.
  @Test func theReportScoresTheReplayAsReplayDoes() async throws {
    let round = "JP-SMA-2021X"
    let part = try ReplayPart([round], try DataPackage(Program.data.path), threads: 2)
    let line = "burdenshare replay \(round) --table scores --format csv --quiet"
    let run = try await ShellRun.run(line, in: try Sandbox())
    #expect(run.status == 0)
    #expect(part.scores.encoded(.csv) == Array(run.output))
    #expect(part.scores.rows.contains { $0[2] == .text("trend") }, "Holm's family lacks the trend")
  }

  @Test func everyScenarioHasAChartOfItsContributions() throws {
    let package = try DataPackage(Program.data.path)
    let names = package.scenarioNames
    #expect(names.count > 5)
    for name in names {
      for scenario in try package.scenarios(named: name) {
        // As a projection labels them: the scenario's own ask, then each way in which the asks follow each other.
        let paths = (scenario.ratio?.paths ?? []).map { "\(scenario.identifier)/\($0.name)" }
        let rows = ([scenario.identifier] + paths).flatMap { label in
          [("neutral", 2.0), ("ask", 1), ("delay", -0.5)].map { driver, value -> [Cell] in
            [.text(label), .text("m"), .text("percent"), .text("2030"), .text(driver), .number(value)]
          }
        }
        let table = Table(
          columns: ProjectionTable.contributions.columns, rows: NegotiationPart.first(rows))
        let chart = try ProjectionChart.chart(
          table, .contributions, ProjectionBackground(), Phrases(.english), source: "s")
        #expect(chart.title.contains(scenario.identifier), "\(chart.title)")
      }
    }
  }

  @Test func theChartHasThePledgesOfTheScenario() throws {
    let package = try DataPackage(Program.data.path)
    let scenario = try #require(try package.scenarios(named: "japan-gdp-ratio").first)
    var background = ProjectionBackground()
    try background.add(try ScenarioProjection(scenario, package, options: [:]), package)
    #expect(!background.pledges.isEmpty)
    #expect(!background.pledges.contains { $0.year == 2024 })
    #expect(!background.sources.isEmpty)
  }
}
