public import Series

/// An ally whose agreements on the cost of US forces can be projected.
public enum Ally: String, Sendable, Hashable, CaseIterable {
  /// Host-nation support of Japan.
  case japan = "JPN"
  /// Special measures agreements of Korea.
  case korea = "KOR"

  /// The ally of a code.
  ///
  /// - Parameter code: ISO 3166-1 alpha-3.
  /// - Throws: ``ScenarioError`` with the nearest code, if any is close.
  public init(code: String) throws(ScenarioError) {
    guard let ally = Ally(rawValue: code) else {
      let known = Ally.allCases.map(\.rawValue)
      // Names are compared in small letters.
      let nearest = nearestName(to: code, among: known.map { $0.lowercased() })?.uppercased()
      throw ScenarioError("", .unknownAlly(code, nearest: nearest, known: known))
    }
    self = ally
  }

  /// The name in sentences.
  public var name: String {
    switch self {
    case .japan: "Japan"
    case .korea: "Korea"
    }
  }

  /// The years that an agreement is counted in.
  public var calendar: FiscalCalendar {
    switch self {
    case .japan: .japanFiscal
    case .korea: .calendar
    }
  }

  /// The unit of an agreement's amounts.
  public var unit: MoneyUnit {
    switch self {
    case .japan: .yen100M
    case .korea: .won100M
    }
  }

  /// The series of the amounts.
  public var series: String {
    switch self {
    case .japan: "japan-hns"
    case .korea: "korea-sma"
    }
  }

  /// The series of consumer prices.
  public var consumerPriceSeries: String {
    switch self {
    case .japan: "japan-cpi"
    case .korea: "korea-cpi"
    }
  }

  /// The series of the exchange rate to the dollar.
  public var exchangeRateSeries: String {
    switch self {
    case .japan: "japan-fx"
    case .korea: "korea-fx"
    }
  }

  /// The month, from 1, in which the budget of the next year is decided.
  public var budgetMonth: Int { 12 }

  /// The other ally, whose last deal may spill over.
  public var other: Ally {
    switch self {
    case .japan: .korea
    case .korea: .japan
    }
  }

  /// The year of the ally's calendar in which a month lies.
  ///
  /// - Parameter month: counted from January of year 0, as `PartialDate.monthIndex`.
  /// - Returns: the year that names the period.
  public func year(ofMonth month: Int) -> Int {
    let start = calendar.firstMonth(of: 0)
    return Int((Double(month - start) / 12).rounded(.down))
  }
}
