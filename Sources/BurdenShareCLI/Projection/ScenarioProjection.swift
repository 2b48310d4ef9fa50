import Datasets
import Negotiation
import Probability
import Reporting
import Series

/// One scenario on its way to tables: what it needs of the package, and its projections.
struct ScenarioProjection {
  let scenario: Scenario
  let book: AssumptionBook
  let evidence: Evidence
  let agreement: AgreementProjection?
  let ratio: RatioProjection?
  /// The actors that are pooled with the agreement, if any.
  let actors: ActorPool?
  let options: [String: AssumedValue]
  /// The sources of the package that were published by the scenario's date.
  private let published: Set<String>

  /// Reads what the scenario needs.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - package: where record and series are.
  ///   - options: assumptions of the command line.
  ///   - actors: who is pooled with the agreement.
  /// - Throws: the error of the module that refuses.
  init(
    _ scenario: Scenario, _ package: DataPackage, options: [String: AssumedValue], actors: ActorPool? = nil
  ) throws {
    self.scenario = scenario
    self.options = options
    self.actors = actors
    book = try scenario.book(options: options)
    evidence = try package.evidence()
    published = try package.sources(publishedBy: scenario.asOf)
    let known = Selection(asOf: scenario.asOf)
    agreement = try scenario.agreement.map { [book, evidence] plan in
      try evidence.requireOpen(plan, on: scenario.asOf)
      return try AgreementProjection(
        scenario, plan, evidence: evidence, growth: try Self.growth(scenario, plan, evidence, package),
        book: book, pool: actors?.pool)
    }
    ratio = try scenario.ratio.map { [book] plan in
      let series = try plan.allies.map { try package.series(plan.series(of: $0), known).series }
      // Each starts from its own last year; what those know that the ally with the shortest record lacks is kept beside.
      let levels = try zip(plan.allies, series).map { ally, series in
        guard let last = series.observations.last else {
          throw ProjectionError.noRatio(ally: ally, series: series.identifier)
        }
        let earlier = Dictionary(
          series.observations.map { ($0.year, $0.value) }, uniquingKeysWith: { first, _ in first })
        return RatioProjection.Level(ally: ally, year: last.year, percent: last.value, earlier: earlier)
      }
      return try RatioProjection(
        scenario, plan, levels: levels, adjustment: try Self.adjustment(scenario, package), book: book)
    }
  }

  /// The same projection without one of the assumptions of the command line; fits that do not depend on it are kept.
  init(without key: String, of other: ScenarioProjection, _ package: DataPackage) throws {
    var options = other.options
    options[key] = nil
    scenario = other.scenario
    actors = other.actors
    evidence = other.evidence
    published = other.published
    let book = try scenario.book(options: options)
    (self.book, self.options) = (book, options)
    agreement = try other.agreement?.with(book, changed: key, evidence)
    ratio = try other.ratio?.with(book)
  }

  /// How the amount grew within terms, as known on the scenario's date.
  private static func growth(
    _ scenario: Scenario, _ plan: AgreementPlan, _ evidence: Evidence, _ package: DataPackage
  ) throws -> WithinTermGrowth? {
    let known = Selection(asOf: scenario.asOf)
    switch plan.growth {
    case .fixed: return nil
    case .consumerPrices(let cap):
      let prices = try package.series(plan.ally.consumerPriceSeries, known).series
      return try WithinTermGrowth(consumerPrices: prices, from: prices.firstYear, cap: cap)
    case .record:
      let agreements = evidence.rounds.filter { $0.ally == plan.ally.rawValue }.map(\.firstYear)
      let series = try package.series(plan.series, known).series
      return try WithinTermGrowth(of: series, agreements: Set(agreements), from: series.firstYear)
    }
  }

