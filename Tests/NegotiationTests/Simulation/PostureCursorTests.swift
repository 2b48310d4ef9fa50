import Probability
import Testing

@testable import Negotiation

@Suite struct PostureCursorTests {
  @Test(arguments: [(2026, 10, 2029), (2028, 11, 2029), (2029, 0, 2033), (2020, 11, 2021), (1, 0, 5)])
  func inaugurationsFollowLeapYears(year: Int, month: Int, next: Int) {
    #expect(PostureChain.inauguration(after: 12 * year + month) == 12 * next)
  }

  @Test func staysWithoutChanges() {
    var cursor = PostureCursor(
      PostureChain(stayMonths: 1, isActive: false),
      DrawNumbers(CounterGenerator(seed: 1, stream: 1), draw: 0), from: 24_000, posture: .demanding,
      change: 1, transactional: 0.5, demanding: 0)
    #expect(cursor.advance(to: 30_000) == .demanding)
  }

  @Test func sharesAfterAnInaugurationAreThoseGiven() {
    var counts: [Posture: Int] = [:]
    let draws = 40_000
    for draw in 0..<draws {
      var cursor = PostureCursor(
        PostureChain(stayMonths: 1e9), DrawNumbers(CounterGenerator(seed: 1, stream: 1), draw: UInt64(draw)),
        from: 12 * 2026, posture: .demanding, change: 0.6, transactional: 0.2, demanding: 0.3)
      #expect(cursor.advance(to: 12 * 2029 - 1) == .demanding)
      counts[cursor.advance(to: 12 * 2029), default: 0] += 1
    }
    // 0.4 stay, and 0.6 are drawn anew; five standard errors of a share of 40,000.
    let tolerance: Double = 5 * 0.5 / 200
    let shares: [Posture: Double] = [.demanding: 0.58, .transactional: 0.12, .statusQuo: 0.3]
    for (posture, share) in shares {
      let found: Double = Double(counts[posture] ?? 0) / Double(draws)
      #expect(abs(found - share) < tolerance)
    }
  }

  @Test func theMeanStayIsExponential() {
    var moved = 0
    let draws = 20_000
    for draw in 0..<draws {
      var cursor = PostureCursor(
        PostureChain(stayMonths: 48), DrawNumbers(CounterGenerator(seed: 2, stream: 1), draw: UInt64(draw)),
        from: 12 * 2025, posture: .statusQuo, change: 0, transactional: 0, demanding: 0)
      if cursor.advance(to: 12 * 2025 + 24) == .transactional { moved += 1 }
    }
    // 1 - exp(-24/48); five standard errors.
    let tolerance: Double = 5 * 0.49 / 141
    let share: Double = Double(moved) / Double(draws)
    #expect(abs(share - 0.393_469) < tolerance)
  }
}
