import TestSupport
import Testing

@testable import Forecasting

@Suite struct TemperedThetaTests {
  /// The model written out with the line fitted anew each year: no other start or ω errs less.
  @Test func startsAreTheLeastSquaresOnes() {
    let values = TemperedHoltTests.values
    let theta = TemperedTheta(values)
    func error(_ alpha: Double, _ start: Double, _ omega: Double) -> Double {
      var level = alpha * values[0] + (1 - alpha) * start
      var (decay, sum) = (1 - alpha, 0.0)
      for index in 1..<values.count {
        let line = Self.line(Array(values[..<index]))
        let extrapolated = line.intercept * decay + line.slope * (1 - decay * (1 - alpha)) / alpha
        let miss = values[index] - level - omega * extrapolated
        if index >= 3 { sum += miss * miss }
        level = alpha * values[index] + (1 - alpha) * level
        decay *= 1 - alpha
      }
      return sum
    }
    var least = Double.infinity
    for fit in theta.fits {
      let sum = error(fit.alpha, fit.start, fit.omega)
      least = min(least, sum)
      #expect((0...1).contains(fit.omega))
      for (one, other) in [(0.01, 0.0), (-0.01, 0), (0, 0.01), (0, -0.01), (0.02, -0.01), (-0.02, 0.01)]
      where (0...1).contains(fit.omega + other) {
        // At an α near one the start is forgotten: then both fit alike, up to roundings of the sum.
        #expect(error(fit.alpha, fit.start + one, fit.omega + other) > sum * (1 - 1e-12), "\(fit)")
      }
    }
    // A sum of squares a thousandth of the total, from differences of sums.
    #expect(relativeDifference(theta.deviation, (least / 12).squareRoot()) < 1e-11)
  }

  /// Least squares by the textbook's sums.
  private static func line(_ values: [Double]) -> (intercept: Double, slope: Double) {
    guard values.count > 1 else { return (values[0], 0) }
    let n = Double(values.count)
    let (time, mean) = ((n + 1) / 2, values.reduce(0, +) / n)
    var (products, squares) = (0.0, 0.0)
    for (index, value) in values.enumerated() {
      products += (Double(index + 1) - time) * (value - mean)
      squares += (Double(index + 1) - time) * (Double(index + 1) - time)
    }
    return (mean - products / squares * time, products / squares)
  }

  @Test func theLineGrowsToTheLeastSquaresOne() {
    let (intercepts, slopes, last) = GrowingLine.history(TemperedHoltTests.values)
    for count in 1...TemperedHoltTests.values.count {
      let line = Self.line(Array(TemperedHoltTests.values.prefix(count)))
      // Running means of numbers near one.
      #expect((intercepts[count - 1] - line.intercept).magnitude < 1e-14)
      #expect((slopes[count - 1] - line.slope).magnitude < 1e-14)
    }
    #expect(last.intercept == intercepts.last && last.slope == slopes.last)
  }

  /// A flat record fits with any ω; then there is none, and the level goes on.
  @Test func aFlatRecordHasNoTrend() {
    let theta = TemperedTheta([Double](repeating: 0.7, count: 9) + [1])
    #expect(theta.fits.allSatisfy { $0.omega == 0 })
    var path = [0.0, 0, 0]
    path.withUnsafeMutableBufferPointer { theta.forecast(into: $0) }
    // Weighted means of one number.
    #expect(relativeDifference(path[0], path[2]) < 1e-14)
  }

  @Test func errorsAreWeightedMeans() {
    let values = TemperedHoltTests.values
    let theta = TemperedTheta(values)
    let errors = theta.errors(values)
    var path = [0.0]
    let shorter = Array(values.dropLast())
    #expect(errors.count == values.count && errors[0] == 0)
    // One step of every fit from its own start, on the record without its last value.
    path[0] = 0
    for (fit, weight) in zip(theta.fits, theta.weights) {
      var level = fit.alpha * shorter[0] + (1 - fit.alpha) * fit.start
      var decay = 1 - fit.alpha
      for value in shorter.dropFirst() {
        level = fit.alpha * value + (1 - fit.alpha) * level
        decay *= 1 - fit.alpha
      }
      let line = Self.line(shorter)
      let extrapolated = line.intercept * decay + line.slope * (1 - decay * (1 - fit.alpha)) / fit.alpha
      path[0] += weight * (level + fit.omega * extrapolated)
    }
    #expect((values[values.count - 1] - path[0] - errors[values.count - 1]).magnitude < 1e-13)
  }
}
