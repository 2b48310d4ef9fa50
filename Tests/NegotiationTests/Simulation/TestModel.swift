import Foundation
import Probability

@testable import Negotiation

/// The fixed model of `benchmarks/projection/simulate.py`, number for number.
enum TestModel {
  static let asOf = 12 * 2026 + 10

  static func options() throws -> [String: AssumedValue] {
    [
      "ask.status_quo": try AssumedValue(0.18), "stopgap.probability_otherwise": try AssumedValue(0.03),
      "furlough.probability": try AssumedValue(0.5), "ratification.in_time": try AssumedValue(0.97),
      "withdrawal.rate": try AssumedValue(0), "fx.sd": try AssumedValue(0.06),
    ]
  }

  static func kernel(
    points: Int = 65_536, options: [String: AssumedValue]? = nil, pool: SettlementPool? = nil
  ) throws -> AgreementKernel {
    let generator = CounterGenerator(seed: 11, stream: 2)
    var (settlements, timings): ([SettlementDraw], [TimingDraw]) = ([], [])
    for point in 0..<points {
      let n = DrawNumbers(generator, draw: UInt64(point))
      settlements.append(
        SettlementDraw(
          level: -0.01 + 0.012 * n.normal(0), spread: 0.037 * exp(0.25 * n.normal(1)),
          askResponse: 0.04 + 0.022 * n.normal(2), spillover: 0.15 * n.normal(3), otherLevel: 0.04,
          offerOffset: 0))
      timings.append(
        TimingDraw(
          base: -2 + 0.4 * n.normal(4), budgetMonth: 2.6 + 0.5 * n.normal(5),
          lastMonths: 0.8 + 0.5 * n.normal(6), demanding: -1.2 + 0.5 * n.normal(7),
          gap: -0.3 + 0.25 * n.normal(8)))
    }
    let terms = AgreementTerms(
      asOf: asOf, talks: asOf - 1, expires: 12 * 2027 + 2, due: 12 * 2027 + 2, budgetMonth: 11, termYears: 5,
      horizon: 10,
      posture: .demanding, lastAmount: 2274, openYears: 1,
      ask: AskTerms(logCost: log(2210), logFixed: log(12_000), fixedInDollars: true), spilloverStep: 0.08,
      handovers: [12 * 2027 + 1, 12 * 2029], pool: pool)
    let book = try AssumptionBook(options: try options ?? Self.options())
    return AgreementKernel(
      terms: terms, growth: GrowthTerms(mean: 0.01, meanError: 0.005, spread: 0.02, degreesOfFreedom: 10),
      values: try AgreementAssumptions(book, host: .ordinary, drivers: [], years: 1),
      settlements: settlements, timings: timings, errors: try StudentScores(degreesOfFreedom: 5),
      growthErrors: try StudentScores(degreesOfFreedom: 10))
  }
}
