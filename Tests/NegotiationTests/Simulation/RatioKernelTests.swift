import Probability
import Testing

@testable import Negotiation

/// Futures without fluctuation, so that each number follows by hand.
@Suite struct RatioKernelTests {
  private func path(
    _ aims: [RatioKernel.Aim], base: Double = 1.5, known: [Double] = [], off: Set<ProjectionDriver> = []
  ) throws -> [Double] {
    let book = try AssumptionBook(options: ["ratio.pass_through": AssumedValue(0.5)])
    let kernel = RatioKernel(
      base: base, known: known, aims: aims, years: 3,
      adjustment: .init(speed: 0.1, common: 0, own: 0),
      passThrough: try SampledValue(try book.entry("ratio.pass_through")), ally: 0, off: off)
    var row = [Double](repeating: 0, count: 3)
    _ = row.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map {
        kernel.simulate(DrawNumbers(CounterGenerator(seed: 1, stream: 2), draw: 0), into: $0)
      }
    }
    return row
  }

  private func expect(_ row: [Double], _ expected: [Double]) {
    // Three additions of numbers near one.
    for (value, other) in zip(row, expected) { #expect(abs(value - other) < 1e-14, "\(row)") }
  }

  @Test func aPledgeIsApproachedWhole() throws {
    let pledge = RatioKernel.Aim(fromIndex: 0, kind: .pledge, percent: 2.5)
    expect(try path([pledge]), [1.6, 1.69, 1.771])
    expect(try path([pledge], off: [.ask]), [1.5, 1.5, 1.5])
    // Who is above its pledge stays there.
    expect(try path([pledge], base: 3), [3, 3, 3])
  }

  @Test func anAskIsConcededInPart() throws {
    // Goal 1.5 + 0.5 (2.5 - 1.5) = 2.
    expect(try path([.init(fromIndex: 0, kind: .ask, percent: 2.5)]), [1.55, 1.595, 1.6355])
  }

  @Test func anAskStandsOnWhatIsPledged() throws {
    let aims: [RatioKernel.Aim] = [
      .init(fromIndex: 0, kind: .pledge, percent: 2), .init(fromIndex: 1, kind: .ask, percent: 4),
    ]
    // The goal is 2 in the first year, then 2 + 0.5 (4 - 2) = 3.
    expect(try path(aims), [1.55, 1.695, 1.8255])
  }

  /// With nothing of their own, allies of one start are one: all of them reach a ratio, or none.
  @Test func allAlliesOfADrawHaveItsYears() throws {
    let book = try AssumptionBook(options: ["ratio.pass_through": AssumedValue(0.5)])
    let share = try SampledValue(try book.entry("ratio.pass_through"))
    func counts(common: Double, own: Double) -> [Double] {
      let allies = (0..<8).map { place in
        RatioKernel(
          base: 2, aims: [], years: 4, adjustment: .init(speed: 0.1, common: common, own: own),
          passThrough: share, ally: place)
      }
      let simulation = Simulation(
        RatioCountKernel(allies: allies, target: 2), draws: 2_000,
        generator: CounterGenerator(seed: 3, stream: 2), workers: SingleWorker())
      return simulation.values(3)
    }
    let together = counts(common: 0.2, own: 0)
    #expect(Set(together) == [0, 8])
    // Four standard errors of a share of one half.
    #expect(abs(Double(together.count { $0 == 8 }) / 2_000 - 0.5) < 0.045)
    #expect(Set(counts(common: 0, own: 0.2)).count > 5)
  }

  @Test func whatIsKnownStands() throws {
    let pledge = RatioKernel.Aim(fromIndex: 0, kind: .pledge, percent: 2.5)
    expect(try path([pledge], known: [1.7, 1.5]), [1.7, 1.5, 1.6])
  }
}
