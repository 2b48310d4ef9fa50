import Probability
import Testing

@testable import Negotiation

/// A future whose number is a sum of what the drivers add, and of a product of two of them.
private struct Sum: FutureKernel {
  let off: Set<ProjectionDriver>
  var width: Int { 1 }

  func simulate(
    _ numbers: DrawNumbers, under inputs: DrawNumbers, into row: UnsafeMutablePointer<Double>
  ) -> UInt32 {
    let (ask, offer) = (off.contains(.ask) ? 0.0 : 1.0, off.contains(.offer) ? 0.0 : 1.0)
    row[0] = 10 + 3 * ask + 2 * offer + 4 * ask * offer + 0.001 * numbers.normal(0)
    return 0
  }
}

@Suite struct ContributionsTests {
  @Test func aSharedEffectIsHalvedAndPartsAddUp() {
    let found = Contributions.medians(
      [.ask, .offer, .delay], columns: [0], generator: CounterGenerator(seed: 1, stream: 1),
      workers: SingleWorker()
    ) { Sum(off: $0) }
    let values = found[0].contributions
    // The same random numbers in every variant: what is left is rounding.
    #expect(abs(values[0] - 5) < 1e-9)
    #expect(abs(values[1] - 4) < 1e-9)
    #expect(values[2] == 0)
    // The noise of a thousandth moves the median of 8,192 draws by a hundred-thousandth.
    #expect(abs(found[0].neutral - 10) < 1e-4)
  }

  @Test func noDriversLeaveTheNeutralMedian() {
    let found = Contributions.medians(
      [], columns: [0], generator: CounterGenerator(seed: 1, stream: 1), workers: SingleWorker()
    ) { Sum(off: $0) }
    #expect(found[0].contributions.isEmpty)
  }
}
