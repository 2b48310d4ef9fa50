internal import Series

extension AgreementPlan {
  /// A statement of the scenario that could be otherwise, and the plan at both ends of what is plausible.
  struct Alternative: Sendable {
    /// The path of the statement in the file.
    let key: String
    /// The lower end: a number as the file has it, 0 for no and 1 for yes, months from the stated one for a month.
    let low: Double
    /// The upper end.
    let high: Double
    /// The plan with either.
    let plans: (low: AgreementPlan, high: AgreementPlan)
  }

  /// What the scenario assumes of the host, the clock and the term, from end to end.
  ///
  /// Salience and stress a fifth of their scale either way, since two readers of one press differ by that; majorities both
  /// ways; the talks three months earlier or later, within the running agreement; the term of 3 to 6 years, between which lie
  /// most terms of either ally since 1991, or the stated one; a fixed growth one percentage point either way; drivers half of
  /// their scale. Not moved: dates of elections and agreements, which law and treaties set, and posture, ask and side
  /// payments, which tell one scenario from another: they are compared by projecting several.
  ///
  /// - Returns: an entry for each; one whose ends cannot be projected is left out.
  func alternatives() -> [Alternative] {
    var found: [Alternative] = []
    func add(
      _ key: String, _ low: Double, _ high: Double,
      _ make: (Double) throws(ScenarioError) -> AgreementPlan
    ) {
      // An end that contradicts the rest of the scenario is no end.
      guard let lower = try? make(low), let upper = try? make(high) else { return }
      found.append(Alternative(key: "agreement.\(key)", low: low, high: high, plans: (lower, upper)))
    }
    func around(_ value: Double, _ width: Double, _ range: ClosedRange<Double>) -> (Double, Double) {
      (max(range.lowerBound, value - width), min(range.upperBound, value + width))
    }
    let salience = around(host.securitySalience, 0.2, 0...1)
    add("host.security_salience", salience.0, salience.1) { value throws(ScenarioError) in
      try with(host: try host.with(securitySalience: value))
    }
    let stress = around(host.fiscalStress, 0.2, 0...1)
    add("host.fiscal_stress", stress.0, stress.1) { value throws(ScenarioError) in
      try with(host: try host.with(fiscalStress: value))
    }
    add("host.minority", 0, 1) { value throws(ScenarioError) in
      try with(host: try host.with(isMinority: value > 0.5))
    }
    add("host.hostile_upper_house", 0, 1) { value throws(ScenarioError) in
      try with(host: try host.with(hasHostileUpperHouse: value > 0.5))
    }
    add("term_years", Double(min(3, termYears)), Double(max(6, termYears))) { value throws(ScenarioError) in
      try with(termYears: Int(value))
    }
    let latest = min(3, expires.monthIndex - talksBegin.monthIndex)
    add("talks_begin", -3, Double(latest)) { value throws(ScenarioError) in
      try with(talksBegin: PartialDate(firstDayOfMonth: talksBegin.monthIndex + Int(value)))
    }
    if case .fixed(let share) = growth {
      add("within_term.percent", 100 * share - 1, 100 * share + 1) { value throws(ScenarioError) in
        try with(growth: .fixed(value / 100))
      }
    }
    for driver in Driver.allCases {
      guard let value = drivers[driver] else { continue }
      let ends = around(value, 0.5, -1...1)
      add("drivers.\(driver.rawValue)", ends.0, ends.1) { value throws(ScenarioError) in
        var drivers = drivers
        drivers[driver] = value
        return try with(drivers: drivers)
      }
    }
    return found
  }

  /// The same plan with some statements replaced, held to the same rules.
  private func with(
    host: HostState? = nil, termYears: Int? = nil, talksBegin: PartialDate? = nil, growth: TermGrowth? = nil,
    drivers: [Driver: Double]? = nil
  ) throws(ScenarioError) -> AgreementPlan {
    try AgreementPlan(
      ally: ally, round: round, series: series, base: base, expires: expires, hasLapsed: hasLapsed,
      talksBegin: talksBegin ?? self.talksBegin, budgetMonth: budgetMonth,
      termYears: termYears ?? self.termYears, firstYear: firstYear, posture: posture, ask: ask, offer: offer,
      host: host ?? self.host, elections: elections, linkage: linkage, isRecounted: isRecounted,
      precedent: precedent, drivers: drivers ?? self.drivers, growth: growth ?? self.growth)
  }
}

extension HostState {
  /// The same government with some of its standing replaced.
  fileprivate func with(
    securitySalience: Double? = nil, fiscalStress: Double? = nil, isMinority: Bool? = nil,
    hasHostileUpperHouse: Bool? = nil
  ) throws(ScenarioError) -> HostState {
    try HostState(
      securitySalience: securitySalience ?? self.securitySalience,
      fiscalStress: fiscalStress ?? self.fiscalStress, isMinority: isMinority ?? self.isMinority,
      hasHostileUpperHouse: hasHostileUpperHouse ?? self.hasHostileUpperHouse)
  }
}
