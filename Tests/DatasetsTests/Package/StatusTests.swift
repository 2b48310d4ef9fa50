import Testing

@testable import Datasets

@Suite struct StatusTests {
  @Test func risesFromTheFirmestToTheWeakest() {
    let order: [Status] = [.settled, .initialBudget, .provisional, .estimate, .unconfirmed]
    #expect(Status.allCases == order)
    for (left, right) in zip(order, order.dropFirst()) {
      #expect(left < right)
      #expect(!(right < left))
    }
    #expect(order.shuffled().max() == .unconfirmed)
    #expect(order.shuffled().sorted() == order)
  }

  /// The guide to the data and the source say the same of each, in the same order.
  @Test func meansWhatTheGuideToTheDataSays() throws {
    func text(_ path: String) throws -> String {
      String(decoding: try ByteSource.wholeFile(path), as: UTF8.self)
    }
    let guide = try text(RealPackage.path + "/README.md")
    let source = try text(RealPackage.path + "/../Sources/Datasets/Package/Status.swift")
    let rows = guide.matches(of: /\| `([a-z_]+)` \| (.+) \|\n/)
      .filter { Status(rawValue: String($0.output.1)) != nil }
    #expect(rows.map { Status(rawValue: String($0.output.1)) } == Status.allCases)
    let comments = source.matches(of: #/\ \ ///\ (.+)\.\n\ \ case\ /#).map { $0.output.1.lowercased() }
    #expect(rows.map { $0.output.2.lowercased() } == comments)
  }

  @Test func isSpelledAsTheFilesSpellIt() {
    #expect(
      Status.allCases.map(\.rawValue) == [
        "settled", "initial_budget", "provisional", "estimate", "unconfirmed",
      ])
    #expect(Status(rawValue: "Settled") == nil)
  }
}
