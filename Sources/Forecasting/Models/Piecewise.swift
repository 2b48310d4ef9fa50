public import Series

/// Straight lines with breaks between them; the last one is carried on.
///
/// y(t) = a(j) + b(j) t + ε(t) in regime j. The dates are those of least squares over all partitions, found by dynamic
/// programming, or those that are given. Free regimes have lines of their own; joined ones meet at each break.
///
/// The forecast carries the last regime on, and mixes Student t laws with n - k degrees of freedom for what is unknown of it:
///
/// 1. the coefficients, with one variance for all regimes: σ² (1 + x'(X'X)⁻¹x);
/// 2. the date of the last break where it was searched for: the laws of its possible dates, each with the best other
///    breaks, in the proportions |X'X|^(-1/2) S^(-(n-k)/2), which with flat priors is the probability of the date;
/// 3. a break within the last years, too few to be a regime, and breaks to come, each year with probability (m + 1/2)/n
///    and changes as large as those so far.
///
/// That is the native law. The calibrated one, which is the standard, is a Student t about its median whose scale was learned
/// on rolling origins (`PiecewiseSpread`); `docs/breaks.md` has the coverage of both.
///
/// Edge Cases: a record with no room for two regimes has no break; without a break the line of ``LinearTrend`` goes on, with the risk of one; an exact fit forecasts with
/// certainty.
public struct Piecewise: TrendModel {
  /// Where the breaks come from.
  public enum Dates: Sendable, Equatable {
    /// They are searched for.
    case found(BreakCount)
    /// An analyst names them.
    case given(GivenBreaks)
    /// An analyst names them series by series.
    case named([String: GivenBreaks])
  }

