public import Series

/// What a projection says of one quantity in one period.
public struct ProjectedQuantity: Sendable, Equatable {
  /// The probabilities of ``quantiles``.
  public static let probabilities = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

  /// What is measured: `hns`, `hns_first_year`, `hns_term_mean`, `term_years`, `package_value`, `defense_gdp_ratio`.
  public let measure: String
  /// In what.
  public let unit: Unit
  /// The period's label: `FY2027`; of a measure of a whole term, its first and last one.
  public let period: String
  /// The mean of the draws.
  public let mean: Double
  /// The quantiles of the draws at ``probabilities``, by linear interpolation between order statistics.
  public let quantiles: [Double]

  /// The median.
  public var median: Double { quantiles[3] }
}
