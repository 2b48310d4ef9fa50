internal import Series

/// Why an option's value is refused.
public enum OptionError: Error, Sendable, Equatable {
  /// A forecast horizon outside 1...100 years.
  case horizonOutOfRange(Int)
  /// A level that is not strictly between 0 and 100 per cent.
  case levelOutOfRange(Double)
  /// A count below its least.
  case belowLeast(option: String, value: Int, least: Int)
  /// A count above its most.
  case aboveMost(option: String, value: Int, most: Int)
}

extension OptionError: CustomStringConvertible {
  /// One line that says what was given and what is accepted.
  public var description: String {
    switch self {
    case .horizonOutOfRange(let years):
      "horizon \(years) is outside 1 to \(Horizon.longest) years"
    case .levelOutOfRange(let percent):
      "level \(numeral(percent)) is not strictly between 0 and 100 per cent"
    case .aboveMost(let option, let value, let most): "\(option) \(value) is above \(most)"
    case .belowLeast(let option, let value, let least): "\(option) \(value) is below \(least)"
    }
  }
}
