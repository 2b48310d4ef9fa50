import TestSupport
import Testing

@testable import Forecasting

@Suite struct ArmaProcessTests {
  /// γ(0), γ(1), … of a process given by φ and θ.
  private func autocovariances(_ phi: [Double], _ theta: [Double]) throws -> [Double] {
    let partial = try #require(PartialAutocorrelation.stepDown(phi))
    let point = partial.map(PartialAutocorrelation.coordinate) + theta
    let capacity = ArmaProcess.capacity(phi.count, theta.count)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { block in
      guard let base = block.baseAddress else { return [] }
      let process = ArmaProcess(phi.count, theta.count, block: base)
      process.move(to: point)
      return (0...process.dimension).map { process.gamma[$0] }
    }
  }

  @Test func hasTheMomentsOfTheTextbook() throws {
    // Brockwell & Davis (1991), section 3.3: AR(1), MA(1), ARMA(1,1) and the AR(2) of the second example.
    let first = try autocovariances([0.8], [])
    #expect(relativeDifference(first[0], 1 / 0.36) < 1e-14)
    #expect(relativeDifference(first[1], 0.8 / 0.36) < 1e-14)
    let average = try autocovariances([], [0.5])
    #expect(relativeDifference(average[0], 1.25) < 1e-14)
    #expect(relativeDifference(average[1], 0.5) < 1e-14)
    let mixed = try autocovariances([0.6], [-0.4])
    #expect(relativeDifference(mixed[0], (1 + 0.16 - 2 * 0.4 * 0.6) / 0.64) < 1e-14)
    #expect(relativeDifference(mixed[1], (0.6 - 0.4) * (1 - 0.4 * 0.6) / 0.64) < 1e-13)
    let second = try autocovariances([0.5, 0.3], [])
    #expect(relativeDifference(second[0], 0.7 / (1.3 * (0.49 - 0.25))) < 1e-14)
    #expect(relativeDifference(second[1], second[0] * 0.5 / 0.7) < 1e-14)
  }
}
