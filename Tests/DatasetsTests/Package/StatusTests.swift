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

  @Test func isSpelledAsTheFilesSpellIt() {
    #expect(
      Status.allCases.map(\.rawValue) == [
        "settled", "initial_budget", "provisional", "estimate", "unconfirmed",
      ])
    #expect(Status(rawValue: "Settled") == nil)
  }
}
