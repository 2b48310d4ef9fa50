internal import Series

/// Least squares for the state-space theta models; ``OptimisedTheta``, ``DynamicOptimisedTheta`` and
/// ``ShrunkenTheta`` are its public cases.
///
/// α in 0.1...0.99, θ in 1...10^10 and l(0) without bounds make the squared one-step errors from the fourth year
/// on least, as in the authors' program and in statsforecast. Those search all three numbers with a simplex that
/// starts at l(0) = y(1)/2, α = 0.5, θ = 2 and stops early; here ``ThetaProfile`` solves for two of them and
/// ``BracketedMinimum`` searches the third over its whole range, so that no optimum found elsewhere is better.
struct ThetaEstimation: Sendable {
  let form: ThetaForm
  let model: ModelIdentifier

  /// The region searched.
  static let alphaRange = 0.1...0.99

  /// Estimates α, θ and l(0).
  ///
  /// - Parameters:
  ///   - values: without gaps, more than ``ThetaProfile/firstScored``.
  ///   - firstYear: the year of the first value.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError/overflow(model:)``.
  func fit(_ values: [Double], firstYear: Int) throws(FitError) -> FittedTheta {
    // Around the first value and in units of the largest distance from it: no digit is lost to a high level, no
    // square to the size of the numbers. A shift by c shifts l(0) by c/θ and leaves the errors as they are.
    let origin = values[0]
    let unit = values.reduce(0) { max($0, ($1 - origin).magnitude) }
    guard unit.isFinite else { throw .overflow(model: model) }
    let scaled = values.map { unit > 0 ? ($0 - origin) / unit : 0 }
    let line = form.isDynamic ? nil : timeLine(scaled)
    let solution = unit > 0 ? solve(scaled, line) : Self.still(form)
    let fitted = FittedTheta(
      form: form, model: model, solution: solution, origin: origin, unit: unit, scaled: scaled, line: line,
      firstYear: firstYear)
    guard fitted.variance.isFinite, fitted.startLevel.isFinite else { throw .overflow(model: model) }
    return fitted
  }

  /// The solution for a record that never changes: every α and θ fits.
  private static func still(_ form: ThetaForm) -> ThetaProfile.Solution {
    .init(
      alpha: alphaRange.lowerBound, weight: form.fixedWeight ?? 0, level: 0, sumOfSquares: 0, objective: 0)
  }

  /// Searches α over its range.
  func solve(_ scaled: [Double], _ line: (intercept: Double, slope: Double)?) -> ThetaProfile.Solution {
    profile(scaled, line) { profile in
      // Below this share of the total a sum of squares is rounding noise, which must not lead the search.
      let floor = scaled.reduce(0) { $0 + $1 * $1 } * 1e-26
      let alpha = BracketedMinimum(range: Self.alphaRange).find { max(profile.solve($0).objective, floor) }
      return profile.solve(alpha.point)
    }
  }

  /// Hands out the profile of values, with the lines and the working storage that it needs.
  func profile<Result>(
    _ scaled: [Double], _ line: (intercept: Double, slope: Double)?, _ body: (ThetaProfile) -> Result
  ) -> Result {
    let lines = lines(scaled, line)
    return scaled.withUnsafeBufferPointer { values in
      lines.intercepts.withUnsafeBufferPointer { intercepts in
        lines.slopes.withUnsafeBufferPointer { slopes in
          withUnsafeTemporaryAllocation(of: Double.self, capacity: ThetaProfile.storage(scaled.count)) {
            body(
              ThetaProfile(
                values: values, intercepts: intercepts, slopes: slopes, columns: $0,
                form: form))
          }
        }
      }
    }
  }

  /// The line that is known before each value.
  private func lines(_ scaled: [Double], _ line: (intercept: Double, slope: Double)?) -> (
    intercepts: [Double], slopes: [Double]
  ) {
    var recursion = ThetaRecursion(alpha: 1, weight: 0, level: 0, line: line)
    var intercepts: [Double] = []
    var slopes: [Double] = []
    intercepts.reserveCapacity(scaled.count)
    slopes.reserveCapacity(scaled.count)
    for value in scaled {
      intercepts.append(recursion.intercept)
      slopes.append(recursion.slope)
      recursion.absorb(value)
    }
    return (intercepts, slopes)
  }
}
