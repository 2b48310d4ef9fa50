internal import Probability

extension RatioProjection {
  /// How the keys of assumptions on ratios begin; nothing else reaches a ratio, and they reach nothing else.
  public static let keyPrefix = "ratio."
  /// The key of the share of the distance that a year closes.
  static let speedKey = "ratio.adjustment"
  /// The keys of the deviations of a year's change: what all allies share, and what is an ally's own.
  static let commonKey = "ratio.common_deviation"
  static let ownKey = "ratio.own_deviation"
  /// The assumptions that a ratio's path is made from.
  static let keys = ["ratio.pass_through", speedKey, commonKey, ownKey]

  /// What is fitted here in place of the catalogue's value, with the number of allies, years or changes that it is from, by key.
  public var fittedValues: [String: (value: AssumedValue, cases: Int)] { Self.values(of: fitted) }

  /// What a fit gives in place of the catalogue's values, with the number of allies, years or changes that it is from, by key.
  ///
  /// - Parameter fitted: how the allies of a panel moved.
  /// - Returns: the values, rounded to four decimals.
  public static func values(of fitted: RatioAdjustment) -> [String: (value: AssumedValue, cases: Int)] {
    // As many digits as are told from each other.
    func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    let speed = AssumedValue(
      unchecked: .normal(mean: rounded(fitted.speed), standardDeviation: rounded(fitted.speedError)))
    let effects = fitted.effects
    let common = AssumedValue(unchecked: .fixed(rounded(effects.commonDeviation)))
    let own = AssumedValue(unchecked: .fixed(rounded(effects.ownDeviation)))
    return [
      speedKey: (speed, fitted.allyCount), commonKey: (common, effects.yearCount),
      ownKey: (own, fitted.observationCount),
    ]
  }

  private var fittedSpeed: AssumedValue {
    AssumedValue(unchecked: .normal(mean: fitted.speed, standardDeviation: fitted.speedError))
  }

  /// The ends of a bar: of the fit, as of any distribution in the catalogue, the points of 10 and 90 per cent.
  private func ends(_ assumption: Assumption) throws(ProjectionError) -> (low: Double, high: Double) {
    guard assumption.isFitted else { return (assumption.low, assumption.high) }
    if assumption.key == Self.speedKey {
      do {
        return (max(0, try fittedSpeed.quantile(0.1)), min(1, try fittedSpeed.quantile(0.9)))
      } catch { throw .assumption(error) }
    }
    let effects = fitted.effects
    do {
      guard assumption.key == Self.commonKey else {
        return (try effects.ownDeviation(0.1), try effects.ownDeviation(0.9))
      }
      return (try effects.commonDeviation(0.1), try effects.commonDeviation(0.9))
    } catch {
      throw .negotiation(.noConvergence(fit: "year effects", reason: error.description))
    }
  }

  /// What each assumption does to every ally's ratio in the last year asked for, or of the horizon, from its low to its high
  /// end; the random numbers are the same at both.
  ///
  /// - Parameters:
  ///   - path: the asks.
  ///   - seed: of the random numbers.
  ///   - workers: who draws.
  /// - Returns: a bar for each ally and assumption, an ally's widest first.
  /// - Throws: ``ProjectionError`` where an end cannot be projected.
  public func tornado(
    _ path: Path, seed: Seed, workers: some Workers
  ) throws(ProjectionError) -> [TornadoBar] {
    let year = min(path.stages.last?.year ?? firstYear, firstYear + years - 1)
    let column = max(0, year - firstYear)
    let generator = CounterGenerator(seed: seed.value, stream: Self.stream)
    func medians(_ projection: RatioProjection) -> [Double] {
      let kernels = projection.kernels(path)
      return workers.map(kernels.count) { place in
        let simulation = Simulation(
          kernels[place], draws: AgreementProjection.tornadoDraws, generator: generator,
          workers: SingleWorker())
        return simulation.quantiles([0.5], column)[0]
      }
    }
    let centre = medians(self)
    let marks = fittedValues.mapValues { Assumption.Mark.estimated($0.cases) }
    var ends: [(assumption: Assumption, range: (low: Double, high: Double), low: [Double], high: [Double])] =
      []
    for key in Self.keys {
      let assumption: Assumption
      do { assumption = try book.entry(key).assumption } catch { throw .assumption(error) }
      let range = try self.ends(assumption)
      ends.append(
        (assumption, range, medians(try moved(key, to: range.low)), medians(try moved(key, to: range.high))))
    }
    return levels.indices.flatMap { place in
      let bars = ends.map { end in
        TornadoBar(
          key: end.assumption.key,
          mark: end.assumption.isFitted ? marks[end.assumption.key] ?? .assumed : end.assumption.mark,
          measure: measure(of: place), unit: Self.unit, period: "\(firstYear + column)",
          low: end.range.low, high: end.range.high,
          median: centre[place], medianAtLow: end.low[place], medianAtHigh: end.high[place])
      }
      return bars.sorted { ($1.swing, $0.key) < ($0.swing, $1.key) }
    }
  }

  private func moved(_ key: String, to value: Double) throws(ProjectionError) -> RatioProjection {
    let moved: AssumptionBook
    do { moved = try book.replacing(key, with: try AssumedValue(value)) } catch { throw .assumption(error) }
    return try with(moved)
  }

  /// Whether any number of a few thousand draws differs from those of another projection, on any path.
  ///
  /// - Parameter other: a projection of the same scenario.
  /// - Returns: true at the first difference.
  public func differs(from other: RatioProjection) -> Bool {
    let generator = CounterGenerator(seed: Seed.standard.value, stream: Self.stream)
    guard paths == other.paths else { return true }
    return paths.contains { path in
      let theirs = other.kernels(path)
      return kernels(path).count != theirs.count
        || zip(kernels(path), theirs).contains { own, others in
          guard own.width == others.width else { return true }
          let pair = [own, others].map {
            Simulation(
              $0, draws: AgreementProjection.effectDraws, generator: generator, workers: SingleWorker())
          }
          return (0..<own.width).contains { pair[0].values($0) != pair[1].values($0) }
        }
    }
  }
}
