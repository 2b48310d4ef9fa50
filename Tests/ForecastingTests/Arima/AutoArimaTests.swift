import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct AutoArimaTests {
  @Test(arguments: [("auto-stepwise", AutoArima.Search.stepwise), ("auto-full", .full)])
  func choosesTheOrdersOfR(model: String, search: AutoArima.Search) throws {
    var (same, compared, other) = (0, 0, [String]())
    for record in try ArimaReferences.complete where record.model == model {
      let series = try ArimaReferences.series(record.series)
      // The full search on long series takes minutes in a debug build; the shorter ones are more than twenty.
      if search == .full && series.values.count > 50 { continue }
      let fit = try AutoArima(search: search).fit(series)
      guard fit.order == (try record.arimaOrder) else {
        other.append("\(record.series ?? "-") \(fit.order)")
        continue
      }
      same += 1
      let agreement = try ArimaAgreement(fit, record, exact: ArimaReferences.exactLikelihood(record))
      #expect(agreement.gain > -1e-3, "\(agreement.place) \(agreement.gain)")
      guard agreement.gain.magnitude < 1e-5 else { continue }
      compared += 1
      // As for given orders.
      #expect(try agreement.forecastDifference < 4.5e-3, "\(agreement.place)")
    }
    // On the lynx series R's walk ends at ARIMA(2,0,2), whose best optimum has a root on the unit circle: see below.
    #expect(other == (search == .stepwise ? ["lynx ARIMA(2,0,0) with mean"] : []))
    #expect(same >= 20)
    #expect(compared >= 18)
  }

  @Test func rejectsRootsOnTheUnitCircle() throws {
    let lynx = try ArimaReferences.series("lynx")
    let order = try ArimaOrder(autoregressive: 2, differences: 0, movingAverage: 2, hasConstant: true)
    let fit = try Arima(order).fit(lynx)
    let theirs = try #require(
      ArimaReferences.complete.first { $0.series == "lynx" && $0.model == "auto-stepwise" }?.loglik)
    #expect(try #require(fit.summary.logLikelihood) > theirs + 0.5)
    #expect(!fit.estimate.rootsExceed(ArimaSearch.smallestRoot))
  }

  @Test func fullSearchIsNoWorseThanStepwise() throws {
    for name in ["nile", "airmiles", "korea-sma", "ratio-jpn"] {
      let series = try ArimaReferences.series(name)
      let walked = try AutoArima().fit(series).estimate.criterion
      // The walk may pass p + q = 5, which the full search does not; none of these does.
      #expect(try AutoArima(search: .full).fit(series).estimate.criterion <= walked)
    }
  }

  @Test func fitsExactlyWhatIsConstant() throws {
    let flat = try AutoArima().fit(
      AnnualSeries(identifier: "flat", firstYear: 1990, values: [4, 4, 4, 4, 4, 4]))
    #expect(flat.order.description == "ARIMA(0,0,0) with mean")
    #expect(try flat.predict(Horizon(3)).steps.map(\.median) == [4, 4, 4])
    #expect(flat.summary.logLikelihood == nil)
    #expect(flat.variance == 0)
    let values = (0..<30).map { Double(3 * $0 + 7) }
    let line = try AutoArima().fit(AnnualSeries(identifier: "line", firstYear: 1990, values: values))
    #expect(line.order.description == "ARIMA(0,1,0) with drift")
    #expect(try line.predict(Horizon(2)).steps.map(\.median) == [97, 100])
    #expect(line.constant == 3)
  }

  @Test func fitsGapsAndShortSeries() throws {
    for name in ["nile-missing", "japan-hns-missing", "korea-sma-missing"] {
      let fit = try AutoArima().fit(ArimaReferences.series(name))
      #expect(try fit.predict(Horizon(10)).steps.allSatisfy { $0.median.isFinite })
    }
    for count in 5...12 {
      let values = (0..<count).map { (year: Int) -> Double in Double((year * 37) % 11 + year) }
      let fit = try AutoArima().fit(AnnualSeries(identifier: "short", firstYear: 2000, values: values))
      #expect(fit.estimate.criterion.isFinite)
      #expect(try fit.predict(Horizon(5)).steps.allSatisfy(\.isFinite))
    }
  }
}
