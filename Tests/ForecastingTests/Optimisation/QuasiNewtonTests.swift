import Testing

@testable import Forecasting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct QuasiNewtonTests {
  @Test func findsTheBottomOfRosenbrocksValley() {
    let found = QuasiNewton().minimise(from: [-1.2, 1]) { x in
      100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0])
    }
    // A Newton step at the end is below 1e-8; central differences leave an error of that order.
    #expect(found.converged)
    #expect((found.point[0] - 1).magnitude < 1e-7)
    #expect((found.point[1] - 1).magnitude < 1e-7)
  }

  @Test func findsTheBottomOfABowlInTwoSteps() {
    var evaluations = 0
    var search = QuasiNewton()
    search.curvature = 2
    let found = search.minimise(from: [1, -1, 0.5]) { x in
      evaluations += 1
      return x[0] * x[0] + x[1] * x[1] + x[2] * x[2] + 3
    }
    #expect(found.converged)
    #expect(found.point.allSatisfy { $0.magnitude < 1e-8 })
    // The guess of the curvature is right: one step, one to learn that, six evaluations a gradient.
    #expect(evaluations < 30)
  }

  @Test func staysWhereTheObjectiveIsDefined() {
    let found = QuasiNewton().minimise(from: [3]) { x in x[0] > 0 ? x[0] - log(x[0]) : .infinity }
    #expect((found.point[0] - 1).magnitude < 1e-7)
    let undefined = QuasiNewton().minimise(from: [1]) { _ in .infinity }
    #expect(!undefined.converged)
    #expect(undefined.point == [1])
  }

  @Test func endsWhereNothingChanges() {
    let found = QuasiNewton().minimise(from: [1, 2]) { _ in 7 }
    #expect(found.point == [1, 2])
    #expect(found.value == 7)
    #expect(QuasiNewton().minimise(from: []) { _ in 4 }.value == 4)
  }

  @Test func doesNotRunAwayDownASlope() {
    let found = QuasiNewton().minimise(from: [0]) { x in -x[0] }
    #expect(!found.converged)
    #expect(found.value.isFinite)
  }
}
