internal import LinearAlgebra
internal import Probability

/// A break of a fitted ``Piecewise``, with what changes at it.
public struct StructuralBreak: Sendable, Equatable {
  /// The first year of the new regime; the year in which the lines meet where they are joined.
  public let year: Int
  /// The first year of the 95 % limits; `nil` where the date is given, and where the limit is beyond the record or cannot be had.
  public let lower: Int?
  /// The last year of the 95 % limits.
  public let upper: Int?
  /// How far the new line lies above the old one in ``year``; `nil` for joined lines.
  public let levelChange: ParameterEstimate?
  /// The change of slope, a year.
  public let slopeChange: ParameterEstimate
  /// Why there is one, where an analyst says so.
  public let reason: String?
}

extension FittedPiecewise {
  /// The probability of the limits.
  static let limitProbability = 0.95

  /// The breaks in the order of years.
  public var structuralBreaks: [StructuralBreak] {
    let ends = [0] + joints.map(\.place) + [sample.count]
    return zip(joints, structuralChanges).enumerated().map { index, pair in
      let limits: BreakLimits
      if !isSearched {
        limits = BreakLimits(lower: nil, upper: nil)
      } else if isJoined {
        limits = joinedLimits(index)
      } else {
        limits = BreakLimits(
          sample, place: pair.0.place, before: ends[index]..<ends[index + 1],
          after: ends[index + 1]..<ends[index + 2], probability: Self.limitProbability)
      }
      return StructuralBreak(
        year: pair.0.year, lower: limits.lower.map { sample.years[$0] },
        upper: limits.upper.map { sample.years[$0] }, levelChange: pair.1.level,
        slopeChange: pair.1.slope, reason: pair.0.reason)
    }
  }

  /// The limits of a joint by the sums of squares of its other places, the other joints held.
  ///
  /// A limit at the end of what was searched is none: the record does not say what lies beyond.
  private func joinedLimits(_ index: Int) -> BreakLimits {
    let ends = [0] + joints.map(\.place) + [sample.count]
    let (first, last) = (ends[index] + least, ends[index + 2] - least)
    let freedom = Double(regression.residualDegreesOfFreedom - joints.count)
    guard freedom >= 1,
      let quantile = try? FisherF(numerator: 1, denominator: freedom).quantile(Self.limitProbability),
      let best = squares(index, at: joints[index].place)
    else { return BreakLimits(lower: nil, upper: nil) }
    let bound = max(best, sample.exactSquares) * (1 + quantile / freedom)
    let inside = (first...last).filter { place in squares(index, at: place).map { $0 <= bound } ?? false }
    return BreakLimits(
      lower: inside.first.flatMap { $0 > first ? $0 : nil },
      upper: inside.last.flatMap { $0 < last ? $0 : nil })
  }

  private func squares(_ index: Int, at place: Int) -> Double? {
    var knots = joints.map { sample.times[$0.place] }
    knots[index] = sample.times[place]
    guard let design = try? Matrix(columns: LastRegime.joinedColumns(sample.times, knots)) else { return nil }
    return try? LeastSquares(design: design, response: sample.values).residualSumOfSquares
  }
}
