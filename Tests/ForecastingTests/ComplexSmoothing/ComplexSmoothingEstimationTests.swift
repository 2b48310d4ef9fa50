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

  /// The best that a dense grid and SciPy's simplex find in the same region with the same exact start.
  ///
  /// Forecasts: 1e-4 of the error's spread. A likelihood that agrees to 1e-7 leaves the weights free by about its
  /// square root along a valley, and the edge of the region is kept by 1e-10.
  @Test func reachesTheBestKnownOptimum() throws {
    let series = try ThetaReferences.values()
    let records = try ComplexSmoothingRecord.all("free")
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

  /// Every other choice of the start is worse than the one solved for, the backward pass of the peers included.
  @Test func startIsBetterThanABackwardPass() throws {
    let series = try ThetaReferences.values()
    for record in try ComplexSmoothingRecord.all("backcast") where record.weights.isStable {
      let fitted = try ComplexSmoothing.fit(try #require(series[record.series]))
      #expect(Self.gain(fitted, record) >= -1e-3, "\(record.series)")
    }
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
