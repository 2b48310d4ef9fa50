import Datasets
import Foundation
import Series
import Testing

@testable import BurdenShareCLI

struct NegotiationPartDateTests {
  @Test func aScenarioThatIsLaterThanTheReportIsRefused() throws {
    let package = try DataPackage(Program.data.path)
    let failure = #expect(throws: CommandFailure.self) {
      try NegotiationPart.require(
        by: try PartialDate("2020-12-15"), ReportCommand.standardScenarios, package)
    }
    #expect(failure?.status == .usage)
    #expect(
      failure?.message
        == "scenario 'japan-2027-status-quo' is as of 2026-11-22, later than --as-of 2020-12-15")
    #expect(failure?.hint?.contains("--no-scenarios") == true)
    try NegotiationPart.require(by: try PartialDate("2020-12"), ["korea-2021"], package)
  }

  @Test func theReplayKeepsToRoundsAgreedByTheDate() throws {
    let package = try DataPackage(Program.data.path)
    let (early, late) = (
      try ReplayPart.names(agreedBy: try PartialDate("2020-12-15"), package),
      try ReplayPart.names(agreedBy: try PartialDate("2026-11-22"), package)
    )
    #expect(!early.isEmpty && early.count < late.count)
    #expect(!early.contains("JP-SMA-2021X") && late.contains("JP-SMA-2021X"))
    #expect(try ReplayPart.names(agreedBy: try PartialDate("1987-02"), package).isEmpty)
  }
}
