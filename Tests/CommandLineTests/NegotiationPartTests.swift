import Datasets
import Foundation
import Negotiation
import Reporting
import Testing

@testable import BurdenShareCLI

struct NegotiationPartTests {
  @Test func theReportScoresTheReplayAsReplayDoes() throws {
    let part = try ReplayPart(try DataPackage(Program.data.path), threads: 2)
    let printed = try String(
      contentsOf: Gallery.folder.appendingPathComponent("replay/scores.csv"), encoding: .utf8)
    #expect(String(decoding: part.scores.encoded(.csv), as: UTF8.self) == printed)
  }
}
