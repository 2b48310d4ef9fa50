internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One simulated future of an agreement, made from the numbers of its draw and nothing else.
///
/// The order is that of the world: growth to the base year, posture, ask, step, ceiling, month of agreement, stopgap or
/// lapse, first year, side payments, growth within the term, and the same without the clock for the terms after.
/// A row holds the yearly amounts from the first open year on, then the measures of ``Measure``.
struct AgreementKernel: Sendable {
  /// What a row holds behind the yearly amounts.
  enum Measure: Int, CaseIterable {
    case firstYear, termMean, termYears, packageValue
  }

  let terms: AgreementTerms
  let growth: GrowthTerms
  let values: AgreementAssumptions
  let settlements: [SettlementDraw]
  let timings: [TimingDraw]
  /// The settlement's error as a function of a normal number.
  let errors: StudentScores
  /// A year's own growth as a function of a normal number.
  let growthErrors: StudentScores
  let off: Set<ProjectionDriver>

  /// How many yearly amounts a row has.
  var years: Int { terms.openYears + terms.horizon }
  /// How many numbers a row has.
  var width: Int { years + Measure.allCases.count }

  private let switches: Switches

  /// The drivers that are on, as plain flags.
  private struct Switches {
    let ask, offer, precedent, linkage, ceiling, delay, growth, actors: Bool
  }

  init(
    terms: AgreementTerms, growth: GrowthTerms, values: AgreementAssumptions, settlements: [SettlementDraw],
    timings: [TimingDraw], errors: StudentScores, growthErrors: StudentScores, off: Set<ProjectionDriver> = []
  ) {
    self.terms = terms
    self.growth = growth
    self.values = values
    self.settlements = settlements
    self.timings = timings
    self.errors = errors
    self.growthErrors = growthErrors
    self.off = off
    switches = Switches(
      ask: !off.contains(.ask), offer: !off.contains(.offer), precedent: !off.contains(.precedent),
      linkage: !off.contains(.linkage), ceiling: !off.contains(.ceiling), delay: !off.contains(.delay),
      growth: !off.contains(.growth), actors: !off.contains(.actors))
  }

  /// The same model with drivers switched to neutral.
  ///
  /// - Parameter off: which ones.
  /// - Returns: the model without them.
  func without(_ off: Set<ProjectionDriver>) -> AgreementKernel {
    AgreementKernel(
      terms: terms, growth: growth, values: values, settlements: settlements, timings: timings,
      errors: errors, growthErrors: growthErrors, off: off)
  }

  /// The same model with other points of the posteriors.
  func with(_ settlements: [SettlementDraw], _ timings: [TimingDraw]) -> AgreementKernel {
    AgreementKernel(
      terms: terms, growth: growth, values: values, settlements: settlements, timings: timings,
      errors: errors, growthErrors: growthErrors, off: off)
  }

