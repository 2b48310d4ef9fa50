#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The exact Gaussian likelihood of a regression with stationary ARMA errors, its coefficients at their best.
///
/// The filter of ``ArmaLikelihood``, run over the series and every column at once: gain and variance are the same for
/// all. What comes out are the columns of the generalised least-squares problem in standardised form, and modified
/// Gram-Schmidt takes them out of the series, which loses no digits as normal equations would (Björck 1967, BIT 7, 1-21).
///
/// A year without a value has a pulse. The likelihood of the others is that of all years at the best pulse, times the
/// square root of the determinant of the pulses' information (Gómez, Maravall & Peña 1999, Journal of Econometrics 88,
/// 341-363); their number leaves the count.
struct RegressionLikelihood {
  let design: RegressionDesign
  let process: ArmaProcess
  private let columns: Int
  /// The columns and the series, and the same standardised.
  private let matrix: UnsafeMutablePointer<Double>
  private let standardised: UnsafeMutablePointer<Double>
  private let states: UnsafeMutablePointer<Double>
  private let gain: UnsafeMutablePointer<Double>
  private let change: UnsafeMutablePointer<Double>

  /// The size of the block.
  static func capacity(_ order: ArimaOrder, _ design: RegressionDesign) -> Int {
    let (p, q) = (order.autoregressive, order.movingAverage)
    let size = max(p, q) + 1
    return ArmaProcess.capacity(p, q) + 2 * design.matrix.count + (design.columnCount + 3) * size
  }

  /// A likelihood.
  ///
  /// - Parameters:
  ///   - design: the columns.
  ///   - order: p and q.
  ///   - block: at least ``capacity(_:_:)`` numbers.
  init(_ design: RegressionDesign, order: ArimaOrder, block: UnsafeMutablePointer<Double>) {
    let (p, q) = (order.autoregressive, order.movingAverage)
    self.design = design
    columns = design.columnCount
    process = ArmaProcess(p, q, block: block)
    matrix = block + ArmaProcess.capacity(p, q)
    standardised = matrix + design.matrix.count
    states = standardised + design.matrix.count
    gain = states + (columns + 1) * (max(p, q) + 1)
    change = gain + max(p, q) + 1
    for (index, value) in design.matrix.enumerated() { matrix[index] = value }
  }

  /// The negative log-likelihood at a point, as ``ArmaLikelihood/objective(_:)``.
  func objective(_ point: UnsafePointer<Double>) -> Double { ArmaLikelihood.objective(sums(at: point)) }

  /// The sums of the likelihood with the coefficients at their best.
  ///
  /// - Parameter point: as for ``ArmaProcess/move(to:)``.
  /// - Returns: Σ e²/F of what is left, and Σ ln F.
  func sums(at point: UnsafePointer<Double>) -> FilterSums {
    guard var sums = filter(at: point) else { return FilterSums(squares: .nan, count: design.count) }
    for column in 0..<columns { take(column, &sums, others: (column + 1)..<(columns + 1)) }
    return finished(sums)
  }

  /// The same with given coefficients of constant and drivers; only the pulses are at their best.
  ///
  /// - Parameters:
  ///   - point: as for ``ArmaProcess/move(to:)``.
  ///   - coefficients: of the constant, if there is one, and of the scaled drivers.
  /// - Returns: Σ e²/F of what is left, and Σ ln F.
  func sums(at point: UnsafePointer<Double>, coefficients: [Double]) -> FilterSums {
    guard var sums = filter(at: point) else { return FilterSums(squares: .nan, count: design.count) }
    let last = standardised + columns * design.count
    for (index, coefficient) in coefficients.enumerated() {
      let column = standardised + (design.pulseCount + index) * design.count
      for t in 0..<design.count { last[t] -= coefficient * column[t] }
    }
    for column in 0..<design.pulseCount {
      take(column, &sums, others: (column + 1)..<design.pulseCount)
      take(column, &sums, others: columns..<(columns + 1), counts: false)
    }
    return finished(sums)
  }

