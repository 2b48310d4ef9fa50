internal import Probability
public import Series

/// The projection of defense spending as a ratio of gross domestic product, for the allies of a scenario.
///
/// Each ally moves from its last known ratio towards what it has pledged, or what it concedes of the ask; see
/// ``RatioAdjustment`` for the panel the speed is from. Every path of pledges and asks is projected by itself, the plan's
/// own ask first. Allies start from their own last years; the years after the earliest of these have a column each.
public struct RatioProjection: Sendable {
  /// An ally's last known ratio.
  public struct Level: Sendable, Equatable {
    /// The ally, ISO 3166-1 alpha-3.
    public let ally: String
    /// The last year that it has a value for.
    public let year: Int
    /// The ratio of that year, in per cent.
    public let percent: Double
    /// The ratios of years before, where another ally's record ends sooner.
    public let earlier: [Int: Double]

    /// A level.
    ///
    /// - Parameters:
    ///   - ally: ISO 3166-1 alpha-3.
    ///   - year: the year.
    ///   - percent: the ratio in per cent.
    ///   - earlier: the ratios of years before, by year; a year without one counts as the one after it.
    public init(ally: String, year: Int, percent: Double, earlier: [Int: Double] = [:]) {
      self.ally = ally
      self.year = year
      self.percent = percent
      self.earlier = earlier
    }
  }

  /// A way in which pledges and asks follow each other.
  public struct Path: Sendable, Equatable {
    /// Its name, empty for the scenario's own ask.
    public let name: String
    /// Each ratio, and the year by which it is pledged or asked for.
    public let stages: [RatioPlan.Stage]
    /// The stages of allies that have their own.
    public var own: [RatioPlan.Own] = []

    /// The stages of an ally: its own, or else those of all.
    ///
    /// - Parameter ally: its code.
    /// - Returns: in the order of the path.
    public func stages(of ally: String) -> [RatioPlan.Stage] {
      own.first { $0.ally == ally }?.stages ?? stages
    }
  }

  /// The scenario.
  public let scenario: Scenario
  /// Its ratio plan.
  public let plan: RatioPlan
  /// The paths of pledges and asks.
  public let paths: [Path]
  /// The last known ratios.
  public let levels: [Level]
  /// How fast the allies of the panel moved.
  public let fitted: RatioAdjustment
  let book: AssumptionBook
  /// The fit as it is drawn from, before anything is assumed in its place.
  private let drawn: RatioKernel.Adjustment
  private let adjustment: RatioKernel.Adjustment
  private let passThrough: SampledValue

  /// The stream of random numbers that ratios use.
  static let stream: UInt64 = 2
  /// What the ratios are called in tables.
  public static let measure = "defense_gdp_ratio"
  static let unit = Unit("percent_gdp")
  private static let countUnit = Unit("allies")

  /// Prepares a projection.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - plan: its ratio plan.
  ///   - levels: the last known ratio of each ally of the plan.
  ///   - fitted: how fast the allies of a panel moved.
  ///   - book: what is assumed; `ratio.adjustment`, `ratio.common_deviation` and `ratio.own_deviation` replace what is
  ///     fitted where they are overridden.
  /// - Throws: ``ProjectionError``.
  public init(
    _ scenario: Scenario, _ plan: RatioPlan, levels: [Level], adjustment fitted: RatioAdjustment,
    book: AssumptionBook
  ) throws(ProjectionError) {
    let drawn: RatioKernel.Adjustment
    do {
      drawn = try RatioKernel.Adjustment(fitted)
    } catch {
      throw .negotiation(.noConvergence(fit: "year effects", reason: error.description))
    }
    try self.init(scenario, plan, levels, fitted, drawn, book)
  }

