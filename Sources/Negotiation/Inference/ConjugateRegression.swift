public import LinearAlgebra
public import Probability

/// Bayesian linear regression with the conjugate prior.
///
/// y = X β + e, e ~ N(0, σ² I); β | σ² ~ N(m₀, σ² V₀), σ² ~ InverseGamma(a₀, b₀). With n rows
///
///     V⁻¹ = V₀⁻¹ + X'X,  m = V (V₀⁻¹ m₀ + X'y),  a = a₀ + n/2,
///     b = b₀ + ½ [ |y - X m|² + (m - m₀)' V₀⁻¹ (m - m₀) ].
///
/// A coefficient and a new value follow Student's t with 2a degrees of freedom, so that the interval of a prediction
/// holds the uncertainty of β, of σ and of the new value's own error. Without a row the prior is predicted.
///
/// Source: Gelman and others (2013), Bayesian Data Analysis, 3rd edition, section 14.8; O'Hagan and Forster (2004),
/// Bayesian Inference, chapter 11.
public struct ConjugateRegression: Sendable, Equatable {
  /// What is believed before the data.
  public struct Prior: Sendable, Equatable {
    /// m₀.
    public let mean: [Double]
    /// V₀, positive definite.
    public let scale: Matrix
    /// a₀.
    public let shape: Double
    /// b₀; the prior mean of σ² is b₀/(a₀ - 1).
    public let rate: Double

    /// A prior.
    ///
    /// - Parameters:
    ///   - mean: m₀, one value for each coefficient.
    ///   - scale: V₀, with as many rows.
    ///   - shape: a₀, above zero.
    ///   - rate: b₀, above zero.
    /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
    public init(mean: [Double], scale: Matrix, shape: Double, rate: Double) throws(NegotiationError) {
      guard scale.shape.rows == mean.count, scale.shape.columns == mean.count else {
        throw .outOfRange(
          what: "rows of the prior scale", value: Double(scale.shape.rows), expected: "\(mean.count)")
      }
      for (what, value) in [("prior shape", shape), ("prior rate", rate)] where !(value > 0 && value.isFinite)
      {
        throw .outOfRange(what: what, value: value, expected: "a positive number")
      }
      if let value = mean.first(where: { !$0.isFinite }) {
        throw .outOfRange(what: "prior mean", value: value, expected: "a finite number")
      }
      self.mean = mean
      self.scale = scale
      self.shape = shape
      self.rate = rate
    }
  }

  /// The prior.
  public let prior: Prior
  /// m.
  public let mean: [Double]
  /// V.
  public let scale: Matrix
  /// a.
  public let shape: Double
  /// b.
  public let rate: Double
  /// n.
  public let observationCount: Int

  /// The posterior of a regression.
  ///
  /// - Parameters:
  ///   - rows: the rows of X, none or more.
  ///   - responses: y.
  ///   - weights: how much each row counts, from above 0 to 1; a row of weight w enters as the square root of w of a row and
  ///     adds w/2 to a. All count 1 unless told.
  ///   - prior: what is believed before.
  /// - Throws: ``NegotiationError`` for rows of another length, weights out of range, numbers that are not finite, and results that overflow.
  public init(
    rows: [[Double]], responses: [Double], weights: [Double]? = nil, prior: Prior
  ) throws(NegotiationError) {
    if let weights {
      guard weights.count == rows.count, weights.count == responses.count else {
        throw .outOfRange(
          what: "number of weights", value: Double(weights.count), expected: "\(rows.count), as many as rows")
      }
      for weight in weights where !(weight > 0 && weight <= 1) {
        throw .outOfRange(what: "weight", value: weight, expected: "above 0, at most 1")
      }
      let roots = weights.map { $0.squareRoot() }
      try self.init(
        rows: zip(rows, roots).map { row, root in row.map { $0 * root } },
        responses: zip(responses, roots).map { $0 * $1 }, effective: weights.reduce(0, +), prior)
    } else {
      try self.init(rows: rows, responses: responses, effective: Double(rows.count), prior)
    }
  }

