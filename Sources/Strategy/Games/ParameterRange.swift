/// The values of a parameter at which some lines are all not negative, or all positive: an interval.
public struct ParameterRange: Equatable, Sendable, CustomStringConvertible {
  /// The lower end, or `nil` without one.
  public private(set) var lower: Rational?
  /// The upper end, or `nil` without one.
  public private(set) var upper: Rational?
  /// Whether the ends belong to it.
  public let isClosed: Bool

  /// The values at which the lines hold, or `nil` for no value at all.
  ///
  /// - Parameters:
  ///   - lines: constant + slope × parameter.
  ///   - isClosed: whether zero will do for each line, or it has to be positive.
  public init?(where lines: some Sequence<AffineForm>, isClosed: Bool) {
    self.isClosed = isClosed
    for line in lines {
      guard let root = try? (-line.constant).divided(by: line.slope) else {
        guard line.constant > 0 || isClosed && line.constant.isZero else { return nil }
        continue
      }
      if line.slope > 0 {
        lower = max(lower ?? root, root)
      } else {
        upper = min(upper ?? root, root)
      }
    }
    if let lower, let upper, lower > upper || !isClosed && lower == upper { return nil }
  }

  /// The interval as people write it: `[1, inf)`.
  public var description: String {
    let start = lower.map { (isClosed ? "[" : "(") + "\($0)" } ?? "(-inf"
    let end = upper.map { "\($0)" + (isClosed ? "]" : ")") } ?? "inf)"
    return start + ", " + end
  }
}
