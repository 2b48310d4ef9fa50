internal import LinearAlgebra
public import Probability

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

  /// What is believed of the first coefficient: Student's t with 2a₀ degrees of freedom and the scale √(b₀/a₀ V₀).
  ///
  /// - Returns: the distribution.
  /// - Throws: ``NegotiationError/noConvergence(fit:reason:)`` for a scale beyond the range of numbers.
  public func marginal() throws(NegotiationError) -> StudentT {
    let width = (spread * spread * scale.elements[0]).squareRoot()
    do {
      return try StudentT(degreesOfFreedom: 2 * shape, location: mean[0], scale: width)
    } catch {
      throw .noConvergence(fit: "prior of a regression", reason: error.description)
    }
  }

  /// The scale of an observation's own error, √(b₀/a₀).
  public var spread: Double { (rate / shape).squareRoot() }
}
