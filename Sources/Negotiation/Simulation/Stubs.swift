public struct SettlementDraw: Sendable, Equatable {
  public var level, spread, askResponse, spillover, otherLevel, offerOffset: Double
}
public struct TimingDraw: Sendable, Equatable {
  public var base, budgetMonth, lastMonths, demanding, gap: Double
}
