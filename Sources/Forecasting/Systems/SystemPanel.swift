internal import Series

/// The variables of a system in the latest stretch of years in which all have values, each divided by the size of its surprises.
///
/// The first variable is the one that is forecast. The divisor is the residual standard deviation of an autoregression
/// of order one with a constant: a change of units that leaves posterior and forecasts as they are.
struct SystemPanel: Sendable {
  /// The variables' names, the one that is forecast first.
  let names: [String]
  /// The first and the last year in which all have values.
  let firstYear: Int
  let lastYear: Int
  /// By variables, each with a value a year.
  let values: [[Double]]
  /// What each variable was divided by.
  let scales: [Double]
  /// Values that are known after ``lastYear``, of variables that run on.
  let later: [PathCondition]

  /// The most variables of a system.
  static let mostVariables = 20
  /// How many years the others may end before the series that is forecast.
  static let longestDelay = 5

  /// Residuals whose squares are this fraction of the squares or less are rounding: the values lie on a line.
  private static let leastRest = 1e-20

  /// Brings the variables together.
  ///
  /// - Parameters:
  ///   - series: the one that is forecast, on the scale of the model.
  ///   - companions: the others.
  ///   - lags: p.
  ///   - scale: the transform of the series.
  ///   - model: whose system it is.
  /// - Throws: ``FitError`` for companions without common years, with gaps, without change, on a line, or that determine
  ///   each other.
  init(
    _ series: AnnualSeries, _ companions: [DriverRecord], lags: Int, scale: Transform = .none,
    model: ModelIdentifier
  ) throws(FitError) {
    guard !companions.isEmpty else { throw .drivers(.none(model: model)) }
    let names = [series.identifier] + companions.map(\.series.identifier)
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      throw .drivers(name == names[0] ? .itself(series: name) : .twice(driver: name))
    }
    let origin = series.lastYear
    var tables: [[Int: Double]] = [
      Dictionary(uniqueKeysWithValues: series.observations.map { ($0.year, $0.value) })
    ]
    for companion in companions {
      var table: [Int: Double] = [:]
      for (year, value) in companion.known(at: origin) {
        guard let moved = companion.scale.forward(value) else {
          throw .drivers(
            .notPositive(
              driver: companion.series.identifier, year: companion.series.calendar.label(year), value: value))
        }
        table[year] = moved
      }
      tables.append(table)
    }
    var (first, last) = (Int.min, Int.max)
    for (name, table) in zip(names, tables) {
      guard let start = table.keys.min(), let end = table.keys.max() else {
        throw .drivers(.noCommonYears(series: series.identifier))
      }
      guard end >= origin - Self.longestDelay else {
        throw .drivers(
          .companionEndsEarly(
            series: name, last: series.calendar.label(end),
            needed: series.calendar.label(origin - Self.longestDelay)))
      }
      first = max(first, start)
      last = min(last, end)
    }
    let needed = lags + 8
    // A gap in any record ends what can be used: the latest stretch without one counts.
    let missing = first <= last ? (first...last).filter { year in tables.contains { $0[year] == nil } } : []
    if let gap = missing.last {
      guard last - gap >= needed else { throw Self.gap(missing, series, names, tables, model) }
      first = gap + 1
    }
    let found = first <= last ? last - first + 1 : 0
    guard found >= needed else {
      guard series.observationCount >= needed else {
        throw .tooFewObservations(model: model, needed: needed, found: series.observationCount)
      }
      throw .drivers(.tooFewCommonYears(needed: needed, found: found))
    }
    let columns = tables.map { table in (first...last).compactMap { table[$0] } }
    var scales: [Double] = []
    for (name, column) in zip(names, columns) {
      do throws(DriverError) {
        scales.append(try Self.scale(column, name))
      } catch {
        guard error == .constant(driver: series.identifier) else { throw .drivers(error) }
        throw .drivers(.unchanging(series: name))
      }
    }
    if let relation = ExactRelation(columns, [scale] + companions.map(\.scale)) {
      throw .drivers(
        .identity(series: names[relation.place], others: relation.others.map { names[$0] }))
    }
    self.names = names
    self.scales = scales
    firstYear = first
    lastYear = last
    values = zip(columns, scales).map { column, scale in column.map { $0 / scale } }
    later = zip(names, tables).flatMap { name, table in
      table.filter { $0.key > last }.sorted { $0.key < $1.key }.map {
        PathCondition("the known value of \(name)", year: $0.key, terms: [.init(name)], value: $0.value)
      }
    }
  }

  /// The gaps of the series whose gap is the latest; of several the one that is forecast.
  private static func gap(
    _ missing: [Int], _ series: AnnualSeries, _ names: [String], _ tables: [[Int: Double]],
    _ model: ModelIdentifier
  ) -> FitError {
    let latest = tables.firstIndex { table in missing.last.map { table[$0] == nil } ?? false } ?? 0
    let own = missing.filter { tables[latest][$0] == nil }
    guard latest > 0 else { return .missingYears(model: model, years: own) }
    return .drivers(
      .companionGap(series: names[latest], years: YearRuns.text(own, calendar: series.calendar)))
  }

  /// The residual standard deviation of an autoregression of order one.
  private static func scale(_ values: [Double], _ name: String) throws(DriverError) -> Double {
    let n = Double(values.count - 1)
    let (past, next) = (values.dropLast(), values.dropFirst())
    let pastMean = past.reduce(0) { $0 + $1 / n }
    let nextMean = next.reduce(0) { $0 + $1 / n }
    var (squares, product, total) = (0.0, 0.0, 0.0)
    for (x, y) in zip(past, next) {
      squares += (x - pastMean) * (x - pastMean)
      product += (x - pastMean) * (y - nextMean)
      total += (y - nextMean) * (y - nextMean)
    }
    guard squares.isFinite, total.isFinite else { throw .overflow(driver: name) }
    let level = values.reduce(0) { max($0, $1.magnitude) }
    guard squares > 1e-24 * level * level * n else { throw .constant(driver: name) }
    // From the residuals, for a difference of sums of squares would not tell a line from its rounding.
    var rest = 0.0
    for (x, y) in zip(past, next) {
      let residual: Double = (y - nextMean) - product / squares * (x - pastMean)
      rest += residual * residual
    }
    guard rest > leastRest * squares else { throw .line(series: name) }
    return (rest / (n - 2)).squareRoot()
  }
}
