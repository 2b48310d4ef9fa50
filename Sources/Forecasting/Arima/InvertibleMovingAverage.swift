/// A complex number, for roots.
struct ComplexNumber: Sendable, Equatable {
  var real: Double
  var imaginary: Double

  var squaredMagnitude: Double { real * real + imaginary * imaginary }

  static func + (a: Self, b: Self) -> Self {
    Self(real: a.real + b.real, imaginary: a.imaginary + b.imaginary)
  }

  static func - (a: Self, b: Self) -> Self {
    Self(real: a.real - b.real, imaginary: a.imaginary - b.imaginary)
  }

  static func * (a: Self, b: Self) -> Self {
    Self(
      real: a.real * b.real - a.imaginary * b.imaginary,
      imaginary: a.real * b.imaginary + a.imaginary * b.real)
  }

  static func / (a: Self, b: Self) -> Self {
    let scale = 1 / b.squaredMagnitude
    return Self(
      real: (a.real * b.real + a.imaginary * b.imaginary) * scale,
      imaginary: (a.imaginary * b.real - a.real * b.imaginary) * scale)
  }
}

/// The moving average with the same autocovariances and no root inside the unit circle.
///
/// θ and the θ whose roots are mirrored at the unit circle have the same likelihood; the invertible one is reported
/// (as by R `arima`).
enum InvertibleMovingAverage {
  /// Mirrors the roots that lie inside.
  ///
  /// - Parameter theta: θ(1), …, θ(q) of 1 + Σ θ(j) z^j.
  /// - Returns: the coefficients of the mirrored polynomial; those given where all roots lie outside already.
  static func mirrored(_ theta: [Double]) -> [Double] {
    let degree = (theta.lastIndex { $0.magnitude > 1e-12 } ?? -1) + 1
    let leading = Array(theta[..<degree])
    if PartialAutocorrelation.stepDown(leading.map { -$0 }) != nil { return theta }
    // The inverse roots g: 1 + Σ θ z^j = Π (1 - g z); those with |g| > 1 become 1 / ḡ.
    var product = [ComplexNumber(real: 1, imaginary: 0)]
    for inverse in inverseRoots(leading) {
      let size = inverse.squaredMagnitude
      let inner =
        size > 1 ? ComplexNumber(real: inverse.real / size, imaginary: inverse.imaginary / size) : inverse
      var next = product + [ComplexNumber(real: 0, imaginary: 0)]
      for index in product.indices { next[index + 1] = next[index + 1] - inner * product[index] }
      product = next
    }
    return product.dropFirst().map(\.real) + theta[degree...].map { _ in 0 }
  }

  /// The numbers g with 1 + Σ θ(j) z^j = Π (1 - g z), by the simultaneous iteration of Aberth (1973, Mathematics of
  /// Computation 27, 339-344) on x^q + Σ θ(j) x^(q-j).
  static func inverseRoots(_ theta: [Double]) -> [ComplexNumber] {
    let degree = theta.count
    // Points on no axis of symmetry, within the bound that holds all roots.
    let radius = 1 + theta.reduce(0) { max($0, $1.magnitude) }
    let turn = ComplexNumber(real: 0.4, imaginary: 0.9)
    var roots: [ComplexNumber] = []
    var current = ComplexNumber(real: 0.5 * radius, imaginary: 0.1)
    for _ in 0..<degree {
      roots.append(current)
      current = current * turn
    }
    for _ in 0..<200 {
      var largest = 0.0
      for i in roots.indices {
        var value = ComplexNumber(real: 1, imaginary: 0)
        var slope = ComplexNumber(real: 0, imaginary: 0)
        for coefficient in theta {
          slope = slope * roots[i] + value
          value = value * roots[i] + ComplexNumber(real: coefficient, imaginary: 0)
        }
        guard value.squaredMagnitude > 0 else { continue }
        // value / slope / (1 - value / slope Σ 1/(x - y)), written so that a zero slope does not divide.
        var denominator = slope
        for j in roots.indices where j != i {
          let gap = roots[i] - roots[j]
          guard gap.squaredMagnitude > 0 else { continue }
          denominator = denominator - value / gap
        }
        guard denominator.squaredMagnitude > 0 else { continue }
        let step = value / denominator
        guard step.squaredMagnitude.isFinite else { continue }
        roots[i] = roots[i] - step
        largest = max(largest, step.squaredMagnitude / max(roots[i].squaredMagnitude, 1e-30))
      }
      if largest < 1e-30 { break }
    }
    return roots
  }
}
