internal import LinearAlgebra
internal import Probability
internal import Series

/// A fitted ``Piecewise``.
public struct FittedPiecewise: FittedTrend {
  /// Where the breaks come from.
  enum Origin {
    case found(BreakSearch, BreakCount)
    case given
  }

  /// A break as it was fitted.
  struct Joint {
    /// The number of values before it.
    let place: Int
    let year: Int
    let reason: String?
  }

  /// Whether the breaks were searched for, and not given.
  public var isFound: Bool {
    if case .found = origin { return true }
    return false
  }

  let sample: BreakSample
  let joints: [Joint]
  let isJoined: Bool
  let origin: Origin
  let calendar: FiscalCalendar
  let intervals: Auto.Intervals
  let regression: LeastSquares
  /// The fewest values of a regime.
  let least: Int
  /// The most outlooks that are mixed, and the share of the likeliest below which one is left out.
  private static let mostOutlooks = 24
  private static let negligible = 1e-3

  /// The likeliest date of the last break first; one where there is no break or all are given.
  let candidates: [DateWeights.Candidate]

  /// Fits the lines to breaks that are known.
  ///
  /// - Parameters:
  ///   - series: the series.
  ///   - sample: its values.
  ///   - breaks: their places, years and reasons.
  ///   - isJoined: whether lines meet at a break.
  ///   - least: the fewest values of a regime.
  ///   - origin: where the breaks come from.
  ///   - intervals: calibrated, or the textbook's.
  /// - Throws: ``FitError/overflow(model:)`` or ``FitError/collinear(model:)``.
  init(
    _ series: AnnualSeries, _ sample: BreakSample, breaks: [(place: Int, year: Int, reason: String?)],
    isJoined: Bool, least: Int, origin: Origin, intervals: Auto.Intervals
  ) throws(FitError) {
    (self.sample, self.least, self.intervals) = (sample, least, intervals)
    joints = breaks.map { Joint(place: $0.place, year: $0.year, reason: $0.reason) }
    (self.isJoined, self.origin, calendar) = (isJoined, origin, series.calendar)
    let places = breaks.map(\.place)
    do {
      regression = try LeastSquares(
        design: Self.design(sample, joints, isJoined: isJoined),
        response: series.observations.map(\.value))
      if case .found(let search, _) = origin, !breaks.isEmpty {
        candidates = try DateWeights(search, breaks: breaks.count).candidates
      } else if isJoined {
        let knots = joints.map { sample.time(of: $0.year) }
        candidates = [.init(weight: 1, regime: try LastRegime(sample, joined: places, knots: knots))]
      } else {
        let ends = [0] + places + [sample.count]
        let squares = zip(ends, ends.dropFirst()).reduce(0) { $0 + sample.line($1.0..<$1.1).squares }
        candidates = [.init(weight: 1, regime: LastRegime(sample, free: places, squares: squares))]
      }
    } catch {
      switch error {
      case .rankDeficient: throw .collinear(model: Piecewise.identifier)
      default: throw .overflow(model: Piecewise.identifier)
      }
    }
  }

  /// Columns 1, t (1 in the first year) and for each break the step (free regimes) and the time since it.
  private static func design(
    _ sample: BreakSample, _ joints: [Joint], isJoined: Bool
  ) throws(LinearAlgebraError) -> Matrix {
    var columns = [sample.times.map { _ in 1.0 }, sample.times.map { $0 + 1 }]
    for joint in joints {
      let start = sample.time(of: joint.year)
      if !isJoined { columns.append(sample.times.map { $0 < start ? 0 : 1 }) }
      columns.append(sample.times.map { max($0 - start, 0) })
    }
    return try Matrix(columns: columns)
  }

  /// The line of the first regime and the changes at each break, with t intervals as if the dates were known.
  ///
  /// A change of level is the distance of the new line from the old one in the first year of the new regime.
  public var summary: FitSummary {
    let squares = regression.residuals.reduce(0) { $0 + $1 * $1 }
    return FitSummary(
      parameters: [estimate(0, "intercept"), estimate(1, "slope")]
        + structuralChanges.flatMap { [$0.level, $0.slope].compactMap { $0 } },
      residuals: zip(sample.years, regression.residuals).map { (year: $0, value: $1) },
      observations: sample.count,
      // The dates that were searched for count as estimates.
      estimatedParameters: regression.coefficients.count + (isSearched ? joints.count : 0),
      residualVariance: regression.residualVariance,
      logLikelihood: gaussianLogLikelihood(sumOfSquares: squares, count: sample.count))
  }

  /// Whether the dates were searched for.
  var isSearched: Bool {
    if case .found = origin { true } else { false }
  }

