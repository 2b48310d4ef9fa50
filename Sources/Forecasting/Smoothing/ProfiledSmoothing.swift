#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The criterion of a form with additive trend or none, as a function of its weights alone.
///
/// n ln S for additive errors, S = Σ e², and n ln S + 2 Σ ln μ, S = Σ (e/μ)², for multiplicative ones: minus twice
/// the log-likelihood without its constant (Hyndman et al. 2008, section 5.1). For given weights μ is linear in
/// l(0) and b(0), whose best values are found inside: by least squares, or by Newton steps on stored columns.
/// At those values the criterion's derivatives by the weights are the partial ones, and its curvature is the Schur
/// complement of the starting values. All derivatives come from the recursion's own, which are linear recursions.
///
/// Plain Swift and no BLAS: a row is two numbers wide, and a library call costs more than the arithmetic.
struct ProfiledSmoothing: CurvedObjective {
  let form: SmoothingForm
  let sample: SmoothingSample
  /// What the last evaluation was at, and what it found.
  private(set) var weights = SmoothingWeights(alpha: 0, beta: 0, phi: 1)
  private(set) var start: StartingValues
  /// Where the Newton steps on the starting values begin; `nil` for the least-squares solution.
  var nearby: (level: Double, slope: Double)?
  /// How closely starting values are searched for: the grid is content with less.
  var precision = 1e-12

  init(form: SmoothingForm, sample: SmoothingSample) {
    self.form = form
    self.sample = sample
    start = StartingValues(level: 0, slope: 0, squares: .infinity, criterion: .infinity)
  }

  /// The best starting values at given weights.
  struct StartingValues {
    var level, slope: Double
    /// S, and the criterion.
    var squares, criterion: Double
  }

  var dimension: Int { form.weightCount }

  func range(_ axis: Int) -> ClosedRange<Double> { 0...1 }

  /// Where the last evaluation fits exactly, anything: errors that are only the rounding of the values are not
  /// made smaller.
  var least: Double { isExact ? .infinity : -.infinity }

  /// Whether the errors at the last evaluation are nothing but the rounding of the values.
  var isExact: Bool {
    start.squares <= (form.errors == .additive ? sample.noise : sample.relativeNoise)
  }

  mutating func value(at point: UnsafePointer<Double>) -> Double {
    weights = SmoothingWeights(form: form, cube: point)
    if form.errors == .additive {
      start = sample.leastSquaresStart(weights, hasTrend: form.hasTrend)
    } else if let found = sample.relativeStart(
      weights, hasTrend: form.hasTrend, from: nearby, precision: precision)
    {
      start = found
      nearby = (found.level, found.slope)
    } else {
      return .infinity
    }
    return start.criterion.isNaN ? .infinity : start.criterion
  }

  mutating func expand(
    at point: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>,
    hessian: UnsafeMutablePointer<Double>
  ) {
    let natural = SmoothingDerivatives(
      sample: sample, form: form, weights: weights, level: start.level, slope: start.slope,
      squares: max(start.squares, 1e-300))
    natural.chain(to: point, gradient: gradient, hessian: hessian)
  }
}