  /// What a reader has to know of it.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("piecewise"),
    title: "straight lines with breaks, the last one carried on",
    equation: "y(t) = a(j) + b(j) t + ε(t) in regime j; joined lines meet at the breaks",
    estimation:
      "dates by least squares over all partitions with at least max(5, 15 %) values in each regime; their number "
      + "by BIC, by sequential sup-F tests, or given; lines by ordinary least squares (QR), one variance with n - k degrees of "
      + "freedom",
    interval:
      "t(4) about the median, scale 1.1 s^(1/4) c^(3/4) h^(2/3) of the native deviation s and the recent mean absolute "
      + "change c; calibrated on rolling origins of yearly series. native: t(n - k) around the last line, parameter "
      + "uncertainty included, mixed over the possible dates of the last break, over breaks in the last years too recent to be "
      + "a regime, and over breaks to come, (m + 1/2)/n a year and as large as the m so far",
    minimumObservations: 5,
    acceptsMissingYears: true,
    reference:
      "Bai & Perron (1998), Econometrica 66, 47-78, and (2003), Journal of Applied Econometrics 18, 1-22")

  /// Where the breaks come from.
  public let dates: Dates
  /// Whether lines meet at a break.
  public let isJoined: Bool
  /// The fewest values of a regime; `nil` for the rule.
  public let least: Int?
  /// What the intervals are made of.
  public let intervals: Auto.Intervals

  /// The fewest values of a regime between given breaks: two make a line, and one is left to err.
  public static let fewest = 3
  /// The longest record of free regimes: a number is kept for every stretch of it.
  static let longestRecord = 1_000

  /// Breaks found by BIC between free regimes.
  ///
  /// - Parameter intervals: calibrated, or the textbook's.
  public init(intervals: Auto.Intervals = .calibrated) {
    (dates, isJoined, least, self.intervals) = (.found(.bayes), false, nil, intervals)
  }

  /// The model with options.
  ///
  /// - Parameters:
  ///   - dates: where the breaks come from.
  ///   - isJoined: whether lines meet at a break.
  ///   - least: the fewest values of a regime, from 3 on; by default max(5, 15 % of the values) where breaks are searched
  ///     for and 3 where they are given.
  ///   - intervals: calibrated, or the textbook's.
  /// - Throws: ``BreakError/joinedTest`` or ``BreakError/regimeOutOfRange(_:least:limit:)``.
  public init(
    _ dates: Dates, isJoined: Bool = false, least: Int? = nil, intervals: Auto.Intervals = .calibrated
  ) throws(BreakError) {
    if isJoined, dates == .found(.sequential) { throw .joinedTest }
    if let least, !(Self.fewest...Self.longestRecord).contains(least) {
      throw .regimeOutOfRange(least, least: Self.fewest, limit: Self.longestRecord)
    }
    (self.dates, self.isJoined, self.least, self.intervals) = (dates, isJoined, least, intervals)
  }

  private init(_ other: Piecewise, intervals: Auto.Intervals) {
    (dates, isJoined, least, self.intervals) = (other.dates, other.isJoined, other.least, intervals)
  }

  /// The same model with other intervals.
  ///
  /// - Parameter intervals: calibrated, or the textbook's.
  /// - Returns: the model.
  public func with(_ intervals: Auto.Intervals) -> Piecewise { Piecewise(self, intervals: intervals) }

  /// Finds the breaks and fits the lines; years without a value are left out.
  ///
  /// - Parameter series: on the scale of the model.
  /// - Returns: the fitted model.
  /// - Throws: ``FitError`` for too few or too many values, breaks that do not fit the series, or values that overflow.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedPiecewise {
    let sample = BreakSample(series)
    switch dates {
    case .given(let given): return try fit(series, sample, given)
    case .named(let named):
      guard let given = named[series.identifier] else {
        throw .breaks(
          model: Self.identifier, .notNamed(series: series.identifier, named: named.keys.sorted()))
      }
      return try fit(series, sample, given)
    case .found(let count):
      let search = try search(sample)
      let chosen = try number(search, count)
      let places = search.places(chosen)
      return try FittedPiecewise(
        series, sample, breaks: places.map { ($0, sample.years[$0], nil) }, isJoined: isJoined,
        least: search.least, origin: .found(search, count), intervals: intervals)
    }
  }

  private func fit(
    _ series: AnnualSeries, _ sample: BreakSample, _ given: GivenBreaks
  ) throws(FitError) -> FittedPiecewise {
    let places: [Int]
    do {
      places = try given.places(in: sample, least: least ?? Self.fewest)
    } catch {
      let isPlain = series.calendar == .calendar
      throw .breaks(model: Self.identifier, isPlain ? error : .on(series.calendar, error))
    }
    return try FittedPiecewise(
      series, sample, breaks: zip(places, given.breaks).map { ($0, $1.year, $1.reason) },
      isJoined: isJoined, least: least ?? Self.fewest, origin: .given, intervals: intervals)
  }

  /// The fewest values of a regime where breaks are searched for and none is given.
  ///
  /// - Parameter count: the number of values.
  /// - Returns: 5 or 15 % of them, whichever is more.
  static func defaultLeast(_ count: Int) -> Int { max(5, count * 15 / 100) }

  private func search(_ sample: BreakSample) throws(FitError) -> BreakSearch {
    let shortest = least ?? Self.defaultLeast(sample.count)
    guard sample.count >= shortest else {
      throw .tooFewObservations(model: Self.identifier, needed: shortest, found: sample.count)
    }
    let limit = isJoined ? JoinedBreaks.longestRecord : Self.longestRecord
    guard sample.count <= limit else {
      throw .tooManyObservations(model: Self.identifier, limit: limit, found: sample.count)
    }
    return BreakSearch(sample, least: shortest, most: BreakCount.most, isJoined: isJoined)
  }

  private func number(_ search: BreakSearch, _ count: BreakCount) throws(FitError) -> Int {
    switch count.rule {
    case .bayes: return search.bayesCount
    case .sequential: return search.sequentialCount
    case .exactly(let asked):
      guard asked <= search.most else {
        throw .breaks(
          model: Self.identifier, .tooMany(asked: asked, room: search.most, least: search.least))
      }
      return asked
    }
  }
}
