internal import Series

/// Why an assumption is refused.
public enum AssumptionError: Error, Sendable, Equatable {
  /// Text that is neither a number nor a distribution.
  case notAValue(String)
  /// A number that is NaN or infinite.
  case notFinite(String)
  /// Bounds in the wrong order, or equal.
  case unordered(lower: Double, upper: Double)
  /// A standard deviation below zero.
  case negativeDeviation(Double)
  /// A parameter of a beta distribution that is not above zero.
  case notPositiveShape(Double)
  /// A cut that leaves nothing of the distribution.
  case emptyCut(String)
  /// A probability that is not strictly between 0 and 1.
  case notAProbability(Double)
  /// No assumption of this name; the nearest one, if any is close.
  case unknownKey(String, nearest: String?)
  /// A value that the assumption cannot have.
  case outOfRange(key: String, value: AssumedValue, range: ClosedRange<Double>)
  /// A value with a number too large to be computed with, as it was written.
  case beyondRange(key: String, text: String, range: ClosedRange<Double>)
  /// A fraction of what is counted in whole numbers.
  case notWhole(key: String, value: AssumedValue)
  /// What stood at a date is not on record: an assumption whose first state is dated later.
  case notKnown(key: String, date: String)
  /// Shares of one whole that can add up to more than one.
  case sharesAboveOne(keys: [String], total: Double)
  /// Text that is not `key=value`.
  case notAnAssignment(String)
  /// One assumption given twice.
  case repeatedKey(String)
}

extension AssumptionError: CustomStringConvertible {
  /// One line that says what is wrong, and what was expected.
  public var description: String {
    switch self {
    case .notAValue(let text):
      "'\(text)' is no assumed value; expected a number, uniform(LOWER, UPPER), normal(MEAN, SD), "
        + "normal(MEAN, SD, LOWER, UPPER) or beta(A, B)"
    case .notFinite(let text): "'\(text)' holds a number that is not finite"
    case .unordered(let lower, let upper):
      "the lower bound \(numeral(lower)) is not below the upper bound \(numeral(upper))"
    case .negativeDeviation(let value): "the standard deviation \(numeral(value)) is below zero"
    case .notPositiveShape(let value):
      "the parameter \(numeral(value)) of a beta distribution is not above zero"
    case .emptyCut(let text): "the cut leaves nothing of '\(text)'"
    case .notAProbability(let value): "\(numeral(value)) is not strictly between 0 and 1"
    case .unknownKey(let key, let nearest):
      "unknown assumption '\(key)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; 'burdenshare scenario show NAME' lists them all")
    case .outOfRange(let key, let value, let range):
      "'\(key)': \(value) is out of range; expected \(numeral(range.lowerBound)) to \(numeral(range.upperBound))"
        + (value.hasUnboundedTails ? ", cut like normal(MEAN, SD, LOWER, UPPER) if need be" : "")
    case .beyondRange(let key, let text, let range):
      "'\(key)': \(text) is out of range; expected \(numeral(range.lowerBound)) to \(numeral(range.upperBound))"
    case .notWhole(let key, let value):
      "'\(key)': \(value) is no whole number; give whole months or years, or a distribution, whose draws are rounded"
    case .notKnown(let key, let date): "'\(key)' has no value for what was known on \(date)"
    case .sharesAboveOne(let keys, let total):
      "'\(keys.joined(separator: "' and '"))' can add up to \(numeral(total)); shares of one whole add up to at most 1"
    case .notAnAssignment(let text): "'\(text)' is not KEY=VALUE"
    case .repeatedKey(let key): "'\(key)' is given twice"
    }
  }
}
