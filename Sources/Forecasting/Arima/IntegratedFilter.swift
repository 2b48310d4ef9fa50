#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The Kalman filter of a whole ARIMA process, with years without a value and with its forecasts.
///
/// The state holds Harvey's ARMA state of the differences and the last d values of the series itself (Harvey 1989,
/// section 3.4), so that a missing year is stepped over whatever d is. The first d values start the series: they
/// are taken as given, which is the exactly diffuse start. Where the second of two starting values is missing it
/// is an unknown that enters linearly, a column beside the series like a constant, estimated by generalised
/// least squares; its information then belongs to the diffuse likelihood. ``ArmaLikelihood`` is the fast form for
/// the search on series without gaps; this one serves gaps, residuals and forecasts.
struct IntegratedFilter {
  /// What stands beside the series.
  enum Column: Sendable, Equatable {
    case none
    /// A mean (d = 0) or a drift (d = 1), whose effect on year t is 1 or t.
    case constant
    /// The unknown second value at d = 2.
    case secondValue
  }

  let values: UnsafePointer<Double>
  let count: Int
  let differences: Int
  let column: Column
  let process: ArmaProcess
  /// r = max(p, q + 1), and r + d.
  let armaSize: Int
  let size: Int
  /// The state of the series and that of the column; at a coefficient b the state is `state` - b `response`.
  private let state: UnsafeMutablePointer<Double>
  private let response: UnsafeMutablePointer<Double>
  private let cross: UnsafeMutablePointer<Double>
  private let covariance: UnsafeMutablePointer<Double>
  private let work: UnsafeMutablePointer<Double>

  /// The size of the block.
  static func capacity(_ order: ArimaOrder) -> Int {
    let size = max(order.autoregressive, order.movingAverage + 1) + order.differences
    return ArmaProcess.capacity(order.autoregressive, order.movingAverage) + 3 * size + 2 * size * size
  }

  /// A filter.
  ///
  /// - Parameters:
  ///   - values: the series, NaN for a missing year; the first is there.
  ///   - count: the number of years, more than d.
  ///   - order: the order of the model.
  ///   - block: at least ``capacity(_:)`` numbers.
  init(_ values: UnsafePointer<Double>, count: Int, order: ArimaOrder, block: UnsafeMutablePointer<Double>) {
    let (p, q) = (order.autoregressive, order.movingAverage)
    self.values = values
    self.count = count
    differences = order.differences
    column = order.hasConstant ? .constant : order.differences == 2 && values[1].isNaN ? .secondValue : .none
    process = ArmaProcess(p, q, block: block)
    armaSize = max(p, q + 1)
    size = armaSize + order.differences
    state = block + ArmaProcess.capacity(p, q)
    response = state + size
    cross = response + size
    covariance = cross + size
    work = covariance + size * size
  }

  /// The negative log-likelihood at a point, as ``ArmaLikelihood/objective(_:)``.
  func objective(_ point: UnsafePointer<Double>) -> Double {
    var sums = filter(at: point, innovations: nil)
    if column == .secondValue { sums.logDeterminant += log(sums.information) }
    return ArmaLikelihood.objective(sums)
  }

  /// Runs the filter over all years and leaves the state before the next one.
  ///
  /// - Parameters:
  ///   - point: as for ``ArmaProcess/move(to:)``.
  ///   - innovations: where the standardised innovations e/√F and x/√F go in turn, NaN for a year without
  ///     one, 2 n numbers; or `nil`.
  /// - Returns: the sums of the likelihood; the start and the second value do not count.
  func filter(at point: UnsafePointer<Double>, innovations: UnsafeMutablePointer<Double>?) -> FilterSums {
    process.move(to: point)
    start()
    var sums = FilterSums()
    for t in 0..<count {
      var standardised = (Double.nan, Double.nan)
      if t >= differences {
        if !values[t].isNaN { standardised = absorb(t, &sums) }
        advance()
      }
      innovations?[2 * t] = standardised.0
      innovations?[2 * t + 1] = standardised.1
    }
    if column == .secondValue { sums.count -= 1 }
    return sums
  }

  /// The column's value in a year; the unknown second value enters through the start alone.
  func effect(_ t: Int) -> Double {
    guard column == .constant else { return 0 }
    return differences == 0 ? 1 : Double(t)
  }