  /// How fast allies moved towards the ratio of Wales, as known on the scenario's date.
  static func adjustment(_ scenario: Scenario, _ package: DataPackage) throws -> RatioAdjustment {
    let prefix = "nato-ratio-"
    let names = package.entries.map(\.identifier).filter { $0.hasPrefix(prefix) && $0 != prefix + "usa" }
    let panel = try names.map { try package.series($0, Selection(asOf: scenario.asOf)).series }
    return try RatioAdjustment(panel: panel, goal: 2, years: 2014...2024)
  }

  /// The scenario's name with that of a path of ratios.
  func label(_ path: RatioProjection.Path) -> String {
    path.name.isEmpty ? scenario.identifier : "\(scenario.identifier)/\(path.name)"
  }

  /// The title of the scenario, and of each path of ratios, by their names in tables.
  var titles: [(label: String, title: String)] {
    let paths = (ratio?.paths ?? []).filter { !$0.name.isEmpty }
    // Beside named paths stands the way straight to the ask.
    let own = paths.isEmpty ? scenario.title : "\(scenario.title), the ask alone"
    return [(scenario.identifier, own)] + paths.map { (label($0), "\(scenario.title), \($0.name)") }
  }

  private func cells(_ quantity: ProjectedQuantity, _ label: String) -> [Cell] {
    let names: [Cell] = [
      .text(label), .text(quantity.measure), .text(quantity.unit.symbol), .text(quantity.period),
    ]
    return names + ([quantity.mean] + quantity.quantiles).map { .number($0) }
  }

  private func cells(
    _ event: ProjectedEvent, _ label: String, _ round: String, _ interval: ClosedRange<Double>?
  ) -> [Cell] {
    [
      .text(label), .text(round), .text(event.name), .number(event.probability),
      event.isFact ? .missing : .number(event.standardError),
      event.isFact ? .missing : .optional(interval?.lowerBound),
      event.isFact ? .missing : .optional(interval?.upperBound),
    ]
  }

  /// The rows of a table that needs draws.
  ///
  /// - Parameters:
  ///   - table: paths or events.
  ///   - draws: how many.
  ///   - seed: of the random numbers.
  ///   - workers: who draws.
  /// - Returns: the rows.
  /// - Throws: `ProjectionError` for a number that is not finite.
  func simulated(_ table: ProjectionTable, draws: Draws, seed: Seed, workers: PoolWorkers) throws -> [[Cell]]
  {
    var rows: [[Cell]] = []
    if let agreement {
      let results = try agreement.run(draws: draws, seed: seed, workers: workers)
      switch table {
      case .events:
        let intervals = agreement.eventIntervals(seed: seed, workers: workers)
        rows += results.events.map { event -> [Cell] in
          let probability = event.probability
          let interval = intervals[event.name].map { ProjectedEvent.holding(probability, $0) }
          return cells(event, scenario.identifier, agreement.plan.round, interval)
        }
      default: rows += results.quantities.map { cells($0, scenario.identifier) }
      }
    }
    if let ratio {
      for path in ratio.paths {
        let results = ratio.run(
          path, draws: draws, seed: seed, withIntervals: table == .events, workers: workers)
        switch table {
        case .events: rows += results.events.map { cells($0.event, label(path), $0.ally, $0.event.interval) }
        default: rows += results.quantities.map { cells($0, label(path)) }
        }
      }
    }
    return rows
  }

  /// How many rows of draws are held at once.
  private static let drawBlock = 4_096

