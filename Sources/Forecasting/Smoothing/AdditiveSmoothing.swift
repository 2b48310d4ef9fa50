/// Exponential smoothing with additive errors and an additive trend, the family of `ses`, `holt` and `damped`.
///
/// y(t) = l(t-1) + φ b(t-1) + e(t), l(t) = l(t-1) + φ b(t-1) + α e(t), b(t) = φ b(t-1) + β e(t); without a trend
/// b is zero, without damping φ is 1 (Hyndman, Koehler, Ord & Snyder 2008, chapters 2 and 5).
///
/// Given α, β and φ the errors are linear in the starting values l(0) and b(0), so those are solved for exactly
/// inside the search, and the search itself runs over one to three bounded numbers. That is why the optimum found
/// here is never below that of a search over all five. The final starting values come from ``profile(_:_:)``.
struct AdditiveSmoothing: Sendable {
  /// What the trend does.
  enum Trend: Sendable, Equatable { case none, linear, damped }

  typealias Weights = SmoothingWeights

  let trend: Trend
  let model: ModelIdentifier

  /// The same among all forms.
  var form: SmoothingForm {
    switch trend {
    case .none: SmoothingForm(errors: .additive, trend: .none)
    case .linear: SmoothingForm(errors: .additive, trend: .additive)
    case .damped: SmoothingForm(errors: .additive, trend: .dampedAdditive)
    }
  }

  /// The number of α, β, φ, l(0), b(0) that the trend has.
  var parameterCount: Int { form.parameterCount }

  /// Estimates weights and starting values by maximum likelihood.
  ///
  /// - Parameters:
  ///   - values: without gaps.
  ///   - firstYear: the year of the first value.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError/overflow(model:)`` or ``FitError/didNotConverge(model:)``.
  func fit(_ values: [Double], firstYear: Int) throws(FitError) -> FittedSmoothing {
    try FittedSmoothing.best(of: [form], values: values, firstYear: firstYear, model: model)
  }

  /// The errors' sum of squares at given weights, with the starting values that make it least.
  ///
  /// Two columns and Givens rotations row by row: no digit is lost to normal equations.
  ///
  /// - Parameters:
  ///   - values: around some origin near them, to which the level is relative.
  ///   - weights: α, β, φ.
  /// - Returns: the sum of squares, l(0) and b(0).
  func profile(_ values: UnsafeBufferPointer<Double>, _ weights: Weights) -> (
    sumOfSquares: Double, level: Double, slope: Double
  ) {
    Self.profile(values, weights, hasTrend: trend != .none)
  }

  /// The same for any of the trends.
  static func profile(_ values: UnsafeBufferPointer<Double>, _ weights: Weights, hasTrend: Bool) -> (
    sumOfSquares: Double, level: Double, slope: Double
  ) {
    // The response of the recursion to the values alone, to l(0) = 1 alone and to b(0) = 1 alone.
    var response = SmoothingState(level: 0, slope: 0)
    var levelColumn = SmoothingState(level: 1, slope: 0)
    var slopeColumn = SmoothingState(level: 0, slope: hasTrend ? 1 : 0)
    var (r11, r12, r22, z1, z2, squares) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for value in values {
      var z = value - response.advanceLinear(value, weights)
      let x1 = levelColumn.advanceLinear(0, weights)
      var x2 = slopeColumn.advanceLinear(0, weights)
      if x1 != 0 {
        let radius = (r11 * r11 + x1 * x1).squareRoot()
        let (c, s) = (r11 / radius, x1 / radius)
        r11 = radius
        (r12, x2) = (c * r12 + s * x2, c * x2 - s * r12)
        (z1, z) = (c * z1 + s * z, c * z - s * z1)
      }
      if x2 != 0 {
        let radius = (r22 * r22 + x2 * x2).squareRoot()
        let (c, s) = (r22 / radius, x2 / radius)
        r22 = radius
        (z2, z) = (c * z2 + s * z, c * z - s * z2)
      }
      squares += z * z
    }
    // A column that never moved the errors leaves its starting value at zero and its share in the errors.
    let slopeStart = r22 > 1e-12 ? z2 / r22 : 0
    if r22 <= 1e-12 { squares += z2 * z2 }
    let levelStart = r11 > 1e-12 ? (z1 - r12 * slopeStart) / r11 : 0
    return (squares, levelStart, slopeStart)
  }
}
