/// A stationary ARMA process with innovations of variance one, and the moments with which a filter starts.
///
/// w(t) = Σ φ(i) w(t-i) + ε(t) + Σ θ(j) ε(t-j). All storage lies in one block that is given, so that a likelihood
/// can be evaluated again and again without an allocation.
struct ArmaProcess {
  let autoregressive: Int
  let movingAverage: Int
  /// max(p, q): what a prediction of the process depends on.
  let dimension: Int
  /// φ(1), φ(2), … and θ(1), θ(2), …, each followed by zeros up to ``dimension`` + 1.
  let phi: UnsafeMutablePointer<Double>
  let theta: UnsafeMutablePointer<Double>
  /// ψ(0), ψ(1), …, ψ(dimension): the response to an innovation.
  let psi: UnsafeMutablePointer<Double>
  /// γ(0), γ(1), …, γ(dimension): the autocovariances.
  let gamma: UnsafeMutablePointer<Double>
  /// The autocovariances of the autoregressive part alone, up to p + q + 1.
  private let inner: UnsafeMutablePointer<Double>

  /// The size of the block.
  static func capacity(_ p: Int, _ q: Int) -> Int { 4 * (max(p, q) + 2) + p + 2 * q + 4 }

  init(_ p: Int, _ q: Int, block: UnsafeMutablePointer<Double>) {
    autoregressive = p
    movingAverage = q
    dimension = max(p, q)
    let size = dimension + 2
    block.update(repeating: 0, count: Self.capacity(p, q))
    phi = block
    theta = block + size
    psi = block + 2 * size
    gamma = block + 3 * size
    inner = block + 4 * size
  }

  /// Takes in a point of the search: p coordinates of partial autocorrelations, then θ(1), …, θ(q).
  ///
  /// The autocovariances of the autoregressive part come from the same recursion that gives its coefficients,
  /// γ(k) = Σ φ(k-1, j) γ(k-j) + r(k) γ(0) Π (1 - r(i)²): sums and products without a linear system, exact
  /// close to the unit circle too, because 1 - r² = 1 / (1 + u²) is known without cancellation. The moving
  /// average then only mixes them.
  ///
  /// - Parameter point: p + q numbers.
  func move(to point: UnsafePointer<Double>) {
    let (p, q) = (autoregressive, movingAverage)
    var variance = 1.0
    for k in 0..<p { variance *= 1 + point[k] * point[k] }
    inner[0] = variance
    for k in 0..<p {
      let share = 1 / (1 + point[k] * point[k])
      let last = point[k] * share.squareRoot()
      var sum = last * variance
      for j in 0..<k { sum += phi[j] * inner[k - j] }
      inner[k + 1] = sum
      variance *= share
      for j in 0..<((k + 1) / 2) {
        let (front, back) = (phi[j], phi[k - 1 - j])
        phi[j] = front - last * back
        phi[k - 1 - j] = back - last * front
      }
      phi[k] = last
    }
    for k in stride(from: p + 1, through: max(p, dimension) + q, by: 1) {
      var sum = 0.0
      for j in 0..<p { sum += phi[j] * inner[k - 1 - j] }
      inner[k] = sum
    }
    for j in 0..<q { theta[j] = point[p + j] }
    mix()
  }

  /// Autocovariances and responses of the whole process.
  private func mix() {
    let (p, q) = (autoregressive, movingAverage)
    psi[0] = 1
    for m in stride(from: 1, through: dimension, by: 1) {
      var sum = m <= q ? theta[m - 1] : 0
      for j in 0..<min(p, m) { sum += phi[j] * psi[m - 1 - j] }
      psi[m] = sum
    }
    for m in 0...dimension { gamma[m] = 0 }
    for shift in 0...q {
      // The sum of θ(i) θ(i + shift), with θ(0) = 1.
      var product = shift == 0 ? 1 : theta[shift - 1]
      for i in 0..<(q - shift) { product += theta[i] * theta[i + shift] }
      if shift == 0 {
        for m in 0...dimension { gamma[m] += product * inner[m] }
      } else {
        for m in 0...dimension { gamma[m] += product * (inner[m + shift] + inner[abs(m - shift)]) }
      }
    }
  }

  /// The covariance of w(t) with the i-th element of the state at t + 1, i from 1.
  ///
  /// - Parameter element: i.
  /// - Returns: Σ φ(i+m) γ(m) + θ(i+m) ψ(m) over m ≥ 0.
  func covarianceAhead(_ element: Int) -> Double {
    var sum = 0.0
    for m in stride(from: 0, through: autoregressive - element, by: 1) {
      sum += phi[element + m - 1] * gamma[m]
    }
    for m in stride(from: 0, through: movingAverage - element, by: 1) {
      sum += theta[element + m - 1] * psi[m]
    }
    return sum
  }
}
