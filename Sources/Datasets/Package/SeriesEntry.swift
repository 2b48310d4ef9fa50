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
  /// After how many months from its first day a period's value counts as published, unless it is dated itself;
  /// `nil` for a derived series, whose values are published with the latest of their inputs.
  public let publicationLag: Int?
  /// Why that many.
  public let publicationReason: String
  /// What is counted, and where the counting changes.
  public let definition: String
  /// Remarks.
  public let notes: String
  /// The first period of a derived series that is shown.
  public let firstPeriod: Int?
  /// What its values were before they were revised, as far as the package has kept it.
  public let earlier: Vintage?

  /// An earlier vintage of a series.
  public struct Vintage: Sendable, Equatable {
    /// The series that keeps it.
    public let series: String
    /// The date on which the revision counts as known.
    public let until: PartialDate
  }

  /// The most months between a period and the publication of its value: a century.
  static let longestLag = 1_200

  init(_ node: JSONNode) throws(DataError) {
    let name = try node.text("id")
    func bad(_ reason: String) -> DataError {
      .badDescriptor("\(node.place)", reason: "series '\(name)': \(reason)")
    }
    let calendarName = try node.text("calendar")
    guard let calendar = FiscalCalendar(rawValue: calendarName) else {
      throw bad("unknown calendar '\(calendarName)'")
    }
    let boundsName = try node.text("bounds")
    guard let bounds = Bounds(rawValue: boundsName) else { throw bad("unknown bounds '\(boundsName)'") }
    switch (try node.text(ifPresent: "resource"), try node.member("derived")) {
    case (let resource?, nil): origin = .stored(resource: resource)
    case (nil, let derivation?): origin = .derived(try Derivation(derivation))
    default: throw bad("it needs either 'resource' or 'derived'")
    }
    identifier = name
    title = try node.text("title")
    economy = try node.text("economy")
    unit = Unit(try node.text("unit"))
    self.calendar = calendar
    self.bounds = bounds
    let publication = try node.member("publication")
    if case .derived = origin, publication != nil {
      throw bad("a derived series has no 'publication': its values are published with their inputs")
    }
    publicationLag = try publication?.integer(ifPresent: "lag_months")
    if let publicationLag, publicationLag.magnitude > Self.longestLag {
      throw bad("lag_months \(publicationLag) is beyond \(Self.longestLag) months")
    }
    publicationReason = try publication?.text(ifPresent: "reason") ?? ""
    definition = try node.text("definition")
    notes = try node.text(ifPresent: "notes") ?? ""
    firstPeriod = try node.integer(ifPresent: "first_period")
    earlier = try node.member("earlier_vintage").map { (vintage) throws(DataError) -> Vintage in
      let text = try vintage.text("until")
      guard let until = try? PartialDate(text) else { throw bad("until '\(text)' is not a date") }
      return Vintage(series: try vintage.text("series"), until: until)
    }
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

  init(_ node: JSONNode) throws(DataError) {
    let ruleName = try node.text(ifPresent: "calendar_rule") ?? CalendarRule.same.rawValue
    guard let rule = CalendarRule(rawValue: ruleName) else {
      throw .badDescriptor("\(node.place)", reason: "unknown calendar_rule '\(ruleName)'")
    }
    switch try node.text("operation") {
    case "ratio":
      self = .ratio(
        numerator: try node.text("numerator"), denominator: try node.text("denominator"),
        scale: try node.number(ifPresent: "scale") ?? 1, rule: rule)
    case "deflate":
      guard let base = try node.integer(ifPresent: "base_period") else {
        throw .badDescriptor("\(node.place)", reason: "'base_period' is missing")
      }
      self = .deflate(
        nominal: try node.text("nominal"), index: try node.text("index"), base: base, rule: rule)
    case "splice":
      var stretches: [Stretch] = []
      for segment in try node.elements("segments") {
        stretches.append(
          Stretch(
            series: try segment.text("series"), first: try segment.integer(ifPresent: "first"),
            last: try segment.integer(ifPresent: "last")))
      }
      guard !stretches.isEmpty else { throw .badDescriptor("\(node.place)", reason: "'segments' is empty") }
      self = .splice(stretches)
    case let operation:
      throw .badDescriptor("\(node.place)", reason: "unknown operation '\(operation)'")
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