  /// The next year's prediction, in units of the innovation variance.
  ///
  /// - Parameter sums: what ``filter(at:innovations:)`` returned.
  /// - Returns: the mean without the constant's own effect on that year, and the variance.
  func prediction(_ sums: FilterSums) -> (mean: Double, variance: Double) {
    multiply()
    let spread = observed(response)
    let extra = column == .secondValue && sums.information > 0 ? spread * spread / sums.information : 0
    return (observed(state) - spread * sums.coefficient, observed(cross) + extra)
  }

  /// Goes on by a year without a value.
  func advance() {
    move(state)
    move(response)
    advanceCovariance()
  }

  private func start() {
    for i in 0..<size {
      state[i] = 0
      response[i] = 0
    }
    for entry in 0..<(size * size) { covariance[entry] = 0 }
    if differences == 1 {
      state[armaSize] = values[0]
      response[armaSize] = effect(0)
    } else if differences == 2 {
      state[armaSize] = column == .secondValue ? 0 : values[1]
      response[armaSize] = column == .secondValue ? -1 : 0
      state[armaSize + 1] = values[0]
    }
    for j in 0..<armaSize {
      var sum = 0.0
      for m in stride(from: 0, to: process.autoregressive - j, by: 1) where j > 0 {
        sum += process.phi[j + m] * process.gamma[m + 1]
      }
      for m in stride(from: 0, through: process.movingAverage - j, by: 1) where j > 0 {
        sum += process.theta[j + m - 1] * process.psi[m]
      }
      covariance[j] = j == 0 ? process.gamma[0] : sum
    }
    for i in 1..<max(armaSize, 1) { covariance[i * size] = covariance[i] }
    // P = T P T' + R R', element by element from the first row down the diagonals.
    for i in stride(from: armaSize - 1, to: 0, by: -1) {
      for j in stride(from: i, to: 0, by: -1) {
        var sum = phi(i) * phi(j) * covariance[0] + weight(i) * weight(j)
        if j + 1 < armaSize { sum += phi(i) * covariance[j + 1] }
        if i + 1 < armaSize { sum += phi(j) * covariance[i + 1] }
        if i + 1 < armaSize, j + 1 < armaSize { sum += covariance[(i + 1) * size + j + 1] }
        covariance[i * size + j] = sum
        covariance[j * size + i] = sum
      }
    }
  }

  /// Takes in the value of a year.
  private func absorb(_ t: Int, _ sums: inout FilterSums) -> (Double, Double) {
    multiply()
    let variance = observed(cross)
    let error = values[t] - observed(state)
    let ownError = effect(t) - observed(response)
    sums.squares += error * error / variance
    sums.product += error * ownError / variance
    sums.information += ownError * ownError / variance
    sums.logDeterminant += log(variance)
    sums.count += 1
    for i in 0..<size {
      let gain = cross[i] / variance
      state[i] += gain * error
      response[i] += gain * ownError
      for j in 0..<size { covariance[i * size + j] -= gain * cross[j] }
    }
    let root = variance.squareRoot()
    return (error / root, ownError / root)
  }

  /// Z x: this year's difference and the values before it.
  private func observed(_ vector: UnsafeMutablePointer<Double>) -> Double {
    switch differences {
    case 0: vector[0]
    case 1: vector[0] + vector[armaSize]
    default: vector[0] + 2 * vector[armaSize] - vector[armaSize + 1]
    }
  }

  /// P Z' into ``cross``.
  private func multiply() {
    for i in 0..<size { cross[i] = observed(covariance + i * size) }
  }

  private func phi(_ index: Int) -> Double {
    index < process.autoregressive ? process.phi[index] : 0
  }

  private func weight(_ index: Int) -> Double {
    index == 0 ? 1 : index <= process.movingAverage ? process.theta[index - 1] : 0
  }

  /// T x in place.
  private func move(_ vector: UnsafeMutablePointer<Double>) {
    let value = observed(vector)
    let first = vector[0]
    for i in 0..<armaSize { vector[i] = phi(i) * first + (i + 1 < armaSize ? vector[i + 1] : 0) }
    if differences == 2 { vector[armaSize + 1] = vector[armaSize] }
    if differences >= 1 { vector[armaSize] = value }
  }

  /// T P T' + R R': T on every row, the transpose, and T on every row again.
  private func advanceCovariance() {
    for i in 0..<size { move(covariance + i * size) }
    for i in 0..<size {
      for j in 0..<size { work[i * size + j] = covariance[j * size + i] }
    }
    for i in 0..<size { move(work + i * size) }
    for i in 0..<size {
      let noise = i < armaSize ? weight(i) : 0
      for j in 0..<size {
        covariance[i * size + j] = work[i * size + j] + (j < armaSize ? noise * weight(j) : 0)
      }
    }
  }
}
