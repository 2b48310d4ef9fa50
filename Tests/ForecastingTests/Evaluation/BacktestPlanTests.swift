import Forecasting
import Series
import Testing

struct BacktestPlanTests {
  private func series(_ values: [Double?]) throws -> AnnualSeries {
    try AnnualSeries(identifier: "s", firstYear: 2000, values: values)
  }

  @Test func originsBeginAtTheInitialValueAndLeaveAYearToForecast() throws {
    let plan = try BacktestPlan(initial: 3, horizon: Horizon(2))
    #expect(plan.origins(of: try series([1, 2, 3, 4, 5])) == [2002, 2003])
    #expect(plan.origins(of: try series([1, 2, 3])) == [])
  }

  @Test func aMissingYearIsNoOrigin() throws {
    let plan = try BacktestPlan(initial: 2, horizon: Horizon(1))
    #expect(plan.origins(of: try series([1, 2, nil, 4, 5])) == [2001, 2003])
  }

  @Test func aStepSkipsOrigins() throws {
    let plan = try BacktestPlan(initial: 2, horizon: Horizon(1), step: 2)
    #expect(plan.origins(of: try series([1, 2, 3, 4, 5, 6])) == [2001, 2003])
  }

  @Test func trainingSeesNothingAfterTheOrigin() throws {
    let record = try series([1, 2, 3, 4, 5, 6])
    let expanding = try BacktestPlan(initial: 2, horizon: Horizon(1))
    #expect(try expanding.training(record, origin: 2003).values == [1, 2, 3, 4])
    let fixed = try BacktestPlan(initial: 2, horizon: Horizon(1), window: 2)
    #expect(try fixed.training(record, origin: 2003).values == [3, 4])
  }

  @Test func numbersBelowTheirLeastAreRefused() throws {
    let horizon = try Horizon(1)
    #expect(throws: OptionError.belowLeast(option: "initial", value: 1, least: 2)) {
      try BacktestPlan(initial: 1, horizon: horizon)
    }
    #expect(throws: OptionError.aboveMost(option: "initial", value: .max, most: 10_000)) {
      try BacktestPlan(initial: .max, horizon: horizon)
    }
    #expect(throws: OptionError.belowLeast(option: "step", value: 0, least: 1)) {
      try BacktestPlan(horizon: horizon, step: 0)
    }
    #expect(throws: OptionError.belowLeast(option: "window", value: -3, least: 2)) {
      try BacktestPlan(horizon: horizon, window: -3)
    }
  }
}
