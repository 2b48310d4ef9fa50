/// An ordinary least-squares fit, y = X β + ε, by QR and never by the normal equations.
///
/// The columns of X are first divided by powers of two, which rounds nothing and makes the rank and the condition
/// independent of units (a column of years squared beside a column of ones). The solution of the pivoted QR is then
/// refined with doubled accumulation, and so are the columns of X (X'X)⁻¹, from which all variances follow as sums
/// of squares: they cannot come out negative.
///
/// BLAS does the factorization and the triangular solves; the accumulation with doubled digits is plain Swift, for
/// BLAS has none. A 43 x 2 fit with its variances takes 14 microseconds on a 2-core x86-64, 6 of them for the
/// refinement. Without it NIST's Longley keeps 10.8 digits and Wampler5 6, and which ones depends on the kernel; with
/// it both keep 14.
///
/// Edge Cases: an exact fit has residuals and variances of zero or of a few last digits of the response; the answer is
/// that of the design as doubles hold it, and rounded powers of an ill-conditioned predictor have already lost digits
/// (of NIST's Filip eight are left, whatever the solver).
///
/// Source: Golub and Van Loan, Matrix Computations, 4th edition, section 5.3; certified results of the NIST
/// Statistical Reference Datasets are the bar.
public struct LeastSquares: Equatable, Sendable {
  /// β, one for each column of the design.
  public let coefficients: [Double]
  /// The square roots of the diagonal of s² (X'X)⁻¹.
  public let standardErrors: [Double]
  /// y - X β, one for each row.
  public let residuals: [Double]
  /// X β, one for each row.
  public let fitted: [Double]
  /// The sum of squared residuals.
  public let residualSumOfSquares: Double
  /// Rows less columns, at least 1.
  public let residualDegreesOfFreedom: Int
  /// (X'X)⁻¹; times `residualVariance` it is the covariance of the coefficients.
  public let unscaledCovariance: Matrix
  /// The number of independent columns: all of them, for anything less is refused.
  public let rank: Int
  /// An estimate of the condition number, in the 1-norm, of the design with its columns brought to a like size.
  public let condition: Double

  private let response: [Double]
  private let scaling: ColumnScaling
  private let system: AugmentedSystem

  /// Fits a response to a design.
  ///
  /// - Parameters:
  ///   - design: X; an intercept is a column of ones that the caller puts there.
  ///   - response: y, one for each row of the design.
  ///   - tolerance: a column counts as dependent when pivoting leaves of it no more than this fraction of the
  ///     longest column, all brought to a like size; by default max(rows, columns) times the machine epsilon.
  /// - Throws: `wrongLength`, `nonFinite`, `underdetermined` with fewer rows than columns, `saturated` with as many,
  ///   `rankDeficient` with the rank and the dependent columns, `invalidTolerance`, `overflow`.
  public init(
    design: Matrix, response: [Double], tolerance: Double? = nil
  ) throws(LinearAlgebraError) {
    let shape = design.shape
    let response = try response.checked(length: shape.rows)
    guard shape.rows >= shape.columns else { throw .underdetermined(shape) }
    guard shape.rows > shape.columns else { throw .saturated(shape) }

    let scaling = ColumnScaling(of: design)
    let system = try AugmentedSystem(scaling.scaled(design), tolerance: tolerance)
    let solution = try system.solve(response, [Double](repeating: 0, count: shape.columns))
    let sumOfSquares = try compensatedDot(solution.residual, solution.residual).finite(
      resultOf: "residual sum of squares")
    let degreesOfFreedom = shape.rows - shape.columns
    let spreads = try Self.spreads(system)
    let covariance = try scaling.unscaledCovariance(spreads)
    let variance = sumOfSquares / Double(degreesOfFreedom)

    coefficients = try scaling.unscaled(solution.coefficients).finite(resultOf: "coefficients")
    residuals = solution.residual
    fitted = zip(response, solution.residual).map { $0 - $1 }
    residualSumOfSquares = sumOfSquares
    residualDegreesOfFreedom = degreesOfFreedom
    unscaledCovariance = covariance
    standardErrors = try covariance.diagonal.map { variance.squareRoot() * $0.squareRoot() }.finite(
      resultOf: "standard errors")
    rank = system.factorization.rank
    condition = try (1 / system.factorization.reciprocalCondition).finite(resultOf: "condition")
    self.response = response
    self.scaling = scaling
    self.system = system
  }