  private init(
    _ scenario: Scenario, _ plan: RatioPlan, _ levels: [Level], _ fitted: RatioAdjustment,
    _ drawn: RatioKernel.Adjustment, _ book: AssumptionBook
  ) throws(ProjectionError) {
    var adjustment = drawn
    do {
      passThrough = try SampledValue(try book.entry("ratio.pass_through"))
      if try book.override(Self.speedKey) != nil {
        adjustment.assumed = try SampledValue(try book.entry(Self.speedKey))
      }
      if try book.override(Self.commonKey) != nil {
        adjustment.common = try SampledValue(try book.entry(Self.commonKey))
      }
      if try book.override(Self.ownKey) != nil {
        adjustment.own = try SampledValue(try book.entry(Self.ownKey))
      }
      self.adjustment = adjustment
    } catch {
      throw .assumption(error)
    }
    self.scenario = scenario
    self.plan = plan
    self.levels = levels
    self.fitted = fitted
    self.drawn = drawn
    self.book = book
    do {
      let own = try RatioPlan.Stage(.ask, year: plan.targetYear, percent: plan.askPercent)
      // A path that is asked about alone has the scenario's name.
      paths =
        (plan.isPathAlone ? [] : [Path(name: "", stages: [own])])
        + plan.paths.map { Path(name: plan.isPathAlone ? "" : $0.name, stages: $0.stages, own: $0.own) }
    } catch {
      throw .scenario(error)
    }
  }

  /// The same projection with another book.
  ///
  /// - Parameter book: what is assumed.
  /// - Returns: the other projection.
  /// - Throws: ``ProjectionError``.
  public func with(_ book: AssumptionBook) throws(ProjectionError) -> RatioProjection {
    try RatioProjection(scenario, plan, levels, fitted, drawn, book)
  }

  /// What the ratio of an ally is called in tables.
  ///
  /// - Parameter ally: ISO 3166-1 alpha-3.
  /// - Returns: ``measure``, with the ally's code where the scenario has several.
  public func measure(of ally: String) -> String {
    levels.count == 1 ? Self.measure : "\(Self.measure)_\(ally.lowercased())"
  }

  /// The first projected year: that of the ally whose record ends first.
  public var firstYear: Int { (levels.map(\.year).min() ?? scenario.asOf.year) + 1 }
  /// How many years are projected.
  var years: Int { scenario.horizonYears }

  func kernels(_ path: Path, off: Set<ProjectionDriver> = []) -> [RatioKernel] {
    let first = firstYear
    return levels.enumerated().map { place, level in
      RatioKernel(
        base: level.percent, known: known(level, from: first), aims: aims(path.stages(of: level.ally)),
        years: years, adjustment: adjustment, passThrough: passThrough, ally: place, off: off)
    }
  }

  /// The stages, each from the projected year on in which it stands.
  private func aims(_ stages: [RatioPlan.Stage]) -> [RatioKernel.Aim] {
    var from = 0
    return stages.map { stage in
      defer { from = max(0, stage.year + 1 - firstYear) }
      return RatioKernel.Aim(fromIndex: from, kind: stage.kind, percent: stage.percent)
    }
  }

  /// An ally's ratios of the projected years that are known.
  private func known(_ level: Level, from first: Int) -> [Double] {
    var last = level.percent
    return stride(from: level.year, through: first, by: -1).map { year -> Double in
      if year < level.year, let value = level.earlier[year] { last = value }
      return last
    }.reversed()
  }

  /// Draws the future along a path.
  ///
  /// - Parameters:
  ///   - path: the asks.
  ///   - draws: how many.
  ///   - seed: of the random numbers.
  ///   - withIntervals: whether events have intervals, as ``AgreementProjection/eventIntervals(seed:workers:)``.
  ///   - workers: who draws.
  /// - Returns: each ally's ratio by year that is not known, for several allies how many reach the last ratio of the path,
  ///   and the events.
  public func run(
    _ path: Path, draws: Draws, seed: Seed, withIntervals: Bool = false, workers: some Workers
  ) -> (quantities: [ProjectedQuantity], events: [(ally: String, event: ProjectedEvent)]) {
    let kernels = kernels(path)
    var quantities: [ProjectedQuantity] = []
    var events: [(ally: String, event: ProjectedEvent)] = []
    for (place, level) in levels.enumerated() {
      let simulation = simulation(kernels[place], draws, seed, workers)
      let start = start(of: level)
      quantities += read(simulation, measure(of: place), Self.unit, from: start, workers)
      let told = path.stages(of: level.ally).filter {
        $0.year - firstYear >= start && $0.year - firstYear < years
      }
      let goals = told.map { (column: $0.year - firstYear, percent: $0.percent) }
      let intervals =
        withIntervals
        ? ConditionalProbabilities.intervals(
          kernels[place], outcomes: goals.count, seed: seed.value, workers: workers
        ) { row, _, goal in row[goals[goal].column] >= goals[goal].percent } : []
      for (index, stage) in told.enumerated() {
        let count = simulation.values(goals[index].column).count { $0 >= stage.percent }
        let event = ProjectedEvent(
          "reaches_\(numeral(stage.percent))_percent_by_\(stage.year)", count: count, draws: draws.count,
          interval: intervals.indices.contains(index) ? intervals[index] : nil)
        events.append((level.ally, event))
      }
    }
    if let count = count(path, kernels) {
      quantities += read(
        simulation(count.kernel, draws, seed, workers), count.measure, Self.countUnit, from: 0, workers)
    }
    return (quantities, events)
  }