  /// The generalised least-squares solution at a point.
  ///
  /// - Parameter point: as for ``ArmaProcess/move(to:)``.
  /// - Returns: the coefficients of all columns, the inverse of their information by columns, and the standardised
  ///   errors; `nil` where the process is not stationary.
  func solution(at point: UnsafePointer<Double>) -> (
    coefficients: [Double], covariance: [[Double]], errors: [Double]
  )? {
    guard filter(at: point) != nil else { return nil }
    let n = design.count
    // R of the decomposition with rows scaled by 1 / r(jj): unit upper triangle and squares of the diagonal.
    var triangle = [[Double]](repeating: [Double](repeating: 0, count: columns + 1), count: columns)
    var squares: [Double] = []
    for column in 0..<columns {
      let own = standardised + column * n
      var norm = 0.0
      for t in 0..<n { norm += own[t] * own[t] }
      guard norm > 0 else { return nil }
      squares.append(norm)
      for other in (column + 1)..<(columns + 1) {
        let vector = standardised + other * n
        var product = 0.0
        for t in 0..<n { product += own[t] * vector[t] }
        triangle[column][other] = product / norm
        for t in 0..<n { vector[t] -= product / norm * own[t] }
      }
    }
    func solve(_ right: [Double]) -> [Double] {
      var solution = right
      for row in stride(from: columns - 1, through: 0, by: -1) {
        for later in (row + 1)..<max(columns, row + 1) {
          solution[row] -= triangle[row][later] * solution[later]
        }
      }
      return solution
    }
    // The columns of the inverse triangle, each over the size of its row: their products are (X'Ω⁻¹X)⁻¹.
    let inverse = (0..<columns).map { axis in
      solve((0..<columns).map { $0 == axis ? 1 / squares[axis].squareRoot() : 0 })
    }
    let covariance = (0..<columns).map { i in
      (0..<columns).map { j in inverse.reduce(0) { $0 + $1[i] * $1[j] } }
    }
    let errors = (0..<n).map { standardised[columns * n + $0] }
    return (solve(triangle.map { $0[columns] }), covariance, errors)
  }

  private func finished(_ sums: FilterSums) -> FilterSums {
    var sums = sums
    let last = standardised + columns * design.count
    for t in 0..<design.count { sums.squares += last[t] * last[t] }
    sums.count = design.count - design.pulseCount
    return sums
  }

  /// Takes one column out of others; a pulse leaves its information in the determinant.
  private func take(_ column: Int, _ sums: inout FilterSums, others: Range<Int>, counts: Bool = true) {
    let n = design.count
    let own = standardised + column * n
    var norm = 0.0
    for t in 0..<n { norm += own[t] * own[t] }
    if column < design.pulseCount, counts { sums.logDeterminant += log(norm) }
    for other in others {
      let vector = standardised + other * n
      var product = 0.0
      for t in 0..<n { product += own[t] * vector[t] }
      let factor = norm > 0 ? product / norm : 0
      for t in 0..<n { vector[t] -= factor * own[t] }
    }
  }

  /// Fills ``standardised``; `nil` where the process is not stationary.
  private func filter(at point: UnsafePointer<Double>) -> FilterSums? {
    process.move(to: point)
    let size = process.dimension
    let (n, phi) = (design.count, process.phi)
    for i in 0..<((columns + 1) * (size + 1)) { states[i] = 0 }
    for i in 0...size {
      gain[i] = i < size ? process.covarianceAhead(i + 1) : 0
      change[i] = gain[i]
    }
    var variance = process.gamma[0]
    guard variance.isFinite else { return nil }
    var sums = FilterSums()
    var determinant = 1.0
    var isSteady = size == 0
    for t in 0..<n {
      let inverse = 1 / variance
      let root = inverse.squareRoot()
      determinant *= variance
      if determinant > 1e100 {
        sums.logDeterminant += log(determinant)
        determinant = 1
      }
      for column in 0...columns {
        let state = states + column * (size + 1)
        let error = matrix[column * n + t] - state[0]
        standardised[column * n + t] = error * root
        let (first, scaled) = (state[0], error * inverse)
        for i in 0..<size { state[i] = phi[i] * first + state[i + 1] + gain[i] * scaled }
      }
      guard !isSteady else { continue }
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
      isSteady = largest * largest < 1e-16 * variance
    }
    sums.logDeterminant += log(determinant)
    return sums
  }
}
