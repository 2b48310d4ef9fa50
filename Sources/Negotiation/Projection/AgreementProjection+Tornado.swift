internal import Probability

extension AgreementProjection {
  /// How many draws each bar's ends have.
  static let tornadoDraws = 16_384

  /// What each assumption does to the first year's amount and to the mean of the term, from its low to its high end.
  ///
  /// The fits are made again where a prior moves. The random numbers are the same for all ends, so that an assumption
  /// without effect that enters no fit has a swing of exactly zero; one that enters a fit moves the points that stand for the
  /// posterior, which alone is worth a thousandth of the amount.
  ///
  /// - Parameters:
  ///   - evidence: the whole record.
  ///   - seed: of the random numbers.
  ///   - workers: who draws.
  /// - Returns: two bars for each assumption, the widest first within a measure.
  /// - Throws: ``ProjectionError`` where an end cannot be projected.
  public func tornado(
    evidence: Evidence, seed: Seed, workers: some Workers
  ) throws(ProjectionError) -> [TornadoBar] {
    var used = Set(AgreementKey.allCases.map { $0.name(plan.host) })
    if kernel.terms.pool == nil { used.remove(AgreementKey.spatialWeight.name(plan.host)) }
    let entries = book.entries.filter {
      used.contains($0.assumption.key) || Self.needsFit($0.assumption.key)
        || $0.assumption.key == "growth.discount"
    }
    let measured = [AgreementKernel.Measure.firstYear, .termMean].map { kernel.years + $0.rawValue }
    let generator = CounterGenerator(seed: seed.value, stream: Self.stream)
    @Sendable func medians(_ projection: AgreementProjection) -> [Double] {
      let simulation = Simulation(
        projection.kernel, draws: Self.tornadoDraws, generator: generator, workers: SingleWorker())
      return measured.map { simulation.quantiles([0.5], $0)[0] }
    }
    let centre = medians(self)
    let ends = workers.map(2 * entries.count) { index -> Result<[Double], ProjectionError> in
      let assumption = entries[index / 2].assumption
      do throws(ProjectionError) {
        let value = index % 2 == 0 ? assumption.low : assumption.high
        return .success(medians(try moved(assumption.key, to: value, evidence)))
      } catch {
        return .failure(error)
      }
    }
    var bars: [TornadoBar] = []
    let columns = columns
    for (place, column) in measured.enumerated() {
      var some: [TornadoBar] = []
      for (index, entry) in entries.enumerated() {
        let (low, high) = (try ends[2 * index].get(), try ends[2 * index + 1].get())
        some.append(
          TornadoBar(
            key: entry.assumption.key, mark: entry.assumption.mark, measure: columns[column].measure,
            unit: columns[column].unit, period: columns[column].period, low: entry.assumption.low,
            high: entry.assumption.high, median: centre[place], medianAtLow: low[place],
            medianAtHigh: high[place]))
      }
      bars += some.sorted { ($1.swing, $0.key) < ($0.swing, $1.key) }
    }
    return bars
  }

  private static func needsFit(_ key: String) -> Bool {
    AgreementFits.prefixes.contains { key.hasPrefix($0) }
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
    return try AgreementProjection(
      scenario, plan, evidence: evidence, growth: growth, book: moved, pool: kernel.terms.pool,
      fits: Self.needsFit(key) ? nil : fits)
  }
}
