import Testing

@testable import Forecasting

@Suite struct LjungBoxTests {
  @Test func agreesWithR() throws {
    let vectors = try DiagnosticRecord.vectors
    var (statistics, probabilities) = (Worst(), Worst())
    for record in try References.diagnostics where record.test == "ljung-box" {
      let values = try #require(vectors[record.vector])
      let lag = try #require(record.lag)
      let test = try LjungBox.test(values, lag: lag, fitted: record.fitdf ?? 0)
      #expect(test.degreesOfFreedom == record.degreesOfFreedom)
      let place = "\(record.vector) lag \(lag)"
      statistics.compare(test.statistic, record.statistic, at: place)
      // R takes the tail from one: below 1e-6 it has fewer than the ten digits that are asked for.
      probabilities.compare(test.pValue, record.p, floor: 1e-6, at: place)
    }
    // Autocorrelations about the mean: a few roundings, magnified where the mean is a thousand deviations.
    statistics.expect(within: 1e-10)
    probabilities.expect(within: 1e-9)
  }

  @Test func defaultLagGrowsWithTheSeries() {
    #expect(LjungBox.defaultLag(count: 4, fitted: 0) == 1)
    #expect(LjungBox.defaultLag(count: 30, fitted: 0) == 6)
    #expect(LjungBox.defaultLag(count: 100, fitted: 2) == 10)
    #expect(LjungBox.defaultLag(count: 10, fitted: 3) == 4)
  }

  @Test func refusesWhatItCannotTest() {
    let name = LjungBox.name
    let values = [1.0, 3, 2, 5, 4]
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 6, found: 5)) {
      try LjungBox.test(values, lag: 5, fitted: 0)
    }
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 2, found: 5)) {
      try LjungBox.test(values, lag: 0, fitted: 0)
    }
    #expect(throws: DiagnosticError.tooFew(test: name, needed: 2, found: 0)) {
      try LjungBox.test([], lag: 1, fitted: 0)
    }
    #expect(throws: DiagnosticError.noDegreesOfFreedom(test: name)) {
      try LjungBox.test(values, lag: 2, fitted: 2)
    }
    // The mean of 0.1s is not exactly 0.1: being constant is a matter of the values, not of a sum.
    #expect(throws: DiagnosticError.uniform(test: name)) {
      try LjungBox.test([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], lag: 1, fitted: 0)
    }
    #expect(throws: DiagnosticError.notFinite(test: name)) {
      try LjungBox.test([1, 2, .nan, 4], lag: 1, fitted: 0)
    }
  }

  /// Errors that follow each other's sign make sums spread more than a model without correlations says; such as take each other
  /// back, less.
  @Test func saysWhatCorrelationsDoToIntervals() throws {
    let slow: [Double] = (0..<40).map { (place: Int) -> Double in
      place % 20 < 10 ? 1 + 0.01 * Double(place) : -1
    }
    let turning: [Double] = (0..<40).map { (place: Int) -> Double in
      let size = 1 + 0.01 * Double(place)
      return place % 2 == 0 ? size : -size
    }
    let waves: [Double] = (0..<40).map { (place: Int) -> Double in
      let wave: [Double] = [2, 1, -1, -2, -1, 1]
      return wave[place % 6] + 0.01 * Double(place)
    }
    #expect(try LjungBox.test(slow, lag: 4, fitted: 0).reading.contains("so that intervals are too sure"))
    #expect(
      try LjungBox.test(turning, lag: 8, fitted: 0).reading.contains("intervals are wider than they need be"))
    #expect(try LjungBox.test(waves, lag: 8, fitted: 0).reading.contains("surprises come in waves"))
  }

  @Test func doesNotTestRounding() {
    let noise: [Double] = (0..<30).map { (place: Int) -> Double in 2.8e-14 * Double(place % 7 - 3) }
    #expect(throws: DiagnosticError.fitsExactly(test: LjungBox.name)) {
      try LjungBox.test(noise, lag: 6, fitted: 0, level: 200)
    }
    #expect(throws: DiagnosticError.uniform(test: LjungBox.name)) {
      try LjungBox.test(noise.map { 2 + $0 }, lag: 6, fitted: 0, level: 200)
    }
  }

  @Test func doesNotDependOnTheUnit() throws {
    let values = [1.0, 3, 2, 5, 4, 7, 3]
    let plain = try LjungBox.test(values, lag: 2, fitted: 0)
    for power in [-1070, -400, 400, 1019] {
      let unit = Double(sign: .plus, exponent: power, significand: 1)
      #expect(try LjungBox.test(values.map { $0 * unit }, lag: 2, fitted: 0) == plain, "\(power)")
    }
  }
}

extension DiagnosticRecord {
  /// The numbers that were tested, by their name.
  static var vectors: [String: [Double]] {
    get throws {
      var vectors: [String: [Double]] = [:]
      for record in try References.diagnostics where record.test == "values" {
        vectors[record.vector] = record.values
      }
      return vectors
    }
  }
}
