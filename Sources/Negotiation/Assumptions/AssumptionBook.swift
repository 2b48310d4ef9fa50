internal import Series

/// The assumptions of one projection: the catalogue's, where neither the scenario nor an option says otherwise.
public struct AssumptionBook: Sendable, Equatable {
  /// Who set a value.
  public enum Origin: Sendable, Equatable {
    /// The catalogue.
    case catalogue
    /// The scenario, with its reason and sources.
    case scenario(reason: String, sources: [String])
    /// `--assume`.
    case option
  }

  /// An assumption as it stands.
  public struct Entry: Sendable, Equatable {
    /// What the catalogue says of it.
    public let assumption: Assumption
    /// What it is in this projection.
    public let value: AssumedValue
    /// Who says so.
    public let origin: Origin

    /// Whether it differs in origin from the catalogue's own.
    public var isOverridden: Bool { origin != .catalogue }

    /// A draw from a uniform random number; a tail beyond what the value can be at all ends there, and what
    /// is counted is rounded (``Assumption/isWhole``).
    ///
    /// - Parameter uniform: strictly between 0 and 1.
    /// - Returns: a finite number in the assumption's range.
    /// - Throws: ``AssumptionError/notAProbability(_:)``.
    public func draw(_ uniform: Double) throws(AssumptionError) -> Double {
      let point = try value.quantile(uniform)
      let bound = min(max(point, assumption.range.lowerBound), assumption.range.upperBound)
      return assumption.isWhole ? bound.rounded() : bound
    }
  }

  /// The entries in the order of the catalogue.
  public let entries: [Entry]
  private let places: [String: Int]
  private let catalog: AssumptionCatalog

  /// Shares of one whole, the rest of which is something else.
  private static let wholes = [
    ["posture.share_transactional", "posture.share_demanding"], ["ask.mix_cost_plus", "ask.mix_status_quo"],
  ]

  /// The assumptions of a projection.
  ///
  /// A value has to lie in the range of its assumption: its bounds, or for a normal that is not cut its points of 0.1
  /// and 99.9 per cent.
  ///
  /// - Parameters:
  ///   - catalog: the defaults.
  ///   - scenario: what the scenario says otherwise.
  ///   - options: what `--assume` says otherwise, above the scenario.
  /// - Throws: ``AssumptionError`` for an unknown key, a value out of range, or shares above one.
  public init(
    _ catalog: AssumptionCatalog = .standard, scenario: [String: ScenarioOverride] = [:],
    options: [String: AssumedValue] = [:]
  ) throws(AssumptionError) {
    for key in (Array(scenario.keys) + Array(options.keys)).sorted() { _ = try catalog.assumption(key) }
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    for assumption in catalog.assumptions {
      let entry: Entry
      if let value = options[assumption.key] {
        entry = Entry(assumption: assumption, value: value, origin: .option)
      } else if let override = scenario[assumption.key] {
        entry = Entry(
          assumption: assumption, value: override.value,
          origin: .scenario(reason: override.reason, sources: override.sources))
      } else {
        entry = Entry(assumption: assumption, value: assumption.value, origin: .catalogue)
      }
      try assumption.requireInRange(entry.value)
      places[assumption.key] = entries.count
      entries.append(entry)
    }
    self.entries = entries
    self.places = places
    self.catalog = catalog
    try requireWholes()
  }

  private func requireWholes() throws(AssumptionError) {
    for keys in Self.wholes {
      var total = 0.0
      for key in keys { total += try entry(key).value.reach.upperBound }
      // 0.7 + 0.3 may exceed one by a rounding.
      guard total <= 1 + 1e-12 else { throw .sharesAboveOne(keys: keys, total: total) }
    }
  }

  /// The entry of a key.
  ///
  /// - Parameter key: the switch.
  /// - Returns: the entry.
  /// - Throws: ``AssumptionError/unknownKey(_:nearest:)``.
  public func entry(_ key: String) throws(AssumptionError) -> Entry {
    guard let place = places[key] else {
      throw .unknownKey(key, nearest: nearestName(to: key, among: entries.map(\.assumption.key)))
    }
    return entries[place]
  }

  /// The value of a key.
  ///
  /// - Parameter key: the switch.
  /// - Returns: what it is in this projection.
  /// - Throws: ``AssumptionError/unknownKey(_:nearest:)``.
  public func value(_ key: String) throws(AssumptionError) -> AssumedValue { try entry(key).value }

  /// The value of a key that scenario or option set, for what a projection fits itself otherwise.
  ///
  /// - Parameter key: the switch.
  /// - Returns: the value, or `nil` where the catalogue's default stands.
  /// - Throws: ``AssumptionError/unknownKey(_:nearest:)``.
  public func override(_ key: String) throws(AssumptionError) -> AssumedValue? {
    let entry = try entry(key)
    return entry.isOverridden ? entry.value : nil
  }
}

extension AssumptionBook {
  /// The same book with one assumption at another value, as by an option.
  ///
  /// - Parameters:
  ///   - key: the switch.
  ///   - value: the value.
  /// - Returns: the book.
  /// - Throws: ``AssumptionError`` when the value is out of range.
  func replacing(_ key: String, with value: AssumedValue) throws(AssumptionError) -> AssumptionBook {
    var options: [String: AssumedValue] = [:]
    for entry in entries where entry.isOverridden { options[entry.assumption.key] = entry.value }
    options[key] = value
    return try AssumptionBook(catalog, options: options)
  }
}