  /// Draws the future along a path, and gives each quantity's draws in turn, those of one ally at a time.
  ///
  /// - Parameters:
  ///   - path: the asks.
  ///   - draws: how many.
  ///   - seed: of the random numbers; the numbers are those of ``run(_:draws:seed:withIntervals:workers:)``.
  ///   - workers: who draws; the numbers do not depend on it.
  ///   - body: takes measure, unit and period of a quantity, and its value in every draw.
  /// - Throws: what `body` throws.
  public func eachQuantity<Failure: Error>(
    of path: Path, draws: Draws, seed: Seed, workers: some Workers,
    _ body: (_ measure: String, _ unit: Unit, _ period: String, _ values: [Double]) throws(Failure) -> Void
  ) throws(Failure) {
    let kernels = kernels(path)
    for (place, level) in levels.enumerated() {
      let simulation = simulation(kernels[place], draws, seed, workers)
      for year in start(of: level)..<max(start(of: level), years) {
        try body(measure(of: place), Self.unit, "\(firstYear + year)", simulation.values(year))
      }
    }
    guard let count = count(path, kernels) else { return }
    let simulation = simulation(count.kernel, draws, seed, workers)
    for year in 0..<years {
      try body(count.measure, Self.countUnit, "\(firstYear + year)", simulation.values(year))
    }
  }

  private func simulation(
    _ kernel: some FutureKernel, _ draws: Draws, _ seed: Seed, _ workers: some Workers
  ) -> Simulation {
    Simulation(
      kernel, draws: draws.count, generator: CounterGenerator(seed: seed.value, stream: Self.stream),
      workers: workers)
  }

  /// The index of the first projected year that an ally's record lacks.
  private func start(of level: Level) -> Int { max(0, level.year + 1 - firstYear) }

  /// How many of several allies reach the last ratio of a path, and what that is called.
  private func count(_ path: Path, _ kernels: [RatioKernel]) -> (measure: String, kernel: RatioCountKernel)? {
    guard levels.count > 1, let last = path.stages.last else { return nil }
    return (
      "allies_at_\(numeral(last.percent))_percent", RatioCountKernel(allies: kernels, target: last.percent)
    )
  }

  /// How much pledges and asks move the medians along a path.
  ///
  /// - Parameters:
  ///   - path: the asks.
  ///   - seed: of the random numbers.
  ///   - workers: who draws.
  /// - Returns: for each ally and year that is not known the neutral median and what they add.
  public func contributions(_ path: Path, seed: Seed, workers: some Workers) -> [ProjectedContribution] {
    let generator = CounterGenerator(seed: seed.value, stream: Self.stream)
    return levels.indices.flatMap { place in
      let found = Contributions.medians(
        [.ask], columns: Array(0..<years), generator: generator, workers: workers
      ) { kernels(path, off: $0)[place] }
      let name = measure(of: place)
      let start = max(0, levels[place].year + 1 - firstYear)
      return zip(0..<years, found).dropFirst(start).flatMap { year, values in
        [("neutral", values.neutral), ("ask", values.contributions.first ?? 0)].map {
          ProjectedContribution(
            measure: name, unit: Self.unit, period: "\(firstYear + year)", driver: $0.0, contribution: $0.1)
        }
      }
    }
  }

  /// What the ratio of an ally is called in tables: with its name where there are several.
  func measure(of place: Int) -> String {
    levels.count == 1 ? Self.measure : "\(Self.measure)_\(levels[place].ally.lowercased())"
  }

  private func read(
    _ simulation: Simulation, _ measure: String, _ unit: Unit, from start: Int, _ workers: some Workers
  ) -> [ProjectedQuantity] {
    workers.map(max(0, years - start)) { place in
      let year = start + place
      return ProjectedQuantity(
        measure: measure, unit: unit, period: "\(firstYear + year)", mean: simulation.mean(year),
        quantiles: simulation.quantiles(ProjectedQuantity.probabilities, year))
    }
  }
}