  /// The draws of every quantity, quantity by quantity, a block of rows at a time.
  ///
  /// - Parameters:
  ///   - draws: how many.
  ///   - seed: of the random numbers.
  ///   - workers: who draws.
  ///   - body: takes rows.
  /// - Returns: no rows, for all were given away.
  /// - Throws: `ProjectionError` for a number that is not finite, and what `body` throws.
  func eachDraw(
    draws: Draws, seed: Seed, workers: PoolWorkers, _ body: ([[Cell]]) throws -> Void
  ) throws -> [[Cell]] {
    func give(_ label: String, _ measure: String, _ unit: Unit, _ period: String, _ values: [Double]) throws {
      let names: [Cell] = [.text(measure), .text(unit.symbol), .text(period)]
      for first in stride(from: 0, to: values.count, by: Self.drawBlock) {
        let block = first..<min(first + Self.drawBlock, values.count)
        try body(block.map { [.text(label), .integer($0)] + names + [.number(values[$0])] })
      }
    }
    if let agreement {
      let results = try agreement.run(draws: draws, seed: seed, workers: workers)
      for (column, quantity) in results.quantities.enumerated() {
        try give(
          scenario.identifier, quantity.measure, quantity.unit, quantity.period, results.values(column))
      }
    }
    if let ratio {
      for path in ratio.paths {
        try ratio.eachQuantity(of: path, draws: draws, seed: seed, workers: workers) {
          try give(label(path), $0, $1, $2, $3)
        }
      }
    }
    return []
  }

  /// The rows of the contributions.
  func contributions(seed: Seed, workers: PoolWorkers) -> [[Cell]] {
    func cells(_ part: ProjectedContribution, _ label: String) -> [Cell] {
      [
        .text(label), .text(part.measure), .text(part.unit.symbol), .text(part.period), .text(part.driver),
        .number(part.contribution),
      ]
    }
    let rows =
      agreement.map {
        $0.contributions(seed: seed, workers: workers).map { cells($0, scenario.identifier) }
      } ?? []
    guard let ratio else { return rows }
    return rows
      + ratio.paths.flatMap { path in
        ratio.contributions(path, seed: seed, workers: workers).map { cells($0, label(path)) }
      }
  }

  /// The rows of the tornado.
  func tornado(seed: Seed, workers: PoolWorkers) throws -> [[Cell]] {
    var rows: [[Cell]] = []
    if let agreement {
      rows += Self.cells(
        try agreement.tornado(evidence: evidence, seed: seed, workers: workers), scenario.identifier)
    }
    if let ratio {
      for path in ratio.paths {
        rows += Self.cells(try ratio.tornado(path, seed: seed, workers: workers), label(path))
      }
    }
    return rows
  }

  private static func cells(_ bars: [TornadoBar], _ label: String) -> [[Cell]] {
    bars.map { bar in
      [
        .text(label), .text(bar.measure), .text(bar.unit.symbol), .text(bar.period),
        .text(bar.key), .text(bar.mark.description), .number(bar.low), .number(bar.high), .number(bar.median),
        .number(bar.medianAtLow), .number(bar.medianAtHigh), .number(bar.swing),
      ]
    }
  }

  /// What is estimated beside the two fits, from how many years or changes: growth within terms, and how ratios move.
  private func estimates() throws -> [Estimate] {
    var rows: [Estimate] = []
    if let growth = agreement?.termGrowth {
      let prior = agreement?.termGrowthPrior
      rows.append(
        Estimate(
          fit: "growth", coefficient: "mean yearly change", count: growth.years,
          prior: try Self.numbers(prior), value: growth.mean, error: growth.meanError))
      rows.append(
        Estimate(
          fit: "growth", coefficient: "scale of a year's own change", count: growth.years,
          prior: [prior?.spread], value: growth.spread))
    }
    if let ratio {
      let fit = ratio.fitted
      let prior = fit.regression.prior
      rows.append(
        Estimate(
          fit: "ratio", coefficient: "share of the gap closed in a year", count: fit.observationCount,
          prior: try Self.numbers(prior), value: fit.speed, error: fit.speedError))
      let effects = fit.effects
      rows.append(
        Estimate(
          fit: "ratio", coefficient: "deviation of what all share of a year", count: effects.yearCount,
          value: effects.commonDeviation))
      rows.append(
        Estimate(
          fit: "ratio", coefficient: "deviation of an ally's own year", count: fit.observationCount,
          value: effects.ownDeviation))
      for level in ratio.levels {
        rows.append(
          Estimate(
            fit: "ratio", coefficient: "\(level.ally) in \(level.year)", count: 1, value: level.percent))
      }
    }
    return rows
  }

