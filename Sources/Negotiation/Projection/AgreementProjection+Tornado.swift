internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension AgreementProjection {
  /// How many draws each bar's ends have.
  public static let tornadoDraws = 16_384
  /// How many draws each variant of the contributions has.
  public static let contributionDraws = Contributions.draws

  /// The events whose probability has bars.
  public static let tornadoEvents: [ProjectionEvent] = [.agreedByExpiry, .stopgap, .lapse, .furlough]

  /// What each assumption does to the medians of the first year's amount and of the mean of the term, with side payments of
  /// the value of the package, and to the probabilities of ``tornadoEvents``, from its low to its high end; those that the
  /// scenario states too (`AgreementPlan.alternatives()`).
  ///
  /// A fit is made again where its prior moves, the other fit is kept, and the random numbers are the same for all ends: an
  /// assumption without effect has a swing of exactly zero. One that enters a fit moves the points that stand for the
  /// posterior; those are laid out by where they put the step of this scenario, so that this alone is worth little.
  ///
  /// - Parameters:
  ///   - evidence: the whole record.
  ///   - seed: of the random numbers.
  ///   - workers: who draws.
  /// - Returns: a bar for each measure and assumption, the widest first within a measure.
  /// - Throws: ``ProjectionError`` where an end cannot be projected.
  public func tornado(
    evidence: Evidence, seed: Seed, workers: some Workers
  ) throws(ProjectionError) -> [TornadoBar] {
    var used = Set(AgreementKey.allCases.map { $0.name(plan.host) })
    if kernel.terms.pool == nil { used.remove(AgreementKey.spatialWeight.name(plan.host)) }
    let entries = book.entries.filter {
      used.contains($0.assumption.key) || AgreementFits.enters($0.assumption.key)
        || GrowthTerms.keys(plan.growth).contains($0.assumption.key)
    }
    let stated = plan.alternatives()
    let shown: [AgreementKernel.Measure] =
      plan.linkage.isEmpty ? [.firstYear, .termMean] : [.firstYear, .termMean, .packageValue]
    let measured = shown.map { kernel.years + $0.rawValue }
    // Of an agreement that has lapsed these are decided, and no chance.
    let facts = decided.map(\.event)
    let chances = kernel.terms.hasLapsed ? [] : Self.tornadoEvents.filter { !facts.contains($0) }
    let generator = CounterGenerator(seed: seed.value, stream: Self.stream)
    let ask = kernel.typicalAsk(generator)
    let offer = kernel.terms.logOffer.map { $0 - log(kernel.terms.lastAmount) } ?? 0
    let gap = max(0, ask - offer - fits.timing.prior.freeGap)
    @Sendable func laidOut(_ projection: AgreementProjection) -> ([SettlementDraw], [TimingDraw]) {
      let (fits, terms) = (projection.fits, projection.kernel.terms)
      return (
        fits.settlement.draws(ask: ask, precedent: terms.spilloverStep),
        fits.timing.draws(isDemanding: terms.posture == .demanding, openGap: gap)
      )
    }
    let ownPoints = laidOut(self)
    @Sendable func summary(_ projection: AgreementProjection, isRefitted: Bool = false) -> [Double] {
      // The same fits have the same points.
      let points = isRefitted ? laidOut(projection) : ownPoints
      let simulation = Simulation(
        projection.kernel.with(points.0, points.1), draws: Self.tornadoDraws, generator: generator,
        workers: SingleWorker())
      return measured.map { simulation.quantiles([0.5], $0)[0] }
        + chances.map { Double(simulation.count($0)) / Double(Self.tornadoDraws) }
    }
    let centre = summary(self)
    // What nothing of this scenario reads moves nothing, and need not be drawn.
    let silent = Set(AgreementKey.allCases.filter { !kernel.reaches($0) }.map { $0.name(plan.host) })
    let isWithoutOffer = kernel.terms.logOffer == nil
    let ends = workers.map(2 * (entries.count + stated.count)) { index -> Result<[Double], ProjectionError> in
      let isLow = index % 2 == 0
      do throws(ProjectionError) {
        guard index / 2 < entries.count else {
          let alternative = stated[index / 2 - entries.count]
          return .success(summary(try with(isLow ? alternative.plans.low : alternative.plans.high, evidence)))
        }
        let assumption = entries[index / 2].assumption
        if silent.contains(assumption.key) || isWithoutOffer && assumption.key.hasPrefix("prior.offer.") {
          return .success(centre)
        }
        let value = isLow ? assumption.low : assumption.high
        let projection = try moved(assumption.key, to: value, evidence)
        return .success(summary(projection, isRefitted: AgreementFits.enters(assumption.key)))
      } catch {
        return .failure(error)
      }
    }
    typealias End = (key: String, mark: Assumption.Mark, low: Double, high: Double)
    let keys: [End] =
      entries.map { ($0.assumption.key, $0.assumption.mark, $0.assumption.low, $0.assumption.high) }
      + stated.map { ($0.key, .assumed, $0.low, $0.high) }
    var bars: [TornadoBar] = []
    let columns = columns
    let year = columns[kernel.years + AgreementKernel.Measure.firstYear.rawValue].period
    let quantities =
      measured.map { columns[$0] }
      + chances.map { (measure: $0.rawValue, unit: TornadoBar.probability, period: year) }
    for (place, quantity) in quantities.enumerated() {
      var some: [TornadoBar] = []
      for (index, entry) in keys.enumerated() {
        let (low, high) = (try ends[2 * index].get(), try ends[2 * index + 1].get())
        some.append(
          TornadoBar(
            key: entry.key, mark: entry.mark, measure: quantity.measure,
            unit: quantity.unit, period: quantity.period, low: entry.low,
            high: entry.high, median: centre[place], medianAtLow: low[place],
            medianAtHigh: high[place]))
      }
      bars += some.sorted { ($1.swing, $0.key) < ($0.swing, $1.key) }
    }
    return bars
  }

  /// The same projection with one assumption at a number.
  func moved(_ key: String, to value: Double, _ evidence: Evidence) throws(ProjectionError)
    -> AgreementProjection
  {
    let moved: AssumptionBook
    do {
      moved = try book.replacing(key, with: try AssumedValue(value))
    } catch {
      throw .assumption(error)
    }
    return try with(moved, changed: key, evidence)
  }

  /// The same projection with another book that differs in one assumption; a fit that does not depend on it is kept, so that
  /// what it does not move stays number for number.
  ///
  /// - Parameters:
  ///   - book: the other book.
  ///   - key: the assumption that differs.
  ///   - evidence: the whole record.
  /// - Returns: the other projection.
  /// - Throws: ``ProjectionError``.
  public func with(
    _ book: AssumptionBook, changed key: String, _ evidence: Evidence
  ) throws(ProjectionError) -> AgreementProjection {
    let hasOffer = kernel.terms.logOffer != nil
    return try AgreementProjection(
      scenario, plan, evidence: evidence, growth: growth, book: book, pool: kernel.terms.pool,
      fits: try fits.refitted(evidence, ally: plan.ally, book, changed: key, hasOffer: hasOffer))
  }

  /// The same projection of another plan for the same ally: the fits do not depend on it.
  func with(_ plan: AgreementPlan, _ evidence: Evidence) throws(ProjectionError) -> AgreementProjection {
    try AgreementProjection(
      scenario, plan, evidence: evidence, growth: growth, book: book, pool: kernel.terms.pool, fits: fits)
  }

  /// How many draws tell whether an assumption changes anything.
  public static let effectDraws = 4_096

  /// Whether any number or event of a few thousand draws differs from those of another projection.
  ///
  /// - Parameter other: a projection of the same scenario.
  /// - Returns: true at the first difference.
  public func differs(from other: AgreementProjection) -> Bool {
    let generator = CounterGenerator(seed: Seed.standard.value, stream: Self.stream)
    let pair = [kernel, other.kernel].map {
      Simulation($0, draws: Self.effectDraws, generator: generator, workers: SingleWorker())
    }
    return kernel.width != other.kernel.width
      || (0..<kernel.width).contains { pair[0].values($0) != pair[1].values($0) }
      || ProjectionEvent.allCases.contains { pair[0].count($0) != pair[1].count($0) }
  }
}
