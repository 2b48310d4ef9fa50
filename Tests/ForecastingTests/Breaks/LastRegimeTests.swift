import LinearAlgebra
import Testing

@testable import Forecasting

@Suite struct LastRegimeTests {
  /// The laws are those of a regression on the whole design, whose own prediction is tested against R.
  @Test(arguments: [true, false]) func carriesOnWhatTheRegressionPredicts(isJoined: Bool) throws {
    for identifier in ["japan-hns", "korea-sma", "nile", "japan-hns-missing"] {
      let series = try References.series(identifier)
      let fit = try Piecewise(.found(.exactly(2)), isJoined: isJoined).fit(series)
      let regime = try #require(fit.candidates.first).regime
      let places = [fit.joints[0].place, regime.place]
      let knots = places.map { fit.sample.times[$0] }
      for years in [1.0, 4, 10] {
        let time = (fit.sample.times.last ?? 0) + years
        let changes: [Double] = knots.reduce(into: []) { row, knot in
          if !isJoined { row.append(1) }
          row.append(time - knot)
        }
        let law = regime.law(years)
        guard places == fit.joints.map(\.place) else { continue }
        let row: [Double] = [1, time + 1] + changes
        let location = (law.location + fit.sample.origin) * fit.sample.unit
        let expected = try fit.regression.predict(at: row)
        // The regression is refined, the line is not: some roundings of the level, ten years on.
        #expect((location - expected).magnitude < 1e-10 * series.magnitude, "\(identifier)")
        let scale = try fit.regression.predictionVariance(at: row).squareRoot()
        #expect((law.scale * fit.sample.unit / scale - 1).magnitude < 1e-9, "\(identifier)")
      }
    }
  }
}