  private init(
    rows: [[Double]], responses: [Double], effective: Double, _ prior: Prior
  ) throws(NegotiationError) {
    let width = prior.mean.count
    guard rows.count == responses.count else {
      throw .outOfRange(
        what: "number of responses", value: Double(responses.count),
        expected: "\(rows.count), as many as rows")
    }
    for row in rows where row.count != width {
      throw .outOfRange(what: "length of a row", value: Double(row.count), expected: "\(width)")
    }
    do throws(LinearAlgebraError) {
      let precision = try CholeskyFactorization(prior.scale).inverse()
      var information = precision.elements
      var weighted = try precision.multiplied(by: prior.mean)
      // A few dozen rows of one or two columns, summed in their order: BLAS would gain nothing, and sums in another order on
      // another processor, which shows in the tenth digit of what is drawn from the posterior.
      for (row, response) in zip(rows, responses) {
        for column in 0..<width {
          weighted[column] += row[column] * response
          for other in 0..<width { information[column * width + other] += row[column] * row[other] }
        }
      }
      guard information.allSatisfy(\.isFinite), weighted.allSatisfy(\.isFinite) else {
        throw LinearAlgebraError.overflow(operation: "cross products")
      }
      let factor = try CholeskyFactorization(Matrix(precision.shape, columnMajor: information))
      let mean = try factor.solve(weighted)
      var squares = 0.0
      for (row, response) in zip(rows, responses) {
        let error = response - Self.product(row, mean)
        squares += error * error
      }
      let shift = zip(mean, prior.mean).map { $0 - $1 }
      squares += Self.product(shift, try precision.multiplied(by: shift))
      self.mean = mean
      scale = try factor.inverse()
      rate = prior.rate + 0.5 * squares
    } catch {
      throw .noConvergence(fit: "conjugate regression", reason: error.description)
    }
    self.prior = prior
    shape = prior.shape + 0.5 * effective
    observationCount = rows.count
    guard rate.isFinite else {
      throw .noConvergence(fit: "conjugate regression", reason: "the sum of squares is not finite")
    }
  }

  /// The posterior of a coefficient.
  ///
  /// - Parameter index: from zero.
  /// - Returns: its distribution.
  /// - Throws: ``NegotiationError`` when there is no such coefficient.
  public func coefficient(_ index: Int) throws(NegotiationError) -> StudentT {
    guard mean.indices.contains(index) else {
      throw .outOfRange(what: "coefficient", value: Double(index), expected: "0 to \(mean.count - 1)")
    }
    let variance = scale.elements[index * mean.count + index]
    return try student(mean[index], rate / shape * variance)
  }

  /// The standard deviation of a coefficient, √(b/(a - 1) Vᵢᵢ), which needs a above 1.
  ///
  /// - Parameter index: from zero.
  /// - Returns: the standard deviation.
  /// - Throws: ``NegotiationError`` when there is no such coefficient, or none of its variance.
  public func standardDeviation(_ index: Int) throws(NegotiationError) -> Double {
    let law = try coefficient(index)
    guard shape > 1 else {
      throw .outOfRange(what: "posterior shape", value: shape, expected: "above 1")
    }
    return law.scale * (shape / (shape - 1)).squareRoot()
  }

  /// The expected standard deviation of a response, √(b/(a - 1)) or, with a at most 1, √(b/a).
  public var spread: Double { (rate / (shape > 1 ? shape - 1 : shape)).squareRoot() }

  /// The predictive distribution of a new response.
  ///
  /// - Parameter row: its row of X.
  /// - Returns: Student's t with location x'm and scale √(b/a (1 + x'V x)).
  /// - Throws: ``NegotiationError`` for a row of another length or one that is not finite.
  public func prediction(at row: [Double]) throws(NegotiationError) -> StudentT {
    guard row.count == mean.count else {
      throw .outOfRange(what: "length of a row", value: Double(row.count), expected: "\(mean.count)")
    }
    let image: [Double]
    do {
      image = try scale.multiplied(by: row)
    } catch {
      throw .noConvergence(fit: "conjugate regression", reason: error.description)
    }
    return try student(Self.product(row, mean), rate / shape * (1 + Self.product(row, image)))
  }

  private func student(_ location: Double, _ variance: Double) throws(NegotiationError) -> StudentT {
    do {
      return try StudentT(degreesOfFreedom: 2 * shape, location: location, scale: variance.squareRoot())
    } catch {
      throw .noConvergence(fit: "conjugate regression", reason: error.description)
    }
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for (a, b) in zip(left, right) { sum += a * b }
    return sum
  }
}
