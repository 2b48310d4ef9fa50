/// The complex smoothing parameter α0 + i α1, and the recursion it steers.
///
/// y(t) = l(t-1) + e(t), l(t) = l(t-1) - (1-α1) c(t-1) + (α0-α1) e(t), c(t) = l(t-1) + (1-α0) c(t-1) + (α0+α1) e(t)
/// (Svetunkov, Kourentzes & Ord 2022, Naval Research Logistics 69, 1108-1123): l is the level, c the potential that
/// the level leaves unexplained.
struct ComplexWeights: Sendable, Equatable {
  /// α0.
  var real: Double
  /// α1.
  var imaginary: Double

  /// Level and potential.
  struct State: Sendable, Equatable {
    var level: Double
    var potential: Double
  }

  /// The state after an error; an error of zero is a year that is as expected.
  ///
  /// - Parameters:
  ///   - state: before the year.
  ///   - error: the value less the level before it.
  /// - Returns: the state after the year.
  @inline(__always)
  func advance(_ state: State, error: Double) -> State {
    State(
      level: state.level - (1 - imaginary) * state.potential + (real - imaginary) * error,
      potential: state.level + (1 - real) * state.potential + (real + imaginary) * error)
  }

  /// Whether old errors fade from the state: both eigenvalues of (1-α0+α1, α1-1; 1-α0-α1, 1-α0) lie inside the
  /// unit circle.
  ///
  /// With the trace 2 - 2α0 + α1 and the determinant α0² - 3α0 + 2 + α1² - α1 that is the inside of one circle and
  /// the outside of two, the admissible region of the paper.
  var isStable: Bool {
    let determinant = real * real - 3 * real + 2 + imaginary * imaginary - imaginary
    let trace = 2 - 2 * real + imaginary
    return determinant < 1 && trace.magnitude < 1 + determinant
  }

  /// These weights, or admissible ones next to them on the edge of the region.
  ///
  /// A point inside one of the two circles left out moves outwards to its edge, one outside the third moves inwards.
  /// Many optima lie on that edge; a search that is moved there finds them, one that is only refused does not.
  var admissible: ComplexWeights {
    var (a, b) = (real, imaginary)
    for circle in Self.circles {
      let (x, y) = (a - circle.real, b - circle.imaginary)
      let distance = x * x + y * y
      guard (distance < circle.squaredRadius) != circle.holdsRegion, distance > 0 else { continue }
      // A little to the right side of the edge, beyond what rounding can undo.
      let scale =
        (circle.squaredRadius / distance).squareRoot() * (circle.holdsRegion ? 1 - 1e-10 : 1 + 1e-10)
      (a, b) = (circle.real + scale * x, circle.imaginary + scale * y)
    }
    return ComplexWeights(real: a, imaginary: b)
  }

  /// Whether a search enters these weights: 0.01 ≤ α0 ≤ 1.8 and 0.01 ≤ α1 ≤ 1.9 as in statsforecast, and forecasts
  /// that do not swing ever wider.
  ///
  /// Without errors the state goes on by (1, α1-1; 1, 1-α0), with trace 2-α0 and determinant 2-α0-α1; it has an
  /// eigenvalue below -1 where 2α0 + α1 > 5. What is fitted there is noise that happens to alternate.
  var isSearched: Bool {
    Self.reals.contains(real) && Self.imaginaries.contains(imaginary) && 2 * real + imaginary <= 5
  }

  /// The nearest weights of the square, moved to the edge of the admissible region where they lie outside.
  var searched: ComplexWeights {
    ComplexWeights(
      real: min(max(real, Self.reals.lowerBound), Self.reals.upperBound),
      imaginary: min(max(imaginary, Self.imaginaries.lowerBound), Self.imaginaries.upperBound)
    ).admissible
  }

  private static let reals = 0.01...1.8
  private static let imaginaries = 0.01...1.9

  /// The three circles that bound the admissible region.
  private static let circles: [(real: Double, imaginary: Double, squaredRadius: Double, holdsRegion: Bool)] =
    [
      (1.5, 0.5, 1.5, true), (2.5, 0, 1.25, false), (0.5, 1, 0.25, false),
    ]
}
