#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Breaks that the search cannot see: one within the last years, too few to be a regime, and those to come.
///
/// A break comes in any year with probability λ = (m + 1/2)/n, m breaks in n values. Its changes are normal about zero with the
/// mean square of those found and of one more, as large as a standard deviation of the errors (in level, and in slope over
/// the shortest regime). A recent break is weighed by what the values since say for it; it shrinks the line towards them as
/// far as its size is believed. Breaks to come move no centre and add their expected squares.
///
/// Source: Pesaran, Pettenuzzo & Timmermann (2006), Review of Economic Studies 73, 1057-1084, with plug-in estimates in place of
/// their hyperparameters.
struct BreakRisk {
  /// The probability of a break in a year.
  let hazard: Double
  /// The mean square of a change of level, zero for joined lines.
  let levelSquare: Double
  /// The mean square of a change of slope.
  let slopeSquare: Double
  /// The fewest values of a regime.
  let least: Int

  /// The line as it may be now.
  struct Outlook {
    var weight: Double
    /// What is believed of the line, and of a change since `start` where there was one.
    let belief: LineBelief
    /// The years from the recent break to the last year, `nil` without one.
    let since: Double?
    /// The variance of the errors.
    let noise: Double

    /// Mean and variance of a value in a year after the last, if no break comes.
    func law(_ years: Double) -> (mean: Double, variance: Double) {
      let law = belief.law([1, years, since == nil ? 0 : 1, since.map { $0 + years } ?? 0])
      return (law.mean, law.variance + noise)
    }
  }

  /// The variance that breaks within the next years add, given that there is at least one, and the probability of none.
  ///
  /// - Parameter years: how many.
  /// - Returns: both.
  func ahead(_ years: Int) -> (none: Double, variance: Double) {
    let h = Double(years)
    let none = exp(h * log1p(-hazard))
    // A break j years before the end has moved the line by its change of level and j times that of slope.
    let square = levelSquare + slopeSquare * (h - 1) * (2 * h - 1) / 6
    return (none, hazard * h / (1 - none) * square)
  }

  /// The line as it is without a recent break, and with one in each of the last years.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - regime: the last regime.
  ///   - weight: its probability.
  /// - Returns: outlooks whose weights add up to `weight`.
  func outlooks(_ sample: BreakSample, _ regime: LastRegime, weight: Double) -> [Outlook] {
    let noise = regime.errorVariance
    let still = (0.0, 0.0)
    let steady = Outlook(
      weight: 1, belief: belief(regime, without: 0..<0, sample, still), since: nil, noise: noise)
    // An exact fit has no errors by which a change could be judged.
    guard noise > 0 else {
      return [Outlook(weight: weight, belief: steady.belief, since: nil, noise: noise)]
    }
    var outlooks = [steady]
    let last = sample.times.last ?? 0
    let longest = min(least - 1, sample.count - regime.place - Piecewise.fewest)
    for length in stride(from: 1, through: longest, by: 1) {
      let recent = (sample.count - length)..<sample.count
      let start = sample.times[recent.lowerBound]
      var same = belief(regime, without: recent, sample, still)
      var changed = belief(regime, without: recent, sample, (levelSquare, slopeSquare))
      var evidence = 0.0
      for index in recent {
        let (time, value) = (sample.times[index] - last, sample.values[index])
        evidence += changed.update(value, [1, time, 1, sample.times[index] - start], noise: noise)
        evidence -= same.update(value, [1, time, 0, 0], noise: noise)
      }
      outlooks.append(
        Outlook(
          weight: hazard / (1 - hazard) * exp(min(evidence, 700)), belief: changed, since: last - start,
          noise: noise))
    }
    let total = outlooks.reduce(0) { $0 + $1.weight }
    for index in outlooks.indices { outlooks[index].weight *= weight / total }
    return outlooks
  }

  /// What the values before the last ones say of the line.
  private func belief(
    _ regime: LastRegime, without recent: Range<Int>, _ sample: BreakSample, _ changes: (Double, Double)
  ) -> LineBelief {
    // The information of a line is a sum over values, so that of the last ones can be taken away.
    let determinant = regime.levelVariance * regime.slopeVariance - regime.covariance * regime.covariance
    var (levels, both, slopes) = (
      regime.slopeVariance / determinant, -regime.covariance / determinant, regime.levelVariance / determinant
    )
    var shift = (0.0, 0.0)
    for index in recent {
      let time = sample.times[index] - (sample.times.last ?? 0)
      let residual = sample.values[index] - regime.level - regime.slope * time
      levels -= 1
      both -= time
      slopes -= time * time
      shift = (shift.0 - residual, shift.1 - residual * time)
    }
    let left = levels * slopes - both * both
    let (variance, covariance, slopeVariance) = (slopes / left, -both / left, levels / left)
    let noise = regime.errorVariance
    return LineBelief(
      level: regime.level + variance * shift.0 + covariance * shift.1,
      slope: regime.slope + covariance * shift.0 + slopeVariance * shift.1,
      covariance: (noise * variance, noise * covariance, noise * slopeVariance), changes: changes)
  }
}
