import Probability
import Testing

@testable import Negotiation

@Suite struct ConditionalProbabilitiesTests {
  /// One event, with a probability drawn from uniform(low, high).
  private struct Coin: FutureKernel {
    let low, high: Double
    var width: Int { 1 }

    func simulate(
      _ numbers: DrawNumbers, under inputs: DrawNumbers, into row: UnsafeMutablePointer<Double>
    ) -> UInt32 {
      let chance = low + (high - low) * inputs.uniform(0)
      row[0] = chance
      return numbers.uniform(0) < chance ? 1 : 0
    }
  }

  private func interval(_ low: Double, _ high: Double, _ workers: some Workers) -> ClosedRange<Double> {
    ConditionalProbabilities.intervals(
      Coin(low: low, high: high), outcomes: 1, seed: 1, workers: workers
    ) { _, events, _ in events & 1 != 0 }[0]
  }

  /// The 5 and 95 % points of uniform(0.2, 0.8) are 0.23 and 0.77.
  ///
  /// The points of 2,048 draws err by 0.6 √(0.05 0.95/2048) = 0.003; matching the variance alone leaves the shares of 128
  /// futures, with an error of 0.04 in a box, about 0.01 too wide.
  @Test func isTheSpreadOfTheProbability() {
    let found = interval(0.2, 0.8, SingleWorker())
    #expect(abs(found.lowerBound - 0.23) < 0.02)
    #expect(abs(found.upperBound - 0.77) < 0.02)
  }

  /// A known probability keeps nothing of the scatter of its shares.
  ///
  /// They scatter by 0.04, so that a raw interval would be 0.14 wide; what is left is the error of the two variances,
  /// √(2/2048) = 3 % of them: a factor up to about √0.06 in two standard errors.
  @Test func aKnownProbabilityHasNoSpread() {
    let found = interval(0.3, 0.3, SingleWorker())
    #expect(found.upperBound - found.lowerBound < 0.14 * 0.25)
    #expect(found.contains(0.3) || abs(found.lowerBound - 0.3) < 0.005)
  }

  /// Of a rare event most shares are none: the lower end is 0, and the interval holds the probability, 0.0005 on average.
  @Test func aRareEventReachesDownToNone() {
    let found = interval(0, 0.001, SingleWorker())
    #expect(found.lowerBound == 0)
    // The standard error of the mean of 262,144 futures is 0.00004.
    #expect(found.upperBound > 0.0004)
    let widened = ProjectedEvent.holding(0.02, 0...0.01)
    #expect(widened == 0...0.02)
  }

  @Test func doesNotDependOnTheOrderOfWork() {
    struct Backwards: Workers {
      func map<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
        Array((0..<count).reversed().map(body).reversed())
      }
    }
    #expect(interval(0.1, 0.4, SingleWorker()) == interval(0.1, 0.4, Backwards()))
  }

  /// A number in place of the wide beta distribution of a furlough narrows the interval of its chance.
  @Test func whatIsAssumedAsANumberIsTakenAsKnown() throws {
    func width(_ furlough: String) throws -> Double {
      var options = try TestModel.options()
      options["furlough.probability"] = try AssumedValue(text: furlough)
      let kernel = try TestModel.kernel(points: 512, options: options)
      let found = ConditionalProbabilities.intervals(
        kernel, outcomes: 1, inputs: 128, futures: 64, seed: 3, workers: SingleWorker()
      ) { _, events, _ in events & ProjectionEvent.furlough.bit != 0 }[0]
      return found.upperBound - found.lowerBound
    }
    #expect(try width("0.5") < width("beta(1.5, 1.5)"))
  }
}
