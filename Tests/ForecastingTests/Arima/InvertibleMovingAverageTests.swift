import TestSupport
import Testing

@testable import Forecasting

@Suite struct InvertibleMovingAverageTests {
  @Test func mirrorsOnlyWhatLiesInside() {
    #expect(InvertibleMovingAverage.mirrored([0.5, 0.2]) == [0.5, 0.2])
    #expect(InvertibleMovingAverage.mirrored([]) == [])
    #expect(InvertibleMovingAverage.mirrored([0, 0]) == [0, 0])
    let single = InvertibleMovingAverage.mirrored([-4, 0])
    #expect(relativeDifference(single[0], -0.25) < 1e-14)
    #expect(single[1] == 0)
    // (1 + 2 z)(1 - 0.5 z) becomes (1 + 0.5 z)(1 - 0.5 z).
    let mixed = InvertibleMovingAverage.mirrored([1.5, -1])
    #expect(mixed[0].magnitude < 1e-14)
    #expect(relativeDifference(mixed[1], -0.25) < 1e-14)
    // A complex pair inside: 1 + z + 4 z² becomes 1 + z/4 + z²/4.
    let pair = InvertibleMovingAverage.mirrored([1, 4])
    #expect(relativeDifference(pair[0], 0.25) < 1e-14)
    #expect(relativeDifference(pair[1], 0.25) < 1e-14)
  }

  @Test func findsRootsOfEveryDegree() {
    // Π (1 - g z) for ten known g, multiplied out here.
    let known = (1...10).map { 0.3 * Double($0) - 1.7 }
    var product = [1.0]
    for root in known {
      var next = product + [0]
      for index in product.indices { next[index + 1] -= root * product[index] }
      product = next
    }
    let found = InvertibleMovingAverage.inverseRoots(Array(product.dropFirst())).map(\.real).sorted()
    // Ten roots 0.3 apart amplify the rounding of the coefficients by less than 1e5.
    for (root, expected) in zip(found, known) { #expect((root - expected).magnitude < 1e-10) }
  }
}