  /// The estimates of what changes at each break.
  var structuralChanges: [(level: ParameterEstimate?, slope: ParameterEstimate)] {
    joints.enumerated().map { index, joint in
      let name = calendar.label(joint.year)
      let column = isJoined ? 2 + index : 2 + 2 * index
      return isJoined
        ? (nil, estimate(column, "slope change \(name)"))
        : (estimate(column, "level change \(name)"), estimate(column + 1, "slope change \(name)"))
    }
  }

  private func estimate(_ column: Int, _ name: String) -> ParameterEstimate {
    ParameterEstimate(
      name, regression.coefficients[column], standardError: regression.standardErrors[column],
      degreesOfFreedom: Double(regression.residualDegreesOfFreedom), dimension: .values)
  }

  /// The laws of the last line, mixed over the possible dates of the last break, or the calibrated ones about their medians.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: calibrated, Student t with four degrees of freedom; native, Student t where the date is given or certain,
  ///   otherwise the quantiles of the mixture.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    var shapes: [Marginal.Shape] = []
    let outlooks = self.outlooks
    let mixture: StudentMixture
    do {
      mixture = StudentMixture(
        tail: try StudentTail(degreesOfFreedom: Double(regression.residualDegreesOfFreedom)))
    } catch {
      throw .overflow(model: Piecewise.identifier)
    }
    for step in 1...horizon.years {
      let components = components(outlooks, step)
      guard components.allSatisfy({ $0.location.isFinite && $0.scale.isFinite }) else {
        throw .forecastOverflow(model: Piecewise.identifier, yearsAhead: step)
      }
      let shape = mixture.shape(components)
      shapes.append(intervals == .native ? shape : try calibrated(shape, step))
    }
    return try PredictiveDistribution(shapes, model: Piecewise.identifier)
  }

  /// The law about the median of a native one, with the scale that was learned; a certain value stays one.
  private func calibrated(_ native: Marginal.Shape, _ step: Int) throws(FitError) -> Marginal.Shape {
    do {
      let median = try native.quantile(0.5)
      let spread = PiecewiseSpread(sample)
      let scale = spread.scale(
        native: (try native.quantile(0.9) - native.quantile(0.1)) / sample.unit, horizon: step)
      return .studentT(
        degreesOfFreedom: PiecewiseSpread.degreesOfFreedom, location: median, scale: scale * sample.unit)
    } catch {
      throw .overflow(model: Piecewise.identifier)
    }
  }

  /// The lines as they may be now, the likeliest first.
  private var outlooks: [BreakRisk.Outlook] {
    let risk = self.risk
    let all = candidates.flatMap { risk.outlooks(sample, $0.regime, weight: $0.weight) }
      .sorted { $0.weight > $1.weight }
    let kept = all.prefix(Self.mostOutlooks).filter { $0.weight >= Self.negligible * all[0].weight }
    let total = kept.reduce(0) { $0 + $1.weight }
    return kept.map { outlook in
      var outlook = outlook
      outlook.weight /= total
      return outlook
    }
  }

  /// The laws of one year: each line without and with a break to come.
  private func components(_ outlooks: [BreakRisk.Outlook], _ step: Int) -> [StudentMixture.Component] {
    let (none, variance) = risk.ahead(step)
    return outlooks.flatMap { outlook in
      let law = outlook.law(Double(step))
      let location = (law.mean + sample.origin) * sample.unit
      // An exact fit is carried on with certainty: it has no scale by which a change could be judged.
      guard outlook.noise > 0 else {
        return [StudentMixture.Component(weight: outlook.weight, location: location, scale: 0)]
      }
      return [(none, law.variance), (1 - none, law.variance + variance)].map { share, variance in
        StudentMixture.Component(
          weight: outlook.weight * share, location: location, scale: variance.squareRoot() * sample.unit)
      }
    }
  }

  /// What breaks that were not seen, and those to come, may do.
  var risk: BreakRisk {
    let noise = candidates[0].regime.errorVariance
    let count = Double(joints.count)
    let least = Double(least)
    func square(_ estimates: [ParameterEstimate?], _ one: Double) -> Double {
      estimates.reduce(one) { sum, estimate in
        let change = (estimate?.value ?? 0) / sample.unit
        return sum + change * change
      } / (count + 1)
    }
    let changes = structuralChanges
    return BreakRisk(
      hazard: (count + 0.5) / Double(sample.count),
      levelSquare: isJoined ? 0 : square(changes.map(\.level), noise),
      slopeSquare: square(changes.map(\.slope), noise / (least * least)), least: self.least)
  }
}
