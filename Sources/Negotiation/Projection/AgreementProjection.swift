internal import Probability
internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The projection of an agreement: a scenario, the record and the fits, made into draws of the future.
///
/// A pure function of scenario, record, growth, seed and number of draws. Every amount and probability is a share or a
/// quantile of the draws; what the record leaves open (the coefficients) and what is assumed (the book) is in them.
public struct AgreementProjection: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Its agreement.
  public let plan: AgreementPlan
  /// What is assumed.
  public let book: AssumptionBook
  /// What is estimated.
  public let fits: AgreementFits
  /// How the amount grew within terms, `nil` where the plan fixes it.
  let growth: WithinTermGrowth?
  let kernel: AgreementKernel

  /// The stream of random numbers that agreements use.
  static let stream: UInt64 = 1

  /// Prepares a projection from what stands in a data package.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - plan: its agreement.
  ///   - evidence: the whole record; it is cut at the scenario's date here.
  ///   - growth: how the amount grew within terms, known by that date; `nil` where the plan fixes it.
  ///   - book: what is assumed.
  ///   - pool: amounts of the first year to be pooled with the model, `nil` for the model alone.
  /// - Throws: ``ProjectionError``.
  public init(
    _ scenario: Scenario, _ plan: AgreementPlan, evidence: Evidence, growth: WithinTermGrowth?,
    book: AssumptionBook, pool: SettlementPool? = nil
  ) throws(ProjectionError) {
    try self.init(scenario, plan, evidence: evidence, growth: growth, book: book, pool: pool, fits: nil)
  }

  /// The same with the fits of another projection that has the same priors, or `nil` to make them.
  init(
    _ scenario: Scenario, _ plan: AgreementPlan, evidence: Evidence, growth: WithinTermGrowth?,
    book: AssumptionBook, pool: SettlementPool?, fits: AgreementFits?
  ) throws(ProjectionError) {
    self.scenario = scenario
    self.plan = plan
    self.book = book
    self.growth = growth
    let made =
      if let fits {
        fits
      } else {
        try AgreementFits(evidence, ally: plan.ally.rawValue, asOf: scenario.asOf, book)
      }
    self.fits = made
    let growthTerms = try GrowthTerms(plan, growth, book)
    let terms: AgreementTerms
    do { terms = try Self.terms(scenario, plan, evidence, made, pool) } catch { throw .scenario(error) }
    let years = Double(plan.expires.monthIndex - scenario.asOf.monthIndex) / 12
    let signed = Driver.allCases.compactMap { driver in plan.drivers[driver].map { $0 * driver.sign } }
    let values: AgreementAssumptions
    do {
      values = try AgreementAssumptions(book, host: plan.host, drivers: signed, years: years)
    } catch {
      throw .assumption(error)
    }
    kernel = AgreementKernel(
      terms: terms, growth: growthTerms, values: values, settlements: made.settlement.draws,
      timings: made.timing.draws,
      errors: try Self.scores("degrees of freedom of the step", made.settlement.prior.degreesOfFreedom),
      growthErrors: try Self.scores("degrees of freedom of growth", growthTerms.degreesOfFreedom))
  }

  private static func scores(
    _ what: String, _ degreesOfFreedom: Double
  ) throws(ProjectionError) -> StudentScores {
    do {
      return try StudentScores(degreesOfFreedom: degreesOfFreedom)
    } catch {
      throw .negotiation(.outOfRange(what: what, value: degreesOfFreedom, expected: "a number above 0"))
    }
  }

  /// What is drawn: the columns of a row, with their measures and periods.
  var columns: [(measure: String, unit: Unit, period: String)] {
    let (calendar, terms) = (plan.ally.calendar, kernel.terms)
    let name = plan.ally.measure
    var columns: [(measure: String, unit: Unit, period: String)] = (0..<kernel.years).map {
      (name, plan.ally.unit.unit, calendar.label(plan.base.year + 1 + $0))
    }
    let first = calendar.label(plan.firstYear)
    let term = "\(first)-\(calendar.label(plan.firstYear + terms.termYears - 1))"
    for measure in AgreementKernel.Measure.allCases {
      switch measure {
      case .firstYear: columns.append(("\(name)_first_year", plan.ally.unit.unit, first))
      case .termMean: columns.append(("\(name)_term_mean", plan.ally.unit.unit, term))
      case .termYears: columns.append(("term_years", Unit("years"), first))
      case .packageValue: columns.append(("package_value", plan.ally.unit.unit, term))
      }
    }
    return columns
  }

  /// How the amount grows within a term: the mean yearly change of the logarithm, what is unknown of it, the scale of a year's
  /// own change, and from how many years; `nil` where the plan fixes it.
  public var termGrowth: (mean: Double, meanError: Double, spread: Double, years: Int)? {
    growth.map { _ in
      (kernel.growth.mean, kernel.growth.meanError, kernel.growth.spread, kernel.growth.years)
    }
  }

  /// What was believed of that growth before the record, `nil` where the plan fixes it.
  public var termGrowthPrior: ConjugateRegression.Prior? { kernel.growth.prior }

  /// The drivers that this scenario has.
  var drivers: [ProjectionDriver] {
    let terms = kernel.terms
    return ProjectionDriver.allCases.filter { driver in
      switch driver {
      case .ask: !terms.isRecounted
      case .offer: terms.logOffer != nil
      case .precedent: terms.spilloverStep != nil || terms.precedentStep != nil
      case .linkage: !terms.sidePayments.isEmpty
      case .actors: terms.pool != nil
      case .ceiling, .delay, .posture, .growth: true
      }
    }
  }

  private static func terms(
    _ scenario: Scenario, _ plan: AgreementPlan, _ evidence: Evidence, _ fits: AgreementFits,
    _ pool: SettlementPool?
  ) throws(ScenarioError) -> AgreementTerms {
    let (rates, unit) = (scenario.rates, plan.ally.unit)
    var ask = AskTerms()
    if let report = plan.ask.report(asOf: scenario.asOf) {
      ask.logReported = log(try rates.amount(report.money, in: unit))
    }
    if plan.ask.reading == .percent, let percent = plan.ask.percent { ask.logRatio = log1p(percent / 100) }
    let reading = plan.ask.reading == .posture ? AskPlan.Reading.hostNationItems : plan.ask.reading
    if let cost = plan.ask.costs[reading] {
      ask.logCost = log(try rates.amount(cost, in: unit))
      ask.costInDollars = cost.unit.currency == "USD"
    }
    if let sum = plan.ask.fixedSum {
      ask.logFixed = log(try rates.amount(sum, in: unit))
      ask.fixedInDollars = sum.unit.currency == "USD"
    }
    var payments: [SidePaymentTerms] = []
    for payment in plan.linkage {
      payments.append(
        SidePaymentTerms(
          amount: try rates.amount(payment.perYear, in: unit), credit: AgreementKey(creditOf: payment.kind)))
    }
    var logOffer: Double?
    if let offer = plan.offer, offer.date <= scenario.asOf {
      logOffer = log(try rates.amount(offer.money, in: unit))
    }
    let due = plan.ally.calendar.firstMonth(of: plan.firstYear) - 1
    return AgreementTerms(
      asOf: scenario.asOf.monthIndex, talks: plan.talksBegin.monthIndex, expires: plan.expires.monthIndex,
      due: due, hasLapsed: plan.hasLapsed, budgetMonth: plan.budgetMonth - 1, termYears: plan.termYears,
      horizon: scenario.horizonYears, posture: plan.posture, lastAmount: plan.base.money.amount,
      openYears: plan.firstYear - plan.base.year - 1,
      frozenYears: plan.hasLapsed ? max(0, (due - plan.expires.monthIndex) / 12) : 0, ask: ask,
      logOffer: logOffer,
      spilloverStep: fits.settlement.precedent?.step,
      precedentStep: plan.precedent.flatMap { ally in
        evidence.agreed(by: scenario.asOf).rounds(for: .step).last { $0.ally == ally.rawValue }?.step
      },
      handovers: plan.elections.handovers,
      standing: plan.host.standing, isMinority: plan.host.isMinority, sidePayments: payments,
      isRecounted: plan.isRecounted, pool: pool)
  }
}

extension Ally {
  /// What the yearly amounts of the ally are called in tables.
  public var measure: String {
    switch self {
    case .japan: "hns"
    case .korea: "sma"
    }
  }
}
