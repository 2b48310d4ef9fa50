/// Which of the state-space theta models is meant.
///
/// Source: Fiorucci, Pellegrini, Louzada & Petropoulos (2016), section 3, for all but the last.
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
  /// DOTM with l(0) = y(1)/θ given and θ drawn towards 2; see ``ShrunkenTheta``.
  case dynamicShrunken

  /// Whether the regression follows the values.
  var isDynamic: Bool { self != .standard && self != .optimised }

  /// 1 - 1/θ where θ is given, `nil` where it is estimated.
  var fixedWeight: Double? { self == .standard || self == .dynamicStandard ? 0.5 : nil }

  /// How many of α, θ and l(0) are estimated.
  var parameterCount: Int { self == .optimised || self == .dynamicOptimised ? 3 : 2 }

  /// Whether l(0) is y(1)/θ, at which the first year is expected to be what it is.
  var startsAtFirstValue: Bool { self == .dynamicShrunken }

  /// How many further years with θ = 2 stand beside the record when θ is estimated.
  var priorYears: Double { self == .dynamicShrunken ? 6 : 0 }
}
