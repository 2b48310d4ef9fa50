/// What a scenario assumes a quantity to be: one number, or a distribution from which every draw takes its own.
public enum AssumedValue: Sendable, Hashable {
  /// One number.
  case fixed(Double)
  /// Uniform between two numbers.
  case uniform(lower: Double, upper: Double)
  /// Normal.
  case normal(mean: Double, standardDeviation: Double)
  /// Normal, cut at two numbers.
  case truncatedNormal(mean: Double, standardDeviation: Double, lower: Double, upper: Double)
  /// Beta, a probability known from a + b - 2 or so cases.
  case beta(successes: Double, failures: Double)
}
