import TestSupport
import Testing

@testable import Forecasting

@Suite struct ThetaProfileTests {
  static let values = [0.0, 0.1, 0.05, 0.3, 0.25, 0.5, 0.6, 0.55, 0.8, 1.0, 0.9]

  /// The solution's sum of squares is that of the recursion run with it, and no neighbour is lower.
  ///
  /// 1e-12: one sum in two orders.
  @Test(arguments: ThetaForm.allCases.filter { $0.priorYears == 0 })
  func solvesForLevelAndWeight(_ form: ThetaForm) {
    let line = form.isDynamic ? nil : timeLine(Self.values)
    let estimation = ThetaEstimation(form: form, model: Theta.identifier)
    for alpha in [0.1, 0.37, 0.8, 0.99] {
      let found = estimation.profile(Self.values, line) { $0.solve(alpha) }
      func squares(_ weight: Double, _ level: Double) -> Double {
        var state = ThetaRecursion(alpha: alpha, weight: weight, level: level, line: line)
        var sum = 0.0
        for (index, value) in Self.values.enumerated() {
          if index >= ThetaProfile.firstScored { sum += (value - state.expected) * (value - state.expected) }
          state.absorb(value)
        }
        return sum
      }
      #expect(relativeDifference(found.sumOfSquares, squares(found.weight, found.level)) < 1e-12)
      #expect(ThetaProfile.weightRange.contains(found.weight))
      let steps = form.fixedWeight == nil ? [-0.01, 0, 0.01] : [0]
      for move in steps {
        let weight = found.weight + move
        guard ThetaProfile.weightRange.contains(weight) else { continue }
        for shift in [-0.01, 0, 0.01] {
          #expect(squares(weight, found.level + shift) >= found.sumOfSquares * (1 - 1e-12))
        }
      }
    }
  }

  @Test func keepsAGivenTheta() {
    let found = ThetaEstimation(form: .dynamicStandard, model: Theta.identifier)
      .profile(Self.values, nil) { $0.solve(0.5) }
    #expect(found.weight == 0.5)
  }

  /// The shrunken form's θ makes the squares and the cost of leaving 2 least; 1e-12: one sum in two orders.
  @Test func drawsThetaTowardsTwo() {
    let form = ThetaForm.dynamicShrunken
    let alpha = 0.4
    let found = ThetaEstimation(form: form, model: Theta.identifier)
      .profile(Self.values, nil) { $0.solve(alpha) }
    func errors(_ weight: Double) -> [Double] {
      var state = ThetaRecursion(alpha: alpha, weight: weight, level: 0, line: nil)
      return Self.values.map { value in
        defer { state.absorb(value) }
        return value - state.expected
      }
      .suffix(Self.values.count - ThetaProfile.firstScored)
    }
    let trend = zip(errors(0), errors(1)).map { $0 - $1 }
    let meanSquare = trend.reduce(0) { $0 + $1 * $1 } / Double(trend.count)
    func objective(_ weight: Double) -> Double {
      errors(weight).reduce(0) { $0 + $1 * $1 } + 6 * meanSquare * (weight - 0.5) * (weight - 0.5)
    }
    #expect(relativeDifference(found.objective, objective(found.weight)) < 1e-12)
    #expect(found.level == 0 && found.weight > 0.5)
    #expect(objective(found.weight - 0.01) > found.objective)
    #expect(objective(found.weight + 0.01) > found.objective)
  }
}
