public import Series

/// What a timing model knows after the rounds of a date.
public struct TimingPosterior: Sendable {
  /// How many equally weighted points the posterior is handed on as.
  public static let drawCount = 4096

  /// What was assumed before the data.
  public let prior: TimingPrior
  /// The date whose knowledge this is.
  public let date: PartialDate
  /// The rounds that were read.
  public let rounds: [String]
  /// How many months of talks they have.
  public let months: Int
  /// Equally weighted points, in an order without meaning.
  public let draws: [TimingDraw]
  /// How many independent draws the weighted points were worth.
  public let effectiveSampleSize: Double

  private let weighted: WeightedPosterior
  private let density: TimingDensity
  private let roundsByCoefficient: [Int]

  init(_ prior: TimingPrior, _ record: TimingRecord, date: PartialDate) throws(NegotiationError) {
    let density = TimingDensity(record, prior: prior)
    let weighted = try WeightedPosterior(density, fit: TimingModel.fitName)
    self.prior = prior
    self.date = date
    rounds = record.rounds
    months = record.groups.reduce(0) { $0 + $1.months }
    effectiveSampleSize = weighted.effectiveSampleSize
    self.weighted = weighted
    self.density = density
    roundsByCoefficient = record.roundsByCoefficient
    let columns = Self.columns(density, weighted.points)
    draws = Self.draws(weighted, columns, orderedBy: columns[0])
  }

  /// As many points, chosen and laid out by the logit of the month of the budget; see
  /// ``SettlementPosterior/draws(ask:precedent:)``.
  ///
  /// - Parameters:
  ///   - isDemanding: whether the posture is.
  ///   - openGap: max(0, ln(A/O) - 0.2).
  /// - Returns: equally weighted points.
  func draws(isDemanding: Bool, openGap: Double) -> [TimingDraw] {
    let columns = Self.columns(density, weighted.points)
    let logits = columns[0].indices.map { place in
      columns[0][place] + columns[1][place] + (isDemanding ? columns[3][place] : 0)
        + openGap * columns[4][place]
    }
    return Self.draws(weighted, columns, orderedBy: logits)
  }

  private static func draws(
    _ weighted: WeightedPosterior, _ columns: [[Double]], orderedBy key: [Double]
  ) -> [TimingDraw] {
    weighted.resampled(to: drawCount, orderedBy: key).map { place in
      TimingDraw(
        base: columns[0][place], budgetMonth: columns[1][place], lastMonths: columns[2][place],
        demanding: columns[3][place], gap: columns[4][place])
    }
  }

  /// Every coefficient before and after the data.
  public var coefficients: [CoefficientSummary] {
    let before = Self.columns(density, weighted.priorPoints)
    let after = Self.columns(density, weighted.points)
    let even = [Double](repeating: 1 / Double(weighted.count), count: weighted.count)
    return TimingModel.coefficientNames.indices.map { index in
      CoefficientSummary(
        name: TimingModel.coefficientNames[index],
        prior: CoefficientSummary.Spread(before[index], weights: even),
        posterior: weighted.spread(of: after[index]), rounds: roundsByCoefficient[index])
    }
  }

  /// The probability that talks agree by the end of a month, over all draws.
  ///
  /// - Parameters:
  ///   - month: counted from January of year 0.
  ///   - clock: when talks begin and the agreement before ends.
  ///   - isDemanding: whether the posture is demanding throughout.
  ///   - openGap: max(0, ln(A/O) - 0.2).
  /// - Returns: a probability.
  public func probabilityAgreed(
    by month: Int, _ clock: TalksClock, isDemanding: Bool = false, openGap: Double = 0
  ) -> Double {
    let sum = draws.reduce(0) { total, draw in
      total + clock.probabilityAgreed(by: month, draw, isDemanding: isDemanding, openGap: openGap)
    }
    return sum / Double(draws.count)
  }

  private static func columns(_ density: TimingDensity, _ points: [Double]) -> [[Double]] {
    let d = density.dimension
    var columns = [[Double]](repeating: [], count: d)
    var point = [Double](repeating: 0, count: d)
    for start in stride(from: 0, to: points.count, by: d) {
      for j in 0..<d { point[j] = points[start + j] }
      for j in 0..<d { columns[j].append(density.coefficient(j, point)) }
    }
    return columns
  }
}
