/// One figure of what an ally bears, by one way of counting.
public struct BurdenEstimate: Sendable, Equatable {
  /// What is measured.
  public enum Measure: String, CaseIterable, Sendable {
    /// US dollars a year for each US soldier in the country.
    case perTroop = "contribution-per-troop"
    /// Per cent of the cost of stationing, which every estimator counts differently.
    case stationingShare = "share-of-stationing-cost"
    /// Per cent of the ally's GDP.
    case gdpShare = "share-of-gdp"

    /// The unit of its values.
    public var unit: String { self == .perTroop ? "USD" : "percent" }
  }

  /// The ally, as ISO 3166 writes it.
  public let ally: String
  /// The year or years, `2016-2019`.
  public let period: String
  /// What is measured.
  public let measure: Measure
  /// The figure.
  public let value: Double
  /// Whose count it is, or how it was computed here.
  public let estimate: String
  /// Its sources.
  public let sources: [String]
}

extension DataPackage {
  /// Every figure of the package on what allies bear, ally by ally; sums of several allies are left out.
  ///
  /// Shares of stationing cost stand as published; where there is support and US cost but no share, the share is support
  /// over the sum of both and says so. Every count of support is also divided by the troops and by the GDP of the same
  /// years, as far as the package has them.
  ///
  /// - Returns: by ally, measure and period.
  /// - Throws: ``DataError``.
  public func burdenEstimates() throws(DataError) -> [BurdenEstimate] {
    var counts = try BurdenCounts(self)
    try counts.addAllies()
    try counts.addJapan()
    for ally in BurdenCounts.economies.keys.sorted() { try counts.addBudget(of: ally) }
    return counts.sorted
  }
}
