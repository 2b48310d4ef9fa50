internal import LinearAlgebra

extension ConjugateRegression.Prior {
  /// The prior of a regression with one coefficient.
  ///
  /// - Parameters:
  ///   - mean: m₀.
  ///   - scale: V₀, above zero: how uncertain m₀ is, in units of σ².
  ///   - shape: a₀.
  ///   - rate: b₀.
  /// - Returns: the prior.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public static func constant(mean: Double, scale: Double, shape: Double, rate: Double)
    throws(NegotiationError) -> ConjugateRegression.Prior
  {
    guard scale > 0, scale.isFinite else {
      throw .outOfRange(what: "prior scale", value: scale, expected: "a positive number")
    }
    let matrix: Matrix
    do {
      matrix = try Matrix(rows: [[scale]])
    } catch {
      throw .noConvergence(fit: "prior of a regression", reason: error.description)
    }
    return try ConjugateRegression.Prior(mean: [mean], scale: matrix, shape: shape, rate: rate)
  }
}