  /// s², the residual sum of squares over its degrees of freedom.
  public var residualVariance: Double { residualSumOfSquares / Double(residualDegreesOfFreedom) }

  /// s, the square root of the residual variance.
  public var residualStandardDeviation: Double { residualVariance.squareRoot() }

  /// X (X'X)⁻¹ by columns, of the scaled design, each refined: its cross product is (X'X)⁻¹.
  private static func spreads(_ system: AugmentedSystem) throws(LinearAlgebraError) -> Matrix {
    let shape = system.design.shape
    let none = [Double](repeating: 0, count: shape.rows)
    var elements: [Double] = []
    elements.reserveCapacity(shape.count)
    for column in 0..<shape.columns {
      var unit = [Double](repeating: 0, count: shape.columns)
      unit[column] = 1
      elements += try system.solve(none, unit).residual
    }
    return Matrix(shape, finite: elements)
  }
}

extension LeastSquares {
  /// From where the total variation of R² is measured.
  public enum Center: Equatable, Hashable, Sendable, CaseIterable {
    /// From the mean of the response: for a design whose columns span a constant.
    case mean
    /// From zero: for a design without an intercept.
    case zero
  }

  /// The coefficient of determination, 1 - RSS / TSS.
  ///
  /// - Parameter center: from where the total sum of squares is measured.
  /// - Returns: at most 1; with `mean` it is negative when the fit is worse than a constant.
  /// - Throws: `constantResponse` when the total is zero, `overflow`.
  public func rSquared(about center: Center) throws(LinearAlgebraError) -> Double {
    var deviations = response
    if center == .mean {
      if response.allSatisfy({ $0 == response[0] }) { throw .constantResponse }
      var sum = CompensatedSum()
      for value in response { sum.add(value) }
      let mean = sum.rounded / Double(response.count)
      deviations = response.map { $0 - mean }
    }
    let total = try compensatedDot(deviations, deviations).finite(resultOf: "total sum of squares")
    guard total > 0 else { throw .constantResponse }
    return try (1 - residualSumOfSquares / total).finite(resultOf: "coefficient of determination")
  }

  /// The fitted mean x β at a new row.
  ///
  /// - Parameter row: x, one for each column of the design.
  /// - Returns: the inner product, accumulated with twice the digits: polynomials cancel.
  /// - Throws: `wrongLength`, `nonFinite`, `overflow`.
  public func predict(at row: [Double]) throws(LinearAlgebraError) -> Double {
    let row = try row.checked(length: coefficients.count)
    return try compensatedDot(row, coefficients).finite(resultOf: "prediction")
  }

  /// The leverage x (X'X)⁻¹ x' of a new row: times s² it is the variance of the fitted mean there.
  ///
  /// - Parameter row: x, one for each column of the design.
  /// - Returns: zero or more; within 0 ... 1 for a row of the design itself.
  /// - Throws: `wrongLength`, `nonFinite`, `overflow`.
  public func leverage(at row: [Double]) throws(LinearAlgebraError) -> Double {
    let row = try row.checked(length: coefficients.count)
    let none = [Double](repeating: 0, count: response.count)
    let spread = try system.solve(none, scaling.scaled(row).finite(resultOf: "leverage")).residual
    return try compensatedDot(spread, spread).finite(resultOf: "leverage")
  }

  /// The variance of a new observation at a row, s² (1 + leverage).
  ///
  /// - Parameter row: x, one for each column of the design.
  /// - Returns: zero or more; zero only for an exact fit.
  /// - Throws: `wrongLength`, `nonFinite`, `overflow`.
  public func predictionVariance(at row: [Double]) throws(LinearAlgebraError) -> Double {
    try (residualVariance * (1 + leverage(at: row))).finite(resultOf: "prediction variance")
  }
}
