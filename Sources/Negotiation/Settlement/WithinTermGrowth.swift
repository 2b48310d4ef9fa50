internal import LinearAlgebra
public import Probability
public import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a yearly amount moves within a term: in the years for which nothing new was agreed.
///
/// The yearly change of the logarithm is N(γ, σ²) with a conjugate prior (``ConjugateRegression`` with a constant), so
/// that the change of a year to come is Student's t. The record is either that of the amounts themselves, without the
/// first years of agreements, or that of consumer prices where the agreement ties the amount to them, with its cap.
///
/// The record wanders: what a year's change was told more about the next one than the mean of all. A year counts λ^a, a its
/// age, with λ = 1 unless ``discounted(_:)`` sets another (West & Harrison 1997, Bayesian Forecasting and Dynamic Models,
/// 2nd edition, section 6.3).
///
/// As-of safe: only what stands in the series and years given is used, and those are cut at the date by the caller.
public struct WithinTermGrowth: Sendable, Equatable {
  /// The fit.
  public let regression: ConjugateRegression
  /// The years whose change was used.
  public let years: [Int]
  /// The greatest yearly change that the agreement allows, as a share: 0.05.
  public let cap: Double?
  /// The changes of consumer prices by year, where the amount is tied to them.
  private let index: [Int: Double]
  private let changes: [Double]
  private let prior: ConjugateRegression.Prior

  /// After how many years a change of consumer prices moves the amount, in each Korean agreement since 2009.
  public static let lag = 2

  /// γ about one percent, as uncertain as one year's change, which is about three percent.
  ///
  /// - Returns: m₀ = 0.01, V₀ = 1, a₀ = 2, b₀ = 0.03².
  /// - Throws: ``NegotiationError``, never with these numbers.
  public static func usualPrior() throws(NegotiationError) -> ConjugateRegression.Prior {
    try prior(mean: 0.01, years: 1, deviation: 0.03)
  }

  /// A prior of growth in the terms of its assumptions.
  ///
  /// - Parameters:
  ///   - mean: m₀, the yearly change of the logarithm.
  ///   - years: how many years of record it weighs, 1/V₀, above zero.
  ///   - deviation: of a year's own change, √(b₀/(a₀ - 1)) with a₀ = 2, above zero.
  /// - Returns: m₀, V₀ = 1/years, a₀ = 2, b₀ = deviation².
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public static func prior(
    mean: Double, years: Double, deviation: Double
  ) throws(NegotiationError) -> ConjugateRegression.Prior {
    guard years > 0 else {
      throw .outOfRange(what: "years of the prior of growth", value: years, expected: "a number above 0")
    }
    return try .constant(mean: mean, scale: 1 / years, shape: 2, rate: deviation * deviation)
  }

  /// The growth on record.
  ///
  /// - Parameters:
  ///   - series: the amounts; years without a value, and the change after them, are left out.
  ///   - agreements: the first years of agreements, whose change is a settlement.
  ///   - first: the first year whose change is used.
  ///   - prior: what is believed before, ``usualPrior()`` unless told.
  /// - Throws: ``NegotiationError`` for an amount of zero or below.
  public init(
    of series: AnnualSeries, agreements: Set<Int>, from first: Int, prior: ConjugateRegression.Prior? = nil
  ) throws(NegotiationError) {
    let changes = try Self.changes(series).filter { $0.year >= first && !agreements.contains($0.year) }
    try self.init(changes, cap: nil, index: [:], prior)
  }

  /// The growth of an amount that is tied to consumer prices.
  ///
  /// - Parameters:
  ///   - series: the price index.
  ///   - first: the first year whose change is used.
  ///   - cap: the greatest yearly change of the amount, as a share, or `nil` for none.
  ///   - prior: what is believed before, ``usualPrior()`` unless told.
  /// - Throws: ``NegotiationError`` for an index or a cap below zero.
  public init(
    consumerPrices series: AnnualSeries, from first: Int, cap: Double?,
    prior: ConjugateRegression.Prior? = nil
  ) throws(NegotiationError) {
    if let cap, !(cap >= 0 && cap.isFinite) {
      throw .outOfRange(what: "cap of the yearly growth", value: cap, expected: "zero or above")
    }
    let changes = try Self.changes(series)
    let index = Dictionary(changes.map { ($0.year, $0.change) }, uniquingKeysWith: { first, _ in first })
    try self.init(changes.filter { $0.year >= first }, cap: cap, index: index, prior)
  }

