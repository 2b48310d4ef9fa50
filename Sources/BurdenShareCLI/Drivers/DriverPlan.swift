import Datasets
import Forecasting
import Series

/// What `--driver` and its companions ask for, ready to be brought beside any series.
struct DriverPlan: Sendable {
  let drivers: [DriverText]
  let source: CompanionSeries?
  let paths: [GivenPath]
  let model: TransformedModel?
  let horizon: Int
  var companions: [CompanionText] = []
  var lags = 2
  var draws = 20_000
  var seed: UInt64 = 1
  /// Whether --transform was given.
  var hasTransform = false
  /// Whether the gaps of a system's companions are interpolated.
  var isFilled = false
  /// Whether the series that is forecast is the package's own.
  var isOfPackage = false

  /// No drivers at all.
  static let none = DriverPlan(drivers: [], source: nil, paths: [], model: nil, horizon: 0)

  /// A model with its drivers beside a series; any other model as it is.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - series: the series that is forecast.
  /// - Returns: the models to fit with their labels, and what there is to tell; more than one where a path is given to a
  ///   system, which is shown beside the free forecast.
  /// - Throws: ``CommandFailure``.
  func resolve(_ model: TransformedModel, for series: AnnualSeries) throws -> (
    models: [(label: String, model: TransformedModel)], notes: [String]
  ) {
    if model.model is VectorAutoregression { return try system(model, for: series) }
    guard let regression = model.model as? Regression, let source else { return ([(model.label, model)], []) }
    try requireFreePaths(source)
    var notes: [String] = []
    var columns: [Driver] = []
    for text in drivers {
      if let shape = try text.shape(for: series) {
        columns.append(Driver(shape, label: text.text))
        continue
      }
      guard case .series(let name, let scale, let shift) = text.form else { continue }
      let found = try source.load(name, beside: series)
      for note in found.notes where !notes.contains(note) { notes.append(note) }
      let end = series.lastYear + horizon + max(shift, 0)
      let record = DriverRecord(
        found.series, knownFrom: found.knownFrom, earlier: found.earlier, scale: scale,
        path: try path(of: name, found.series, beside: series, to: end), model: self.model)
      if !source.isDated {
        // All years that are needed, where a fit alone would tell of those up to the series' last one.
        do throws(DriverError) {
          try record.requireValues(through: series.lastYear + horizon + shift, origin: series.lastYear)
        } catch {
          throw CommandFailure(FitError.drivers(error))
        }
      }
      columns.append(Driver(.record(record), shift: shift, label: text.text))
    }
    let whole = TransformedModel(Regression(columns, errors: regression.errors), transform: model.transform)
    return ([(model.label, whole)], notes)
  }

  /// Refuses paths for series of the package of which one follows from the others.
  private func requireFreePaths(_ source: CompanionSeries) throws {
    let named = paths.map(\.name).filter { source.file[$0] == nil }
    guard let identity = source.package?.identity(among: named) else { return }
    throw CommandFailure(
      .badData, "\(identity), and paths are given for them all",
      hint: "leave one of these drivers out")
  }

  /// The values that are assumed for a series.
  private func path(of name: String, _ record: AnnualSeries, beside series: AnnualSeries, to end: Int) throws
    -> [Int: Double]
  {
    var path: [Int: Double] = [:]
    for given in paths where given.name == name {
      let option = "--given '\(given.text)'"
      try given.periods.requireBasis(of: series, option)
      try given.requireFit(record.unit, record.bounds)
      let years = try given.years(to: end) { path[$0] ?? record[$0] }
      for (year, value) in years {
        if let earlier = path[year], earlier != value {
          throw CommandFailure(
            FitError.drivers(
              .contradiction(
                year: series.calendar.label(year),
                conditions: ["\(name)=\(numeral(earlier))", "\(name)=\(numeral(value))"])))
        }
        path[year] = value
      }
    }
    return path
  }
}
