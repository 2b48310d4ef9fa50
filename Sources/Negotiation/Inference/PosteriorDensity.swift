/// A density over unconstrained parameters, known up to a factor.
protocol PosteriorDensity: Sendable {
  /// How many parameters there are; none of them is bounded.
  var dimension: Int { get }

  /// The logarithm of the density at a point, up to a constant; `-infinity` where it is zero.
  ///
  /// The parameters are scaled so that their prior has standard deviations near one.
  ///
  /// - Parameter point: as many numbers as there are parameters.
  /// - Returns: never NaN.
  func logDensity(at point: [Double]) -> Double
}
