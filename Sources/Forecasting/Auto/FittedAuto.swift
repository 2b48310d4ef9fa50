internal import Series

/// A fitted ``Auto``.
public struct FittedAuto: FittedTrend {
  let record: AutoRecord
  let intervals: Auto.Intervals
  /// What was estimated; `nil` for a constant record.
  let core: Core?

  /// What was estimated of a record that is not constant.
  struct Core: Sendable, Equatable {
    /// The members on the values.
    let onValues: AutoMembers
    /// The members on the cube roots; `nil` where a value is below zero or a transform has moved zero.
    let onRoots: AutoMembers?
    /// How much of the announced change is forecast.
    let multiplier: Double
    let spread: AutoSpread
    /// The share of the members on the cube roots: a half up to twenty values, then falling, for growth bends towards a
    /// line over long spans.
    let rootShare: Double

    init(_ record: AutoRecord, takesRoots: Bool) {
      onValues = AutoMembers(record.values, scale: .values)
      let hasRoots = takesRoots && record.values.allSatisfy { $0 >= 0 }
      onRoots = hasRoots ? AutoMembers(record.values, scale: .cubeRoots) : nil
      rootShare = hasRoots ? 0.5 * min(1, 20 / Double(record.observationCount)) : 0
      let working = onRoots ?? onValues
      // A straight line across a gap would make trends look as reliable as it is straight.
      multiplier =
        record.filledYears.isEmpty ? TrendMultiplier.value(working.values) : TrendMultiplier.prior
      spread = AutoSpread(working, record)
    }

    /// The members on the scale of the errors.
    var working: AutoMembers { onRoots ?? onValues }
  }

  /// The multiplier and the share of the cube roots, with residuals and no likelihood.
  ///
  /// Residuals are the one-step errors of the smoothing members on the values, on average, in the unit of the series;
  /// the first values, on which the members only start, have none.
  public var summary: FitSummary {
    guard let core else {
      return FitSummary(
        parameters: [], residuals: residuals([Double](repeating: 0, count: record.values.count), from: 1),
        observations: record.observationCount, estimatedParameters: 1, residualVariance: 0,
        logLikelihood: nil)
    }
    let residuals = residuals(core.onValues.errors, from: core.onValues.firstError)
    let squares = residuals.reduce(0) { $0 + $1.value * $1.value }
    return FitSummary(
      parameters: [
        ParameterEstimate("trend multiplier", core.multiplier),
        ParameterEstimate("cube-root share", core.rootShare),
      ],
      residuals: residuals, observations: record.observationCount,
      // The multiplier, and on each scale a level and a slope or ω of the two smoothing members and the two changes.
      estimatedParameters: 1 + (core.onRoots == nil ? 1 : 2) * (core.onValues.count == 4 ? 6 : 2),
      residualVariance: squares / Double(max(residuals.count, 1)), logLikelihood: nil)
  }

  private func residuals(_ errors: [Double], from first: Int) -> [(year: Int, value: Double)] {
    let filled = Set(record.filledYears)
    return errors.indices.dropFirst(first).map { (record.firstYear + $0, errors[$0] * record.unit) }
      .filter { !filled.contains($0.0) }
  }

  /// A Student t, or a normal law, on the cube roots or on the values.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: one marginal a year; a certain value for a constant record.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    guard let core else {
      let certain = shape(location: record.constant ?? 0, scale: 0)
      return try PredictiveDistribution(
        [Marginal.Shape](repeating: certain, count: horizon.years), model: Auto.identifier)
    }
    var steps: [Marginal] = []
    steps.reserveCapacity(horizon.years)
    for (offset, point) in core.centres(horizon.years).enumerated() {
      let scale =
        intervals == .native
        ? core.spread.nativeDeviation(horizon: offset + 1)
        : core.spread.scale(horizon: offset + 1, disagreement: point.disagreement)
      steps.append(marginal(location: point.location, scale: scale, core.working.scale))
    }
    return try PredictiveDistribution(steps, model: Auto.identifier)
  }

  private func shape(location: Double, scale: Double) -> Marginal.Shape {
    switch intervals {
    case .calibrated:
      .studentT(degreesOfFreedom: AutoSpread.degreesOfFreedom, location: location, scale: scale)
    case .native: .normal(mean: location, standardDeviation: scale)
    }
  }

  /// The law in units of the record, brought to the scale of the series.
  private func marginal(location: Double, scale: Double, _ power: PowerScale) -> Marginal {
    guard power == .cubeRoots else {
      return Marginal(shape(location: location * record.unit, scale: scale * record.unit))
    }
    // Box and Cox subtract one from the root and divide by λ = 1/3; the law moves along exactly.
    return Marginal(
      shape(location: 3 * (location - 1), scale: 3 * scale), transform: .boxCox(lambda: 1.0 / 3),
      unit: record.unit)
  }
}

extension FittedAuto.Core {
  /// The centre of the forecasts and how far the members disagree, on the scale of the errors.
  ///
  /// - Parameter years: how many.
  /// - Returns: one pair a year.
  func centres(_ years: Int) -> [(location: Double, disagreement: Double)] {
    let perScale = onValues.count
    var paths = [Double](repeating: 0, count: perScale * years * (onRoots == nil ? 1 : 2))
    paths.withUnsafeMutableBufferPointer { paths in
      onValues.forecast(into: .init(rebasing: paths[..<(perScale * years)]), years: years)
      onRoots?.forecast(into: .init(rebasing: paths[(perScale * years)...]), years: years)
    }
    let scale = working.scale
    let last = working.values[working.values.count - 1]
    return paths.withUnsafeBufferPointer { paths in
      (0..<years).map { step in
        var centre = Self.middle(paths, from: step, stride: years, count: perScale)
        if onRoots != nil {
          let other = Self.middle(
            paths, from: perScale * years + step, stride: years, count: perScale)
          centre = (1 - rootShare) * centre + rootShare * other
        }
        let location = last + multiplier * (scale.forward(centre) - last)
        return (
          scale == .cubeRoots ? max(location, 0) : location,
          Self.deviation(paths, from: step, stride: years, scale)
        )
      }
    }
  }

  /// The mean of the two middle ones of four, or of two.
  private static func middle(
    _ paths: UnsafeBufferPointer<Double>, from start: Int, stride: Int, count: Int
  ) -> Double {
    let (a, b) = (paths[start], paths[start + stride])
    guard count == 4 else { return (a + b) / 2 }
    let (c, d) = (paths[start + 2 * stride], paths[start + 3 * stride])
    // Of two pairs, the larger of the smaller ones and the smaller of the larger ones are the middle.
    return (max(min(a, b), min(c, d)) + min(max(a, b), max(c, d))) / 2
  }

  /// The standard deviation over all members.
  private static func deviation(
    _ paths: UnsafeBufferPointer<Double>, from start: Int, stride: Int, _ scale: PowerScale
  ) -> Double {
    let count = paths.count / stride
    var sum = 0.0
    for index in 0..<count { sum += scale.forward(paths[start + index * stride]) }
    let mean = sum / Double(count)
    var squares = 0.0
    for index in 0..<count {
      let distance = scale.forward(paths[start + index * stride]) - mean
      squares += distance * distance
    }
    return (squares / Double(count)).squareRoot()
  }
}
