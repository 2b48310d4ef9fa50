public import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a settlement model knows of one ally after the rounds of a date.
public struct SettlementPosterior: Sendable {
  /// How many equally weighted points the posterior is handed on as.
  public static let drawCount = 4096

  /// What was assumed before the data.
  public let prior: SettlementPrior
  /// The ally that the draws are about.
  public let ally: String
  /// The date whose knowledge this is.
  public let date: PartialDate
  /// The rounds that were fitted.
  public let rounds: [String]
  /// The last step of another ally, where it is recent.
  public let precedent: Precedent?
  /// Equally weighted points, in an order without meaning.
  public let draws: [SettlementDraw]
  /// How many independent draws the weighted points were worth, of 16,384.
  public let effectiveSampleSize: Double
  /// The places of the ally and of the other one in the table.
  private let (target, other): (Int, Int?)
  private let weighted: WeightedPosterior
  private let table: SettlementTable
  private let map: SettlementCoefficients
  private let record: SettlementRecord

  init(
    _ prior: SettlementPrior, _ known: Evidence, ally: String, date: PartialDate
  ) throws(NegotiationError) {
    let record = try SettlementRecord(known, target: ally, date: date, prior: prior)
    let map = SettlementCoefficients(prior: prior, record: record)
    let weighted = try WeightedPosterior(
      SettlementDensity(record, map), fit: SettlementModel.fitName)
    let table = SettlementTable(map, points: weighted.points, isPrior: false)
    self.prior = prior
    self.ally = ally
    self.date = date
    rounds = known.rounds(for: .step).map(\.identifier)
    precedent = known.precedent(for: ally, asOf: date, within: prior.precedentMonths)
    effectiveSampleSize = weighted.effectiveSampleSize
    let last = known.rounds(for: .step).filter { $0.ally != ally }
      .max { ($0.agreed.map(\.monthIndex) ?? 0) < ($1.agreed.map(\.monthIndex) ?? 0) }
    target = record.allies.firstIndex(of: ally) ?? 0
    other = (precedent?.ally ?? last?.ally).flatMap { record.allies.firstIndex(of: $0) }
    draws = Self.draws(weighted, table, target, other, orderedBy: table.levels[target])
    self.weighted = weighted
    self.table = table
    self.map = map
    self.record = record
  }

  /// As many points, chosen and laid out by where they put the step: the k-th point of two posteriors is alike then, so that
  /// what differs between two projections is the posteriors and not the choice of points.
  ///
  /// - Parameters:
  ///   - ask: ln(A/L).
  ///   - precedent: the other ally's last step, where it counts.
  /// - Returns: equally weighted points.
  func draws(ask: Double, precedent: Double?) -> [SettlementDraw] {
    let (levels, others) = (table.levels[target], Self.others(table, other))
    let steps = levels.indices.map { place -> Double in
      let spillover = precedent.map { table.spillover[place] * ($0 - others[place]) } ?? 0
      return levels[place] + table.askResponse[place] * ask + spillover
    }
    return Self.draws(weighted, table, target, other, orderedBy: steps)
  }

  private static func others(_ table: SettlementTable, _ other: Int?) -> [Double] {
    other.map { table.levels[$0] } ?? table.stepMean
  }

  private static func draws(
    _ weighted: WeightedPosterior, _ table: SettlementTable, _ target: Int, _ other: Int?,
    orderedBy key: [Double]
  ) -> [SettlementDraw] {
    let levels = table.levels[target]
    let others = Self.others(table, other)
    return weighted.resampled(to: drawCount, orderedBy: key).map { place in
      SettlementDraw(
        level: levels[place], spread: table.spreads[target][place], askResponse: table.askResponse[place],
        spillover: table.spillover[place], otherLevel: others[place], offerOffset: table.offerOffset[place])
    }
  }

  /// Every coefficient before and after the data, in the order: those of all allies, then level and spread of each.
  public var coefficients: [CoefficientSummary] {
    let before = SettlementTable(map, points: weighted.priorPoints, isPrior: true)
    let even = [Double](repeating: 1 / Double(weighted.count), count: weighted.count)
    func summary(
      _ name: String, _ column: (SettlementTable) -> [Double], _ rounds: Int
    ) -> CoefficientSummary {
      CoefficientSummary(
        name: name, prior: CoefficientSummary.Spread(column(before), weights: even),
        posterior: weighted.spread(of: column(table)), rounds: rounds)
    }
    let count = record.entries.count
    var all = [
      summary("step-mean", \.stepMean, count), summary("level-deviation", \.levelDeviation, count),
      summary("ask-response", \.askResponse, record.entries.count { $0.isAskReported }),
      summary("spillover", \.spillover, record.entries.count { $0.precedent != nil }),
      summary("offer-offset", \.offerOffset, record.entries.count { $0.beyondOffer != nil }),
    ]
    for (index, ally) in record.allies.enumerated() {
      let own = record.entries.count { $0.ally == index }
      all.append(summary("level \(ally)", { $0.levels[index] }, own))
      all.append(summary("spread \(ally)", { $0.spreads[index] }, own))
    }
    return all
  }
}
