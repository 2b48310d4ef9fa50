import Foundation
import Testing

@testable import Negotiation

@Suite struct WeightedPosteriorTests {
  /// Two correlated normal parameters and a gamma one in its logarithm.
  private struct Known: PosteriorDensity {
    let dimension = 3
    func logDensity(at point: [Double]) -> Double {
      let x = (point[0] - 1) / 0.1
      let y = (point[1] - 2 * point[0]) / 0.5
      // e^(4 t - e^t): exp(t) is gamma of shape 4.
      return -0.5 * x * x - 0.5 * y * y + 4 * point[2] - exp(point[2])
    }
  }

  private struct Impossible: PosteriorDensity {
    let dimension = 1
    func logDensity(at point: [Double]) -> Double { -.infinity }
  }

  private struct Wide: PosteriorDensity {
    let dimension = 40
    func logDensity(at point: [Double]) -> Double { 0 }
  }

  /// A ridge bent so far that no t distribution covers it.
  private struct Bent: PosteriorDensity {
    let dimension = 2
    func logDensity(at point: [Double]) -> Double {
      let bend = point[1] - 40 * point[0] * point[0]
      return -0.5 * point[0] * point[0] - 0.5 * bend * bend / 1e-6
    }
  }

  @Test func findsKnownMoments() throws {
    let posterior = try WeightedPosterior(Known(), fit: "test")
    let columns = (0..<3).map { j in
      stride(from: j, to: posterior.points.count, by: 3).map { posterior.points[$0] }
    }
    let first = posterior.spread(of: columns[0])
    let second = posterior.spread(of: columns[1])
    let gamma = posterior.spread(of: columns[2].map { exp($0) })
    // Half a percent of a deviation: 16,384 points err by 1/sqrt(16384) = 0.8 % at random, these by less.
    #expect(abs(first.mean - 1) < 0.005 * 0.1)
    #expect(abs(first.standardDeviation / 0.1 - 1) < 0.005)
    #expect(abs(second.mean - 2) < 0.005 * 0.539)
    #expect(abs(second.standardDeviation / 0.29.squareRoot() - 1) < 0.005)
    #expect(abs(gamma.mean - 4) < 0.005 * 2)
    #expect(abs(gamma.standardDeviation / 2 - 1) < 0.01)
    // Quantiles of gamma(4): scipy 1.17.1, stats.gamma(4).ppf; a percent of the deviation.
    #expect(abs(gamma.lower - 1.3663184) < 0.02)
    #expect(abs(gamma.median - 3.6720607) < 0.02)
    #expect(abs(gamma.upper - 7.7536565) < 0.04)
    #expect(posterior.effectiveSampleSize > 8000)
  }

  @Test func resamplingKeepsTheMeanAndMixesNeighbours() throws {
    let posterior = try WeightedPosterior(Known(), fit: "test")
    let key = stride(from: 0, to: posterior.points.count, by: 3).map { posterior.points[$0] }
    let places = posterior.resampled(to: 4096, orderedBy: key)
    let values = places.map { key[$0] }
    #expect(places.count == 4096)
    // Stratified along the key, so the mean keeps to a thousandth of the deviation.
    let mean: Double = values.reduce(0, +) / 4096
    #expect(abs(mean - posterior.spread(of: key).mean) < 1e-4)
    let products: [Double] = zip(values, values.dropFirst()).map { (a: Double, b: Double) -> Double in
      (a - 1) * (b - 1) / 0.01
    }
    // The autocorrelation of a random order is 0 +- 1/sqrt(4096) = 0.016; four of these.
    let correlation: Double = products.reduce(0, +) / 4095
    #expect(abs(correlation) < 0.064)
  }

  @Test func refusesWhatItCannotSample() {
    #expect(throws: NegotiationError.noConvergence(fit: "test", reason: "the prior's centre is impossible")) {
      _ = try WeightedPosterior(Impossible(), fit: "test")
    }
    #expect(
      throws: NegotiationError.outOfRange(what: "test: parameters", value: 40, expected: "1 to 23")
    ) {
      _ = try WeightedPosterior(Wide(), fit: "test")
    }
    let error = #expect(throws: NegotiationError.self) { _ = try WeightedPosterior(Bent(), fit: "test") }
    #expect(error?.description.contains("the posterior's weight falls on") == true)
  }
}
