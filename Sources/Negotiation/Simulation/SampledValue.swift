internal import Probability

/// An assumption's value, ready for a million draws: a number, or equally likely quantiles of a distribution.
struct SampledValue {
  /// The midpoints of 512 equal shares of probability: their median is the distribution's, their spread within a
  /// thousandth of it.
  static let shares = 512

  private let values: [Double]

  /// - Parameter value: what is assumed.
  /// - Throws: `ProbabilityError` when a quantile cannot be made.
  init(_ value: AssumedValue) throws(ProbabilityError) {
    if case .fixed(let number) = value {
      values = [number]
      return
    }
    var values: [Double] = []
    for share in 0..<Self.shares {
      values.append(try value.quantile((Double(share) + 0.5) / Double(Self.shares)))
    }
    self.values = values
  }

  /// The value in a draw.
  ///
  /// - Parameter uniform: strictly between 0 and 1.
  /// - Returns: one of the values.
  func value(_ uniform: Double) -> Double {
    values.count == 1 ? values[0] : values[min(Int(uniform * Double(values.count)), values.count - 1)]
  }

  /// Whether all draws have the same value.
  var isFixed: Bool { values.count == 1 }
}
