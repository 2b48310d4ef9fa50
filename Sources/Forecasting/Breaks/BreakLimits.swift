/// Between which dates a break lies with a given probability.
///
/// Free regimes, Bai (1997): with δ the change of the coefficients, the mean squared distance q of the two lines over the
/// values of a regime, and σ² its mean squared residual, q₁/σ₁² (k̂ - k) has the law of ``ArgmaxDistribution`` in the limit.
/// Variances and designs may differ between regimes, as in R's `strucchange::confint`; limits are moved outwards to
/// whole values.
///
/// Joined regimes, Lerman (1980), Applied Statistics 29, 77-84: the places at which the sum of squares, with the other breaks
/// held, stays within S (1 + F/ν) of its least value S, F the quantile of F(1, ν).
///
/// Edge Cases: both limits are `nil` where the law of the date has no middle (one side holds nearly all probability); one
/// is `nil` where it lies beyond the record.
struct BreakLimits: Sendable, Equatable {
  /// The place of the lower limit: the number of values before it.
  let lower: Int?
  /// The place of the upper limit.
  let upper: Int?

  /// Limits that are known.
  ///
  /// - Parameters:
  ///   - lower: the lower one.
  ///   - upper: the upper one.
  init(lower: Int?, upper: Int?) { (self.lower, self.upper) = (lower, upper) }

  /// The limits of a break between two free regimes.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - place: the number of values before the break.
  ///   - before: places of the regime that it ends.
  ///   - after: places of the regime that it begins.
  ///   - probability: of the interval.
  init(_ sample: BreakSample, place: Int, before: Range<Int>, after: Range<Int>, probability: Double) {
    let (left, right) = (sample.line(before), sample.line(after))
    func size(_ range: Range<Int>) -> Double {
      range.reduce(0) { sum, index in
        let distance = right.value(at: sample.times[index]) - left.value(at: sample.times[index])
        return sum + distance * distance / Double(range.count)
      }
    }
    let sizes = (before: size(before), after: size(after))
    let variances = (
      before: left.squares / Double(before.count), after: right.squares / Double(after.count)
    )
    self.init(lower: nil, upper: nil)
    let exact = sample.exactSquares
    if left.squares <= exact, right.squares <= exact {
      self.init(lower: place, upper: place)
      return
    }
    guard left.squares > exact, right.squares > exact, sizes.before > 0, sizes.after > 0 else { return }
    let law = ArgmaxDistribution(
      sizeRatio: sizes.after / sizes.before, varianceRatio: variances.before / variances.after)
    let outside = (1 - probability) / 2
    guard (outside...(1 - outside)).contains(law.cumulative(at: 0)),
      let low = law.quantile(outside), let high = law.quantile(1 - outside)
    else { return }
    let unit = variances.before / sizes.before
    self.init(
      lower: Self.within(sample, Double(place) - (high * unit).rounded(.up)),
      upper: Self.within(sample, Double(place) - (low * unit).rounded(.down)))
  }

  /// A place inside the record, `nil` for one beyond it.
  private static func within(_ sample: BreakSample, _ place: Double) -> Int? {
    place >= 1 && place <= Double(sample.count - 1) ? Int(place) : nil
  }
}

extension BreakSample {
  /// The least-squares line through some of the values.
  ///
  /// - Parameter range: their places.
  /// - Returns: the line.
  func line(_ range: Range<Int>) -> RunningLine {
    var line = RunningLine()
    for index in range { line.add(times[index], values[index]) }
    return line
  }

  /// Whether the distances from two lines follow each other's sign, by ``LjungBox`` at 5 %: tests of breaks assume that they do not.
  ///
  /// - Parameter place: where the second line begins.
  /// - Returns: false also where nothing is left to test, or a gap stands between neighbours.
  func isCorrelated(aroundLinesFrom place: Int) -> Bool {
    guard let first = years.first, let last = years.last, last - first + 1 == count else { return false }
    let (before, after) = (line(0..<place), line(place..<count))
    let errors = values.indices.map { index in
      values[index] - (index < place ? before : after).value(at: times[index])
    }
    let lag = LjungBox.defaultLag(count: count, fitted: 0)
    guard let test = try? LjungBox.test(errors, lag: lag, fitted: 0, level: 1 + origin.magnitude) else {
      return false
    }
    let next = zip(errors, errors.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    return (test.pValue ?? 1) < 0.05 && next > 0
  }
}

extension RunningLine {
  /// The value of the line.
  ///
  /// - Parameter time: any time.
  /// - Returns: x̄ and ȳ put into the point-slope form.
  func value(at time: Double) -> Double { meanValue + slope * (time - meanTime) }
}