  private init(
    _ changes: [(year: Int, change: Double)], cap: Double?, index: [Int: Double],
    _ prior: ConjugateRegression.Prior?
  ) throws(NegotiationError) {
    let usual = try Self.usualPrior()
    try self.init(
      years: changes.map(\.year), changes.map(\.change), cap: cap, index: index, prior ?? usual, discount: 1)
  }

  private init(
    years: [Int], _ changes: [Double], cap: Double?, index: [Int: Double],
    _ prior: ConjugateRegression.Prior, discount: Double
  ) throws(NegotiationError) {
    let last = years.last ?? 0
    // Weights below the smallest normal number would be none.
    let weights = years.map { max(pow(discount, Double(last - $0)), 1e-300) }
    regression = try ConjugateRegression(
      rows: changes.map { _ in [1] }, responses: changes, weights: weights, prior: prior)
    self.years = years
    self.cap = cap
    self.index = index
    self.changes = changes
    self.prior = prior
  }

  /// The same record from a year on.
  ///
  /// - Parameter first: the first year whose change is used.
  /// - Returns: the growth of the later record.
  /// - Throws: ``NegotiationError``, never for a record that could be made.
  public func since(_ first: Int) throws(NegotiationError) -> WithinTermGrowth {
    let kept = years.indices.filter { years[$0] >= first }
    return try WithinTermGrowth(
      years: kept.map { years[$0] }, kept.map { changes[$0] }, cap: cap, index: index, prior, discount: 1)
  }

  /// The same record with another prior, every year counting 1.
  ///
  /// - Parameter prior: what is believed before.
  /// - Returns: the growth under it.
  /// - Throws: ``NegotiationError`` for a prior of more than one coefficient.
  public func under(_ prior: ConjugateRegression.Prior) throws(NegotiationError) -> WithinTermGrowth {
    try WithinTermGrowth(years: years, changes, cap: cap, index: index, prior, discount: 1)
  }

  /// The same record with older years counting less.
  ///
  /// - Parameter discount: λ, above 0, at most 1.
  /// - Returns: the growth of the discounted record.
  /// - Throws: ``NegotiationError/outOfRange(what:value:expected:)``.
  public func discounted(_ discount: Double) throws(NegotiationError) -> WithinTermGrowth {
    guard discount > 0, discount <= 1 else {
      throw .outOfRange(what: "discount", value: discount, expected: "above 0, at most 1")
    }
    return try WithinTermGrowth(
      years: years, changes, cap: cap, index: index, prior, discount: discount)
  }

  /// γ, before the cap.
  public var mean: Double { regression.mean[0] }
  /// What is unknown of γ: the scale of its Student t.
  public var meanError: Double { spread * regression.scale.elements[0].squareRoot() }
  /// The scale of a year's own change, √(b/a).
  public var spread: Double { (regression.rate / regression.shape).squareRoot() }
  /// The degrees of freedom of that change.
  public var degreesOfFreedom: Double { 2 * regression.shape }
  /// ln(1 + cap), the greatest change of the logarithm, or infinity.
  public var limit: Double { cap.map { log1p($0) } ?? .infinity }

  /// The change of the logarithm of the amount in one year to come, before the cap.
  ///
  /// - Returns: Student's t.
  /// - Throws: ``NegotiationError``.
  public func prediction() throws(NegotiationError) -> StudentT { try regression.prediction(at: [1]) }

  /// The change of the logarithm in a year whose index is out already.
  ///
  /// - Parameter year: the year of the amount; its index is that of ``lag`` years before.
  /// - Returns: the change, at most the cap; `nil` where the index is not out, or the amount is tied to none.
  public func knownChange(of year: Int) -> Double? {
    let (source, overflow) = year.subtractingReportingOverflow(Self.lag)
    guard !overflow, let change = index[source] else { return nil }
    return min(change, limit)
  }

  /// ln(x[t]/x[t-1]) in the years that have both values.
  private static func changes(_ series: AnnualSeries) throws(NegotiationError) -> [(
    year: Int, change: Double
  )] {
    var changes: [(year: Int, change: Double)] = []
    for (year, value) in series.observations {
      guard value > 0 else {
        throw .amountNotPositive(what: "\(series.identifier), \(series.calendar.label(year))", value: value)
      }
      if let before = series[year - 1], before > 0 { changes.append((year, log(value / before))) }
    }
    return changes
  }
}
