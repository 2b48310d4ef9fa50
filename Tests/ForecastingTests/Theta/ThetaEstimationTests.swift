import TestSupport
import Testing

@testable import Forecasting

@Suite struct ThetaEstimationTests {
  /// At statsforecast's own parameters nothing is left to a search: squares and forecasts agree to rounding.
  ///
  /// 1e-9 of the sum of squares and 1e-10 of the largest number: statsforecast updates the line of the dynamic
  /// form on uncentred values and takes powers of 1-α anew in each year. Its l(0) can be many times the values.
  @Test func agreesWithStatsforecastAtItsOwnParameters() throws {
    let series = try ThetaReferences.values()
    let peers = try ThetaReferences.peers()
    #expect(peers.count >= 80)
    for peer in peers {
      let values = try #require(series[peer.series])
      let form = try #require(ThetaForm(named: peer.model))
      let scale = values.reduce(peer.l0.magnitude) { max($0, $1.magnitude) }
      var state = ThetaRecursion(
        alpha: peer.alpha, weight: 1 - 1 / peer.theta, level: peer.l0,
        line: form.isDynamic ? nil : timeLine(values))
      var squares = 0.0
      for (index, value) in values.enumerated() {
        let error = value - state.expected
        if index >= ThetaProfile.firstScored { squares += error * error }
        state.absorb(value)
      }
      let total = values.reduce(0) { $0 + ($1 - values[0]) * ($1 - values[0]) }
      #expect(
        relativeDifference(squares, peer.sseFrom4, floor: total * 1e-9) < 1e-9, "\(peer.series) \(peer.model)"
      )
      #expect(relativeDifference(state.level, peer.levelN, floor: scale) < 1e-10)
      for expected in peer.mean {
        let mean = state.expected
        #expect(relativeDifference(mean, expected, floor: scale) < 1e-10, "\(peer.series) \(peer.model)")
        state.absorb(mean)
      }
    }
  }

  /// No search of the same objective, a dense grid of α refined by SciPy or statsforecast's simplex, ends lower.
  ///
  /// 1e-6 is the bar that was set; 1e-20 of the total stands for the rounding of an exact fit. Where the optimum is
  /// the same point (α within 1e-6) forecasts are within 1e-6 of the error's spread.
  @Test func endsNoHigherThanTheBestKnownOptimum() throws {
    let series = try ThetaReferences.values()
    let records = try ThetaReferences.best()
    #expect(records.count >= 80)
    var compared = 0
    for best in records {
      let values = try #require(series[best.series])
      let form = try #require(ThetaForm(named: best.model))
      let fitted = try form.fit(values)
      let total = values.reduce(0) { $0 + ($1 - values[0]) * ($1 - values[0]) }
      let place = "\(best.series) \(best.model)"
      let known = min(best.sse, best.statsforecastSse ?? .infinity)
      #expect(fitted.sumOfSquares <= known * (1 + 1e-6) + total * 1e-20, "\(place)")
      guard (fitted.solution.alpha - best.alpha).magnitude < 1e-6 else {
        continue
      }
      compared += 1
      let forecast = moments(try fitted.predict(Horizon(best.mean.count)))
      let scale = max(forecast[0].deviation, 1e-9 * total.squareRoot())
      for (ours, theirs) in zip(forecast, best.mean) {
        #expect((ours.mean - theirs).magnitude <= 1e-6 * scale, "\(place)")
      }
    }
    #expect(compared >= 100)
  }

  /// statsforecast's simplex starts at α = 0.5, θ = 2, l(0) = y(1)/2 and stops early.
  @Test func endsLowerThanStatsforecastOnMostSeries() throws {
    let series = try ThetaReferences.values()
    var lower = 0
    let peers = try ThetaReferences.peers().filter { $0.model == "theta-dotm" }
    for peer in peers {
      let values = try #require(series[peer.series])
      if try ThetaForm.dynamicOptimised.fit(values).sumOfSquares < peer.sseFrom4 * (1 - 1e-6) { lower += 1 }
    }
    #expect(2 * lower > peers.count, "\(lower) of \(peers.count)")
  }

  /// A shift of the values shifts the forecasts, a change of unit scales them; the parameters stay.
  ///
  /// 1e-7: the last digits of the scaled values differ, and a minimum is known to the square root of rounding.
  @Test(arguments: ThetaForm.allCases) func followsShiftAndUnit(_ form: ThetaForm) throws {
    let values = [3.0, 4.5, 4.1, 6.2, 5.9, 7.7, 8.4, 7.9, 9.6, 11.2, 10.8, 12.1]
    let plain = try form.fit(values)
    let moved = try form.fit(values.map { 1024 * $0 + 4096 })
    #expect((plain.solution.alpha - moved.solution.alpha).magnitude < 1e-7)
    let left = moments(try plain.predict(Horizon(6)))
    let right = moments(try moved.predict(Horizon(6)))
    for (a, b) in zip(left, right) {
      #expect(relativeDifference(b.mean, 1024 * a.mean + 4096) < 1e-7)
      #expect(relativeDifference(b.deviation, 1024 * a.deviation) < 1e-7)
    }
    let shift = 4096 / plain.theta
    #expect(relativeDifference(moved.startLevel, 1024 * plain.startLevel + shift, floor: 1) < 1e-6)
  }

  /// Every α fits a straight line and a constant exactly: the line goes on, and nothing is uncertain.
  @Test(arguments: [ThetaForm.optimised, .dynamicOptimised]) func continuesWhatNeverErrs(_ form: ThetaForm)
    throws
  {
    let constant = moments(try form.fit([Double](repeating: -7.25, count: 9)).predict(Horizon(3)))
    #expect(constant.allSatisfy { $0.mean == -7.25 && $0.deviation == 0 })
    let zero = moments(try form.fit([Double](repeating: 0, count: 9)).predict(Horizon(3)))
    #expect(zero.allSatisfy { $0.mean == 0 && $0.deviation == 0 })
    let line = moments(try form.fit((0..<12).map { 5 + 2 * Double($0) }).predict(Horizon(3)))
    for (h, step) in line.enumerated() {
      // Rounding of a dozen additions.
      #expect((step.mean - (29 + 2 * Double(h))).magnitude < 1e-6, "\(form) \(h) \(step)")
      #expect(step.deviation < 1e-6)
    }
  }

  @Test func repeatsItselfToTheLastBit() throws {
    let values = [412.0, 480, 683, 1052, 1385, 1418, 1634, 2178, 3362, 5948, 6109, 5981]
    let first = try ThetaForm.dynamicOptimised.fit(values).solution
    let second = try ThetaForm.dynamicOptimised.fit(values).solution
    #expect(first == second)
  }
}
