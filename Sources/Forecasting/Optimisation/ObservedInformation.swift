internal import LinearAlgebra

/// Standard errors from the curvature of the negative log-likelihood at its minimum.
///
/// The Hessian by central differences over the free parameters, inverted by Cholesky; a parameter that is not
/// free (at its bound) has none, and where the Hessian is not positive definite no parameter has one.
///
/// - Parameters:
///   - point: the estimates.
///   - free: which of them lie inside their range.
///   - steps: the width of the differences.
///   - objective: the negative log-likelihood.
/// - Returns: a standard error, or `nil`, for each parameter.
func observedInformationErrors(
  at point: [Double], free: [Bool], steps: [Double], objective: ([Double]) -> Double
) -> [Double?] {
  let axes = point.indices.filter { free[$0] }
  var errors = [Double?](repeating: nil, count: point.count)
  let covariance = observedInformationCovariance(at: point, axes: axes, steps: steps, objective: objective)
  guard let covariance else { return errors }
  for (axis, variance) in zip(axes, covariance.diagonal) where variance > 0 {
    errors[axis] = variance.squareRoot()
  }
  return errors
}

/// The inverse of the curvature of the negative log-likelihood at its minimum.
///
/// - Parameters:
///   - point: the estimates.
///   - axes: which of them are free.
///   - steps: the width of the differences, for every estimate.
///   - objective: the negative log-likelihood.
/// - Returns: the covariance of the free estimates, `nil` where there is no curvature.
func observedInformationCovariance(
  at point: [Double], axes: [Int], steps: [Double], objective: ([Double]) -> Double
) -> Matrix? {
  guard !axes.isEmpty else { return nil }
  func value(_ moves: [(Int, Double)]) -> Double {
    var trial = point
    for (axis, sign) in moves { trial[axis] += sign * steps[axis] }
    return objective(trial)
  }
  let centre = objective(point)
  var columns: [[Double]] = []
  for i in axes {
    columns.append(
      axes.map { j in
        if i == j {
          return (value([(i, 1)]) - 2 * centre + value([(i, -1)])) / (steps[i] * steps[i])
        }
        let corners =
          value([(i, 1), (j, 1)]) - value([(i, 1), (j, -1)]) - value([(i, -1), (j, 1)])
          + value([(i, -1), (j, -1)])
        return corners / (4 * steps[i] * steps[j])
      })
  }
  // A matrix that has no inverse, or is not finite, is a likelihood without curvature there: no standard error.
  guard let hessian = try? Matrix(columns: columns) else { return nil }
  return try? CholeskyFactorization(hessian).inverse()
}
