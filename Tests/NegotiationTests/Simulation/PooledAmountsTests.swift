import Foundation
import Probability
import Testing

@testable import Negotiation

/// What a settlement pool does to the draws of an agreement.
@Suite struct PooledAmountsTests {
  private static let draws = 20_000

  private func values(_ kernel: AgreementKernel, _ column: Int = 1) -> [Double] {
    Simulation(
      kernel, draws: Self.draws, generator: CounterGenerator(seed: 5, stream: 3), workers: SingleWorker()
    ).values(column)
  }

  private func kernel(_ amounts: [Double]?, weight: Double) throws -> AgreementKernel {
    var options = try TestModel.options()
    options["spatial.weight"] = try AssumedValue(weight)
    return try TestModel.kernel(
      points: 512, options: options, pool: try amounts.map { try SettlementPool(amounts: $0) })
  }

  @Test func withoutWeightNothingMoves() throws {
    #expect(try values(kernel([3_000], weight: 0)) == values(kernel(nil, weight: 0.25)))
  }

  @Test func withAllTheWeightTheAmountIsThatOfThePool() throws {
    let pooled = try kernel([3_000], weight: 1).without([.delay, .ceiling, .posture])
    // Logarithm and exponential lose a digit or two of sixteen.
    #expect(values(pooled).allSatisfy { abs($0 / 3_000 - 1) < 1e-13 })
  }

  @Test func theOthersStayAsTheyWere() throws {
    let off: Set<ProjectionDriver> = [.delay, .ceiling, .posture]
    let before = values(try kernel(nil, weight: 0.25).without(off))
    let after = values(try kernel([3_000], weight: 0.25).without(off))
    let pooled = zip(before, after).filter { $0 != $1 }
    let share = Double(pooled.count) / Double(Self.draws)
    // Four standard errors of a share of 20,000.
    #expect(abs(share - 0.25) < 4 * (0.25 * 0.75 / 20_000).squareRoot())
    #expect(pooled.allSatisfy { abs($0.1 / 3_000 - 1) < 1e-13 })
  }

  @Test func theClockIsThatOfTheModel() throws {
    let (plain, pooled) = (try kernel(nil, weight: 1), try kernel([9_000], weight: 1))
    func count(_ kernel: AgreementKernel, _ event: ProjectionEvent) -> Int {
      Simulation(
        kernel, draws: Self.draws, generator: CounterGenerator(seed: 5, stream: 3), workers: SingleWorker()
      ).count(event)
    }
    for event in [ProjectionEvent.agreedByBudget, .inForceByExpiry, .stopgap, .lapse, .zoneOfAgreement] {
      #expect(count(plain, event) == count(pooled, event))
    }
  }

  @Test func theSwitchTakesItOut() throws {
    let kernel = try kernel([3_000], weight: 0.5)
    #expect(try values(kernel.without([.actors])) == values(self.kernel(nil, weight: 0.5)))
  }
}
