import Datasets
import Foundation
import Negotiation
import Reporting
import Series
import Testing

@testable import BurdenShareCLI

struct DataPartTests {
  @Test func theSeriesAndSourcesOfScenariosAreToldToo() throws {
    let package = try DataPackage(Program.data.path)
    let known = Selection(asOf: try PartialDate("2026-11-22"))
    let ratio = "japan-security-ratio-fy2022-gdp"
    let uses = [ratio, "japan-hns"].map { DataPart.Use(series: $0, selection: known) }
    let alone = try DataPart(["japan-defense-ratio"], package, Selection())
    let part = try DataPart(
      ["japan-defense-ratio"], package, Selection(), and: uses, citing: ["gao-21-270"])
    #expect(part.statuses.rows.contains { $0.first == .text(ratio) })
    #expect(part.names[ratio] == "Japan security-related spending over FY2022 GDP")
    #expect(alone.unconfirmed.rows.isEmpty && !part.unconfirmed.rows.isEmpty)
    #expect(!alone.sources.rows.contains { $0.first == .text("gao-21-270") })
    #expect(part.sources.rows.contains { $0.first == .text("gao-21-270") })
  }

  @Test func aValueThatSeveralUseIsCountedOnce() throws {
    let package = try DataPackage(Program.data.path)
    let use = DataPart.Use(series: "japan-hns", selection: Selection(last: 2020))
    let (once, twice) = (
      try DataPart(["japan-hns"], package, Selection()),
      try DataPart(["japan-hns"], package, Selection(), and: [use])
    )
    #expect(once.statuses == twice.statuses && once.unconfirmed == twice.unconfirmed)
    let late = try DataPart(["japan-hns"], package, Selection(first: 2021), and: [use])
    #expect(late.statuses == once.statuses)
  }

  @Test func aRatioSaysWhatItRestsOn() throws {
    let package = try DataPackage(Program.data.path)
    let part = try NegotiationPart(["japan-gdp-ratio"], package, draws: try Draws(1_000), threads: 2)
    #expect(part.hasRatio && !part.hasAgreement)
    let names = part.uses.map(\.series)
    #expect(names.first == "japan-security-ratio-fy2022-gdp" && names.contains("nato-ratio-bel"))
    // A source of the scenario, one of its record, and one of what is asked for.
    #expect(part.sources.isSuperset(of: ["ettoday-2026-01-08", "egyptgazette-2024", "nippon-2025-06-21"]))
    let data = try DataPart(names, package, Selection(), citing: part.sources)
    #expect(data.sources.rows.contains { $0.first == .text("ettoday-2026-01-08") })
  }
}
