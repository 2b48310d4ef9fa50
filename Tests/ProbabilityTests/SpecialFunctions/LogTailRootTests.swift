import Foundation
import TestSupport
import Testing

@testable import Probability

@Suite struct LogTailRootTests {
  /// The upper tail e^-x of the exponential distribution, whose root is known.
  private func exponential(_ x: Double) -> LogTailPoint {
    LogTailPoint(tail: exp(-x), derivative: -x * exp(-x), curvature: 1 - x)
  }

  @Test(arguments: [1e-300, 1e-3, 0.4, 3, 700, 1e6])
  func convergesFromAnywhere(start: Double) {
    for target in [1e-200, 1e-9, 0.3, 0.5] {
      // One logarithm and one exponential are rounded.
      #expect(relativeDifference(logTailRoot(of: target, from: start, exponential), -log(target)) < 1e-15)
    }
  }
}
