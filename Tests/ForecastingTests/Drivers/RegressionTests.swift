import Series
import Testing

@testable import Forecasting

@Suite struct RegressionTests {
  private func series(_ name: String, _ first: Int, _ values: [Double?]) throws -> AnnualSeries {
    try AnnualSeries(identifier: name, firstYear: first, values: values)
  }

  private func wave(_ count: Int, _ shift: Double) -> [Double] {
    (0..<count).map { t in
      let swing = (Double(t) * 7.3 + shift * 3.1).truncatingRemainder(dividingBy: 5)
      return 10 + swing * (1 + shift / 7) + Double(t % 3)
    }
  }

  private func record(_ name: String, _ values: [Double?], first: Int = 2000) throws -> Driver {
    Driver(.record(DriverRecord(try series(name, first, values))), label: name)
  }

  private let white = Regression.Errors.order(
    ArimaOrder(checked: 0, 0, 0, hasConstant: true))

  @Test func refusesDriversThatDoNotDo() throws {
    let y = try series("y", 2000, wave(20, 0))
    func fails(_ drivers: [Driver], _ errors: Regression.Errors? = nil, with error: DriverError) {
      #expect(throws: FitError.drivers(error)) {
        try Regression(drivers, errors: errors ?? .chosen(.stepwise)).fit(y)
      }
    }
    fails([], with: .none(model: Regression.identifier))
    let x = try record("x", wave(20, 1))
    fails([x, x], with: .twice(driver: "x"))
    let flat = try record("flat", [Double](repeating: 4, count: 20))
    fails([flat], with: .constant(driver: "flat"))
    fails([x, flat], with: .constant(driver: "flat"))
    fails([Driver(.step(from: 2050), label: "step@2050")], with: .constant(driver: "step@2050"))
    let twice = try record("twice", wave(20, 1).map { 2 * $0 + 5 })
    fails([x, twice], white, with: .collinear(driver: "twice", others: ["x"]))
    let early = try record("early", wave(18, 1))
    fails([early], with: .endsEarly(driver: "early", last: "2017", needed: "2018, 2019"))
    let elsewhere = try record("elsewhere", wave(20, 1), first: 2030)
    fails([elsewhere], with: .noCommonYears(series: "y"))
    let own = try record("own", wave(20, 0).map { 3 * $0 - 1 })
    fails([own], white, with: .exact(drivers: ["own"]))
    let many = try (1...18).map { try record("x\($0)", wave(20, Double($0) * 1.7)) }
    fails(many, with: .tooMany(drivers: 18, needed: 21, found: 20))
    let huge = try record("huge", (0..<20).map { $0 % 2 == 0 ? 1.7e308 : -1.7e308 })
    fails([huge], with: .overflow(driver: "huge"))
    let drift = Regression.Errors.order(ArimaOrder(checked: 0, 1, 0, hasConstant: true))
    fails([Driver(.ramp(from: 1990), label: "ramp@1990")], drift, with: .straight(driver: "ramp@1990"))
    let negative = Driver(
      .record(DriverRecord(try series("n", 2000, wave(20, 1).map { $0 - 13 }), scale: .log)), label: "log:n")
    #expect(throws: FitError.self) { try Regression([negative]).fit(y) }
  }

  @Test func refusesAFutureThatNobodyGave() throws {
    let y = try series("y", 2000, wave(20, 0))
    let x = try record("x", wave(20, 1))
    let fit = try Regression([x], errors: white).fit(y)
    #expect(throws: FitError.drivers(.endsEarly(driver: "x", last: "2019", needed: "2020-2022"))) {
      try fit.predict(Horizon(3))
    }
    let lagged = Driver(x.source, shift: -3, label: "x@-3")
    #expect(try Regression([lagged], errors: white).fit(y).predict(Horizon(3)).steps.count == 3)
    let known = DriverRecord(try series("x", 2000, wave(20, 1)), path: [2019: 1])
    #expect(throws: FitError.drivers(.pathOfKnownYear(driver: "x", year: "2019", last: "2019"))) {
      try Regression([Driver(.record(known), label: "x")]).fit(y)
    }
  }

  /// A path moves the mean by β a unit, and a forecast driver adds β² of its variance: both exact.
  @Test func carriesTheDriversFuture() throws {
    let y = try series("y", 2000, wave(20, 0))
    let x = try series("x", 2000, wave(20, 1))
    func fit(_ path: [Int: Double], _ model: TransformedModel?) throws -> FittedRegression {
      let record = DriverRecord(x, path: path, model: model)
      return try Regression([Driver(.record(record), label: "x")], errors: white).fit(y)
    }
    let low = try fit([2020: 10], nil)
    let high = try fit([2020: 12], nil)
    let difference = try high.predict(Horizon(1)).steps[0].mean - low.predict(Horizon(1)).steps[0].mean
    #expect(abs(difference - 2 * low.coefficients[0]) < 1e-10)
    let naive = TransformedModel(Naive())
    let open = try fit([:], naive)
    let ahead = try naive.fit(x).predict(Horizon(1)).steps[0]
    let fixed = try fit([2020: ahead.mean], nil)
    let spreads = try [open, fixed].map { try $0.predict(Horizon(1)).steps[0].shape.locationAndScale.scale }
    let own = ahead.shape.locationAndScale.scale
    let sigma = fixed.errors.variance
    let scale = fixed.design.scales[0]
    let beta = fixed.coefficients[0]
    let uncertain = fixed.covariance[1][1] / scale / scale * sigma
    let expected = (spreads[1] * spreads[1] + (beta * beta + uncertain) * own * own).squareRoot()
    #expect(abs(spreads[0] / expected - 1) < 1e-10)
  }

  @Test func contributionsAddUp() throws {
    let y = try series("y", 2000, wave(20, 0))
    let x = DriverRecord(try series("x", 2000, wave(25, 1)))
    let drivers = [
      Driver(.record(x), label: "x"), Driver(.step(from: 2008), label: "step@2008"),
      Driver(.pulse(at: 2012), label: "pulse@2012"),
    ]
    for transform in [Transform.none, .log] {
      let fit = try TransformedModel(Regression(drivers, errors: white), transform: transform).fit(y)
      let years = try fit.contributions(Horizon(5))
      #expect(years.count == 25)
      for year in years {
        let sum = year.parts.reduce(year.rest) { $0 + $1.amount }
        #expect(abs(sum - year.value) < 1e-9 * abs(year.value))
        if year.year <= 2019 { #expect(abs(year.value - (y[year.year] ?? 0)) < 1e-9 * year.value) }
      }
      #expect(years[0].parts.allSatisfy { $0.amount == 0 })
      #expect(years.last?.parts[2].amount == 0)
    }
  }

  /// Adding a constant to the years changes no coefficient, and scaling the driver scales its own alone.
  @Test func shiftsAndScales() throws {
    let y = try series("y", 2000, wave(20, 0))
    let plain = try Regression([try record("x", wave(20, 1))]).fit(y)
    let scaled = try Regression([try record("x", wave(20, 1).map { $0 * 1e6 })]).fit(y)
    #expect(abs(plain.coefficients[0] / scaled.coefficients[0] - 1e6) < 1e-3)
    #expect(plain.order == scaled.order)
    let later = try Regression([try record("x", wave(20, 1), first: 1500)]).fit(
      try series("y", 1500, wave(20, 0)))
    #expect(later.coefficients == plain.coefficients)
  }

  @Test func usesOnlyWhatWasKnown() throws {
    let y = try series("y", 2000, wave(20, 0))
    let naive = TransformedModel(Naive())
    func fit(_ values: [Double], _ known: [Int: Int]) throws -> PredictiveDistribution {
      let record = DriverRecord(try series("x", 2000, values), knownFrom: known, model: naive)
      return try Regression([Driver(.record(record), label: "x")], errors: white).fit(y).predict(Horizon(2))
    }
    let unseen = try fit(wave(22, 1), [2019: 2020, 2020: 2021, 2021: .max])
    #expect(try unseen == fit(wave(19, 1), [:]))
  }
}
