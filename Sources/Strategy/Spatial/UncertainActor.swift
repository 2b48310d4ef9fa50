/// An actor whose position is known within a range.
public struct UncertainActor: Hashable, Sendable {
  /// The actor at the most likely position.
  public let central: SpatialActor
  /// The lowest position that is thought possible.
  public let low: Double
  /// The highest.
  public let high: Double

  /// An actor.
  ///
  /// - Parameters:
  ///   - central: with the most likely position.
  ///   - low: at most that position.
  ///   - high: at least that position.
  /// - Throws: `notFinite` or `outside`.
  public init(_ central: SpatialActor, low: Double, high: Double) throws(StrategyError) {
    try StrategyError.requireFinite(low, .positionRange)
    try StrategyError.requireFinite(high, .positionRange)
    guard low > -1e100, high < 1e100 else {
      throw .outside(.positionRange, value: "\(low) to \(high)", allowed: "of magnitude below 1e100")
    }
    guard low <= central.position, central.position <= high else {
      throw .outside(
        .positionRange, value: "\(low) to \(high)",
        allowed: "from low to high, with \(central.position) between")
    }
    self.central = central
    self.low = low
    self.high = high
  }

  /// The point of the triangular distribution over the range with the mode at the central position.
  ///
  /// - Parameter share: the probability below it, from 0 to 1.
  /// - Returns: low + √(share · width · (mode - low)) below the mode, high - √((1 - share) · width · (high - mode)) above.
  func position(at share: Double) -> Double {
    let (mode, width) = (central.position, high - low)
    guard width > 0 else { return mode }
    if share * width < mode - low { return low + (share * (mode - low)).squareRoot() * width.squareRoot() }
    return high - ((1 - share) * (high - mode)).squareRoot() * width.squareRoot()
  }
}
