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

  /// Walks the months from the first open one until the amount is agreed.
  ///
  /// One uniform number stands for the whole wait: the amount is agreed in the first month in which the probability of
  /// having agreed reaches it.
  ///
  /// - Parameters:
  ///   - timing: the coefficients of the draw.
  ///   - gap: how far ln(A/O) lies beyond what costs no time.
  ///   - hasZone: whether there is anything to agree on before the running agreement ends.
  ///   - assumed: the assumptions of the draw.
  ///   - cursor: the posture; left at the month of agreement.
  ///   - numbers: of the draw.
  /// - Returns: the events, and when the new amount begins.
  func agreementMonth(
    _ timing: TimingDraw, gap: Double, hasZone: Bool, _ assumed: DrawnAssumptions,
    _ cursor: inout PostureCursor, _ numbers: DrawNumbers
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
    let wait = numbers.uniform(Place.agreement)
    let budget = lastBudgetMonth
    let constant = exp(timing.base + timing.gap * gap + assumed.driverHazard)
    let (budgetFactor, lastFactor) = (exp(timing.budgetMonth), exp(timing.lastMonths))
    let demandingFactor = exp(timing.demanding + assumed[.tariffHazard])
    let furloughAfter = Int(assumed[.furloughAfter])
    let last = terms.due + Int(assumed[.patience])
    let window = terms.handovers.isEmpty ? 0 : Int(assumed[.handoverWindow])
    let nearHandover = terms.handovers.first.map { $0 - window } ?? .max
    var survival = 1.0
    var end = terms.expires
    var isLapsing = terms.hasLapsed
    var hasFurlough = false
    var month = start
    while month < last {
      let posture = cursor.advance(to: month)
      outcome.posture = posture
      if month > end - 1, !isLapsing {
        // Approval in time is no longer possible by the ordinary way. The extension is asked for in the last month and once
        // more in the first one without an agreement: the same number, so that only a posture that has moved between them,
        // or a transition that has come near, makes another answer.
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
      if month >= nearHandover { odds *= handoverFactor(month, window, assumed) }
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
    let months = Int(assumed[.transitionMonths])
    let nearTransition = next - month <= months || month - (next - 48) <= months
    let probability =
      posture == .demanding || nearTransition ? assumed[.stopgap] : assumed[.stopgapOtherwise]
    return numbers.uniform(Place.stopgap) < probability
  }

  /// Approval, lapse and its length: the months from the end of the running agreement until the next one is in force.
  private func judge(
    _ month: Int, _ end: Int, _ assumed: DrawnAssumptions, _ numbers: DrawNumbers, _ outcome: inout Outcome
  ) {
    let approved = numbers.uniform(Place.ratification) < assumed[.approval]
    let lateness = month + Int(assumed[.approvalMonths]) - end
    // Approval that fails once comes late, as in April 2008; what is a month short can be hurried.
    let isInReach = lateness <= 0 || lateness == 1 && month <= end
    let lapse = isInReach ? (approved ? 0 : max(lateness, Int(assumed[.lateApproval]))) : lateness
    if outcome.isStopgap {
      if lapse > 0 { outcome.events |= ProjectionEvent.lapseAfterStopgap.bit }
    } else {
      outcome.events |= lapse == 0 ? ProjectionEvent.inForceByExpiry.bit : ProjectionEvent.lapse.bit
    }
    if lapse >= 3 { outcome.events |= ProjectionEvent.longLapse.bit }
  }

  /// What months around a change of those who negotiate do to the odds; the month of the change itself is ordinary.
  private func handoverFactor(_ month: Int, _ window: Int, _ assumed: DrawnAssumptions) -> Double {
    var factor = 1.0
    for handover in terms.handovers where month != handover && abs(month - handover) <= window {
      factor *= exp(assumed[month < handover ? .beforeElection : .afterElection])
    }
    return factor
  }
}
