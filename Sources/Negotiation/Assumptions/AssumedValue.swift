internal import Probability
internal import Series

/// What a scenario assumes a quantity to be: one number, or a distribution from which every draw takes its own.
///
/// Every value is finite and ordered by construction, so that a draw from it is a finite number.
public struct AssumedValue: Sendable, Hashable {
  /// The forms that a value can take.
  public enum Form: Sendable, Hashable {
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

  /// The form.
  public let form: Form

  /// Larger numbers mean nothing here, and their products would leave the range of `Double`.
  static let largest = 1e100

  /// A value.
  ///
  /// - Parameter form: numbers up to 1e100 in magnitude; bounds in order; a standard deviation of zero or above, a
  ///   beta distribution's parameters above zero; a cut that leaves at least one millionth of the distribution.
  /// - Throws: ``AssumptionError``.
  public init(_ form: Form) throws(AssumptionError) {
    let value = AssumedValue(unchecked: form)
    guard value.numbers.allSatisfy({ $0.magnitude <= Self.largest }) else {
      throw .notFinite(value.description)
    }
    switch form {
    case .fixed: break
    case .uniform(let lower, let upper):
      guard lower < upper else { throw .unordered(lower: lower, upper: upper) }
    case .normal(_, let deviation):
      guard deviation >= 0 else { throw .negativeDeviation(deviation) }
    case .truncatedNormal(let mean, let deviation, let lower, let upper):
      guard deviation >= 0 else { throw .negativeDeviation(deviation) }
      guard lower < upper else { throw .unordered(lower: lower, upper: upper) }
      let cut = NormalCut(mean: mean, standardDeviation: deviation, lower: lower, upper: upper)
      guard cut.mass >= 1e-6 else { throw .emptyCut(value.description) }
    case .beta(let successes, let failures):
      for shape in [successes, failures] where !(shape > 0) { throw .notPositiveShape(shape) }
    }
    self = value
  }

  /// A value that a test has checked: an entry of the catalogue.
  init(unchecked form: Form) { self.form = form }

  /// One number.
  ///
  /// - Parameter value: finite.
  /// - Throws: ``AssumptionError/notFinite(_:)``.
  public init(_ value: Double) throws(AssumptionError) { try self.init(.fixed(value)) }

  private var numbers: [Double] {
    switch form {
    case .fixed(let value): [value]
    case .uniform(let lower, let upper): [lower, upper]
    case .normal(let mean, let deviation): [mean, deviation]
    case .truncatedNormal(let mean, let deviation, let lower, let upper): [mean, deviation, lower, upper]
    case .beta(let successes, let failures): [successes, failures]
    }
  }

  /// Whether it is one number.
  public var isFixed: Bool {
    switch form {
    case .fixed: true
    default: false
    }
  }

  /// Whether no bound ends its tails: a normal that is not cut.
  var hasUnboundedTails: Bool {
    switch form {
    case .normal(_, let deviation): deviation > 0
    default: false
    }
  }

  /// The mean.
  public var mean: Double {
    switch form {
    case .fixed(let value): value
    case .uniform(let lower, let upper): 0.5 * (lower + upper)
    case .normal(let mean, _): mean
    case .truncatedNormal(let mean, let deviation, let lower, let upper):
      NormalCut(mean: mean, standardDeviation: deviation, lower: lower, upper: upper).expectedValue
    case .beta(let successes, let failures): 1 / (1 + failures / successes)
    }
  }

  /// The median.
  public var median: Double { point(0.5) }

  /// The point that is not exceeded with a given probability: with a uniform random number, a draw.
  ///
  /// - Parameter probability: strictly between 0 and 1; the same gives the same.
  /// - Returns: a finite number.
  /// - Throws: ``AssumptionError/notAProbability(_:)``, for NaN too.
  public func quantile(_ probability: Double) throws(AssumptionError) -> Double {
    guard probability > 0, probability < 1 else { throw .notAProbability(probability) }
    return point(probability)
  }

  /// The quantile for a probability that is known to lie strictly between 0 and 1.
  private func point(_ probability: Double) -> Double {
    switch form {
    case .fixed(let value): return value
    case .uniform(let lower, let upper): return lower + (upper - lower) * probability
    case .normal(let mean, let deviation):
      // The only refusal is of a probability outside the unit interval.
      return mean + deviation * ((try? Normal.standard.quantile(probability)) ?? 0)
    case .truncatedNormal(let mean, let deviation, let lower, let upper):
      return NormalCut(mean: mean, standardDeviation: deviation, lower: lower, upper: upper)
        .quantile(probability)
    case .beta(let successes, let failures):
      let distribution = try? Beta(successes: successes, failures: failures)
      return (try? distribution?.quantile(probability)) ?? mean
    }
  }

  /// The values between which nearly all draws lie: bounds where there are any, else the points of 0.1 and 99.9 per
  /// cent.
  var reach: ClosedRange<Double> {
    switch form {
    case .fixed(let value): value...value
    case .uniform(let lower, let upper): lower...upper
    case .truncatedNormal(let mean, let deviation, let lower, let upper):
      deviation > 0 ? lower...upper : mean...mean
    case .beta: 0...1
    case .normal: point(0.001)...point(0.999)
    }
  }
}

extension AssumedValue: CustomStringConvertible {
  /// The text that gives the value back: `0.3`, `uniform(0, 0.5)`, `normal(0.5, 0.2)`, `beta(2.5, 1.5)`.
  public var description: String {
    let list = numbers.map(numeral).joined(separator: ", ")
    switch form {
    case .fixed: return list
    case .uniform: return "uniform(\(list))"
    case .normal, .truncatedNormal: return "normal(\(list))"
    case .beta: return "beta(\(list))"
    }
  }
}
