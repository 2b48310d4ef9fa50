public import Series

/// Elections that can change who negotiates.
public struct ElectionCalendar: Sendable, Equatable {
  /// Elections of the president of the United States; the inauguration follows in the January after.
  public let unitedStates: [PartialDate]
  /// Elections of the host's government.
  public let host: [PartialDate]

  /// No election.
  public static let none = ElectionCalendar()

  private init() { (unitedStates, host) = ([], []) }

  /// Elections.
  ///
  /// - Parameters:
  ///   - unitedStates: months of presidential elections, in order.
  ///   - host: months of elections of the host, in order.
  /// - Throws: ``ScenarioError`` for a date without a month, out of order, or, of the United States, in another
  ///   month than November of a year divisible by four.
  public init(unitedStates: [PartialDate], host: [PartialDate]) throws(ScenarioError) {
    for (key, dates) in [("united_states", unitedStates), ("host", host)] {
      for date in dates { try date.requireMonth(key) }
      for (earlier, later) in zip(dates, dates.dropFirst()) where earlier >= later {
        throw ScenarioError(key, .notIncreasing(earlier.description, later.description))
      }
    }
    for date in unitedStates where date.year % 4 != 0 || date.monthIndex % 12 != 10 {
      throw ScenarioError("united_states", .noElection(date.description))
    }
    self.unitedStates = unitedStates
    self.host = host
  }

  /// The months of inaugurations, counted from January of year 0.
  public var inaugurations: [Int] { unitedStates.map { 12 * ($0.year + 1) } }

  /// The months in which those who negotiate may change: inaugurations in the United States, elections of the host, in order.
  public var handovers: [Int] { (inaugurations + host.map(\.monthIndex)).sorted() }
}

extension PartialDate {
  /// Refuses a date that names a year only.
  func requireMonth(_ path: String) throws(ScenarioError) {
    guard description.utf8.count >= "2027-03".utf8.count else {
      throw ScenarioError(path, .monthMissing(description))
    }
  }
}
