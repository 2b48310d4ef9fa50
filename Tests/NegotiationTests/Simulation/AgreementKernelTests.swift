import Foundation
import Probability
import Testing

@testable import Negotiation

/// What `benchmarks/projection/simulate.py` made of the same model with a million draws in numpy.
private struct Reference: Decodable {
  /// Means, deviations, quantiles and rates of one model.
  struct Results: Decodable {
    let means: [Double]
    let standardDeviations: [Double]
    let quantiles: [[Double]]
    let events: [String: Double]
  }

  /// What is pooled with the second model.
  struct Pool: Decodable {
    let weight: Double
    let amounts: [Double]
  }

  let levels: [Double]
  let plain: Results
  let pooled: Results
  let pool: Pool

  private enum CodingKeys: String, CodingKey {
    case levels, pooled
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    levels = try container.decode([Double].self, forKey: .levels)
    plain = try Results(from: decoder)
    pooled = try container.decode(Results.self, forKey: .pooled)
    pool = try container.decode(Pool.self, forKey: .pooled)
  }

  static func read() throws -> Reference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../References/agreement-simulation.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Reference.self, from: try Data(contentsOf: file))
  }
}

@Suite struct AgreementKernelTests {
  private static let draws = 200_000

  private func simulation(_ kernel: AgreementKernel) -> Simulation {
    Simulation(
      kernel, draws: Self.draws, generator: CounterGenerator(seed: 5, stream: 3), workers: SingleWorker())
  }

  @Test func agreesWithTheSameModelInNumpy() throws {
    let reference = try Reference.read()
    try compare(try TestModel.kernel(), reference.plain, at: reference.levels)
  }

  @Test func agreesWithNumpyWherePooled() throws {
    let reference = try Reference.read()
    var options = try TestModel.options()
    options[AssumptionCatalog.spatialWeight] = try AssumedValue(reference.pool.weight)
    let pool = try SettlementPool(amounts: reference.pool.amounts)
    try compare(
      try TestModel.kernel(options: options, pool: pool), reference.pooled, at: reference.levels)
  }

  @Test func aTariffThreatMovesTheMonthUnderADemandingPosture() throws {
    var options = try TestModel.options()
    let plain = simulation(try TestModel.kernel(points: 256, options: options))
    options["linkage.tariff_hazard"] = try AssumedValue(-1)
    let threatened = simulation(try TestModel.kernel(points: 256, options: options))
    #expect(threatened.count(.agreedByExpiry) < plain.count(.agreedByExpiry))
    // The draws of which the amount is the model's are the same ones: the random numbers have not moved.
    options["linkage.tariff_hazard"] = try AssumedValue(0)
    let none = simulation(try TestModel.kernel(points: 256, options: options))
    #expect(none.values(0) == plain.values(0) && none.count(.lapse) == plain.count(.lapse))
  }

  private func compare(_ kernel: AgreementKernel, _ reference: Reference.Results, at levels: [Double]) throws
  {
    let simulation = simulation(kernel)
    // Both are simulations: a million draws there, 200,000 here from 65,536 points of the parameters.
    let effective = 1 / (1 / 200_000.0 + 1 / 1_000_000.0 + 1 / 65_536.0)
    for column in reference.means.indices {
      let deviation = reference.standardDeviations[column]
      let error = deviation / effective.squareRoot()
      let mean = simulation.mean(column)
      #expect(abs(mean - reference.means[column]) < 5 * error, "mean of column \(column)")
      let quantiles = simulation.quantiles(levels, column)
      for (place, quantile) in quantiles.enumerated() {
        // The error of a quantile is that of the mean over the density: at 5 per cent of a bell about twice, and the
        // tail is that of a t.
        let difference = abs(quantile - reference.quantiles[column][place])
        #expect(difference < 15 * error, "level \(levels[place]) of column \(column)")
      }
    }
    for (name, rate) in reference.events {
      let event = try #require(ProjectionEvent(rawValue: name))
      let found = Double(simulation.count(event)) / Double(Self.draws)
      let error = (max(rate * (1 - rate), 1e-4) / effective).squareRoot()
      #expect(abs(found - rate) < 5 * error, "\(name): \(found), numpy \(rate)")
    }
  }

