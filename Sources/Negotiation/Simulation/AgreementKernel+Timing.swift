internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension AgreementKernel {
  /// How a round went on the calendar.
  struct Outcome {
    var events: UInt32 = 0
    /// How many years after the first one the new amount begins.
    var delayYears = 0
    var isStopgap = false
    /// The posture when the amount was agreed.
    var posture: Posture
  }

  /// How many months after the end of the running agreement talks are followed.
  static let patience = 48
  /// How many months before the end the amount must be agreed, so that parliament can approve it in time.
  static let approvalMonths = 2

  /// Walks the months from the first open one until the amount is agreed.
  ///
  /// One uniform number stands for the whole wait: the amount is agreed in the first month in which the probability of
  /// having agreed reaches it.
  ///
  /// - Parameters:
  ///   - gap: max(0, ln(A/O) - 0.2).
  ///   - hasZone: whether there is anything to agree on before the running agreement ends.
  ///   - assumed: the assumptions of the draw.
  ///   - cursor: the posture; left at the month of agreement.
  ///   - numbers: of the draw.
  /// - Returns: the events, and when the new amount begins.
  func agreementMonth(
    gap: Double, hasZone: Bool, _ assumed: DrawnAssumptions, _ cursor: inout PostureCursor,
    _ numbers: DrawNumbers
  ) -> Outcome {
    let start = max(terms.talks, terms.asOf + 1)
    var outcome = Outcome(posture: terms.posture)
    guard takesDelays else {
      outcome.events =
        ProjectionEvent.agreedByBudget.bit | ProjectionEvent.agreedByExpiry.bit
        | ProjectionEvent.inForceByExpiry.bit
      outcome.posture = cursor.advance(to: max(start, terms.asOf))
      return outcome
    }
    let timing = timing(numbers)
    let wait = numbers.uniform(Place.agreement)
    let budget = lastBudgetMonth
    let constant = exp(timing.base + timing.gap * gap + assumed.driverHazard)
    let (budgetFactor, lastFactor) = (exp(timing.budgetMonth), exp(timing.lastMonths))
    let demandingFactor = exp(timing.demanding + assumed[.tariffHazard])
    let furloughAfter = Int(assumed[.furloughAfter])
    var survival = 1.0
    var end = terms.expires
    var isLapsing = terms.hasLapsed
    var hasFurlough = false
    var month = start
    while month < terms.due + Self.patience {
      let posture = cursor.advance(to: month)
      outcome.posture = posture
      if month > end - 1, !isLapsing {
        // Approval in time is no longer possible by the ordinary way.
        if !outcome.isStopgap, extends(posture, month, assumed, numbers) {
          // Both sides have settled on the extension; talks on the amount go on after it is in force.
          outcome.isStopgap = true
          end += 12
          month = max(month, terms.expires) + 1
          continue
        } else if month > end {
          isLapsing = true
        }
      }
      // Whether a lapse that has begun already leads to one is in the record, not in the draw.
      if isLapsing, !terms.hasLapsed, !hasFurlough, month - end > furloughAfter,
        numbers.uniform(Place.furlough) < assumed[.furlough]
      {
        hasFurlough = true
      }
      var odds = constant
      if month % 12 == terms.budgetMonth { odds *= budgetFactor }
      if month <= end, month > end - 2 { odds *= lastFactor }
      if posture == .demanding { odds *= demandingFactor }
      if hasFurlough { odds *= exp(assumed[.furloughHazard]) }
      odds *= electionFactor(month, assumed)
      if hasZone || month > terms.expires {
        survival *= 1 / (1 + odds)
        if 1 - survival >= wait { break }
      }
      month += 1
    }
    // `month` is the month of agreement, or the end of what is followed.
    if month <= budget { outcome.events |= ProjectionEvent.agreedByBudget.bit }
    if month <= terms.expires { outcome.events |= ProjectionEvent.agreedByExpiry.bit }
    if outcome.isStopgap { outcome.events |= ProjectionEvent.stopgap.bit }
    if hasFurlough { outcome.events |= ProjectionEvent.furlough.bit }
    judge(month, end, assumed, numbers, &outcome)
    let late = month - (terms.due + 1)
    outcome.delayYears = max(late >= 12 ? late / 12 : 0, outcome.isStopgap ? 1 : 0)
    return outcome
  }

  /// The last month before the end in which the budget is decided.
  var lastBudgetMonth: Int {
    let back = (terms.expires % 12 - terms.budgetMonth + 12) % 12
    return terms.expires - back
  }

  /// Whether the running agreement is extended by a year.
  private func extends(
    _ posture: Posture, _ month: Int, _ assumed: DrawnAssumptions, _ numbers: DrawNumbers
  ) -> Bool {
    let next = PostureChain.inauguration(after: month)
    let nearTransition = next - month <= 6 || month - (next - 48) <= 6
    let probability =
      posture == .demanding || nearTransition ? assumed[.stopgap] : assumed[.stopgapOtherwise]
    return numbers.uniform(Place.stopgap) < probability
  }

  /// Approval, lapse and its length.
  private func judge(
    _ month: Int, _ end: Int, _ assumed: DrawnAssumptions, _ numbers: DrawNumbers, _ outcome: inout Outcome
  ) {
    let approved = numbers.uniform(Place.ratification) < assumed[.approval]
    let lateness = month + Self.approvalMonths - end
    // Approval that fails once comes a month late, as in April 2008.
    let lapse = lateness <= 0 ? (approved ? 0 : 1) : (lateness == 1 && approved ? 0 : lateness)
    if outcome.isStopgap {
      if lapse > 0 { outcome.events |= ProjectionEvent.lapseAfterStopgap.bit }
    } else {
      outcome.events |= lapse == 0 ? ProjectionEvent.inForceByExpiry.bit : ProjectionEvent.lapse.bit
    }
    if lapse >= 3 { outcome.events |= ProjectionEvent.longLapse.bit }
  }

  private func electionFactor(_ month: Int, _ assumed: DrawnAssumptions) -> Double {
    var factor = 1.0
    for election in terms.elections {
      if month < election, month >= election - 3 { factor *= exp(assumed[.beforeElection]) }
      if month > election, month <= election + 3 { factor *= exp(assumed[.afterElection]) }
    }
    return factor
  }
}
