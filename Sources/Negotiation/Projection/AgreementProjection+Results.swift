internal import Forecasting
internal import Probability
internal import Series

extension AgreementProjection {
  /// The draws of a projection, and what they say.
  public struct Results: Sendable {
    /// The quantities: yearly amounts first, then those of the round.
    public let quantities: [ProjectedQuantity]
    /// The events.
    public let events: [ProjectedEvent]
    let simulation: Simulation
    let columns: [(measure: String, unit: Unit, period: String)]

    /// One number of one draw.
    ///
    /// - Parameter column: which quantity, in the order of ``quantities``.
    /// - Returns: its value in every draw.
    public func values(_ column: Int) -> [Double] { simulation.values(column) }
  }

  /// The events that the as-of date has decided, and how: all of the calendar of an agreement that has lapsed, and an
  /// agreement by the last budget, or by the end of the running agreement, where that month is over.
  public var decided: [(event: ProjectionEvent, happened: Bool)] {
    let terms = kernel.terms
    if terms.hasLapsed {
      let calendar: [ProjectionEvent] = [
        .agreedByBudget, .agreedByExpiry, .inForceByExpiry, .stopgap, .lapse, .lapseAfterStopgap, .longLapse,
      ]
      return calendar.map { ($0, $0 == .lapse || $0 == .longLapse) }
    }
    // The first month that is drawn is the one after the date.
    if terms.expires <= terms.asOf {
      return [(.agreedByBudget, false), (.agreedByExpiry, false), (.inForceByExpiry, false)]
    }
    return kernel.lastBudgetMonth <= terms.asOf ? [(.agreedByBudget, false)] : []
  }

  /// Draws the future.
  ///
  /// - Parameters:
  ///   - draws: how many.
  ///   - seed: of the random numbers; the numbers do not depend on who works.
  ///   - workers: who draws.
  /// - Returns: quantities and events.
  /// - Throws: ``ProjectionError/overflow(measure:period:)``.
  public func run(draws: Draws, seed: Seed, workers: some Workers) throws(ProjectionError) -> Results {
    let simulation = Simulation(
      kernel, draws: draws.count, generator: CounterGenerator(seed: seed.value, stream: Self.stream),
      workers: workers)
    let columns = columns
    let quantities = workers.map(columns.count) { column in
      ProjectedQuantity(
        measure: columns[column].measure, unit: columns[column].unit, period: columns[column].period,
        mean: simulation.mean(column),
        quantiles: simulation.quantiles(ProjectedQuantity.probabilities, column))
    }
    for quantity in quantities where !(quantity.mean.isFinite && quantity.quantiles.allSatisfy(\.isFinite)) {
      throw .overflow(measure: quantity.measure, period: quantity.period)
    }
    let facts = Set(decided.map(\.event))
    // Of a lapse that has begun the draws do not say whether it has led to a furlough already.
    let told = ProjectionEvent.allCases.filter { $0 != .furlough || !kernel.terms.hasLapsed }
    let events = told.map {
      ProjectedEvent(
        $0.rawValue, count: simulation.count($0), draws: draws.count, isFact: facts.contains($0))
    }
    return Results(quantities: quantities, events: events, simulation: simulation, columns: columns)
  }

  /// How far the probability of each event depends on inputs that are not known: points of the fits, values of the
  /// assumptions with a distribution.
  ///
  /// The interval holds nine tenths of the probabilities that the event has under one set of inputs each. It is not the error
  /// of the simulation, which ``ProjectedEvent/standardError`` is. What is assumed as a number is taken as known.
  ///
  /// - Parameters:
  ///   - seed: of the random numbers.
  ///   - workers: who draws; the numbers do not depend on it.
  /// - Returns: 5 and 95 % points by the name of the event.
  public func eventIntervals(seed: Seed, workers: some Workers) -> [String: ClosedRange<Double>] {
    let events = ProjectionEvent.allCases
    let bits = events.map(\.bit)
    let intervals = ConditionalProbabilities.intervals(
      kernel, outcomes: bits.count, seed: seed.value, workers: workers
    ) { _, happened, event in happened & bits[event] != 0 }
    return Dictionary(uniqueKeysWithValues: zip(events.map(\.rawValue), intervals))
  }

  /// How much each group of assumptions moves the medians.
  ///
  /// - Parameters:
  ///   - seed: of the random numbers.
  ///   - workers: who draws.
  /// - Returns: for each quantity but the length of the term, the neutral median and a contribution for each driver.
  public func contributions(seed: Seed, workers: some Workers) -> [ProjectedContribution] {
    let (columns, drivers) = (columns, drivers)
    let shown = columns.indices.filter { columns[$0].measure != "term_years" }
    let found = Contributions.medians(
      drivers, columns: shown, generator: CounterGenerator(seed: seed.value, stream: Self.stream),
      workers: workers
    ) { kernel.without($0) }
    return zip(shown, found).flatMap { column, values in
      let (measure, unit, period) = columns[column]
      let parts = zip(drivers.map(\.rawValue), values.contributions)
      return ([("neutral", values.neutral)] + parts).map {
        ProjectedContribution(measure: measure, unit: unit, period: period, driver: $0.0, contribution: $0.1)
      }
    }
  }
}
