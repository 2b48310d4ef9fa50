internal import Probability

/// One simulated future of defense spending as a ratio of gross domestic product.
///
/// x[t+1] = x[t] + f (x*[t] - x[t]) + m + u[t] + v[t]. What is common to a year, u[t] ~ N(0, σᵤ²), is the same number for all allies
/// of a draw, and so is m ~ N(0, σᵤ²/T), what the T years of the panel leave unknown of its mean; v[t] ~ N(0, σᵥ²) is each ally's
/// own. Both deviations are drawn from what the panel leaves open (``YearEffects``). A pledge P sets the goal x* = p = max(P, b), b the last known ratio; f is fitted
/// on a panel of allies on the way to their pledge, so that nothing else is taken off it. An ask A sets
/// x* = p + π max(0, A - p): of the way from what is pledged already, or without a pledge from b, an ally concedes the
/// share π on paper, and closes each year the share f of what is left. Who is above its goal stays there, but for its own
/// fluctuation. π has a part that all allies share, half of its variance.
struct RatioKernel: FutureKernel {
  /// Pledges and asks: the one that stands in the first projected year, and those that follow.
  struct Aim: Sendable {
    /// The index of the first projected year in which it stands.
    var fromIndex: Int
    /// Whether pledged or asked for.
    var kind: RatioPlan.Stage.Kind
    /// The ratio, in per cent.
    var percent: Double
  }

  /// How the ratio moves: fitted on a panel.
  struct Adjustment: Sendable {
    /// f, the share of the gap that a year closes.
    var speed: Double
    /// Its standard error.
    var speedError: Double
    /// The standard deviation of what allies share of a year's change, in percentage points.
    var common: SampledValue
    /// What is unknown of the mean of that over years, as a multiple of its deviation.
    var meanError: Double
    /// The standard deviation of an ally's own change in a year, in percentage points.
    var own: SampledValue
    /// f as it is assumed in place of the fit, if it is.
    var assumed: SampledValue?

    /// The fit of a panel.
    ///
    /// - Parameter fit: the fit.
    /// - Throws: `ProbabilityError` when a quantile of a deviation cannot be made.
    init(_ fit: RatioAdjustment) throws(ProbabilityError) {
      let effects = fit.effects
      speed = fit.speed
      speedError = fit.speedError
      meanError = effects.meanError
      common = try SampledValue { (share) throws(ProbabilityError) in try effects.commonDeviation(share) }
      own = try SampledValue { (share) throws(ProbabilityError) in try effects.ownDeviation(share) }
    }

    /// Numbers that are known.
    init(speed: Double, common: Double, own: Double) {
      self.speed = speed
      speedError = 0
      meanError = 0
      self.common = SampledValue(fixed: common)
      self.own = SampledValue(fixed: own)
    }
  }

  var base: Double
  /// What is known of the first of the years, of an ally whose record is longer than others'.
  var known: [Double] = []
  var aims: [Aim]
  var years: Int
  var adjustment: Adjustment
  var passThrough: SampledValue
  /// The ally's place among those of the scenario.
  var ally: Int
  var off: Set<ProjectionDriver> = []

  var width: Int { years }

  func without(_ off: Set<ProjectionDriver>) -> RatioKernel {
    var other = self
    other.off = off
    return other
  }

  func simulate(
    _ numbers: DrawNumbers, under inputs: DrawNumbers, into row: UnsafeMutablePointer<Double>
  ) -> UInt32 {
    let alike = inputs.normal(Place.ratioCommon)
    let apart = inputs.normal(Place.ratioYears + 64 * UInt64(ally) + 63)
    let share = passThrough.value(Normal.standard.cumulative(at: (alike + apart) * 0.5.squareRoot()))
    let score = inputs.normal(Place.ratioSpeed)
    let drawn =
      adjustment.assumed.map { $0.value(Normal.standard.cumulative(at: score)) }
      ?? adjustment.speed + adjustment.speedError * score
    let speed = min(max(drawn, 0), 1)
    let shared = adjustment.common.value(inputs.uniform(Place.ratioCommonDeviation))
    let drift = shared * adjustment.meanError * inputs.normal(Place.ratioCommonMean)
    let ownDeviation = adjustment.own.value(inputs.uniform(Place.ratioOwnDeviation))
    var level = base
    for year in 0..<years {
      guard year >= known.count else {
        row[year] = known[year]
        continue
      }
      let goal = off.contains(.ask) ? base : self.goal(year, share: max(0, min(share, 1)))
      let column = UInt64(min(year, 62))
      let common = drift + shared * numbers.normal(Place.ratioCommonYears + column)
      let place = Place.ratioYears + 64 * UInt64(ally) + column
      let shock = common + ownDeviation * numbers.normal(place)
      level = min(max(level + speed * (goal - level) + shock, 0), 100)
      row[year] = level
    }
    return 0
  }

  /// x* of a year, with the share π.
  private func goal(_ year: Int, share: Double) -> Double {
    var (pledged, goal) = (base, base)
    for aim in aims where aim.fromIndex <= year {
      switch aim.kind {
      case .pledge:
        pledged = max(base, aim.percent)
        goal = pledged
      case .ask: goal = pledged + share * max(0, aim.percent - pledged)
      }
    }
    return goal
  }
}

/// How many allies reach a ratio in each year: the allies' futures of the same draw, with its common years, counted.
struct RatioCountKernel: FutureKernel {
  var allies: [RatioKernel]
  /// The ratio to be reached, in per cent.
  var target: Double

  var width: Int { allies.first?.width ?? 0 }

  func simulate(
    _ numbers: DrawNumbers, under inputs: DrawNumbers, into row: UnsafeMutablePointer<Double>
  ) -> UInt32 {
    let years = width
    for year in 0..<years { row[year] = 0 }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: years) { levels in
      levels.initialize(repeating: 0)
      guard let base = levels.baseAddress else { return }
      for ally in allies {
        _ = ally.simulate(numbers, under: inputs, into: base)
        for year in 0..<years where base[year] >= target { row[year] += 1 }
      }
    }
    return 0
  }
}
