public import Series

/// What the United States ask for in a scenario, and how the sum is read.
public struct AskPlan: Sendable, Equatable {
  /// Where the sum comes from.
  public enum Reading: String, Sendable, Hashable, CaseIterable {
    /// Cost Plus on the items of host-nation support.
    case hostNationItems = "hns-items"
    /// Cost Plus on what the United States pay for their forces in the host country.
    case usPaid = "us-paid"
    /// Cost Plus on what both sides pay.
    case bothSides = "both-sides"
    /// A sum of money.
    case fixed
    /// A percentage more than the last amount.
    case percent
    /// The distribution of asks of the posture.
    case posture
  }

  /// An ask as it was reported.
  public struct Report: Sendable, Equatable {
    /// What was asked for.
    public let money: Money
    /// When it was public.
    public let date: PartialDate
    /// What was said.
    public let note: String

    /// A report.
    ///
    /// - Parameters:
    ///   - money: what was asked for, with its sources.
    ///   - date: when it was public.
    ///   - note: what was said.
    public init(_ money: Money, date: PartialDate, note: String = "") {
      self.money = money
      self.date = date
      self.note = note
    }
  }

  /// Where the sum comes from.
  public let reading: Reading
  /// The costs that Cost Plus readings stand on, by reading.
  public let costs: [Reading: Money]
  /// The sum of the fixed reading.
  public let fixedSum: Money?
  /// The percentage more than the last amount.
  public let percent: Double?
  /// Asks as they were reported, the earliest first.
  public let reports: [Report]

  /// What is asked for.
  ///
  /// - Parameters:
  ///   - reading: where the sum comes from.
  ///   - costs: the costs of Cost Plus readings.
  ///   - fixedSum: the sum of the fixed reading.
  ///   - percent: the increase of the percent reading, from -90 to 10,000.
  ///   - reports: asks as they were reported, in any order.
  /// - Throws: ``ScenarioError`` when the reading lacks its number.
  public init(
    reading: Reading, costs: [Reading: Money] = [:], fixedSum: Money? = nil, percent: Double? = nil,
    reports: [Report] = []
  ) throws(ScenarioError) {
    switch reading {
    case .hostNationItems, .usPaid, .bothSides:
      guard costs[reading] != nil else {
        throw ScenarioError("", .readingLacks(reading, needed: "costs.\(reading.rawValue)"))
      }
    case .fixed:
      guard fixedSum != nil else { throw ScenarioError("", .readingLacks(.fixed, needed: "fixed_sum")) }
    case .percent:
      guard percent != nil else { throw ScenarioError("", .readingLacks(.percent, needed: "percent")) }
    case .posture: break
    }
    if let percent, !(-90...10_000).contains(percent) {
      throw ScenarioError("percent", .outOfRange(percent, expected: "a percentage from -90 to 10000"))
    }
    self.reading = reading
    self.costs = costs
    self.fixedSum = fixedSum
    self.percent = percent
    self.reports = reports.sorted { $0.date < $1.date }
  }

  /// Every amount of money in it.
  var money: [Money] {
    Reading.allCases.compactMap { costs[$0] } + [fixedSum].compactMap { $0 } + reports.map(\.money)
  }

  /// The latest report that was public on a date.
  ///
  /// - Parameter date: the date.
  /// - Returns: the report, or `nil` when none was.
  public func report(asOf date: PartialDate) -> Report? { reports.last { $0.date <= date } }

  /// The sum of a reading.
  ///
  /// - Parameters:
  ///   - reading: the reading.
  ///   - base: the last amount, in the unit wanted.
  ///   - unit: that unit.
  ///   - markup: what Cost Plus adds, as a share of the cost.
  ///   - rates: units of each currency for a dollar.
  /// - Returns: the sum, or `nil` where the plan does not hold what the reading needs, or the posture has it.
  /// - Throws: ``ScenarioError`` when a rate is missing.
  public func amount(
    of reading: Reading, over base: Double, in unit: MoneyUnit, markup: Double, rates: ExchangeRates
  ) throws(ScenarioError) -> Double? {
    switch reading {
    case .hostNationItems, .usPaid, .bothSides:
      guard let cost = costs[reading] else { return nil }
      return (1 + markup) * (try rates.amount(cost, in: unit))
    case .fixed:
      guard let fixedSum else { return nil }
      return try rates.amount(fixedSum, in: unit)
    case .percent: return percent.map { base * (1 + $0 / 100) }
    case .posture: return nil
    }
  }
}
