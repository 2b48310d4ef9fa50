internal import Probability

/// An assumption's value, ready for a million draws: a number, or equally likely quantiles of a distribution.
struct SampledValue: Sendable {
  /// The midpoints of so many equal shares of probability: their median is the distribution's, and their spread that of
  /// the distribution to a thousandth.
  static let shares = 512

  private let values: [Double]

  /// The values of an entry.
  ///
  /// - Parameter entry: of the book.
  /// - Throws: ``AssumptionError`` when a quantile cannot be made.
  init(_ entry: AssumptionBook.Entry) throws(AssumptionError) {
    if entry.value.isFixed {
      values = [try entry.draw(0.5)]
      return
    }
    var values: [Double] = []
    for share in 0..<Self.shares {
      values.append(try entry.draw((Double(share) + 0.5) / Double(Self.shares)))
    }
    self.values = values
  }

  /// The values of a distribution by its quantile function.
  ///
  /// - Parameter quantile: the point of a probability.
  /// - Throws: `ProbabilityError` when one cannot be made.
  init(
    quantile: (Double) throws(ProbabilityError) -> Double
  ) throws(ProbabilityError) {
    var values: [Double] = []
    for share in 0..<Self.shares {
      values.append(try quantile((Double(share) + 0.5) / Double(Self.shares)))
    }
    self.values = values
  }

  /// One number in all draws.
  ///
  /// - Parameter value: the number.
  init(fixed value: Double) { values = [value] }

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
