import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct AdditiveSmoothingTests {
  /// Weights and starting values given: no search, only the recursion, as two other programs run it.
  @Test(arguments: ["ets-ann", "ets-aan", "ets-aadn"])
  func recursionAgreesWithRAndStatsmodels(model: String) throws {
    var worst = Worst()
    for record in try References.models + References.smoothing where record.model == model && record.isFixed {
      let series = try References.series(record.series)
      let values = try #require(series.complete)
      let smoothing = try Self.smoothing(model)
      let fit = FittedSmoothing(
        smoothing: smoothing, weights: try Self.weights(record), level: try #require(record.l0),
        slope: record.b0 ?? 0, values: values, firstYear: series.firstYear)
      let place = "\(record.series) \(model)"
      worst.compare(fit.lastLevel, record.levelN, floor: series.magnitude, at: "\(place) level")
      if smoothing.trend != .none {
        worst.compare(fit.lastSlope, record.slopeN, floor: series.magnitude, at: "\(place) slope")
      }
      let squares = fit.errors.reduce(0) { $0 + $1 * $1 }
      worst.compare(squares, record.sse, at: "\(place) sse")
      worst.compare(fit.summary.logLikelihood, record.loglikGaussian, floor: 1, at: "\(place) loglik")
      let forecast = try fit.predict(Horizon(10))
      worst.compare(forecast.steps.map(\.median), record.mean, floor: series.magnitude, at: "\(place) mean")
      // The references divide by one less, for they count the variance as a parameter of a fixed model.
      let share = try #require(record.degreesOfFreedom) / (Double(values.count - smoothing.parameterCount))
      let variances = forecast.steps.map { $0.shape.locationAndScale.scale }.map { $0 * $0 / share }
      worst.compare(variances, record.variance, at: "\(place) variance")
      if let fitted = record.fitted {
        worst.compare(
          zip(values, fit.errors).map { $0 - $1 }, fitted, floor: series.magnitude, at: "\(place) fitted")
      }
    }
    // Recursions of up to 100 steps that forget: roundings do not pile up.
    worst.expect(within: 1e-12)
  }

  /// At the reference's weights the profiled starting values are the reference's, which its search found.
  @Test(arguments: ["ets-ann", "ets-aan", "ets-aadn"])
  func profileGivesTheLeastSumOfSquares(model: String) throws {
    for record in try References.models + References.smoothing
    where record.model == model && !record.isFallback {
      let series = try References.series(record.series)
      let values = try #require(series.complete)
      let weights = try Self.weights(record)
      let origin = values[0]
      let smoothing = try Self.smoothing(model)
      let found = values.map { $0 - origin }.withUnsafeBufferPointer { smoothing.profile($0, weights) }
      let sse = try #require(record.sse)
      // Least squares cannot be beaten; 1e-10 is for the rounding of an almost flat bottom.
      #expect(found.sumOfSquares <= sse * (1 + 1e-10), "\(record.series) \(model)")
      let fit = FittedSmoothing(
        smoothing: smoothing, weights: weights, level: origin + found.level, slope: found.slope,
        values: values, firstYear: series.firstYear)
      let run = fit.errors.reduce(0) { $0 + $1 * $1 }
      // The recursion from those states has this sum of squares: the rotations lose no digit that matters.
      #expect(relativeDifference(run, found.sumOfSquares) < 1e-9, "\(record.series) \(model)")
    }
  }

  /// Moving the starting values away from the profiled ones makes the errors larger.
  @Test func profileIsAMinimum() throws {
    let series = try References.series("japan-hns")
    let values = try #require(series.complete)
    let smoothing = try Self.smoothing("ets-aadn")
    let weights = AdditiveSmoothing.Weights(alpha: 0.6, beta: 0.2, phi: 0.9)
    let best = values.withUnsafeBufferPointer { smoothing.profile($0, weights) }
    for (level, slope) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
      let moved = FittedSmoothing(
        smoothing: smoothing, weights: weights, level: best.level + level, slope: best.slope + slope,
        values: values, firstYear: series.firstYear)
      #expect(moved.errors.reduce(0) { $0 + $1 * $1 } > best.sumOfSquares)
    }
  }

  static func smoothing(_ model: String) throws -> AdditiveSmoothing {
    switch model {
    case "ets-ann": AdditiveSmoothing(trend: .none, model: SimpleExponentialSmoothing.identifier)
    case "ets-aan": AdditiveSmoothing(trend: .linear, model: Holt.identifier)
    case "ets-aadn": AdditiveSmoothing(trend: .damped, model: DampedTrend.identifier)
    default: throw References.Missing(what: model)
    }
  }

  static func weights(_ record: ModelRecord) throws -> AdditiveSmoothing.Weights {
    .init(alpha: try #require(record.alpha), beta: record.beta ?? 0, phi: record.phi ?? 1)
  }
}
