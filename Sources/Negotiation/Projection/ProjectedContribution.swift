public import Series

/// How much a group of assumptions moves the median of one quantity.
public struct ProjectedContribution: Sendable, Equatable {
  /// The quantity.
  public let measure: String
  /// In what.
  public let unit: Unit
  /// Its period.
  public let period: String
  /// The driver, or `neutral` for the median with every driver switched off.
  public let driver: String
  /// In the unit of the quantity; with the neutral median they add up to the median of the contributions' own draws.
  public let contribution: Double
}
