/// The checks that every initialiser and score shares.
extension ProbabilityError {
  static func requireFinite(
    _ value: Double, _ argument: Argument, at index: Int? = nil
  ) throws(ProbabilityError) {
    guard value.isFinite else { throw .notFinite(argument, index: index) }
  }

  static func requirePositive(
    _ value: Double, _ argument: Argument, at index: Int? = nil
  ) throws(ProbabilityError) {
    try requireFinite(value, argument, at: index)
    guard value > 0 else { throw .notPositive(argument, value: value, index: index) }
  }

  static func requireNonnegative(
    _ value: Double, _ argument: Argument, at index: Int? = nil
  ) throws(ProbabilityError) {
    try requireFinite(value, argument, at: index)
    guard value >= 0 else { throw .negative(argument, value: value, index: index) }
  }

  /// Strictly between 0 and 1: quantile levels, for which the ends have no finite quantile.
  static func requireInteriorProbability(
    _ value: Double, _ argument: Argument, at index: Int? = nil
  ) throws(ProbabilityError) {
    try requireFinite(value, argument, at: index)
    guard value > 0, value < 1 else {
      throw .outsideUnitInterval(argument, value: value, index: index)
    }
  }

  /// From 0 to 1, both ends allowed: the forecast of an event.
  static func requireProbability(
    _ value: Double, _ argument: Argument, at index: Int? = nil
  ) throws(ProbabilityError) {
    try requireFinite(value, argument, at: index)
    guard value >= 0, value <= 1 else {
      throw .outsideUnitInterval(argument, value: value, index: index)
    }
  }

  static func requireCount<Values: Collection>(
    of values: Values, _ argument: Argument, atLeast minimum: Int
  ) throws(ProbabilityError) {
    guard values.count >= minimum else {
      throw .tooFew(argument, minimum: minimum, actual: values.count)
    }
  }

  static func requireSameCount<Values: Collection>(
    _ values: Values, _ argument: Argument, as expected: Int
  ) throws(ProbabilityError) {
    guard values.count == expected else {
      throw .lengthMismatch(argument, expected: expected, actual: values.count)
    }
  }

  /// Passes a result on, unless it has left the range of `Double`.
  static func representable(
    _ value: Double, _ quantity: Quantity, at index: Int? = nil
  ) throws(ProbabilityError) -> Double {
    guard value.isFinite else { throw .notRepresentable(quantity, index: index) }
    return value
  }
}