  /// Simulates one future.
  ///
  /// - Parameters:
  ///   - numbers: of the draw.
  ///   - inputs: what the inputs are drawn with: points of the fits, mean growth, values of the assumptions.
  ///   - row: where ``width`` numbers go.
  /// - Returns: the events that happened, as bits.
  func simulate(
    _ numbers: DrawNumbers, under inputs: DrawNumbers, into row: UnsafeMutablePointer<Double>
  ) -> UInt32 {
    let point = settlements[Self.index(inputs.uniform(Place.settlementPoint), settlements.count)]
    let timing = timings[Self.index(inputs.uniform(Place.timingPoint), timings.count)]
    let assumed = DrawnAssumptions(values, inputs)
    var events: UInt32 = 0
    var cursor = PostureCursor(
      PostureChain(stayMonths: assumed[.stayMonths], isActive: !off.contains(.posture)), numbers,
      from: terms.asOf, posture: terms.posture, change: assumed[.change],
      transactional: assumed[.transactional], demanding: assumed[.demanding])

    let drift =
      switches.growth
      ? growth.mean + assumed[.growthShift] + growth.meanError * inputs.normal(Place.growthLevel) : 0
    var logAmount = log(terms.lastAmount)
    for year in 0..<terms.openYears {
      // Without an agreement nothing is raised.
      if year < terms.openYears - terms.frozenYears { logAmount += change(of: year, drift, numbers) }
      row[year] = exp(logAmount)
    }

    // The step, as it would be in time and under today's posture.
    let fx = assumed.exchangeRateSpread * numbers.normal(Place.exchangeRate)
    let logBase = logAmount
    var ask = logAsk(terms.posture, logBase, round: .first, fx, assumed, numbers)
    var shift = assumed.driverStep
    if switches.precedent {
      if let other = terms.spilloverStep { shift += point.spillover * (other - point.otherLevel) }
      if let other = terms.precedentStep { shift += assumed[.precedentWeight] * (other - point.level) }
    }
    let spread = point.spread * (terms.isMinority ? assumed[.minoritySpread] : 1)
    let error = errors.value(numbers.normal(Place.settlements))
    let usesOffer =
      switches.offer && terms.logOffer != nil && numbers.uniform(Place.offerLine) < assumed[.offerWeight]
    var step =
      usesOffer
      ? (terms.logOffer ?? logBase) - logBase + point.offerOffset + assumed[.offerScale] * error
      : point.level + point.askResponse * (ask ?? 0) + shift + spread * error

    // Ceiling and floor.
    let ceiling =
      (switches.growth ? growth.mean + assumed[.growthShift] : 0)
      + assumed[.ceilingWeight] * (1 + standing(assumed))
      + growth.spread * numbers.normal(Place.ceiling)
    let offer =
      terms.logOffer.map { $0 - logBase } ?? (step - assumed[.offerScale] * numbers.normal(Place.hostOffer))
    let floor = min(offer, ask ?? offer) - assumed[.noDealCost]
    let hasZone = !switches.ceiling || floor <= ceiling
    if hasZone { events |= ProjectionEvent.zoneOfAgreement.bit }

    // When.
    let gap = max(0, (ask ?? offer) - offer - assumed[.freeGap])
    let outcome = agreementMonth(timing, gap: gap, hasZone: hasZone, assumed, &cursor, numbers)
    events |= outcome.events
    if outcome.posture != terms.posture {
      events |= ProjectionEvent.postureChanged.bit
      // The new side withdraws the old ask and makes its own.
      let renewed = logAsk(outcome.posture, logBase, round: .renewed, fx, assumed, numbers)
      if !usesOffer { step += point.askResponse * ((renewed ?? 0) - (ask ?? 0)) }
      ask = renewed
    }

    // The pool replaces the level alone: zone and clock are those of the model, which knows of no other.
    if switches.actors, let pool = terms.pool, numbers.uniform(Place.poolLine) < assumed[.spatialWeight] {
      step = pool.logAmount(numbers.uniform(Place.poolAmount)) - logBase
    }
    if switches.ceiling, step > ceiling {
      step = ceiling
      events |= ProjectionEvent.ceilingBinds.bit
    }
    if let ask, step >= ask { events |= ProjectionEvent.askMet.bit }

    // Years without the new agreement, its term, and the terms after it.
    var credit = 0.0
    if switches.linkage {
      for payment in terms.sidePayments { credit += assumed[payment.credit] * payment.amount }
    }
    let start = terms.openYears + outcome.delayYears
    let windowEnd = terms.openYears + terms.termYears
    var logLevel = logBase
    // What the same agreement would pay if it went on.
    var logContinued = logBase
    var (termSum, continuedSum) = (0.0, 0.0)
    var renewal = 0
    var termEnd = start + terms.termYears
    for year in terms.openYears..<max(years, windowEnd) {
      let grown = change(of: year, drift, numbers)
      logContinued += grown
      if year < start {
        if outcome.isStopgap, year == terms.openYears { logLevel += assumed[.stopgapStep] }
      } else if year == start {
        // Side payments replace a part of the settlement, but never below what goes on anyway.
        let settled = exp(logLevel + step)
        let least = min(settled, exp(logLevel + grown))
        logLevel = credit > 0 ? log(max(least, settled - assumed[.substitution] * credit)) : logLevel + step
      } else if year == termEnd {
        renewal += 1
        logLevel += renewalStep(renewal, year, logLevel, point, fx, assumed, &cursor, numbers)
        termEnd += terms.termYears
      } else {
        logLevel += grown
      }
      let amount = exp(logLevel)
      if year < windowEnd {
        termSum += amount
        continuedSum += exp(logContinued)
      }
      if year < years { row[year] = amount }
    }

    let first = row[terms.openYears]
    let base = exp(logBase)
    if first >= 1.1 * base { events |= ProjectionEvent.riseOfTenPercent.bit }
    if numbers.uniform(Place.withdrawal) < 1 - exp(-5 * assumed[.withdrawalRate]) {
      events |= ProjectionEvent.withdrawal.bit
    }
    let measures = row + years
    let termYears = Double(terms.termYears)
    measures[Measure.firstYear.rawValue] = first
    measures[Measure.termMean.rawValue] = termSum / termYears
    measures[Measure.termYears.rawValue] = outcome.isStopgap ? 1 : termYears
    measures[Measure.packageValue.rawValue] = termSum - continuedSum + termYears * credit
    return events
  }

