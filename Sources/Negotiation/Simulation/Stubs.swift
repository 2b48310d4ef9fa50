public struct SettlementDraw: Sendable, Equatable {
  public var level, spread, askResponse, spillover, otherLevel, offerOffset: Double
}
public struct TimingDraw: Sendable, Equatable {
  public var base, budgetMonth, lastMonths, demanding, gap: Double
}
import Probability
extension AssumedValue {
  func quantile(_ u: Double) throws(ProbabilityError) -> Double {
    switch self {
    case .fixed(let v): v
    case .uniform(let a, let b): a + u * (b - a)
    case .normal(let m, let s), .truncatedNormal(let m, let s, _, _): m + s * (try Normal.standard.quantile(u))
    case .beta(let a, let b): a / (a + b) + 0.1 * (u - 0.5)
    }
  }
}
