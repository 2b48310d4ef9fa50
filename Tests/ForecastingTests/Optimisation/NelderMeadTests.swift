import Testing

@testable import Forecasting

@Suite struct NelderMeadTests {
  @Test func findsTheMinimumOfRosenbrock() {
    let found = NelderMead().minimise(from: [-1.2, 1], steps: [0.1, 0.1]) { point in
      let (x, y) = (point[0], point[1])
      return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
    }
    // At zero only the absolute part of the tolerance, 1e-24, ends the search: points to its root.
    #expect(found.converged && found.value < 1e-20)
    #expect((found.point[0] - 1).magnitude < 1e-9 && (found.point[1] - 1).magnitude < 1e-9)
  }

  @Test(arguments: 1...5)
  func findsTheMinimumOfAQuadratic(dimensions: Int) {
    let start = [Double](repeating: 0, count: dimensions)
    let found = NelderMead().minimise(from: start, steps: start.map { _ in 0.5 }) { point in
      (0..<dimensions).reduce(7) { sum, axis in
        let distance = point[axis] - Double(axis + 1)
        return sum + Double(axis + 1) * distance * distance
      }
    }
    #expect(found.converged)
    // The spread of 1e-12 at which the search ends is that of a square: points are off by its root, and a bit.
    #expect(found.value - 7 < 1e-11)
    for axis in 0..<dimensions { #expect((found.point[axis] - Double(axis + 1)).magnitude < 1e-5) }
  }

  @Test func endsAtOnceOnAConstant() {
    var evaluations = 0
    let found = NelderMead().minimise(from: [1, 2], steps: [1, 1]) { _ in
      evaluations += 1
      return 3
    }
    #expect(found.converged && found.value == 3 && found.point == [1, 2])
    #expect(evaluations == 3)
  }

  @Test func staysOutOfRegionsWithoutAValue() {
    for outside in [Double.infinity, .nan] {
      let found = NelderMead().minimise(from: [0.5, 0.5], steps: [0.4, 0.4]) { point in
        let (x, y) = (point[0], point[1])
        return x < 0 || y < 0.25 ? outside : (x + 1) * (x + 1) + y * y
      }
      // The least value is at the corner (0, 0.25) of the region.
      #expect(found.value < 1.0625 + 1e-3 && found.value >= 1.0625, "\(outside)")
      #expect(found.point[0] >= 0 && found.point[1] >= 0.25)
    }
  }

  @Test func saysThatItFoundNothing() {
    for outside in [Double.infinity, .nan] {
      let found = NelderMead().minimise(from: [0, 0], steps: [1, 1]) { _ in outside }
      #expect(!found.converged && found.value == .infinity)
    }
  }

  /// NaN at the start is the worst corner, and not one that the others are compared with.
  @Test func leavesAStartWithoutAValue() {
    let found = NelderMead().minimise(from: [0, 0], steps: [1, 1]) { point in
      point[0] == 0 && point[1] == 0 ? .nan : (point[0] - 3) * (point[0] - 3) + point[1] * point[1]
    }
    #expect(found.converged && found.value < 1e-10)
  }

  @Test func stopsAtTheLimit() {
    var simplex = NelderMead()
    simplex.evaluationLimit = 50
    var evaluations = 0
    let found = simplex.minimise(from: [0, 0], steps: [1, 1]) { point in
      evaluations += 1
      return -point[0] - point[1]
    }
    #expect(!found.converged)
    // A shrinking step of two corners and the two trials before it may still be under way.
    #expect(evaluations <= 54)
  }
}
