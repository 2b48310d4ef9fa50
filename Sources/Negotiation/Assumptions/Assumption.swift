public import Series

/// One number of a projection that the data do not settle alone, with its mark, its reason and the switch that changes it.
public struct Assumption: Sendable, Equatable {
  /// Where the value comes from.
  public enum Mark: Sendable, Hashable, CustomStringConvertible {
    /// From so many rounds or cases of the record.
    case estimated(Int)
    /// By judgement.
    case assumed

    /// `E 9` or `A`, as reports print it.
    public var description: String {
      switch self {
      case .estimated(let count): "E \(count)"
      case .assumed: "A"
      }
    }
  }

  /// The switch: `--assume key=value`, and the key in a scenario.
  public let key: String
  /// What it is.
  public let value: AssumedValue
  /// The ends between which the tornado moves it.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// What the value can be at all.
  public let range: ClosedRange<Double>
  /// Whether estimated or assumed.
  public let mark: Mark
  /// Whether the value only stands in for what a projection fits itself, unless it is overridden.
  public let isFitted: Bool
  /// What it means, with its unit.
  public let meaning: String
  /// Why this value.
  public let reason: String
  /// From when on what the reason rests on was known; `nil` where it rests on nothing dated.
  public let knownSince: PartialDate?
  /// What stood before, the latest first; the last one rests on nothing dated.
  public let earlier: [Assumption]

  /// An assumption.
  ///
  /// - Parameters:
  ///   - key: its switch.
  ///   - value: what it is.
  ///   - low: the lower end of the tornado.
  ///   - high: the upper end.
  ///   - range: what the value can be at all.
  ///   - mark: estimated or assumed.
  ///   - isFitted: whether a projection fits it, unless it is overridden.
  ///   - meaning: what it means, with its unit.
  ///   - reason: why this value.
  ///   - knownSince: from when on its evidence was known, `nil` for none that has a date.
  ///   - earlier: what stood before, the latest first.
  public init(
    _ key: String, _ value: AssumedValue, low: Double, high: Double, range: ClosedRange<Double>, mark: Mark,
    isFitted: Bool = false, meaning: String, reason: String, knownSince: PartialDate? = nil,
    earlier: [Assumption] = []
  ) {
    self.key = key
    self.value = value
    self.low = low
    self.high = high
    self.range = range
    self.mark = mark
    self.isFitted = isFitted
    self.meaning = meaning
    self.reason = reason
    self.knownSince = knownSince
    self.earlier = earlier
  }

  /// Refuses a value that it cannot have: bounds outside the range, or for a normal that is not cut its points of 0.1 and
  /// 99.9 per cent.
  ///
  /// - Parameter value: the value.
  /// - Throws: ``AssumptionError/outOfRange(key:value:range:)``, or ``AssumptionError/notWhole(key:value:)`` for a fraction of
  ///   what is counted.
  public func requireInRange(_ value: AssumedValue) throws(AssumptionError) {
    let reach = value.reach
    guard reach.lowerBound >= range.lowerBound, reach.upperBound <= range.upperBound else {
      throw .outOfRange(key: key, value: value, range: range)
    }
    if isWhole, case .fixed(let number) = value.form, number != number.rounded() {
      throw .notWhole(key: key, value: value)
    }
  }

  /// Whether only whole numbers mean anything: months that are counted on the calendar, and years.
  ///
  /// One number must be whole; what is drawn from a distribution is rounded.
  public var isWhole: Bool { Self.wholeKeys.contains(key) }

  private static let wholeKeys: Set<String> = [
    "stopgap.transition_months", "furlough.after_months", "election.window_months", "ratification.months",
    "ratification.late_months", "talks.followed_months", "precedent.months", "growth.record_from",
    "growth.prices_from",
  ]

  /// The value that a text gives it.
  ///
  /// - Parameter text: as files and options write values.
  /// - Returns: a value in its range.
  /// - Throws: ``AssumptionError``; numbers too large to be computed with are out of range.
  public func value(text: String) throws(AssumptionError) -> AssumedValue {
    let value: AssumedValue
    do {
      value = try AssumedValue(text: text)
    } catch {
      if case .notFinite = error { throw .beyondRange(key: key, text: text, range: range) }
      throw error
    }
    try requireInRange(value)
    return value
  }
}
