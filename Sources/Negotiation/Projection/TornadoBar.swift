public import Series

/// What one assumption does to a projection when it is moved from its low to its high end, all others as they are.
public struct TornadoBar: Sendable, Equatable {
  /// The switch.
  public let key: String
  /// Whether it is estimated or assumed.
  public let mark: Assumption.Mark
  /// The quantity.
  public let measure: String
  /// In what.
  public let unit: Unit
  /// Its period.
  public let period: String
  /// The lower end of the assumption.
  public let low: Double
  /// Its upper end.
  public let high: Double
  /// The unit of bars of an event.
  static let probability = Unit("probability")

  /// The median of the quantity as projected; of an event its probability, here and at the ends.
  public let median: Double
  /// The median with the assumption at its lower end.
  public let medianAtLow: Double
  /// The median with the assumption at its upper end.
  public let medianAtHigh: Double

  /// How far the two medians lie apart.
  public var swing: Double { (medianAtHigh - medianAtLow).magnitude }
}
