import Testing

@testable import Forecasting

@Suite struct KPSSTests {
  @Test func agreesWithTseriesAndUrca() throws {
    let vectors = try DiagnosticRecord.vectors
    var (statistics, probabilities) = (Worst(), Worst())
    for record in try References.diagnostics
    where record.test == "kpss-tseries" || (record.test == "kpss-urca" && record.rule == "short") {
      let null = try #require(record.null.flatMap(KPSS.Null.init))
      let test = try KPSS.test(#require(vectors[record.vector]), null: null)
      let place = "\(record.vector) \(null)"
      #expect(test.degreesOfFreedom == record.lag.map(Double.init), "\(place)")
      statistics.compare(test.statistic, record.statistic, floor: 1e-3, at: place)
      if record.test == "kpss-tseries" { probabilities.compare(test.pValue, record.p, at: place) }
    }
    // A regression and two sums, where the references' residuals of a line keep fewer digits than the line.
    statistics.expect(within: 1e-10)
    probabilities.expect(within: 1e-9)
  }

  @Test func probabilityStaysWithinTheTable() throws {
    let turning: [Double] = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1]
    let rising: [Double] = (1...40).map { (year: Int) -> Double in
      year % 2 == 0 ? Double(year) + 0.1 : Double(year)
    }
    let (low, high) = (try KPSS.test(turning, null: .level), try KPSS.test(rising, null: .level))
    #expect(low.pValue == 0.10)
    #expect(high.pValue == 0.01)
  }

  @Test(arguments: KPSS.Null.allCases)
  func refusesWhatItCannotTest(null: KPSS.Null) {
    let name = "kpss-\(null.rawValue)"
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 4, found: 3)) {
      try KPSS.test([1, 2, 3], null: null)
    }
    #expect(throws: DiagnosticError.constant(test: name)) {
      try KPSS.test([Double](repeating: 0.1, count: 9), null: null)
    }
    #expect(throws: DiagnosticError.notFinite(test: name)) {
      try KPSS.test([1, 2, .nan, 3, 4], null: null)
    }
  }

  @Test func aLineHasNoSpreadAroundItself() {
    #expect(throws: DiagnosticError.exact(test: "kpss-trend")) {
      try KPSS.test((0..<20).map { 3.7 + 0.3 * Double($0) }, null: .trend)
    }
  }

  @Test func saysWhetherASeriesRisesOrWanders() throws {
    let noise: [Double] = (0..<40).map { (place: Int) -> Double in Double((place * place * 7) % 11) - 5 }
    let rising: [Double] = noise.indices.map { (place: Int) -> Double in 3 * Double(place) + noise[place] }
    let prefix = "the series is not stationary around a level: "
    let straight = "and there is no sign that it strays from a line"
    #expect(try KPSS.test(rising, null: .level).reading == prefix + "it rises, \(straight)")
    #expect(try KPSS.test(rising.map { -$0 }, null: .level).reading == prefix + "it falls, \(straight)")
    #expect(
      try KPSS.test((0..<20).map { 3.7 + 0.3 * Double($0) }, null: .level).reading
        == prefix + "it rises along a line")
    let turning: [Double] = (0..<60).map { (place: Int) -> Double in
      place < 20 ? 50 + 3 * Double(place) : 130 - Double(place)
    }
    #expect(try KPSS.test(turning, null: .trend).reading.hasSuffix("it wanders or turns"))
  }
}