  /// A coefficient of a conjugate regression, its prior as far as there is one, and from how many cases.
  private struct Estimate {
    let fit, coefficient: String
    let count: Int
    /// Mean, scale, 5 and 95 % points.
    var prior: [Double?] = []
    let value: Double
    var error: Double?
  }

  /// Location, scale, 5 and 95 % points of the first coefficient.
  private static func numbers(_ prior: ConjugateRegression.Prior?) throws -> [Double?] {
    guard let prior else { return [] }
    let belief = try prior.marginal()
    return [belief.location, belief.scale, try belief.quantile(0.05), try belief.quantile(0.95)]
  }

  /// The rows of the coefficients, prior beside posterior.
  ///
  /// - Returns: the rows.
  /// - Throws: `NegotiationError` for a record that cannot be read.
  func coefficients() throws -> [[Cell]] {
    let pooled = actors.map { [$0.coefficients(scenario.identifier)] } ?? []
    let others =
      try pooled
      + estimates().map { one -> [Cell] in
        let before: [Cell] = [
          .text(scenario.identifier), .text(one.fit), .text(one.coefficient), .integer(one.count),
        ]
        let prior = (0..<4).map { place -> Cell in
          place < one.prior.count ? .optional(one.prior[place]) : .missing
        }
        return before + prior + [.number(one.value), .optional(one.error), .missing, .missing, .text("")]
      }
    guard let fits = agreement?.fits else { return try others + passThrough() }
    let parts = [("settlement", fits.settlement.coefficients), ("timing", fits.timing.coefficients)]
    return try others + passThrough()
      + parts.flatMap { name, coefficients in
        coefficients.map { coefficient in
          let (prior, posterior) = (coefficient.prior, coefficient.posterior)
          let numbers = [
            prior.mean, prior.standardDeviation, prior.lower, prior.upper, posterior.mean,
            posterior.standardDeviation, posterior.lower, posterior.upper,
          ]
          return [
            .text(scenario.identifier), .text(name), .text(coefficient.name), .integer(coefficient.rounds),
          ]
            + numbers.map { .number($0) }
            + [.text(coefficient.dataSayNothing ? "data say nothing" : "")]
        }
      }
  }

  /// What share of an ask was conceded by kind of payment, for what is no renewal: it stands beside the assumptions on
  /// ratios and side payments, and enters nothing.
  private func passThrough() throws -> [[Cell]] {
    let hasPackage = ratio != nil || !(agreement?.plan.linkage.isEmpty ?? true)
    guard hasPackage else { return [] }
    let prior = PassThrough.Prior()
    let (center, between) = (prior.center, prior.betweenKinds)
    let width = (center.standardDeviation * center.standardDeviation + between * between).squareRoot()
    return try PassThrough(evidence, asOf: scenario.asOf).kinds.map { kind in
      let before: [Cell] = [
        .text(scenario.identifier), .text("pass-through"), .text(kind.instrument.rawValue),
        .integer(kind.shares.count), .number(center.mean), .number(width), .missing, .missing,
      ]
      return before + [
        .number(kind.share.mean), .number(kind.share.standardDeviation), .missing, .missing,
        .text(kind.shares.isEmpty ? "no round; what other kinds say" : "beside the forecast"),
      ]
    }
  }

  /// The rows of the assumptions.
  func assumptions(given: Set<String>, stated: [String] = []) -> [[Cell]] {
    let rows = ScenarioRows(
      scenario, given: given, stated: stated, evidence: evidence, published: published)
    let fitted = ratio.map { $0.fittedValues } ?? [:]
    guard let actors, let agreement else {
      // What only actors reach is no part of a projection without them.
      return rows.facts()
        + rows.assumptions(book, without: [AssumptionCatalog.spatialWeight], fitted: fitted)
    }
    return rows.facts() + rows.actors(actors.table, agreement.plan.ally.unit)
      + rows.assumptions(book, fitted: fitted)
  }
}
