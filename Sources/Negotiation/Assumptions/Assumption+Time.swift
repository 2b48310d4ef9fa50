public import Series

extension Assumption {
  /// The assumption as it stood on a date: the latest whose evidence was known by then.
  ///
  /// What nothing dated informs stands at any time. ``earlier`` ends with such a one, so that every date has a value.
  ///
  /// - Parameter date: the date of a scenario's knowledge.
  /// - Returns: this assumption, or one of ``earlier``.
  /// - Throws: ``AssumptionError/notKnown(key:date:)`` where all of them came later: what was not known is never taken.
  public func known(on date: PartialDate) throws(AssumptionError) -> Assumption {
    guard let found = ([self] + earlier).first(where: { $0.knownSince.map { $0 <= date } ?? true }) else {
      throw .notKnown(key: key, date: date.description)
    }
    return found
  }

  /// A date that has not come: what is known since then is not known yet.
  static let never = PartialDate(firstDayOfMonth: 12 * 10_000)

  /// The same, with the date on which its evidence was complete.
  ///
  /// - Parameter date: `2021-02-17`; a text that is no date never comes.
  /// - Returns: the assumption; ``before(_:since:mark:tornado:because:)`` says what stood until then.
  func since(_ date: String) -> Assumption {
    with(knownSince: (try? PartialDate(date)) ?? Self.never, earlier: earlier)
  }

  /// The same, with what stood before all that is there already.
  ///
  /// - Parameters:
  ///   - form: the value.
  ///   - date: since when, or `nil` for the first one, which stands from the beginning.
  ///   - mark: estimated or assumed.
  ///   - tornado: between which ends the tornado moves it, those of the assumption unless told.
  ///   - reason: why this value, in the words of that time.
  /// - Returns: the assumption with one more in ``earlier``.
  func before(
    _ form: AssumedValue.Form, since date: String? = nil, mark: Mark = .assumed,
    tornado: ClosedRange<Double>? = nil, because reason: String
  ) -> Assumption {
    let ends = tornado ?? low...high
    let since = date.map { (try? PartialDate($0)) ?? Self.never }
    let one = Assumption(
      key, AssumedValue(unchecked: form), low: ends.lowerBound, high: ends.upperBound, range: range,
      mark: mark, isFitted: isFitted, meaning: meaning, reason: reason, knownSince: since)
    return with(knownSince: knownSince, earlier: earlier + [one])
  }

  private func with(knownSince: PartialDate?, earlier: [Assumption]) -> Assumption {
    Assumption(
      key, value, low: low, high: high, range: range, mark: mark, isFitted: isFitted, meaning: meaning,
      reason: reason, knownSince: knownSince, earlier: earlier)
  }
}

extension AssumptionCatalog {
  /// A case that a probability is counted on.
  typealias Case = (since: String, happened: Bool)

  /// A probability counted on cases, with Jeffreys's prior: after n cases of which k happened Beta(k + 1/2, n - k + 1/2).
  ///
  /// - Parameters:
  ///   - key: the switch.
  ///   - cases: in the order in which they became known.
  ///   - mark: of so many cases.
  ///   - tornado: between which ends the tornado moves it; before the cases tell a median within, from zero to one.
  ///   - meaning: what it means.
  ///   - reason: the cases in words, of those that happened, among all.
  /// - Returns: the assumption with one in ``Assumption/earlier`` for every shorter record.
  static func counted(
    _ key: String, _ cases: [Case], mark: (Int) -> Assumption.Mark = { .estimated($0) },
    tornado: ClosedRange<Double>, _ meaning: String, because reason: (_ happened: Int, _ cases: Int) -> String
  ) -> Assumption {
    func state(_ count: Int) -> (value: AssumedValue, ends: ClosedRange<Double>, reason: String) {
      let happened = cases.prefix(count).count { $0.happened }
      let value = AssumedValue(
        unchecked: .beta(successes: Double(happened) + 0.5, failures: Double(count - happened) + 0.5))
      let text = count == 0 ? "no case yet; Jeffreys prior" : reason(happened, count)
      return (value, tornado.contains(value.median) ? tornado : 0...1, text)
    }
    let now = state(cases.count)
    var found = Assumption(
      key, now.value, low: now.ends.lowerBound, high: now.ends.upperBound, range: 0...1,
      mark: mark(cases.count), meaning: meaning, reason: now.reason)
    if let last = cases.last { found = found.since(last.since) }
    for count in cases.indices.reversed() {
      let past = state(count)
      found = found.before(
        past.value.form, since: count > 0 ? cases[count - 1].since : nil,
        mark: count > 0 ? mark(count) : .assumed, tornado: past.ends, because: past.reason)
    }
    return found
  }

  /// The catalogue as it stood on a date.
  ///
  /// - Parameter date: the date of a scenario's knowledge.
  /// - Returns: the same keys in the same order.
  /// - Throws: ``AssumptionError/notKnown(key:date:)``.
  public func known(on date: PartialDate) throws(AssumptionError) -> AssumptionCatalog {
    var known: [Assumption] = []
    for assumption in assumptions { known.append(try assumption.known(on: date)) }
    return AssumptionCatalog(assumptions: known)
  }

  /// The assumptions as they could be made on a date, and what is said otherwise at any date.
  ///
  /// - Parameters:
  ///   - date: the date of a scenario's or a replay's knowledge.
  ///   - scenario: what a scenario says otherwise.
  ///   - options: what `--assume` says otherwise, above the scenario.
  /// - Returns: the assumptions as they stand.
  /// - Throws: ``AssumptionError``.
  public func book(
    on date: PartialDate, scenario: [String: ScenarioOverride] = [:], options: [String: AssumedValue] = [:]
  ) throws(AssumptionError) -> AssumptionBook {
    try AssumptionBook(try known(on: date), scenario: scenario, options: options)
  }
}
