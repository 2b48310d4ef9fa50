#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The Kalman filter of Harvey's structural models with an exactly diffuse start.
///
/// y(t) = μ(t) + ε(t), μ(t+1) = μ(t) + ν(t) + ξ(t), ν(t+1) = ν(t) + ζ(t); the local level has no ν. The start is
/// diffuse, and the first one or two values that pin it down are handled exactly (Durbin & Koopman 2012, section
/// 5.2), so no large number stands in for infinity. A year without a value is stepped over.
///
/// Variances are relative; their common scale is concentrated out: σ² = Σ v²/F / (n - d) over the values after
/// the d diffuse ones. Plain Swift and no BLAS: the matrices are 2 x 2 and symmetric, three numbers each.
struct StructuralFilter {
  /// Variances of ε, ξ and ζ, up to a common factor.
  struct Variances: Sendable, Equatable {
    var irregular: Double
    var level: Double
    var slope: Double
  }

  /// A symmetric 2 x 2 matrix.
  struct Symmetric: Sendable, Equatable {
    var levelLevel = 0.0
    var levelSlope = 0.0
    var slopeSlope = 0.0

    /// T P T' with T = (1 1; 0 1), or P where there is no slope.
    func advanced(hasSlope: Bool) -> Symmetric {
      guard hasSlope else { return self }
      return Symmetric(
        levelLevel: levelLevel + 2 * levelSlope + slopeSlope, levelSlope: levelSlope + slopeSlope,
        slopeSlope: slopeSlope)
    }
  }

  /// The state before the next value, and what the likelihood has gathered.
  struct State: Sendable, Equatable {
    var level = 0.0
    var slope = 0.0
    var covariance = Symmetric()
    var diffuse: Symmetric
    var pending: Int
    /// Σ ln F and Σ v²/F over the ordinary values, Σ ln F∞ over the diffuse ones.
    var logDeterminant = 0.0
    var squares = 0.0
    var count = 0
  }

  let hasSlope: Bool
  let variances: Variances

  /// The number of diffuse elements.
  var order: Int { hasSlope ? 2 : 1 }

  /// The state before the first value.
  var start: State {
    State(
      diffuse: Symmetric(levelLevel: 1, levelSlope: 0, slopeSlope: hasSlope ? 1 : 0), pending: order)
  }

  /// Takes in one year.
  ///
  /// - Parameters:
  ///   - value: the year's value, `nil` for none.
  ///   - state: before the year; afterwards the state before the next.
  /// - Returns: the standardised innovation v/√F in units of σ, `nil` for a missing or diffuse value.
  @discardableResult
  func step(_ value: Double?, _ state: inout State) -> Double? {
    var innovation: Double?
    if let value {
      let error = value - state.level
      let variance = state.covariance.levelLevel + variances.irregular
      if state.pending > 0, state.diffuse.levelLevel > 1e-9 {
        absorbDiffuse(error, variance, &state)
      } else if variance > 0 {
        innovation = error / variance.squareRoot()
        state.logDeterminant += log(variance)
        state.squares += error * error / variance
        state.count += 1
        let (gainLevel, gainSlope) = (
          state.covariance.levelLevel / variance, state.covariance.levelSlope / variance
        )
        state.level += gainLevel * error
        state.slope += gainSlope * error
        let p = state.covariance
        state.covariance.levelLevel -= gainLevel * p.levelLevel
        state.covariance.levelSlope -= gainLevel * p.levelSlope
        state.covariance.slopeSlope -= gainSlope * p.levelSlope
      } else {
        // Nothing is uncertain here: the value must be the prediction, and otherwise has no density.
        state.squares = error == 0 ? state.squares : .infinity
        state.count += 1
      }
    }
    if hasSlope { state.level += state.slope }
    state.covariance = state.covariance.advanced(hasSlope: hasSlope)
    state.covariance.levelLevel += variances.level
    state.covariance.slopeSlope += variances.slope
    state.diffuse = state.diffuse.advanced(hasSlope: hasSlope)
    return innovation
  }

  /// Takes in a value that pins down a diffuse direction.
  private func absorbDiffuse(_ error: Double, _ variance: Double, _ state: inout State) {
    let infinite = state.diffuse.levelLevel
    let (mL, mS) = (state.diffuse.levelLevel, state.diffuse.levelSlope)
    let (sL, sS) = (state.covariance.levelLevel, state.covariance.levelSlope)
    state.logDeterminant += log(infinite)
    state.level += mL / infinite * error
    state.slope += mS / infinite * error
    let ratio = variance / (infinite * infinite)
    state.covariance.levelLevel += mL * mL * ratio - 2 * sL * mL / infinite
    state.covariance.levelSlope += mL * mS * ratio - (sL * mS + sS * mL) / infinite
    state.covariance.slopeSlope += mS * mS * ratio - 2 * sS * mS / infinite
    state.pending -= 1
    if state.pending == 0 {
      state.diffuse = Symmetric()
    } else {
      state.diffuse.levelLevel = 0
      state.diffuse.levelSlope = 0
      state.diffuse.slopeSlope -= mS * mS / infinite
    }
  }

  /// The concentrated diffuse log-likelihood of the values, with the scale at which it is reached.
  ///
  /// - Parameter values: at least ``order`` + 1 of them not `nil`.
  /// - Returns: -½ (n ln 2π + Σ ln F∞ + Σ ln F + (n - d)(ln σ² + 1)), and σ².
  func logLikelihood(_ values: [Double?]) -> (value: Double, scale: Double) {
    var state = start
    for value in values { step(value, &state) }
    let scale = state.squares / Double(state.count)
    let n = Double(state.count + order)
    let value =
      -0.5
      * (n * log(2 * Double.pi) + state.logDeterminant + Double(state.count) * (log(scale) + 1))
    return (value, scale)
  }
}
