import TestSupport
import Testing

@testable import Forecasting

@Suite struct PartialAutocorrelationTests {
  @Test(arguments: [[0.5], [0.9, -0.3], [-0.2, 0.7, 0.1], [0.99, -0.95, 0.9, -0.85, 0.5]])
  func comesBackFromTheCoefficients(partial: [Double]) throws {
    var coefficients = partial
    coefficients.withUnsafeMutableBufferPointer {
      if let base = $0.baseAddress { PartialAutocorrelation.stepUp(base, partial.count) }
    }
    let back = try #require(PartialAutocorrelation.stepDown(coefficients))
    // Going back divides by 1 - r² ≥ 0.02 at every order, which costs two digits of sixteen a step.
    for (found, given) in zip(back, partial) { #expect(relativeDifference(found, given) < 1e-10) }
  }

  @Test func knowsTheRadiusOfTheRoots() {
    // 1 - 1.5 z + 0.56 z² = (1 - 0.8 z)(1 - 0.7 z): the nearer root is 1.25.
    #expect(PartialAutocorrelation.rootsExceed(1.24, [1.5, -0.56]))
    #expect(!PartialAutocorrelation.rootsExceed(1.26, [1.5, -0.56]))
    #expect(PartialAutocorrelation.rootsExceed(1.01, []))
    #expect(PartialAutocorrelation.stepDown([1]) == nil)
  }
}
