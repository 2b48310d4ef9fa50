/// One of the ten non-seasonal forms of exponential smoothing: how errors enter and what the trend does.
///
/// Hyndman, Koehler, Ord & Snyder (2008), tables 2.2 and 2.3. With expected value μ and error e = y - μ all forms
/// share one recursion, l = μ + α e, and with an additive trend μ = l + φ b, b = φ b + β e, with a multiplicative
/// one μ = l b^φ, b = b^φ + β e / l(t-1). The errors' law differs: e normal, or e / μ normal.
public struct SmoothingForm: Sendable, Hashable, CustomStringConvertible {
  /// How errors enter.
  public enum Errors: Sendable, Hashable {
    /// y = μ + e, e normal.
    case additive
    /// y = μ (1 + e), e normal; for positive values only.
    case multiplicative
  }

  /// What the trend does.
  public enum Trend: Sendable, Hashable {
    /// There is none.
    case none
    /// A slope is added every year.
    case additive
    /// A slope that fades is added every year.
    case dampedAdditive
    /// The level is multiplied by a factor every year.
    case multiplicative
    /// The level is multiplied by a factor that fades.
    case dampedMultiplicative
  }

  /// How errors enter.
  public let errors: Errors
  /// What the trend does.
  public let trend: Trend

  /// A form; every combination exists.
  public init(errors: Errors, trend: Trend) {
    self.errors = errors
    self.trend = trend
  }

  /// The form of a short name.
  ///
  /// - Parameter name: `ANN`, `AAN`, `AAdN`, `AMN`, `AMdN`, or the same with `M` first.
  public init?(_ name: String) {
    guard let form = Self.unrestricted.first(where: { $0.name == name }) else { return nil }
    self = form
  }

  /// The six forms that `ets` chooses from, the simpler ones first.
  public static let standard: [SmoothingForm] = [
    SmoothingForm(errors: .additive, trend: .none), SmoothingForm(errors: .multiplicative, trend: .none),
    SmoothingForm(errors: .additive, trend: .additive),
    SmoothingForm(errors: .multiplicative, trend: .additive),
    SmoothingForm(errors: .additive, trend: .dampedAdditive),
    SmoothingForm(errors: .multiplicative, trend: .dampedAdditive),
  ]

  /// The standard forms and multiplicative trends with multiplicative errors.
  public static let withMultiplicativeTrends: [SmoothingForm] =
    standard + [
      SmoothingForm(errors: .multiplicative, trend: .multiplicative),
      SmoothingForm(errors: .multiplicative, trend: .dampedMultiplicative),
    ]

  /// All ten; an additive error around a multiplicative trend has a forecast variance without a formula and can
  /// leave the positive numbers.
  public static let unrestricted: [SmoothingForm] =
    withMultiplicativeTrends + [
      SmoothingForm(errors: .additive, trend: .multiplicative),
      SmoothingForm(errors: .additive, trend: .dampedMultiplicative),
    ]

  /// The number of α, β, φ, l(0), b(0) that the form has.
  public var parameterCount: Int {
    switch trend {
    case .none: 2
    case .additive, .multiplicative: 4
    case .dampedAdditive, .dampedMultiplicative: 5
    }
  }

  /// The fewest values with which the errors' variance has two degrees of freedom.
  public var minimumObservations: Int { parameterCount + 2 }

  /// The short name: `AAdN`; the last letter says that there is no season.
  public var name: String {
    let trend =
      switch trend {
      case .none: "N"
      case .additive: "A"
      case .dampedAdditive: "Ad"
      case .multiplicative: "M"
      case .dampedMultiplicative: "Md"
      }
    return (errors == .additive ? "A" : "M") + trend + "N"
  }

  /// The name as books write it: `ETS(A,Ad,N)`.
  public var description: String {
    "ETS(\(name.prefix(1)),\(name.dropFirst().dropLast()),N)"
  }

  /// Whether there is a slope or a growth factor.
  var hasTrend: Bool { trend != .none }
  /// Whether the trend fades.
  var isDamped: Bool { trend == .dampedAdditive || trend == .dampedMultiplicative }
  /// Whether the level is multiplied by a factor.
  var isGrowth: Bool { trend == .multiplicative || trend == .dampedMultiplicative }
  /// Whether values have to be positive: relative errors, or a level that is multiplied.
  var needsPositive: Bool { errors == .multiplicative || isGrowth }
  /// The number of α, β, φ.
  var weightCount: Int { isDamped ? 3 : hasTrend ? 2 : 1 }
}
