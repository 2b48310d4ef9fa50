import Testing

@testable import Forecasting

@Suite struct BoxNewtonTests {
  /// Rosenbrock's valley, with its own derivatives, within a square.
  struct Valley: CurvedObjective {
    let upper: Double
    var evaluations = 0
    let dimension = 2
    let least = -Double.infinity
    func range(_ axis: Int) -> ClosedRange<Double> { -2...upper }
    mutating func value(at point: UnsafePointer<Double>) -> Double {
      evaluations += 1
      let (x, y) = (point[0], point[1])
      return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
    }
    func expand(
      at point: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>,
      hessian: UnsafeMutablePointer<Double>
    ) {
      let (x, y) = (point[0], point[1])
      gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x)
      gradient[1] = 200 * (y - x * x)
      hessian[0] = 1200 * x * x - 400 * y + 2
      hessian[1] = -400 * x
      hessian[2] = -400 * x
      hessian[3] = 200
    }
  }

  /// ½ x'Hx - r'x within a box of three dimensions.
  struct Quadratic: CurvedObjective {
    let matrix: [Double]
    let right: [Double]
    var least = -Double.infinity
    let dimension = 3
    func range(_ axis: Int) -> ClosedRange<Double> { 0...1 }
    func value(at point: UnsafePointer<Double>) -> Double {
      var sum = 0.0
      for i in 0..<3 {
        sum -= right[i] * point[i]
        for j in 0..<3 { sum += 0.5 * matrix[3 * i + j] * point[i] * point[j] }
      }
      return sum
    }
    func expand(
      at point: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>,
      hessian: UnsafeMutablePointer<Double>
    ) {
      for i in 0..<3 {
        gradient[i] = -right[i]
        for j in 0..<3 {
          gradient[i] += matrix[3 * i + j] * point[j]
          hessian[3 * i + j] = matrix[3 * i + j]
        }
      }
    }
  }

  @Test func followsACurvedValley() {
    var valley = Valley(upper: 2)
    var point = [-1.2, 1.0]
    let found = BoxNewton().minimise(&valley, from: &point)
    #expect(found.converged)
    // The last step is quadratic: what it leaves is rounding.
    #expect((point[0] - 1).magnitude < 1e-9 && (point[1] - 1).magnitude < 1e-9)
    #expect(valley.evaluations < 60)
  }

  /// With x ≤ ½ the minimum lies on that bound, where y = x².
  @Test func endsOnABound() {
    var valley = Valley(upper: 0.5)
    var point = [-1.2, 1.0]
    let found = BoxNewton().minimise(&valley, from: &point)
    #expect(found.converged && point[0] == 0.5)
    // A promise of 1e-11 on a curvature of 200 is a distance of 3e-7; the last step leaves less.
    #expect((point[1] - 0.25).magnitude < 1e-9)
  }

  /// Two bounds are active at the minimum, worked out by hand: x = (1, 0, ¼).
  @Test(arguments: [[0.5, 0.5, 0.5], [0, 1, 1], [1, 0, 0], [7, -3, 2]])
  func findsACornerOfTheBox(start: [Double]) {
    var objective = Quadratic(matrix: [2, 1, 0, 1, 2, 1, 0, 1, 4], right: [5, 0, 1])
    var point = start
    let found = BoxNewton().minimise(&objective, from: &point)
    #expect(found.converged)
    #expect(point[0] == 1 && point[1] == 0 && (point[2] - 0.25).magnitude < 1e-15)
  }

  /// A saddle has no minimum inside: the search runs down to a bound.
  @Test func leavesASaddle() {
    var objective = Quadratic(matrix: [-2, 0, 0, 0, 2, 0, 0, 0, 2], right: [-0.5, 1, 1])
    var point = [0.5, 0.1, 0.1]
    let found = BoxNewton().minimise(&objective, from: &point)
    #expect(found.converged && point[0] == 1)
    // Half the digits of the promise of 1e-11 at which the search ends: damping lingers after a saddle.
    #expect((point[1] - 0.5).magnitude < 1e-6 && (point[2] - 0.5).magnitude < 1e-6)
  }

  @Test func stopsWhereNothingIsLeftToFind() {
    var objective = Quadratic(matrix: [2, 0, 0, 0, 2, 0, 0, 0, 2], right: [1, 1, 1], least: 1)
    var point = [0.0, 0.0, 0.0]
    let found = BoxNewton().minimise(&objective, from: &point)
    #expect(found.converged && found.value == 0 && point == [0, 0, 0])
  }

  @Test func refusesAStartWithoutAValue() {
    var objective = Quadratic(matrix: [.infinity, 0, 0, 0, 2, 0, 0, 0, 2], right: [1, 1, 1])
    var point = [0.5, 0.5, 0.5]
    #expect(!BoxNewton().minimise(&objective, from: &point).converged)
  }
}