  @Test func doesNotDependOnTheOrderOfWork() throws {
    struct Backwards: Workers {
      func map<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
        Array((0..<count).reversed().map(body).reversed())
      }
    }
    let kernel = try TestModel.kernel(points: 512)
    let generator = CounterGenerator(seed: 5, stream: 3)
    let one = Simulation(kernel, draws: 20_000, generator: generator, workers: SingleWorker())
    let other = Simulation(kernel, draws: 20_000, generator: generator, workers: Backwards())
    for column in 0..<kernel.width { #expect(one.values(column) == other.values(column)) }
  }

  @Test func withoutDelayTheAgreementIsInTime() throws {
    let simulation = simulation(try TestModel.kernel(points: 512).without([.delay]))
    #expect(simulation.count(.agreedByBudget) == Self.draws)
    #expect(simulation.count(.inForceByExpiry) == Self.draws)
    #expect(simulation.count(.stopgap) + simulation.count(.lapse) + simulation.count(.furlough) == 0)
  }

  @Test func withEverythingNeutralTheStepIsThatOfTheAlly() throws {
    let kernel = try TestModel.kernel().without(Set(ProjectionDriver.allCases))
    let simulation = simulation(kernel)
    // ln(S/L) has the median of the levels, -0.01; the base year is the last amount itself.
    // Logarithm and exponential lose a digit or two of sixteen.
    #expect(abs(simulation.quantiles([0.5], 0)[0] / 2_274 - 1) < 1e-14)
    let median = simulation.quantiles([0.5], 1)[0]
    // The spread of the step is about 0.05: five standard errors of a median of 65,536.
    #expect(abs(median / (2_274 * 0.990_05) - 1) < 5 * 1.25 * 0.05 / 256)
  }

  @Test func eventsThatExcludeEachOtherDo() throws {
    let kernel = try TestModel.kernel(points: 512)
    var row = [Double](repeating: 0, count: kernel.width)
    for draw in 0..<20_000 {
      let numbers = DrawNumbers(CounterGenerator(seed: 9, stream: 1), draw: UInt64(draw))
      let events = row.withUnsafeMutableBufferPointer { row in
        row.baseAddress.map { kernel.simulate(numbers, into: $0) } ?? 0
      }
      func has(_ event: ProjectionEvent) -> Bool { events & event.bit != 0 }
      #expect(!has(.agreedByBudget) || has(.agreedByExpiry))
      #expect([.inForceByExpiry, .stopgap, .lapse].count { has($0) } == 1)
      #expect(!has(.longLapse) || has(.lapse) || has(.lapseAfterStopgap))
      #expect(!has(.stopgap) || !has(.agreedByExpiry))
      #expect(!has(.furlough) || has(.longLapse))
      let isFinite = row.allSatisfy { $0.isFinite }
      #expect(isFinite)
    }
  }

  @Test func whatIsNotReachedMovesNothing() throws {
    func row(_ options: [String: AssumedValue]) throws -> [Double] {
      let kernel = try TestModel.kernel(points: 64, options: options)
      let simulation = Simulation(
        kernel, draws: 500, generator: CounterGenerator(seed: 5, stream: 3), workers: SingleWorker())
      return (0..<kernel.width).flatMap { simulation.values($0) }
        + ProjectionEvent.allCases.map { Double(simulation.count($0)) }
    }
    let kernel = try TestModel.kernel(points: 64)
    let silent = AgreementKey.allCases.filter { !kernel.reaches($0) }
    #expect(silent.count == 12)
    let plain = try row(try TestModel.options())
    for key in silent.map({ $0.name(.ordinary) }) {
      let assumption = try AssumptionCatalog.standard.assumption(key)
      for end in [assumption.low, assumption.high] {
        var options = try TestModel.options()
        options[key] = try AssumedValue(end)
        #expect(try row(options) == plain, "\(key)")
      }
    }
  }
}
