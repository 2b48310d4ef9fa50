import Foundation
import Series
import Testing

@testable import Forecasting

@Suite struct PiecewiseTests {
  @Test func reportsTheChangesWithTheirErrors() throws {
    let fit = try Piecewise().fit(try References.series("korea-sma"))
    #expect(
      fit.summary.parameters.map(\.name) == ["intercept", "slope", "level change 2021", "slope change 2021"])
    #expect(fit.structuralBreaks.map(\.year) == [2021])
    #expect(fit.structuralBreaks.first?.levelChange == fit.summary.parameters[2])
    // Two lines by themselves: the change of slope is the difference of theirs, with the pooled variance.
    let (left, right) = (fit.sample.line(0..<17), fit.sample.line(17..<23))
    let unit = fit.sample.unit
    let change = (right.slope - left.slope) * unit
    let time = fit.sample.time(of: 2021)
    let jump = (right.value(at: time) - left.value(at: time)) * unit
    let variance = (left.squares + right.squares) / 19 * (1 / left.timeSquares + 1 / right.timeSquares)
    let found = fit.summary.parameters
    // The running line is not refined: some roundings of the level.
    #expect((found[2].value / jump - 1).magnitude < 1e-11)
    #expect((found[3].value / change - 1).magnitude < 1e-11)
    #expect(((found[3].standardError ?? 0) / (variance.squareRoot() * unit) - 1).magnitude < 1e-11)
    // Four coefficients and a date.
    #expect(fit.summary.estimatedParameters == 5)
  }

  @Test func withoutABreakTheLineOfLinearGoesOn() throws {
    let series = try References.series("new-haven-temperature")
    let fit = try Piecewise(intervals: .native).fit(series)
    #expect(fit.joints.isEmpty)
    let line = try LinearTrend().fit(series).predict(Horizon(3))
    for step in 0..<3 {
      let law = try #require(fit.candidates.first).regime.law(Double(step + 1))
      let location = (law.location + fit.sample.origin) * fit.sample.unit
      #expect((location / line.steps[step].median - 1).magnitude < 1e-12)
    }
    // The risk of a break makes the interval wider than the line's.
    let (own, other) = (try fit.predict(Horizon(3)).widths(95), try line.widths(95))
    #expect(zip(own, other).allSatisfy { $0 > $1 })
  }

  @Test func countsAsAsked() throws {
    let series = try References.series("japan-hns")
    #expect(try Piecewise(.found(.exactly(0))).fit(series).joints.isEmpty)
    #expect(try Piecewise(.found(.exactly(3))).fit(series).joints.count == 3)
    #expect(try Piecewise(.found(.sequential)).fit(series).joints.count == 4)
    #expect(try Piecewise(.found(.sequential)).fit(References.series("new-haven-temperature")).joints.isEmpty)
    let short = try AnnualSeries((0..<12).map { Double($0 * $0 % 7) })
    #expect(throws: FitError.breaks(model: Piecewise.identifier, .tooMany(asked: 2, room: 1, least: 5))) {
      try Piecewise(.found(.exactly(2))).fit(short)
    }
    #expect(throws: BreakError.countOutOfRange(6, limit: 5)) { try BreakCount.exactly(6) }
    #expect(throws: BreakError.countOutOfRange(-1, limit: 5)) { try BreakCount.exactly(-1) }
  }

  @Test func optionsAreCheckedWhenTheyAreMade() throws {
    #expect(throws: BreakError.joinedTest) { try Piecewise(.found(.sequential), isJoined: true) }
    #expect(throws: BreakError.regimeOutOfRange(2, least: 3, limit: 1000)) {
      try Piecewise(.found(.bayes), least: 2)
    }
    #expect(throws: BreakError.regimeOutOfRange(Int.max, least: 3, limit: 1000)) {
      try Piecewise(.found(.bayes), least: Int.max)
    }
    #expect(throws: FitError.tooFewObservations(model: Piecewise.identifier, needed: 6, found: 5)) {
      try Piecewise(.found(.bayes), least: 6).fit(try AnnualSeries((0..<5).map { Double($0) }))
    }
  }

  @Test func longRecordsAreRefused() throws {
    let series = try AnnualSeries((0..<1001).map { Double($0 % 7) })
    #expect(throws: FitError.tooManyObservations(model: Piecewise.identifier, limit: 1000, found: 1001)) {
      try Piecewise().fit(series)
    }
    #expect(throws: FitError.tooManyObservations(model: Piecewise.identifier, limit: 300, found: 1001)) {
      try Piecewise(.found(.bayes), isJoined: true).fit(series)
    }
  }

  @Test(arguments: [true, false]) func findsAnExactBreakWithCertainty(isJoined: Bool) throws {
    let values: [Double] = (0..<24).map { year in
      let time = Double(year)
      return time < 14 ? 10 + time : 52 - 2 * time
    }
    let fit = try Piecewise(.found(.bayes), isJoined: isJoined).fit(try AnnualSeries(values))
    #expect(fit.joints.map(\.year) == [2014])
    let forecast = try fit.predict(Horizon(4))
    let widths = try forecast.widths(95)
    for step in 0..<4 {
      #expect((forecast.steps[step].median - (4 - 2 * Double(step))).magnitude < 1e-11)
      #expect(widths[step] < 1e-9)
    }
    #expect(
      fit.explanation(ForecastScope(years: 4)).last
        == "The lines fit exactly, so that the forecast has no interval.")
  }

  /// A last regime of the fewest values tells little of its slope, and the interval says so.
  @Test func aShortLastRegimeIsUncertain() throws {
    let values: [Double] = [
      100, 103, 99, 101, 104, 98, 100, 102, 97, 101, 103, 99, 100, 102, 98, 140, 143, 139, 144, 141,
    ]
    let fit = try Piecewise(intervals: .native).fit(try AnnualSeries(values))
    #expect(fit.joints.map(\.year) == [2015])
    let widths = try fit.predict(Horizon(10)).widths(95)
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 < $1 })
    // Slope ± 2.1 standard errors of 2.2/sqrt(10) make 28 ten years on; the risk of another break adds to it.
    #expect(widths[9] > 28 && widths[9] < 400, "\(widths[9])")
  }

  @Test func explainsItself() throws {
    let breaks = try GivenBreaks([.init(year: 1991, reason: "base pay"), .init(year: 2008)])
    let series = try References.series("japan-hns")
    let fit = try Piecewise(.given(breaks)).fit(series)
    #expect(fit.choice == "2 breaks between free regimes, given: 1991 (base pay), 2008.")
    #expect(fit.explanation(ForecastScope(years: 4)).count == 5)
    #expect(fit.structuralBreaks.map(\.reason) == ["base pay", nil])
    #expect(fit.structuralBreaks.allSatisfy { $0.lower == nil && $0.upper == nil })
    let found = try Piecewise(.found(.bayes), isJoined: true).fit(series)
    #expect(found.structuralBreaks.allSatisfy { $0.levelChange == nil })
    let choice = try #require(found.choice)
    #expect(choice.hasPrefix("4 breaks between joined regimes of at least 7 values, by the least BIC: "))
  }

  /// The date of a joint lies within its limits, and the sums of squares at the limits within their bound.
  @Test func limitsOfJointsHoldTheirDates() throws {
    let fit = try Piecewise(.found(.bayes), isJoined: true).fit(try References.series("us-troops-japan"))
    for found in fit.structuralBreaks {
      #expect(found.lower ?? Int.min <= found.year && found.year <= found.upper ?? Int.max)
    }
  }

  /// The calibrated law stands about the native median, with t(4) and the scale that was learned.
  @Test func theCalibratedLawIsAboutTheNativeMedian() throws {
    let series = try References.series("japan-hns")
    let native = try Piecewise(intervals: .native).fit(series).predict(Horizon(6))
    let calibrated = try Piecewise().fit(series).predict(Horizon(6))
    var (sum, weight) = (0.0, 0.0)
    let values = series.observations.map(\.value)
    for (left, right) in zip(values, values.dropFirst()) {
      (sum, weight) = (0.8 * sum + (right - left).magnitude, 0.8 * weight + 1)
    }
    let change = sum / weight
    for step in 0..<6 {
      let width = try native.steps[step].quantile(0.9) - native.steps[step].quantile(0.1)
      let deviation = width / (2 * 1.2815515655446004)
      let horizon = Double(step + 1)
      let scale = 1.1 * pow(deviation, 0.25) * pow(change, 0.75) * pow(horizon, 2.0 / 3)
      // The 97.5 % point of t(4), from tables.
      let half = 2.7764451051977987 * scale
      let median = native.steps[step].median
      #expect((calibrated.steps[step].median - median).magnitude < 1e-9 * median)
      let upper = try calibrated.steps[step].quantile(0.975)
      #expect((upper - median - half).magnitude < 1e-9 * half, "\(step): \(upper - median), \(half)")
    }
  }

  /// Years without a value widen no change: one across four years counts four times with half of its length.
  @Test func aGapIsAWalk() throws {
    let whole = PiecewiseSpread(BreakSample(try AnnualSeries([1, 3, 1, 3, 1, 3])))
    let gap = PiecewiseSpread(BreakSample(try AnnualSeries([1, nil, nil, nil, 5, 3])))
    // The unit of the first is 2, that of the second 4.
    #expect((whole.recentChange - 1).magnitude < 1e-15)
    #expect((gap.recentChange - 0.5).magnitude < 1e-15)
    #expect(PiecewiseSpread(BreakSample(try AnnualSeries([2, 2, 2]))).scale(native: 1, horizon: 3) == 0)
  }

  @Test func breaksAreNamedSeriesBySeries() throws {
    let breaks = try GivenBreaks([.init(year: 1991, reason: "base pay", place: "b.yaml:3:14")])
    let model = try Piecewise(.named(["japan-hns": breaks]))
    let series = try References.series("japan-hns")
    #expect(try model.fit(series).structuralBreaks.map(\.reason) == ["base pay"])
    let refusal = FitError.breaks(
      model: Piecewise.identifier, .notNamed(series: "korea-sma", named: ["japan-hns"]))
    #expect(throws: refusal) { try model.fit(References.series("korea-sma")) }
    let late = try GivenBreaks([.init(year: 2060, place: "b.yaml:3:14")])
    let error = #expect(throws: FitError.self) { try Piecewise(.given(late)).fit(series) }
    #expect(error.map { "\($0)" }?.contains("b.yaml:3:14: the break 2060 is outside") ?? false)
  }
}
