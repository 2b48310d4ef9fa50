import TestSupport
import Testing

@testable import Forecasting

@Suite struct ComplexSmoothingEstimationTests {
  /// How much more likely our fit is than a record's, in units of the log-likelihood.
  ///
  /// The reference's likelihood is -n/2 ln SSE; the constant that it leaves out cancels.
  private static func gain(_ fitted: FittedComplexSmoothing, _ record: ComplexSmoothingRecord) -> Double {
    0.5 * Double(fitted.scaled.count) * (logOf(record.sse) - logOf(fitted.sumOfSquares))
  }

  /// The likelihood is at least that of statsforecast, less the bar of 1e-3 that was set.
  ///
  /// Its search also enters weights under which old errors grow. Two of its optima lie there, and only there can it
  /// be the more likely.
  @Test func isNoLessLikelyThanStatsforecast() throws {
    let series = try ThetaReferences.values()
    let peers = try ComplexSmoothingRecord.all("peer")
    #expect(peers.count >= 20)
    var lessLikely: [String] = []
    for peer in peers {
      let fitted = try ComplexSmoothing.fit(try #require(series[peer.series]))
      guard Self.gain(fitted, peer) < -1e-3 else { continue }
      #expect(!peer.weights.isStable, "\(peer.series)")
      lessLikely.append(peer.series)
    }
    #expect(lessLikely == ["lynx", "nottingham-temperature"])
  }

  /// The best that a dense grid and SciPy's simplex find in the same region with the same start.
  ///
  /// Forecasts: 1e-4 of the error's spread. A likelihood that agrees to 1e-7 leaves the weights free by about its
  /// square root along a valley, and the edge of the region is kept by 1e-10.
  @Test func reachesTheBestKnownOptimum() throws {
    let series = try ThetaReferences.values()
    let records = try ComplexSmoothingRecord.all("backcast")
    #expect(records.count >= 20)
    var compared = 0
    for best in records {
      let fitted = try ComplexSmoothing.fit(try #require(series[best.series]))
      let gain = Self.gain(fitted, best)
      #expect(gain >= -1e-3, "\(best.series)")
      let forecast = moments(try fitted.predict(Horizon(best.mean.count)))
      guard gain.magnitude < 1e-7 else { continue }
      compared += 1
      for (ours, theirs) in zip(forecast, best.mean) {
        #expect((ours.mean - theirs).magnitude < 1e-4 * forecast[0].deviation, "\(best.series)")
      }
    }
    #expect(compared >= 30, "\(compared)")
  }

  /// Where statsforecast stops at the same likelihood, its forecasts are ours.
  ///
  /// A tenth of the error's spread: its simplex is stopped early, so that its weights differ in the third digit.
  @Test func forecastsAsStatsforecast() throws {
    let series = try ThetaReferences.values()
    var compared = 0
    for peer in try ComplexSmoothingRecord.all("peer") where peer.weights.isStable {
      let fitted = try ComplexSmoothing.fit(try #require(series[peer.series]))
      guard Self.gain(fitted, peer).magnitude < 1e-3 else { continue }
      compared += 1
      let forecast = moments(try fitted.predict(Horizon(peer.mean.count)))
      for (ours, theirs) in zip(forecast, peer.mean) {
        #expect((ours.mean - theirs).magnitude < 0.1 * forecast[0].deviation, "\(peer.series)")
      }
    }
    #expect(compared >= 20, "\(compared)")
  }

  /// Noise that happens to alternate is not carried on in swings that grow: two allies' ratios, in per cent of GDP.
  ///
  /// With a start free to fit the first years as well they ended at 100 per cent within twenty years.
  @Test(arguments: ["ratio-tur", "ratio-grc", "ratio-kor", "japan-hns", "korea-sma"])
  func forecastsDoNotSwing(_ name: String) throws {
    let series = try ThetaReferences.values()
    let fitted = try ComplexSmoothing.fit(try #require(series[name]))
    let means = moments(try fitted.predict(Horizon(20))).map(\.mean)
    let steps = zip(means.dropFirst(), means).map { $0 - $1 }
    let swings = zip(steps.dropFirst(), steps).map { ($0 - $1).magnitude }
    #expect(try #require(swings.last) <= swings[0])
  }

  /// A change of unit scales the forecasts; by a power of two to the last bit.
  @Test func followsTheUnit() throws {
    let values = [3.0, 4.5, 4.1, 6.2, 5.9, 7.7, 8.4, 7.9, 9.6, 11.2, 10.8, 12.1]
    let plain = moments(try ComplexSmoothing.fit(values).predict(Horizon(6)))
    let scaled = moments(try ComplexSmoothing.fit(values.map { 1024 * $0 }).predict(Horizon(6)))
    for (a, b) in zip(plain, scaled) {
      #expect(b.mean == 1024 * a.mean)
      // The square root of a square that was rounded once more.
      #expect(relativeDifference(b.deviation, 1024 * a.deviation) < 1e-15)
    }
  }

  /// A constant goes on; 1e-12 of it: rounding of the recursion.
  @Test(arguments: [0, -3.5, 1e150]) func keepsAConstant(_ value: Double) throws {
    let forecast = moments(
      try ComplexSmoothing.fit([Double](repeating: value, count: 8)).predict(Horizon(5)))
    for step in forecast {
      #expect((step.mean - value).magnitude <= 1e-12 * value.magnitude)
      #expect(step.deviation <= 1e-12 * value.magnitude)
    }
  }
}
