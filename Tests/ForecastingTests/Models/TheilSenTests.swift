import Series
import Testing

@testable import Forecasting

@Suite struct TheilSenTests {
  /// The bootstrap sorts n²/2 slopes 999 times, which takes seconds a series in a debug build beyond this length.
  static let longest = 20

  @Test func agreesWithSciPy() throws {
    var worst = Worst()
    for record in try References.theilSen {
      let series = try References.series(record.series)
      let line = try TheilSen().fit(series).line
      let n = Double(series.values.count)
      worst.compare(line.slope, record.slope, floor: series.magnitude / n, at: record.series)
      worst.compare(
        line.intercept, record.interceptMedianResidual, floor: series.magnitude, at: record.series)
      worst.compare(
        (1...10).map { line.value(at: n + Double($0)) }, record.meanMedianResidual, floor: series.magnitude,
        at: record.series)
    }
    // Medians of single quotients and sums: two or three roundings.
    worst.expect(within: 1e-14)
  }

  @Test func bootstrapDependsOnTheSeedAlone() throws {
    let series = try References.series("korea-sma").window(from: nil, to: 2012)
    let first = try TheilSen().fit(series).predict(Horizon(5))
    #expect(try TheilSen().fit(series).predict(Horizon(5)) == first)
    #expect(try TheilSen(seed: 7).fit(series).predict(Horizon(5)) != first)
    // A longer horizon draws the same years first.
    #expect(try TheilSen().fit(series).predict(Horizon(2)).steps == Array(first.steps.prefix(2)))
  }

  @Test func drawsAreSortedAndSurroundTheLine() throws {
    for series in try References.completeSeries where series.values.count <= Self.longest {
      let fit = try TheilSen().fit(series)
      let forecast = try fit.predict(Horizon(10))
      for (offset, step) in forecast.steps.enumerated() {
        guard case .draws(let draws) = step.shape else {
          Issue.record("not draws")
          continue
        }
        #expect(draws.count == TheilSen.replications)
        #expect(zip(draws, draws.dropFirst()).allSatisfy { $0 <= $1 })
        let ends = try step.quantile(0.025)...step.quantile(0.975)
        let line = fit.line.value(at: Double(series.values.count + offset + 1))
        #expect(ends.contains(line), "\(series.identifier)")
      }
    }
  }

  /// Each draw adds a residual, widened, to a refitted line: the interval cannot be narrower than the residuals.
  @Test func intervalIsNeverBelowTheSpreadOfTheResiduals() throws {
    for series in try References.completeSeries where series.values.count <= Self.longest {
      let fit = try TheilSen().fit(series)
      var residuals = fit.residuals.sorted()
      residuals.removeFirst(residuals.count / 10)
      residuals.removeLast(residuals.count / 9)
      let spread = (residuals.last ?? 0) - (residuals.first ?? 0)
      for width in try fit.predict(Horizon(10)).widths(95) {
        #expect(width >= spread, "\(series.identifier)")
      }
    }
  }

  @Test func leavesOutMissingYears() throws {
    let fit = try TheilSen().fit(AnnualSeries([1, 3, nil, 7, nil, nil, 13, 99]))
    #expect(fit.line.slope == 2 && fit.line.intercept == -1)
    #expect(fit.summary.residuals.map(\.year) == [2000, 2001, 2003, 2006, 2007])
    #expect(fit.summary.logLikelihood == nil)
  }
}
