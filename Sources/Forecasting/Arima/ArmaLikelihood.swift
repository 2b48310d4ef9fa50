#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a filter gathers of a series and of a column that enters linearly.
struct FilterSums: Sendable, Equatable {
  /// Σ e²/F, Σ e x/F and Σ x²/F, with e the innovations of the series and x those of the column.
  var squares = 0.0
  var product = 0.0
  var information = 0.0
  /// Σ ln F.
  var logDeterminant = 0.0
  /// The number of innovations.
  var count = 0

  /// The coefficient of the column by generalised least squares, zero without a column.
  var coefficient: Double { information > 0 ? product / information : 0 }

  /// Σ e²/F at that coefficient.
  var residualSquares: Double { max(squares - coefficient * product, 0) }
}

/// The exact Gaussian likelihood of a series without gaps under a stationary ARMA process about a constant.
///
/// The Kalman filter on Harvey's state space with the stationary covariance as its start, in the form of Morf,
/// Sidhu & Kailath (1974) for models that do not change with time: P(t+1) - P(t) = -L(t) L(t)'/F(t) has rank one,
/// so that gain and variance follow from vectors alone,
///
///     ρ = L₁/F,  F' = F (1 - ρ²),  K' = K - ρ T L,  L' = T L - ρ K,
///
/// started with L = K = T P Z' (derived from the rank-one form; Pearlman 1980, Biometrika 67, 232-233, gives an
/// equivalent recursion for ARMA). A step costs a few times max(p, q) products instead of its square, and F is a
/// product of factors, never a difference. Once L is below 1e-8 √F the covariance no longer moves: a later change of
/// F is of order ρ² ≤ 1e-16 F, so that gain and variance stay as they are.
///
/// The constant enters linearly: its own innovations run beside those of the series, and the coefficient follows
/// by generalised least squares, exactly the maximum over it. Plain Swift without BLAS: vectors of 1 to 10 numbers.
struct ArmaLikelihood {
  let values: UnsafePointer<Double>
  let count: Int
  let hasConstant: Bool
  let process: ArmaProcess
  /// The state of the series and of the constant, K and L: ``ArmaProcess/dimension`` + 1 numbers each.
  private let state: UnsafeMutablePointer<Double>
  private let column: UnsafeMutablePointer<Double>
  private let gain: UnsafeMutablePointer<Double>
  private let change: UnsafeMutablePointer<Double>

  /// The size of the block.
  static func capacity(_ p: Int, _ q: Int) -> Int { ArmaProcess.capacity(p, q) + 4 * (max(p, q) + 1) }

  /// A likelihood.
  ///
  /// - Parameters:
  ///   - values: the differenced series in a unit near one.
  ///   - count: their number.
  ///   - order: p, q and whether there is a constant.
  ///   - block: at least ``capacity(_:_:)`` numbers.
  init(_ values: UnsafePointer<Double>, count: Int, order: ArimaOrder, block: UnsafeMutablePointer<Double>) {
    let (p, q) = (order.autoregressive, order.movingAverage)
    self.values = values
    self.count = count
    hasConstant = order.hasConstant
    process = ArmaProcess(p, q, block: block)
    let size = max(p, q) + 1
    state = block + ArmaProcess.capacity(p, q)
    column = state + size
    gain = column + size
    change = gain + size
  }

  /// The negative log-likelihood at a point, the variance and the constant at their best, without its constants.
  ///
  /// - Parameter point: as for ``ArmaProcess/move(to:)``.
  /// - Returns: ½ (n ln(S/n) + Σ ln F), infinity where it overflows.
  func objective(_ point: UnsafePointer<Double>) -> Double {
    let sums = filter(at: point, innovations: nil)
    return Self.objective(sums)
  }

  /// ½ (n ln(S/n) + Σ ln F), infinity where it is not a number.
  ///
  /// An exact fit has no largest likelihood; a floor under S lets a search end there.
  static func objective(_ sums: FilterSums) -> Double {
    let n = Double(sums.count)
    let value = 0.5 * (n * log(max(sums.residualSquares, 1e-200) / n) + sums.logDeterminant)
    return value.isNaN ? .infinity : value
  }

  /// Runs the filter.
  ///
  /// - Parameters:
  ///   - point: as for ``ArmaProcess/move(to:)``.
  ///   - innovations: where the standardised innovations e/√F and x/√F go in turn, 2 n numbers, or `nil`.
  /// - Returns: the sums of the likelihood.
  func filter(at point: UnsafePointer<Double>, innovations: UnsafeMutablePointer<Double>?) -> FilterSums {
    process.move(to: point)
    let size = process.dimension
    for i in 0...size {
      state[i] = 0
      column[i] = 0
      gain[i] = i < size ? process.covarianceAhead(i + 1) : 0
      change[i] = gain[i]
    }
    return hasConstant ? run(innovations, size, column: 1) : run(innovations, size, column: 0)
  }

  /// The recursion; `column` is one with a constant and zero without.
  @inline(__always)
  private func run(_ innovations: UnsafeMutablePointer<Double>?, _ size: Int, column unit: Double)
    -> FilterSums
  {
    let phi = process.phi
    var sums = FilterSums(count: count)
    var variance = process.gamma[0]
    guard variance.isFinite else { return FilterSums(squares: .nan, count: count) }
    var inverse = 1 / variance
    // Σ ln F as the logarithm of a product that is emptied before it can overflow.
    var determinant = 1.0
    var isSteady = size == 0
    for t in 0..<count {
      let error = values[t] - state[0]
      let response = unit - column[0]
      let scaled = error * inverse
      let scaledResponse = response * inverse
      sums.squares += error * scaled
      if unit != 0 {
        sums.product += error * scaledResponse
        sums.information += response * scaledResponse
      }
      determinant *= variance
      if determinant > 1e100 {
        sums.logDeterminant += log(determinant)
        determinant = 1
      }
      if let innovations {
        innovations[2 * t] = scaled * variance.squareRoot()
        innovations[2 * t + 1] = scaledResponse * variance.squareRoot()
      }
      let (first, firstColumn) = (state[0], column[0])
      for i in 0..<size {
        state[i] = phi[i] * first + state[i + 1] + gain[i] * scaled
      }
      if unit != 0 {
        for i in 0..<size {
          column[i] = phi[i] * firstColumn + column[i + 1] + gain[i] * scaledResponse
        }
      }
      if !isSteady {
        let lead = change[0]
        let reflection = lead * inverse
        var largest = 0.0
        for i in 0..<size {
          let moved = phi[i] * lead + change[i + 1]
          let old = gain[i]
          gain[i] = old - reflection * moved
          change[i] = moved - reflection * old
          largest = max(largest, change[i].magnitude)
        }
        variance *= 1 - reflection * reflection
        inverse = 1 / variance
        isSteady = largest * largest < 1e-16 * variance
      }
    }
    sums.logDeterminant += log(determinant)
    return sums
  }
}
