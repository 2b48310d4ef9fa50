import Negotiation
import Series
import Testing

/// Against statsmodels and scipy: `ratio-year-effects.py`.
@Suite struct YearEffectsTests {
  private struct Reference: Decodable {
    struct Case: Decodable {
      let name: String
      let years: [Int]
      let gaps, changes, residuals, commonQuantiles, ownQuantiles: [Double]
      let speed, error, between, within, size, common: Double
    }
    let levels: [Double]
    let cases: [Case]
  }

  private static func reference() throws -> Reference {
    try ReferenceFile.decode("ratio-year-effects.json", as: Reference.self)
  }

  @Test func equalTheAnalysisOfVariance() throws {
    let reference = try Self.reference()
    #expect(reference.cases.count == 2)
    for item in reference.cases {
      // A prior of a billionth of a row.
      let effects = try YearEffects(
        residuals: item.residuals, years: item.years, shape: 1e-9, rate: 1e-12)
      #expect(effects.yearCount == Set(item.years).count)
      #expect(abs(effects.meanSquare / item.between - 1) < 1e-10, "\(item.name)")
      let own = effects.ownDeviation * effects.ownDeviation
      #expect(abs(own / item.within - 1) < 1e-8, "\(item.name)")
      #expect(abs(effects.size / item.size - 1) < 1e-12, "\(item.name)")
      #expect(abs(effects.commonDeviation / item.common - 1) < 1e-7, "\(item.name)")
      for (place, level) in reference.levels.enumerated() {
        // What the prior leaves, where the difference of two mean squares is small; both are zero below.
        let common = try effects.commonDeviation(level)
        #expect(abs(common - item.commonQuantiles[place]) < 1e-7, "\(item.name) at \(level)")
        let own = try effects.ownDeviation(level)
        #expect(abs(own / item.ownQuantiles[place] - 1) < 1e-7, "\(item.name) at \(level)")
      }
    }
  }

  /// The panel has an ally for each row, so that the gaps are those of the reference: two years with one change.
  @Test func theErrorOfTheSpeedIsClusteredByYear() throws {
    for item in try Self.reference().cases {
      var panel: [AnnualSeries] = []
      for (place, year) in item.years.enumerated() {
        let start = 2 - item.gaps[place]
        panel.append(
          try AnnualSeries(
            identifier: "\(place)", firstYear: year, values: [start, start + item.changes[place]]))
      }
      let vague = try ConjugateRegression.Prior.constant(mean: 0, scale: 1e12, shape: 1e-9, rate: 1e-12)
      let fit = try RatioAdjustment(panel: panel, goal: 2, years: 2000...2020, prior: vague)
      // 2 - (2 - gap) is the gap but for a rounding of 2.
      #expect(abs(fit.speed / item.speed - 1) < 1e-10, "\(item.name)")
      #expect(abs(fit.speedError / item.error - 1) < 1e-9, "\(item.name)")
    }
  }

  @Test func yearsThatDifferByLessThanAlliesShareNothing() throws {
    let effects = try YearEffects(
      residuals: [1, -1, 1, -1], years: [1, 1, 2, 2], shape: 2, rate: 0.0225)
    #expect(effects.commonDeviation == 0)
    #expect(try effects.commonDeviation(0.5) == 0)
    // (b + 2)/(a + 1) by hand.
    #expect(abs(effects.ownDeviation - (2.0225 / 3).squareRoot()) < 1e-15)
    // One rounding.
    #expect(abs(effects.meanError - 0.5.squareRoot()) < 1e-15)
  }

  @Test func refuseWhatHasNoYears() {
    for (residuals, years) in [([1.0], [1]), ([1, 2], [1, 1]), ([], []), ([1, 2], [1])] {
      #expect(throws: NegotiationError.self) {
        _ = try YearEffects(residuals: residuals, years: years, shape: 2, rate: 0.0225)
      }
    }
    for (shape, rate) in [(0.0, 1.0), (2, 0), (.nan, 1), (2, .infinity)] {
      #expect(throws: NegotiationError.self) {
        _ = try YearEffects(residuals: [1, 2], years: [1, 2], shape: shape, rate: rate)
      }
    }
    #expect(throws: NegotiationError.self) {
      _ = try YearEffects(residuals: [1e200, -1e200], years: [1, 2], shape: 2, rate: 1)
    }
  }
}
