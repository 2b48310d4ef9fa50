import Forecasting
import Series
import Testing

struct BacktestTests {
  @Test func whatComesAfterTheOriginChangesNothing() throws {
    let plan = try BacktestPlan(initial: 8, horizon: Horizon(2))
    let record = try AnnualSeries(
      identifier: "s", firstYear: 2000, values: [3, 5, 4, 6, 7, 9, 8, 9, 11, 12, 12, 14])
    let changed = try record.mapValues { year, value in year == 2011 ? 1_000 : value }
    let model = TransformedModel(DampedTrend())
    let before = try Backtest(plan).run(model, on: record).filter { $0.origin < 2010 }
    let after = try Backtest(plan).run(model, on: changed).filter { $0.origin < 2010 }
    #expect(before.map(\.mean) == after.map(\.mean))
    #expect(before.map(\.crps).prefix(3) == after.map(\.crps).prefix(3))
  }

  @Test func naiveErrorsAreTheChanges() throws {
    let plan = try BacktestPlan(initial: 2, horizon: Horizon(1))
    let record = try AnnualSeries(identifier: "s", firstYear: 2000, values: [1, 3, 6, 10])
    let scored = try Backtest(plan).run(TransformedModel(Naive()), on: record)
    #expect(scored.map(\.origin) == [2001, 2002])
    #expect(scored.map { $0.actual - $0.mean } == [3, 4])
    #expect(scored.map(\.scale) == [2, 2.5])
    let scores = try #require(BacktestScores(scored))
    #expect(scores.meanError == 3.5)
    #expect(scores.meanAbsoluteError == 3.5)
    #expect(scores.rootMeanSquaredError == 12.5.squareRoot())
    #expect(scores.scaledError == (3.0 / 2 + 4 / 2.5) / 2)
  }

  @Test func aRecordWithoutAnOriginIsRefused() throws {
    let plan = try BacktestPlan(initial: 10, horizon: Horizon(1))
    let record = try AnnualSeries(identifier: "s", firstYear: 2000, values: [1, 3, 6, 10])
    #expect(throws: Backtest.Failure.tooShort(needed: 11, found: 4)) {
      try Backtest(plan).run(TransformedModel(Naive()), on: record)
    }
  }

  @Test func aModelThatFailsAtOneOriginHasNoScores() throws {
    let plan = try BacktestPlan(initial: 3, horizon: Horizon(1))
    let record = try AnnualSeries(identifier: "s", firstYear: 2000, values: [1, 3, 6, nil, 10, 11])
    let expected = FitError.missingYears(model: Naive.identifier, years: [2003])
    #expect(throws: Backtest.Failure.fit(origin: 2004, expected)) {
      try Backtest(plan).run(TransformedModel(Naive()), on: record)
    }
  }

  @Test func skillIsZeroAgainstItselfAndHalfAtHalfTheError() throws {
    let plan = try BacktestPlan(initial: 2, horizon: Horizon(1))
    let record = try AnnualSeries(identifier: "s", firstYear: 2000, values: [1, 3, 6, 10, 11])
    let scores = try #require(BacktestScores(try Backtest(plan).run(TransformedModel(Naive()), on: record)))
    #expect(scores.skill(against: scores) == 0)
  }
}
