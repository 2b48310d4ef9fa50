import Datasets
import Foundation
import Negotiation
import Reporting
import Series
import Testing

@testable import BurdenShareCLI

/// What the package's scenarios of ratios say of single allies and paths.
struct RatioScenarioTests {
  private let package: DataPackage

  init() throws { package = try DataPackage(Program.data.path) }

  private func projection(_ name: String, _ options: [String: AssumedValue] = [:]) throws
    -> ScenarioProjection
  {
    try ScenarioProjection(
      try #require(try package.scenarios(named: name).first), package, options: options)
  }

  /// The rows of a table, as texts.
  private func rows(_ projection: ScenarioProjection, _ table: ProjectionTable) throws -> [[String]] {
    let workers = PoolWorkers(threads: 1)
    let cells = try projection.simulated(table, draws: try Draws(1000), seed: .standard, workers: workers)
    return cells.map { $0.map(Self.text) }
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): NumberText.string(value)
    case .integer(let value): "\(value)"
    case .missing: ""
    }
  }

  /// The round of The Hague that is Spain's own: 2.1 percent, exempt from 3.5.
  @Test func spainHasThePledgeOfItsOwnRound() throws {
    let round = try package.evidence().round("NATO-HAGUE-2025-ESP")
    let projection = try projection("nato-hague")
    let ratio = try #require(projection.ratio)
    let path = try #require(ratio.paths.first { $0.name == "core" })
    let events = ratio.run(path, draws: try Draws(1000), seed: .standard, workers: SingleWorker()).events
    let names = Dictionary(grouping: events) { $0.ally == "ESP" }.mapValues { Set($0.map(\.event.name)) }
    #expect(round.settlement == 2.1 && events.count == 30)
    #expect(names[true] == ["reaches_2.1_percent_by_2035"])
    #expect(names[false] == ["reaches_3.5_percent_by_2035"])
    let told = projection.assumptions(given: []).map { $0.map(Self.text) }
    let own = told.filter { $0[1] == "ratio.paths" && $0[2].hasPrefix("ESP: ") }
    #expect(own.map { $0[2] } == ["ESP: pledge 2 by 2024, pledge 2.1 by 2035"], "\(told.prefix(8))")
    #expect(own.first.map { $0[3] == "E 1" && $0[7].contains("particle-spain-2025") } == true)
  }

  @Test func aPathIsTakenByItsName() throws {
    let alone = try projection("nato-hague/core")
    #expect(alone.scenario.identifier == "nato-hague/core" && alone.scenario.title.hasSuffix(", core"))
    let whole = try rows(try projection("nato-hague"), .paths).filter { $0[0] == "nato-hague/core" }
    let found = try rows(alone, .paths)
    #expect(found == whole && !found.isEmpty)
    #expect(throws: DataError.self) { try package.scenarios(named: "nato-hague/cor") }
    let file = try package.scenarioFile("nato-hague/core")
    #expect(file.given["nato-hague/core"]?.contains("ratio.paths") == true)
    #expect(file.statements["nato-hague/core"]?["ratio.paths.0.name"] == "core")
  }
}