  /// Whether a draw of these terms can read an assumption.
  func reaches(_ key: AgreementKey) -> Bool {
    switch key {
    case .creditArms, .creditRequirements, .creditInvestment, .creditRatio, .substitution:
      !terms.sidePayments.isEmpty
    case .precedentWeight: terms.precedentStep != nil
    case .offerWeight: terms.logOffer != nil
    case .minoritySpread, .minorityStanding: terms.isMinority
    case .driverStep, .driverHazard: values.hasDrivers
    case .beforeElection, .afterElection, .handoverWindow: !terms.handovers.isEmpty
    case .spatialWeight: terms.pool != nil
    default: true
    }
  }

  /// What moves the ally's ceiling, from -1 up: its own standing, a tariff threat, a threat to withdraw.
  private func standing(_ assumed: DrawnAssumptions) -> Double {
    let own = terms.isMinority ? max(-1, terms.standing - assumed[.minorityStanding]) : terms.standing
    return own + assumed[.tariff] + (terms.posture == .demanding ? assumed[.threatWeight] : 0)
  }

  /// The logarithm's change in a year within a term.
  private func change(of year: Int, _ drift: Double, _ numbers: DrawNumbers) -> Double {
    guard switches.growth else { return 0 }
    if year < growth.known.count, let known = growth.known[year] { return known }
    let own = growthErrors.value(numbers.normal(Place.years + UInt64(min(year, 127))))
    return min(drift + growth.spread * own, growth.limit)
  }

  /// The step into a term after the first: posture and ask of that time, no clock.
  private func renewalStep(
    _ renewal: Int, _ index: Int, _ logLevel: Double, _ point: SettlementDraw, _ fx: Double,
    _ assumed: DrawnAssumptions, _ cursor: inout PostureCursor, _ numbers: DrawNumbers
  ) -> Double {
    let month = terms.due + 12 * (index - terms.openYears)
    let posture = cursor.advance(to: month)
    let ask = logAsk(posture, logLevel, round: .later(renewal), fx, assumed, numbers)
    let error = errors.value(numbers.normal(Place.settlements + UInt64(min(renewal, 127))))
    return point.level + point.askResponse * (ask ?? 0) + point.spread * error
  }

  private static func index(_ uniform: Double, _ count: Int) -> Int {
    min(Int(uniform * Double(count)), count - 1)
  }

  var takesDelays: Bool { switches.delay }
  var takesAsks: Bool { switches.ask }
}
