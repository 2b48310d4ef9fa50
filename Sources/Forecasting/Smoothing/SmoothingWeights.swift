/// α, β and φ; β = 0 and φ = 1 where the trend has none.
struct SmoothingWeights: Sendable, Equatable {
  var alpha: Double
  var beta: Double
  var phi: Double

  /// The region searched: that of R's `ets` under its usual bounds, β between its floor and α.
  static let alphaRange = 1e-4...0.9999
  static let betaFloor = 1e-4
  static let phiRange = 0.8...0.98

  init(alpha: Double, beta: Double, phi: Double) {
    self.alpha = alpha
    self.beta = beta
    self.phi = phi
  }

  /// The weights at a point of the unit cube: α and φ as shares of their ranges, β as a share of floor...α.
  init(form: SmoothingForm, cube: UnsafePointer<Double>) {
    alpha = 1e-4 + cube[0] * (0.9999 - 1e-4)
    beta = form.hasTrend ? 1e-4 + cube[1] * (alpha - 1e-4) : 0
    phi = form.isDamped ? 0.8 + cube[2] * (0.98 - 0.8) : 1
  }
}
