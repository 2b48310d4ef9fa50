import Series
import Testing

@testable import Forecasting

@Suite struct ProfiledSmoothingTests {
  static let point = SIMD4(0.55, 0.3, 0.6, 0)

  private static func value(_ objective: inout ProfiledSmoothing, _ point: SIMD4<Double>) -> Double {
    objective.value(at: [point.x, point.y, point.z])
  }

  /// Derivatives from the recursion against central differences of the value, starting values re-solved each time.
  @Test(arguments: ["ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN"])
  func derivativesAreThoseOfTheValue(name: String) throws {
    let form = try #require(SmoothingForm(name))
    for identifier in ["japan-hns", "nile", "ratio-usa", "korea-sma", "airmiles"] {
      let values = try #require(References.series(identifier).complete)
      let worst = SmoothingSample.with(values) { sample -> Worst in
        var worst = Worst()
        var objective = ProfiledSmoothing(form: form, sample: sample)
        let n = form.weightCount
        var gradient = [Double](repeating: 0, count: n)
        var hessian = [Double](repeating: 0, count: n * n)
        let centre = Self.value(&objective, Self.point)
        objective.expand(
          at: [Self.point.x, Self.point.y, Self.point.z], gradient: &gradient, hessian: &hessian)
        let scale = gradient.reduce(1) { max($0, $1.magnitude) }
        for axis in 0..<n {
          func at(_ share: Double) -> Double {
            var moved = Self.point
            moved[axis] += share * 1e-4
            return Self.value(&objective, moved)
          }
          let (up, down) = (at(1), at(-1))
          let place = "\(identifier) \(name) \(axis)"
          worst.compare((up - down) / 2e-4, gradient[axis], floor: scale, at: "\(place) gradient")
          var expected = hessian[axis * n + axis]
          if form.errors == .additive {
            // With additive errors the Hessian is that of S, times n / S: the logarithm's own bend is left out.
            expected -= gradient[axis] * gradient[axis] / Double(sample.count)
          }
          worst.compare(
            (up - 2 * centre + down) / 1e-8, expected, floor: 10 * scale, at: "\(place) curvature")
          for other in 0..<axis {
            #expect(hessian[axis * n + other] == hessian[other * n + axis])
          }
        }
        return worst
      }
      // Differences over 1e-4: their error is 1e-8 of the next derivatives but one, which are up to 1e4 here.
      try #require(worst).expect(within: 1e-4)
    }
  }

  /// Two passes with normal equations and Givens rotations end at the same sum of squares.
  @Test func bothWaysToLeastSquaresAgree() throws {
    var worst = Worst()
    let smoothing = AdditiveSmoothing(trend: .damped, model: DampedTrend.identifier)
    for series in try References.completeSeries {
      let values = try #require(series.complete)
      for alpha in [1e-4, 0.3, 0.9, 0.9999] {
        for share in [0.1, 1] {
          let weights = SmoothingWeights(alpha: alpha, beta: max(share * alpha, 1e-4), phi: 0.9)
          _ = SmoothingSample.with(values) { sample in
            let fast = sample.leastSquaresStart(weights, hasTrend: true).squares
            let exact = smoothing.profile(
              UnsafeBufferPointer(start: sample.centred, count: sample.count), weights
            ).sumOfSquares
            worst.compare(fast, exact, at: "\(series.identifier) \(weights)")
          }
        }
      }
    }
    // The error of the starting values counts squared in the sum: what is left is its own rounding.
    worst.expect(within: 1e-10)
  }

  /// Moving the starting values of relative errors makes their criterion larger.
  @Test(arguments: ["japan-hns", "nile", "ratio-usa", "airmiles"])
  func relativeStartIsAMinimum(identifier: String) throws {
    let values = try #require(References.series(identifier).complete)
    let model = ModelIdentifier("test")
    let form = try #require(SmoothingForm("MAdN"))
    let weights = SmoothingWeights(alpha: 0.6, beta: 0.2, phi: 0.9)
    let start = SmoothingSample.with(values) { sample in
      sample.relativeStart(weights, hasTrend: true, from: nil).map {
        (level: sample.origin + $0.level * sample.unit, slope: $0.slope * sample.unit)
      }
    }
    let found = try #require(start.flatMap { $0 })
    func likelihood(_ level: Double, _ slope: Double) throws -> Double {
      try #require(
        FittedSmoothing(
          form: form, model: model, weights: weights, level: level, slope: slope, values: values,
          firstYear: 2000
        ).summary.logLikelihood)
    }
    let best = try likelihood(found.level, found.slope)
    for (level, slope) in [(1.01, 1.0), (0.99, 1.0), (1.0, 1.05), (1.0, 0.95)] {
      #expect(try likelihood(found.level * level, found.slope * slope) < best)
    }
  }
}
