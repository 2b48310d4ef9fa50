public import Series

extension Scenario {
  /// What contradicts something else in the scenario.
  func problems() -> [ScenarioError] {
    var found: [ScenarioError] = []
    func check(_ path: String, _ body: () throws(ScenarioError) -> Void) {
      do throws(ScenarioError) { try body() } catch { found.append(path.isEmpty ? error : error.under(path)) }
    }
    check("") { () throws(ScenarioError) in try requireTime() }
    if let agreement {
      check("agreement") { () throws(ScenarioError) in try requireRunning(agreement) }
      check("agreement") { () throws(ScenarioError) in try requireRates(agreement) }
      check("agreement") { () throws(ScenarioError) in try requireDemand(agreement) }
      check("agreement") { () throws(ScenarioError) in try requireOffer(agreement) }
      check("agreement") { () throws(ScenarioError) in try requireLinkage(agreement) }
    }
    if let ratio, ratio.targetYear <= asOf.year {
      found.append(
        ScenarioError(
          "ratio.target_year", .targetNotAfterAsOf(target: ratio.targetYear, asOf: asOf.description)))
    }
    check("assumptions") { () throws(ScenarioError) in _ = try book() }
    if agreement == nil, let name = game?.parameters.first(where: { $0.value.needsAgreement })?.key {
      found.append(ScenarioError("game.parameters.\(name)", .gameWithoutAgreement))
    }
    if agreement == nil, ratio == nil { found.append(ScenarioError("", .nothingToProject)) }
    return found
  }

  /// The assumptions as they could be made at the as-of date, with the scenario's own, and those of options above them.
  ///
  /// - Parameter options: what `--assume` says otherwise.
  /// - Returns: the assumptions as they stand.
  /// - Throws: ``ScenarioError`` for an unknown key or a value out of range.
  public func book(options: [String: AssumedValue] = [:]) throws(ScenarioError) -> AssumptionBook {
    do {
      return try AssumptionCatalog.standard.book(on: asOf, scenario: overrides, options: options)
    } catch {
      throw ScenarioError("", .assumption(error))
    }
  }

  private func requireTime() throws(ScenarioError) {
    guard (1...Self.longestHorizon).contains(horizonYears) else {
      throw ScenarioError(
        "horizon", .outOfRange(Double(horizonYears), expected: "1 to \(Self.longestHorizon) years"))
    }
    try Self.requireRecord(at: asOf)
  }

  /// Refuses a date at which no agreement had been negotiated yet.
  ///
  /// - Parameter asOf: the date of a scenario's knowledge.
  /// - Throws: ``ScenarioError``.
  public static func requireRecord(at asOf: PartialDate) throws(ScenarioError) {
    if let first = try? PartialDate(firstRound), asOf < first {
      throw ScenarioError("as_of", .asOfBeforeFirstRound(asOf: asOf.description, first: firstRound))
    }
  }

  private func requireRunning(_ agreement: AgreementPlan) throws(ScenarioError) {
    if agreement.expires < asOf, !agreement.hasLapsed {
      throw ScenarioError(
        "expires", .expiryBeforeAsOf(expires: agreement.expires.description, asOf: asOf.description))
    }
    if agreement.expires >= asOf, agreement.hasLapsed {
      throw ScenarioError(
        "lapsed", .notLapsedYet(expires: agreement.expires.description, asOf: asOf.description))
    }
    let dates = [asOf, agreement.expires].sorted()
    try AgreementPlan.requireNear(dates[0], dates[1], "expires")
  }

  private func requireRates(_ agreement: AgreementPlan) throws(ScenarioError) {
    for (path, money) in agreement.money {
      do {
        _ = try rates.amount(money, in: agreement.ally.unit)
      } catch {
        throw error.under(path)
      }
    }
  }

  /// An offer lies between half of the last amount and the most that is asked for.
  ///
  /// That is the latest report where there is one, else the sum of the reading; where the posture has it, the most of what the
  /// plan holds and of the upper end of ``AssumptionCatalog``'s `ask.status_quo`.
  private func requireOffer(_ agreement: AgreementPlan) throws(ScenarioError) {
    guard let money = agreement.offer?.money, let book = try? book() else { return }
    let (ask, unit, base) = (agreement.ask, agreement.ally.unit, agreement.base.money.amount)
    let offer = try rates.amount(money, in: unit)
    let markup: Double
    var upper: Double
    do {
      markup = try book.value("ask.markup").reach.upperBound
      upper = base * (1 + (try book.value("ask.status_quo").reach.upperBound))
    } catch {
      throw ScenarioError("", .assumption(error))
    }
    if let report = ask.report(asOf: asOf) {
      upper = try rates.amount(report.money, in: unit)
    } else if let own = try ask.amount(of: ask.reading, over: base, in: unit, markup: markup, rates: rates) {
      upper = own
    } else if agreement.posture != .statusQuo {
      for reading in AskPlan.Reading.allCases {
        let sum = try ask.amount(of: reading, over: base, in: unit, markup: markup, rates: rates)
        upper = max(upper, sum ?? 0)
      }
    }
    guard offer >= 0.5 * base, offer <= upper else {
      throw ScenarioError(
        "offer", .offerOutside(offer: offer, lower: 0.5 * base, upper: upper, unit: unit.description))
    }
  }

  /// The most that a side payment can be, in last amounts: Japan's pledge of investment of 2025, 550 billion dollars, is
  /// a third of it in one year.
  private static let largestLinkage = 1000.0

  /// A side payment is of the size of something that a host gives.
  private func requireLinkage(_ agreement: AgreementPlan) throws(ScenarioError) {
    let (unit, base) = (agreement.ally.unit, agreement.base.money.amount)
    for (place, payment) in agreement.linkage.enumerated() {
      let amount = try rates.amount(payment.perYear, in: unit)
      guard amount <= Self.largestLinkage * base else {
        throw ScenarioError(
          "linkage.\(place).amount",
          .outOfRange(
            payment.perYear.amount,
            expected: "at most a thousand times the last amount, \(numeral(base)) \(unit)"))
      }
    }
  }

  /// Under a demanding posture, what is asked for and what was reported exceed what is paid.
  ///
  /// A fixed sum and a percentage are held to it under any reading: they are asks as they stand, and a later round or
  /// another word at `reading` takes them up. A cost is an ask under its own reading only.
  private func requireDemand(_ agreement: AgreementPlan) throws(ScenarioError) {
    // Assumptions that cannot be are told by a check of their own.
    guard agreement.posture == .demanding, let book = try? book() else { return }
    let markup: Double
    do { markup = try book.value("ask.markup").mean } catch { throw ScenarioError("", .assumption(error)) }
    let (ask, unit, base) = (agreement.ask, agreement.ally.unit, agreement.base.money.amount)
    var amounts: [(String, Double)] = []
    if let amount = try ask.amount(of: ask.reading, over: base, in: unit, markup: markup, rates: rates) {
      amounts.append(("ask", amount))
    }
    for (reading, key) in [(AskPlan.Reading.fixed, "fixed_sum"), (.percent, "percent")]
    where reading != ask.reading {
      if let amount = try ask.amount(of: reading, over: base, in: unit, markup: markup, rates: rates) {
        amounts.append(("ask.\(key)", amount))
      }
    }
    if let report = ask.report(asOf: asOf) {
      amounts.append(("ask.reported", try rates.amount(report.money, in: unit)))
    }
    for (path, amount) in amounts where amount <= base {
      throw ScenarioError(
        path,
        .askBelowBase(
          ask: amount, base: base, unit: unit.description, posture: agreement.posture.rawValue))
    }
  }
}
