import Probability
import Series
import Testing

@testable import Datasets
@testable import Negotiation

@Suite struct RatioPanelTests {
  let package: DataPackage

  init() throws { package = try RealPackage.open() }

  @Test func holdsTheAlliesOfWales() throws {
    let panel = try package.ratioPanel()
    #expect(panel.count == 30)
    let reached = panel.count { ($0[2024] ?? 0) >= 1.995 }
    // 22 of them and the United States: the 23 that NATO counted.
    #expect(reached == 22)
    #expect(panel.allSatisfy { $0[2014] != nil })
  }

  /// The posterior by the formulas of the conjugate regression, written anew in Python over the same rows.
  @Test func closesATenthOfTheDistanceInAYear() throws {
    let fit = try RatioAdjustment(
      panel: try package.ratioPanel(), goal: 2, years: DataPackage.walesYears)
    #expect((fit.allyCount, fit.observationCount, fit.informativeCount) == (30, 300, 248))
    #expect(abs(fit.speed - 0.09978375960858765) < 1e-12)
    // The sandwich by years, and the mean squares of the residuals, the same way.
    #expect(abs(fit.speedError - 0.028898083865372296) < 1e-12)
    #expect(abs(fit.effects.ownDeviation - 0.23265634801909532) < 1e-12)
    #expect(abs(fit.effects.commonDeviation - 0.09577887141671501) < 1e-12)
  }

  @Test func seesOnlyWhatWasPublished() throws {
    let panel = try package.ratioPanel(asOf: try PartialDate("2020-12-31"))
    #expect(panel.allSatisfy { $0.lastYear < 2021 })
    let fit = try RatioAdjustment(panel: panel, goal: 2, years: DataPackage.walesYears)
    #expect(fit.observationCount < 210)
    #expect(try package.ratioPanel(asOf: try PartialDate("1990")).isEmpty)
  }

  /// The intervals of the five years after an origin, with the law that the panel gave by then, beside what came.
  ///
  /// Every ally on its way to 2 per cent. The counts are those of `ratio-replay.py`, the same law in numpy with random numbers of its own. Ends
  /// of intervals move by less than 0.02 points between the two; that decides over one or two allies.
  @Test(arguments: [(2016, 128, 95, 27), (2019, 123, 79, 19)])
  func heldTheIntervalsOfWalesFourTimesOfFive(origin: Int, ninety: Int, fifty: Int, last: Int) throws {
    let panel = try package.ratioPanel()
    let fit = try RatioAdjustment(panel: panel, goal: 2, years: 2014...origin)
    let book = try AssumptionBook()
    let passThrough = try SampledValue(try book.entry("ratio.pass_through"))
    let adjustment = try RatioKernel.Adjustment(fit)
    let pledge = RatioKernel.Aim(fromIndex: 0, kind: .pledge, percent: 2)
    var within: [(wide: Bool, narrow: Bool, year: Int)] = []
    for (place, series) in panel.enumerated() {
      let kernel = RatioKernel(
        base: try #require(series[origin]), aims: [pledge], years: 5, adjustment: adjustment,
        passThrough: passThrough, ally: place)
      let simulation = Simulation(
        kernel, draws: 4_000, generator: CounterGenerator(seed: 7, stream: 2), workers: SingleWorker())
      for year in 0..<5 {
        let bounds = simulation.quantiles([0.05, 0.25, 0.75, 0.95], year)
        let value = try #require(series[origin + 1 + year])
        let isWithin = bounds[0] <= value && value <= bounds[3]
        within.append((isWithin, bounds[1] <= value && value <= bounds[2], year))
      }
    }
    #expect(abs(within.count { $0.wide } - ninety) <= 2, "\(within.count { $0.wide })")
    #expect(abs(within.count { $0.narrow } - fifty) <= 4, "\(within.count { $0.narrow })")
    #expect(abs(within.count { $0.wide && $0.year == 4 } - last) <= 1)
  }
}
