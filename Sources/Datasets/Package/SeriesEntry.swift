public import Series

/// One series of the catalogue.
public struct SeriesEntry: Sendable, Equatable {
  /// How a series comes about.
  public enum Origin: Sendable, Equatable {
    /// Its values stand in a file of the package.
    case stored(resource: String)
    /// It follows from other series.
    case derived(Derivation)
  }

  /// The name in commands and tables.
  public let identifier: String
  /// One line that says what it is.
  public let title: String
  /// The economy it belongs to, by its ISO code.
  public let economy: String
  /// The unit of its values.
  public let unit: Unit
  /// Which months a period covers.
  public let calendar: FiscalCalendar
  /// What the values can be.
  public let bounds: Bounds
  /// Where the values come from.
  public let origin: Origin
  /// After how many months from its first day a period's value counts as published.
  public let publicationLag: Int?
  /// Why that many.
  public let publicationReason: String
  /// What is counted, and where the counting changes.
  public let definition: String
  /// Remarks.
  public let notes: String
  /// The first period of a derived series that is shown.
  public let firstPeriod: Int?

  /// The most months between a period and the publication of its value: a century.
  static let longestLag = 1_200

  init(_ entry: Descriptor.Entry, file: String) throws(DataError) {
    func bad(_ reason: String) -> DataError {
      .badDescriptor(file, reason: "series '\(entry.id)': \(reason)")
    }
    guard let calendar = FiscalCalendar(rawValue: entry.calendar) else {
      throw bad("unknown calendar '\(entry.calendar)'")
    }
    guard let bounds = Bounds(rawValue: entry.bounds) else { throw bad("unknown bounds '\(entry.bounds)'") }
    switch (entry.resource, entry.derived) {
    case (let resource?, nil): origin = .stored(resource: resource)
    case (nil, let derivation?):
      guard let derivation = Derivation(derivation) else {
        throw bad("its derivation is incomplete or of an unknown kind")
      }
      origin = .derived(derivation)
    default: throw bad("it needs either 'resource' or 'derived'")
    }
    if let lag = entry.publication?.lagMonths, lag.magnitude > Self.longestLag {
      throw bad("lag_months \(lag) is beyond \(Self.longestLag) months")
    }
    identifier = entry.id
    title = entry.title
    economy = entry.economy
    unit = Unit(entry.unit)
    self.calendar = calendar
    self.bounds = bounds
    publicationLag = entry.publication?.lagMonths
    publicationReason = entry.publication?.reason ?? ""
    definition = entry.definition
    notes = entry.notes ?? ""
    firstPeriod = entry.firstPeriod
  }
}

/// How a series follows from others; the package defines it, the program computes it when it is asked for.
public enum Derivation: Sendable, Equatable {
  /// scale × numerator / denominator.
  case ratio(numerator: String, denominator: String, scale: Double, rule: CalendarRule)
  /// nominal × index(base) / index(t).
  case deflate(nominal: String, index: String, base: Int, rule: CalendarRule)
  /// Stretches of several series, one after the other.
  case splice([Stretch])

  /// The years that a splice takes from one series.
  public struct Stretch: Sendable, Equatable {
    /// The series.
    public let series: String
    /// The first year taken, or `nil` for no limit.
    public let first: Int?
    /// The last year taken, or `nil` for no limit.
    public let last: Int?
  }

  init?(_ derivation: Descriptor.Derivation) {
    guard let rule = CalendarRule(rawValue: derivation.calendarRule ?? CalendarRule.same.rawValue) else {
      return nil
    }
    switch derivation.operation {
    case "ratio":
      guard let numerator = derivation.numerator, let denominator = derivation.denominator else { return nil }
      self = .ratio(
        numerator: numerator, denominator: denominator, scale: derivation.scale ?? 1, rule: rule)
    case "deflate":
      guard let nominal = derivation.nominal, let index = derivation.index, let base = derivation.basePeriod
      else { return nil }
      self = .deflate(nominal: nominal, index: index, base: base, rule: rule)
    case "splice":
      guard let segments = derivation.segments, !segments.isEmpty else { return nil }
      self = .splice(segments.map { Stretch(series: $0.series, first: $0.first, last: $0.last) })
    default: return nil
    }
  }

  /// The series it is made from.
  public var inputs: [String] {
    switch self {
    case .ratio(let numerator, let denominator, _, _): [numerator, denominator]
    case .deflate(let nominal, let index, _, _): [nominal, index]
    case .splice(let stretches): stretches.map(\.series)
    }
  }
}
