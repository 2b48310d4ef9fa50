#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How the amount grows within a term, ready to be drawn.
struct GrowthTerms: Sendable {
  /// The expected yearly change of the logarithm.
  var mean: Double
  /// What is unknown of that mean: the scale of its distribution.
  var meanError: Double
  /// The scale of a year's own change.
  var spread: Double
  /// The degrees of freedom of that change.
  var degreesOfFreedom: Double
  /// The greatest change that the agreement allows.
  var limit = Double.infinity
  /// The changes of the first projected years that are known already.
  var known: [Double?] = []
  /// How many years of the record it is from.
  var years = 0
  /// What was believed of it before the record.
  var prior: ConjugateRegression.Prior?
}

extension GrowthTerms {
  /// Since when years of the record count, by the rule of growth; `nil` where the plan fixes it.
  static func firstYear(_ growth: TermGrowth) -> String? {
    switch growth {
    case .record: "growth.record_from"
    case .consumerPrices: "growth.prices_from"
    case .fixed: nil
    }
  }

  /// The assumptions that the record of a plan's growth is read with.
  static func keys(_ growth: TermGrowth) -> [String] {
    firstYear(growth).map { [$0, "growth.discount"] + ["mean", "years", "sd"].map { priorPrefix + $0 } } ?? []
  }

  /// Where the keys of the prior begin.
  static let priorPrefix = "prior.growth."

  private static func prior(
    _ book: AssumptionBook
  ) throws(ProjectionError) -> ConjugateRegression.Prior {
    let mean = try AgreementFits.number(book, "prior.growth.mean")
    let years = try AgreementFits.number(book, "prior.growth.years")
    let deviation = try AgreementFits.number(book, "prior.growth.sd")
    do {
      return try WithinTermGrowth.prior(mean: mean, years: years, deviation: deviation)
    } catch { throw .negotiation(error) }
  }

  /// The growth of a plan.
  ///
  /// - Parameters:
  ///   - plan: the agreement.
  ///   - record: what the record says, where the plan follows one.
  ///   - book: where the first year of the record and the discount of older ones stand.
  /// - Throws: ``ProjectionError/noGrowth(series:)`` where the plan follows a record and there is none,
  ///   ``ProjectionError/noGrowthSince(key:year:last:)`` where none of it is left.
  init(
    _ plan: AgreementPlan, _ record: WithinTermGrowth?, _ book: AssumptionBook
  ) throws(ProjectionError) {
    if case .fixed(let share) = plan.growth {
      self.init(mean: log1p(share), meanError: 0, spread: 0, degreesOfFreedom: 100)
      return
    }
    guard let whole = record else { throw .noGrowth(series: plan.series) }
    let discount = try AgreementFits.number(book, "growth.discount")
    let record: WithinTermGrowth
    let first = try Self.firstYear(plan.growth).map { key throws(ProjectionError) in
      Int(try AgreementFits.number(book, key))
    }
    let prior = try Self.prior(book)
    do {
      let whole = try whole.under(prior)
      record = try (first.map { year throws(NegotiationError) in try whole.since(year) } ?? whole)
        .discounted(discount)
    } catch { throw .negotiation(error) }
    if let first, record.years.isEmpty, let last = whole.years.last {
      throw .noGrowthSince(key: Self.firstYear(plan.growth) ?? "", year: first, last: last)
    }
    self.init(
      mean: record.mean, meanError: record.meanError, spread: record.spread,
      degreesOfFreedom: record.degreesOfFreedom, limit: record.limit)
    years = record.years.count
    self.prior = prior
    known = (plan.base.year + 1..<plan.firstYear).map { record.knownChange(of: $0) }
  }
}
