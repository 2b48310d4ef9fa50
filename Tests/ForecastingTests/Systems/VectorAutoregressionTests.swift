import Series
import Testing

@testable import Forecasting

@Suite struct VectorAutoregressionTests {
  private func series(_ name: String, _ first: Int, _ values: [Double?]) throws -> AnnualSeries {
    try AnnualSeries(identifier: name, firstYear: first, values: values)
  }

  private func wave(_ count: Int, _ shift: Double) -> [Double] {
    var (level, values) = (10.0, [Double]())
    for t in 0..<count {
      level += ((Double(t) * 7.3 + shift * 3.1).truncatingRemainder(dividingBy: 5) - 2.4) / 5
      values.append(level)
    }
    return values
  }

  /// The variance of a Student t with ν degrees of freedom is ν/(ν - 2) times its squared scale.
  @Test func standardErrorsArePosteriorStandardDeviations() throws {
    let other = DriverRecord(try series("other", 1990, wave(30, 1)))
    let fit = try VectorAutoregression([other], draws: 100).fit(try series("y", 1990, wave(30, 0)))
    let parameters = fit.summary.parameters
    #expect(parameters.first { $0.name == "log marginal likelihood" }?.value == fit.logMarginalLikelihood)
    let own = try #require(parameters.first { $0.name == "y@-1" })
    let (error, scale) = (try #require(own.standardError), try #require(own.intervalScale))
    let freedom = try #require(own.degreesOfFreedom)
    // One rounding in each of three operations.
    #expect(abs(error * error / (scale * scale) * (freedom - 2) / freedom - 1) < 1e-14)
  }

  @Test func refusesWhatMakesNoSystem() throws {
    let y = try series("y", 1990, wave(30, 0))
    let name = VectorAutoregression.identifier
    #expect(throws: FitError.drivers(.none(model: name))) { try VectorAutoregression([]).fit(y) }
    #expect(throws: FitError.drivers(.itself(series: "y"))) {
      try VectorAutoregression([DriverRecord(y)]).fit(y)
    }
    let other = DriverRecord(try series("other", 1990, wave(30, 1)))
    #expect(throws: FitError.drivers(.twice(driver: "other"))) {
      try VectorAutoregression([other, other]).fit(y)
    }
    let many = try VectorAutoregression([other], draws: 1_000_000).fit(y)
    let tooMany = DriverError.tooManyNumbers(draws: 1_000_000, series: 2, years: 51, limit: 100_000_000)
    #expect(throws: FitError.drivers(tooMany)) { try many.predict(Horizon(51)) }
    let flat = DriverRecord(try series("flat", 1990, [Double](repeating: 3, count: 30)))
    #expect(throws: FitError.drivers(.constant(driver: "flat"))) { try VectorAutoregression([flat]).fit(y) }
    #expect(throws: FitError.drivers(.unchanging(series: "flat"))) {
      try VectorAutoregression([DriverRecord(y)]).fit(flat.series)
    }
    #expect(throws: FitError.tooFewObservations(model: name, needed: 10, found: 9)) {
      try VectorAutoregression([DriverRecord(y)]).fit(try series("z", 2011, wave(9, 2)))
    }
    let old = DriverRecord(try series("old", 1980, wave(30, 1)))
    #expect(throws: FitError.drivers(.companionEndsEarly(series: "old", last: "2009", needed: "2014"))) {
      try VectorAutoregression([old]).fit(y)
    }
    let short = DriverRecord(try series("short", 2012, wave(8, 1)))
    #expect(throws: FitError.drivers(.tooFewCommonYears(needed: 10, found: 8))) {
      try VectorAutoregression([short]).fit(y)
    }
    let negative = DriverRecord(try series("negative", 1990, wave(30, 1).map { $0 - 11 }), scale: .log)
    #expect(throws: FitError.self) { try VectorAutoregression([negative]).fit(y) }
    let huge = DriverRecord(try series("huge", 1990, wave(30, 1).map { $0 * 1e307 }))
    #expect(throws: FitError.drivers(.overflow(driver: "huge"))) { try VectorAutoregression([huge]).fit(y) }
    var holed: [Double?] = wave(30, 1)
    holed[25] = nil
    let gap = DriverRecord(try series("gap", 1990, holed))
    #expect(throws: FitError.drivers(.companionGap(series: "gap", years: "2015"))) {
      try VectorAutoregression([gap]).fit(y)
    }
    #expect(throws: FitError.missingYears(model: name, years: [2015])) {
      try VectorAutoregression([other]).fit(gap.series)
    }
  }

  @Test func usesTheLatestStretchWithoutGaps() throws {
    let y = try series("y", 1990, wave(30, 0))
    var holed: [Double?] = wave(30, 1)
    holed[3] = nil
    let fit = try VectorAutoregression([DriverRecord(try series("x", 1990, holed))]).fit(y)
    #expect(fit.panel.firstYear == 1994)
    #expect(fit.panel.lastYear == 2019)
  }

  @Test func refusesConditionsThatCannotHold() throws {
    let y = try series("y", 1990, wave(30, 0))
    let x = DriverRecord(try series("x", 1990, wave(30, 1)))
    func predict(_ conditions: [PathCondition]) throws -> PredictiveDistribution {
      try VectorAutoregression([x], conditions: conditions, draws: 200).fit(y).predict(Horizon(3))
    }
    let first = PathCondition("x=11", year: 2021, terms: [.init("x")], value: 11)
    let second = PathCondition("x=12", year: 2021, terms: [.init("x")], value: 12)
    #expect(throws: FitError.drivers(.contradiction(year: "2021", conditions: ["x=11", "x=12"]))) {
      try predict([first, second])
    }
    // The same thing twice is no contradiction.
    #expect(try predict([first, first]) == predict([first]))
    let late = PathCondition("x=11", year: 2023, terms: [.init("x")], value: 11)
    #expect(
      throws: FitError.drivers(.conditionOutside(name: "x=11", year: "2023", first: "2020", last: "2022"))
    ) { try predict([late]) }
    let sum = PathCondition("y-x=1", year: 2021, terms: [.init("y"), .init("x", weight: -1)], value: 1)
    let own = PathCondition("y=9", year: 2021, terms: [.init("y")], value: 9)
    #expect(throws: FitError.self) { try predict([first, sum, own]) }
    let twelve = PathCondition("y=12", year: 2021, terms: [.init("y")], value: 12)
    let steps = try predict([first, sum, twelve]).steps
    #expect(abs(steps[1].median - 12) < 1e-9)
  }

  @Test func takesWhatIsKnownOfLaterYearsAsACondition() throws {
    let y = try series("y", 1990, wave(30, 0))
    let longer = DriverRecord(try series("x", 1990, wave(32, 1)))
    let fit = try VectorAutoregression([longer], draws: 400).fit(y)
    let medians = try fit.medians(Horizon(4))
    let known = wave(32, 1)
    #expect(abs(medians[1].values[0] - known[30]) < 1e-9)
    #expect(abs(medians[1].values[1] - known[31]) < 1e-9)
    // A record whose later values come out later is the same as a shorter one.
    let dated = DriverRecord(try series("x", 1990, wave(32, 1)), knownFrom: [2020: 2020, 2021: 2021])
    let short = DriverRecord(try series("x", 1990, wave(30, 1)))
    let seen = try VectorAutoregression([dated], draws: 400).fit(y).predict(Horizon(4))
    #expect(try seen == VectorAutoregression([short], draws: 400).fit(y).predict(Horizon(4)))
  }

  /// A change of units moves nothing but the units, up to rounding times the condition of the posterior's precision.
  @Test func scalesWithItsUnits() throws {
    let y = try series("y", 1990, wave(30, 0))
    let x = try series("x", 1990, wave(30, 1))
    let scaled = try series("x", 1990, wave(30, 1).map { $0 * 1e9 })
    let first = try VectorAutoregression([DriverRecord(x)], draws: 300).fit(y)
    let second = try VectorAutoregression([DriverRecord(scaled)], draws: 300).fit(y)
    #expect(abs(first.tightness / second.tightness - 1) < 1e-12)
    let (plain, moved) = (try first.predict(Horizon(3)), try second.predict(Horizon(3)))
    for (left, right) in zip(plain.steps, moved.steps) {
      #expect(abs(left.median / right.median - 1) < 1e-6)
    }
  }
}
