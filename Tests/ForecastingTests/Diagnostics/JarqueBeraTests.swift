import Testing

@testable import Forecasting

@Suite struct JarqueBeraTests {
  @Test func agreesWithR() throws {
    let vectors = try DiagnosticRecord.vectors
    var (statistics, probabilities) = (Worst(), Worst())
    for record in try References.diagnostics where record.test == "jarque-bera" {
      let test = try JarqueBera.test(#require(vectors[record.vector]))
      statistics.compare(test.statistic, record.statistic, at: record.vector)
      // R takes the tail from one: below 1e-6 it has fewer than the ten digits that are asked for.
      probabilities.compare(test.pValue, record.p, floor: 1e-6, at: record.vector)
    }
    // Fourth powers about the mean, and K - 3 cancels: some tens of roundings.
    statistics.expect(within: 1e-10)
    probabilities.expect(within: 1e-9)
  }

  /// By hand: (-1, 0, 1) has S = 0 and K = 3/2, hence 3/6 · (3/2)²/4 = 9/32.
  @Test func countsSkewnessAndKurtosis() throws {
    let test = try JarqueBera.test([-1, 0, 1])
    #expect((test.statistic - 9.0 / 32).magnitude < 1e-15)
    #expect(test.degreesOfFreedom == 2)
  }

  @Test func refusesWhatItCannotTest() {
    let name = JarqueBera.name
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 3, found: 2)) { try JarqueBera.test([1, 2]) }
    #expect(throws: DiagnosticError.uniform(test: name)) { try JarqueBera.test([0.1, 0.1, 0.1]) }
    #expect(throws: DiagnosticError.fitsExactly(test: name)) { try JarqueBera.test([0, 0, 0, 0]) }
    #expect(throws: DiagnosticError.notFinite(test: name)) { try JarqueBera.test([1, 2, .infinity]) }
  }

  @Test func doesNotDependOnTheUnit() throws {
    let values = [1.0, 3, 2, 5, 4, 7, 3]
    let plain = try JarqueBera.test(values)
    for power in [-1070, -400, 400, 1019] {
      let unit = Double(sign: .plus, exponent: power, significand: 1)
      #expect(try JarqueBera.test(values.map { $0 * unit }) == plain, "\(power)")
    }
  }

  /// What is left of a line of values near 200 by rounding has no shape.
  @Test func doesNotTestRounding() {
    let noise: [Double] = (0..<30).map { (place: Int) -> Double in
      2.8e-14 * Double(place * place % 7 - 3)
    }
    #expect(throws: DiagnosticError.fitsExactly(test: JarqueBera.name)) {
      try JarqueBera.test(noise, level: 200)
    }
    #expect((try? JarqueBera.test(noise, level: 1e-3)) != nil)
  }

  /// Kurtosis below three means fewer large surprises, not more.
  @Test func saysWhichWayResidualsAreNotNormal() throws {
    let humps: [Double] = (0..<60).map { (place: Int) -> Double in
      let side: Double = place % 2 == 0 ? 1 : -1
      return side + 0.1 * Double(place % 5 - 2)
    }
    #expect(
      try JarqueBera.test(humps).reading
        == "residuals are not normal: they spread flatter, with fewer large surprises (kurtosis 1.08, normal is 3)"
    )
    let both: [Double] = (0..<60).map { (place: Int) -> Double in place % 20 == 0 ? 9 : 0.3 }
    let tails: [Double] = both + both.map { -$0 }
    #expect(
      try JarqueBera.test(tails).reading.hasPrefix(
        "residuals are not normal: there are more large surprises than a normal interval allows (kurtosis 19.18"
      ))
    let upwards = try JarqueBera.test(both).reading
    #expect(
      upwards.contains("large surprises are mostly upwards (skewness 4.13); there are more"), "\(upwards)")
    let downwards = try JarqueBera.test(both.map { -$0 }).reading
    #expect(downwards.contains("large surprises are mostly downwards (skewness -4.13)"), "\(downwards)")
  }
}
