/// Which random number of a draw is used where.
///
/// Every use has its own place, so that switching one assumption off leaves the numbers of all others as they were:
/// differences between two runs are differences of assumptions and not of luck.
enum Place {
  static let settlementPoint: UInt64 = 0
  static let timingPoint: UInt64 = 1
  static let growthLevel: UInt64 = 2
  static let agreement: UInt64 = 3
  static let stopgap: UInt64 = 4
  static let stopgapStep: UInt64 = 5
  static let furlough: UInt64 = 6
  static let ratification: UInt64 = 7
  static let ceiling: UInt64 = 8
  static let withdrawal: UInt64 = 9
  static let offerLine: UInt64 = 10
  static let hostOffer: UInt64 = 11
  static let exchangeRate: UInt64 = 12
  /// Whether a draw's first year is that of the pool, and which of its amounts.
  static let poolLine: UInt64 = 13
  static let poolAmount: UInt64 = 14

  /// The value of an assumption that has a distribution: one place each.
  static let assumptions: UInt64 = 32
  /// Two for each covariate: its slopes on step and hazard.
  static let drivers: UInt64 = 80
  /// Two for each ask: its reading, and the error of its report.
  static let asks: UInt64 = 96
  /// One for each settlement.
  static let settlements: UInt64 = 256
  /// Four for each administration: stay, neighbour, change, posture after.
  static let postures: UInt64 = 384
  /// One for each year's growth.
  static let years: UInt64 = 512
  /// What all allies share of the pass-through of a ratio, and the speed of adjustment.
  static let ratioCommon: UInt64 = 15
  static let ratioSpeed: UInt64 = 16
  /// How much of a year's change all allies share, its mean over years, and how much is an ally's own.
  static let ratioCommonDeviation: UInt64 = 17
  static let ratioOwnDeviation: UInt64 = 18
  static let ratioCommonMean: UInt64 = 19
  /// What all allies share of a year's change: 64 years.
  static let ratioCommonYears: UInt64 = 960
  /// 64 for each ally: its years, and its own part of the pass-through last.
  static let ratioYears: UInt64 = 1_024
}
