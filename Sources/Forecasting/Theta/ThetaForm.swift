/// Which of the four state-space theta models is meant.
///
/// Source: Fiorucci, Pellegrini, Louzada & Petropoulos (2016), section 3.
///
/// The time regression is taken once over the whole record (static) or anew after each value (dynamic); θ is
/// estimated (optimised) or 2 (standard).
enum ThetaForm: Sendable, Equatable, CaseIterable {
  /// STM: one regression, θ = 2; the point forecasts are those of the theta method.
  case standard
  /// OTM: one regression, θ estimated.
  case optimised
  /// DSTM: a regression of all values so far, θ = 2.
  case dynamicStandard
  /// DOTM: a regression of all values so far, θ estimated.
  case dynamicOptimised

  /// Whether the regression follows the values.
  var isDynamic: Bool { self == .dynamicStandard || self == .dynamicOptimised }

  /// 1 - 1/θ where θ is given, `nil` where it is estimated.
  var fixedWeight: Double? { self == .standard || self == .dynamicStandard ? 0.5 : nil }

  /// How many of α, θ and l(0) are estimated.
  var parameterCount: Int { fixedWeight == nil ? 3 : 2 }
}
