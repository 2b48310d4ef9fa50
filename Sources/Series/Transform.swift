#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A monotone map of values under which a model may fit better.
///
/// Equations, with `y` on the series' scale and `x` on the model's: `none` x = y; `log` x = ln y;
/// `logit` x = ln(y / (100 - y)) for a percentage; `boxCox` x = (y^λ - 1) / λ, and ln y at λ = 0
/// (Box & Cox 1964).
public enum Transform: Sendable, Equatable {
  /// The values as they are.
  case none
  /// The natural logarithm; positive values only.
  case log
  /// The log odds of a percentage; values strictly between 0 and 100 only.
  case logit
  /// The power family with this λ; positive values only.
  case boxCox(lambda: Double)

  /// The transformed value, or `nil` where the transform is not defined.
  ///
  /// - Parameter value: on the series' scale.
  /// - Returns: on the model's scale; never NaN.
  public func forward(_ value: Double) -> Double? {
    switch self {
    case .none: return value
    case .log: return value > 0 ? cLog(value) : nil
    case .logit: return value > 0 && value < 100 ? cLog(value / (100 - value)) : nil
    case .boxCox(let lambda):
      guard value > 0 else { return nil }
      if lambda == 0 { return cLog(value) }
      return expm1(lambda * cLog(value)) / lambda
    }
  }

  /// The value on the series' scale.
  ///
  /// Edge Cases: under a Box-Cox with λ > 0 an argument below -1/λ has no preimage and gives 0, the lower
  /// end of the scale; with λ < 0 one above -1/λ gives infinity.
  ///
  /// - Parameter value: on the model's scale.
  /// - Returns: on the series' scale.
  public func inverse(_ value: Double) -> Double {
    switch self {
    case .none: return value
    case .log: return exp(value)
    case .logit: return value >= 0 ? 100 / (1 + exp(-value)) : 100 * exp(value) / (1 + exp(value))
    case .boxCox(let lambda):
      if lambda == 0 { return exp(value) }
      let base = lambda * value
      guard base > -1 else { return lambda > 0 ? 0 : .infinity }
      return exp(log1p(base) / lambda)
    }
  }

  /// The derivative of ``forward(_:)``, by which a density on the model's scale becomes one on the series'.
  ///
  /// - Parameter value: on the series' scale, where the transform is defined.
  /// - Returns: dx/dy.
  public func derivative(_ value: Double) -> Double {
    switch self {
    case .none: 1
    case .log: 1 / value
    case .logit: 100 / (value * (100 - value))
    case .boxCox(let lambda): pow(value, lambda - 1)
    }
  }
}

extension Transform: CustomStringConvertible {
  /// The name by which options call it.
  public var description: String {
    switch self {
    case .none: "none"
    case .log: "log"
    case .logit: "logit"
    case .boxCox(let lambda): "box-cox:\(numeral(lambda))"
    }
  }
}

/// `log` of the C library, under a name that the enum's own case does not hide.
private func cLog(_ value: Double) -> Double {
  #if canImport(Darwin)
    Darwin.log(value)
  #else
    Glibc.log(value)
  #endif
}
