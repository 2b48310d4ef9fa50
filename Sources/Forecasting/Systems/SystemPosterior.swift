internal import LinearAlgebra

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How strongly a system is drawn towards random walks.
struct Tightness: Sendable, Equatable {
  /// λ of the Minnesota prior: the standard deviation of a first-lag coefficient, relative to the variables' sizes.
  let overall: Double
  /// μ of the sum-of-coefficients prior; small is tight.
  let sum: Double
}

/// The posterior of a vector autoregression under a Minnesota prior, exact in closed form.
///
/// y(t)' = x(t)' B + ε(t)', x(t) = (1, y(t-1), …, y(t-p)), ε ~ N(0, Σ), in k = 1 + np coefficients an equation. Prior:
/// Σ ~ IW(I, n + 2) in the units of ``SystemPanel``; B given Σ normal about random walks with covariance Σ ⊗ Ω, Ω diagonal:
/// 10⁷ for the constant, λ²/l² for lag l. The sum-of-coefficients prior is n observations y(i) = ȳ(i)/μ with every lag the
/// same and no constant, ȳ the mean of the first p years. Then B given Σ ~ N(B̂, Σ ⊗ K⁻¹), K = X'X + Ω⁻¹ and
/// Σ ~ IW(S, n + 2 + n + T).
///
/// Worked out for deviations from random walks, y(t) - y(t-1), so that no large numbers cancel. BLAS does the cross
/// products and solves.
///
/// Source: Giannone, Lenza & Primiceri (2015), Review of Economics and Statistics 97, 436-451, with the scale of Σ at the
/// autoregressions' residual variances.
struct SystemPosterior: Sendable {
  let variables: Int
  let lags: Int
  let tightness: Tightness
  /// B̂, k x n.
  let coefficients: Matrix
  /// The Cholesky factor of K.
  let precision: CholeskyFactorization
  /// The Cholesky factor of S.
  let scale: CholeskyFactorization
  /// The degrees of freedom of Σ.
  let degreesOfFreedom: Double
  /// ln p(Y | λ, μ) of the years after the first p, in the units of the model.
  let logMarginalLikelihood: Double

  /// Why no posterior is found.
  enum Failure: Error {
    /// Numbers beyond what can be computed with.
    case overflow
    /// Variables that lie on lines, or on each other, but for rounding.
    case inseparable
  }

  /// The variance of the constant relative to Σ: flat.
  static let constantVariance = 1e7

  /// The posterior at a tightness.
  ///
  /// - Parameters:
  ///   - panel: the variables.
  ///   - lags: p.
  ///   - tightness: λ and μ.
  /// - Throws: ``Failure`` when the numbers overflow, or do not determine the system.
  init(_ panel: SystemPanel, lags: Int, _ tightness: Tightness) throws(Failure) {
    do {
      try self.init(checked: panel, lags, tightness)
    } catch let failure as Failure {
      throw failure
    } catch LinearAlgebraError.nonFinite, LinearAlgebraError.overflow {
      throw .overflow
    } catch {
      throw .inseparable
    }
  }

  private init(checked panel: SystemPanel, _ lags: Int, _ tightness: Tightness) throws {
    let n = panel.names.count
    let years = panel.values[0].count
    let rows = years - lags
    let k = 1 + n * lags
    var design: [[Double]] = []
    var changes: [[Double]] = []
    for i in 0..<n {
      let start: Double = panel.values[i][..<lags].reduce(0, +) / Double(lags) / tightness.sum
      var row = [Double](repeating: 0, count: k)
      for lag in 0..<lags { row[1 + n * lag + i] = start }
      design.append(row)
      changes.append([Double](repeating: 0, count: n))
    }
    let dummies = design
    for t in lags..<years {
      var row = [1.0]
      for lag in 1...lags { row += panel.values.map { (values: [Double]) -> Double in values[t - lag] } }
      design.append(row)
      changes.append(panel.values.map { (values: [Double]) -> Double in values[t] - values[t - 1] })
    }
    var ownPrecision = [1 / Self.constantVariance]
    for lag in 1...lags {
      let precision: Double = Double(lag * lag) / (tightness.overall * tightness.overall)
      ownPrecision += [Double](repeating: precision, count: n)
    }
    func information(_ matrix: Matrix) throws -> CholeskyFactorization {
      var elements = try matrix.crossProduct().elements
      for index in 0..<k { elements[index * k + index] += ownPrecision[index] }
      return try CholeskyFactorization(Matrix(Shape(rows: k, columns: k), columnMajor: elements))
    }
    let before = try information(Matrix(rows: dummies))
    let x = try Matrix(rows: design)
    let y = try Matrix(rows: changes)
    let precision = try information(x)
    let deviations = try precision.solve(x.transposed.multiplied(by: y))
    let fitted = try x.multiplied(by: deviations).elements
    let errors = try Matrix(y.shape, columnMajor: zip(y.elements, fitted).map { $0 - $1 })
    let weighted = try Matrix(
      deviations.shape,
      columnMajor: deviations.elements.enumerated().map { $1 * ownPrecision[$0 % k].squareRoot() })
    var spread = zip(try errors.crossProduct().elements, try weighted.crossProduct().elements).map { $0 + $1 }
    for index in 0..<n { spread[index * n + index] += 1 }
    let scale = try CholeskyFactorization(Matrix(Shape(rows: n, columns: n), columnMajor: spread))
    var walk = deviations.elements
    for i in 0..<n { walk[i * k + 1 + i] += 1 }
    coefficients = try Matrix(deviations.shape, columnMajor: walk)
    self.precision = precision
    self.scale = scale
    self.lags = lags
    self.tightness = tightness
    variables = n
    let prior = Double(n + 2 + n)
    degreesOfFreedom = prior + Double(rows)
    let size = Double(n)
    var value = -0.5 * size * Double(rows) * log(Double.pi)
    value += Self.logGamma(n, degreesOfFreedom / 2) - Self.logGamma(n, prior / 2)
    value += 0.5 * size * (before.logDeterminant - precision.logDeterminant)
    value -= 0.5 * degreesOfFreedom * scale.logDeterminant
    value -= Double(rows) * panel.scales.reduce(0) { $0 + log($1) }
    guard value.isFinite else { throw Failure.overflow }
    logMarginalLikelihood = value
  }

  /// The logarithm of the multivariate gamma function, without the powers of π, which cancel.
  private static func logGamma(_ n: Int, _ a: Double) -> Double {
    var sign: Int32 = 0
    return (0..<n).reduce(0) { $0 + lgamma_r(a - Double($1) / 2, &sign) }
  }
}
