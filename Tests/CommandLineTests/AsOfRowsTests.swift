import Datasets
import Foundation
import Negotiation
import Reporting
import Series
import Testing

@testable import BurdenShareCLI

/// What a projection says that it assumes was known on the date that it names.
struct AsOfRowsTests {
  private struct Row {
    let key, origin, reason: String
    let sources: [String]

    init(_ cells: [Cell]) {
      let texts = cells.map { if case .text(let text) = $0 { text } else { "" } }
      (key, origin, reason) = (texts[1], texts[4], texts[6])
      sources = texts[7].split(separator: ";").map(String.init)
    }

    /// The numbers of four digits in the reason that can be years.
    var years: [Int] {
      reason.split { !$0.isNumber }.filter { $0.count == 4 }.compactMap { Int($0) }
        .filter { (1900...2100).contains($0) }
    }
  }

  private static let scenarios = [
    "japan-2021-as-of-2020-12", "korea-2021", "japan-2027-demanding", "japan-2027-status-quo",
    "japan-2027-transactional", "japan-gdp-ratio", "korea-2031", "nato-hague",
  ]

  @Test(arguments: scenarios) func noReasonAndNoSourceIsOfLaterThanTheDate(_ name: String) throws {
    let package = try DataPackage(Program.data.path)
    let published = Dictionary(
      try package.sources().map { ($0.identifier, try? PartialDate($0.publishedOn)) },
      uniquingKeysWith: { first, _ in first })
    for scenario in try package.scenarios(named: name) {
      let asOf = scenario.asOf
      let rows = try ScenarioProjection(scenario, package, options: [:]).assumptions(given: []).map(Row.init)
      for row in rows {
        #expect(row.years.allSatisfy { $0 <= asOf.year }, "\(scenario.identifier) \(row.key): \(row.reason)")
        // A series says of each value when it was known; the file that it was read from may be a later edition.
        guard row.origin != "series" else { continue }
        for source in row.sources {
          guard let date = published[source].flatMap({ $0 }) else { continue }
          #expect(date <= asOf, "\(scenario.identifier) \(row.key): \(source) of \(date)")
        }
      }
    }
  }

  @Test func eachAllyStartsFromItsOwnLastYear() throws {
    let package = try DataPackage(Program.data.path)
    let scenario = try #require(try package.scenarios(named: "nato-hague").first)
    let projection = try ScenarioProjection(scenario, package, options: [:])
    let ratio = try #require(projection.ratio)
    let known = Selection(asOf: scenario.asOf)
    for level in ratio.levels {
      let series = try package.series(ratio.plan.series(of: level.ally), known).series
      #expect(level.year == series.lastYear, "\(level.ally)")
    }
    #expect(Set(ratio.levels.map(\.year)) == [2024, 2025])
    #expect(projection.notes.contains { $0.contains("from 2025: ALB") }, "\(projection.notes)")
  }

  @Test(arguments: [("nato-hague", "core"), ("japan-gdp-ratio", "pledge")])
  func aPledgeIsNotDiscountedAsAnAsk(_ name: String, _ path: String) throws {
    let package = try DataPackage(Program.data.path)
    let scenario = try #require(try package.scenarios(named: name).first)
    let ratio = try #require(try ScenarioProjection(scenario, package, options: [:]).ratio)
    let pledge = try #require(ratio.paths.first { $0.name == path })
    let bars = try ratio.tornado(pledge, seed: .standard, workers: SingleWorker())
    let swings = bars.filter { $0.key == "ratio.pass_through" }.map(\.swing)
    #expect(swings.count == ratio.levels.count && swings.allSatisfy { $0 == 0 }, "\(swings)")
  }

  @Test func anEndThatHasPassedIsToldAsAFact() throws {
    let package = try DataPackage(Program.data.path)
    for scenario in try package.scenarios(named: "korea-2021") {
      let projection = try ScenarioProjection(scenario, package, options: [:])
      let note = projection.notes.first { $0.contains("no forecast") } ?? ""
      for event in ["agreed_by_expiry 0", "lapse 1", "lapse_3_months 1"] {
        #expect(note.contains(event), "\(projection.notes)")
      }
      #expect(!note.contains("ask_met"))
    }
  }
}
