import Datasets
import Forecasting
import Series

extension DriverPlan {
  /// A system of a series and its companions, free and through the given paths.
  ///
  /// - Parameters:
  ///   - model: the system without companions, with a transform if one was asked for.
  ///   - series: the series that is forecast.
  /// - Returns: one model, or two under paths.
  /// - Throws: ``CommandFailure``.
  func system(_ model: TransformedModel, for series: AnnualSeries) throws -> (
    models: [(label: String, model: TransformedModel)], notes: [String]
  ) {
    guard let source else { return ([(model.label, model)], []) }
    try requireIndependence(series, source)
    let scale = hasTransform ? model.transform : CompanionText.usualScale(series)
    var notes: [String] = []
    var records: [DriverRecord] = []
    var variables = [Variable(series: series, scale: scale)]
    for companion in companions {
      var found = try source.load(companion.name, beside: series)
      if isFilled { found = try found.interpolated() }
      for note in found.notes where !notes.contains(note) { notes.append(note) }
      let own = companion.scale ?? CompanionText.usualScale(found.series)
      records.append(
        DriverRecord(found.series, knownFrom: found.knownFrom, earlier: found.earlier, scale: own))
      variables.append(Variable(series: found.series, scale: own))
    }
    func built(_ conditions: [PathCondition]) -> TransformedModel {
      TransformedModel(
        VectorAutoregression(
          records, conditions: conditions, lags: lags, naturalTransform: scale, draws: draws, seed: seed),
        transform: scale)
    }
    var models = [(label: model.label, model: built([]))]
    if !paths.isEmpty {
      models.append(("\(model.label) given", built(try conditions(variables, beside: series, source))))
    }
    return (models, notes)
  }

  /// Refuses series of the package that are computed from each other.
  private func requireIndependence(_ series: AnnualSeries, _ source: CompanionSeries) throws {
    let own = isOfPackage ? [series.identifier] : []
    let named = own + companions.map(\.name).filter { source.file[$0] == nil }
    guard let identity = source.package?.identity(among: named) else { return }
    throw CommandFailure(
      .badData, "\(identity), and a system of them all contradicts itself",
      hint: "leave one of them out of --with; --given states a ratio through the series that it is made of")
  }

  /// A variable of a system.
  struct Variable {
    let series: AnnualSeries
    let scale: Transform
  }

  private func conditions(_ variables: [Variable], beside series: AnnualSeries, _ source: CompanionSeries)
    throws
    -> [PathCondition]
  {
    let end = series.lastYear + horizon
    var found: [PathCondition] = []
    for given in paths {
      try given.periods.requireBasis(of: series, "--given '\(given.text)'")
      if let own = variables.first(where: { $0.series.identifier == given.name }) {
        try given.requireFit(own.series.unit, own.series.bounds)
        var earlier: [Int: Double] = [:]
        for (year, value) in try given.years(to: end, before: { earlier[$0] ?? own.series[$0] }) {
          earlier[year] = value
          guard let moved = own.scale.forward(value) else {
            throw CommandFailure(
              FitError.drivers(
                .notPositive(driver: given.name, year: series.calendar.label(year), value: value)))
          }
          found.append(
            PathCondition(
              "\(given.name)=\(numeral(value))", year: year, terms: [.init(given.name)], value: moved))
        }
      } else {
        found += try ratio(given, variables, beside: series, source, to: end)
      }
    }
    return found
  }

  /// The conditions of a derived ratio whose numerator and denominator are variables under the logarithm.
  private func ratio(
    _ given: GivenPath, _ variables: [Variable], beside series: AnnualSeries, _ source: CompanionSeries,
    to end: Int
  ) throws -> [PathCondition] {
    let names = variables.map(\.series.identifier)
    guard let package = source.package else { throw unknown(given, names, nearest: nil) }
    let entry: SeriesEntry
    do {
      entry = try package.entry(given.name)
    } catch {
      let known = names + package.entries.map(\.identifier)
      throw unknown(given, names, nearest: nearestName(to: given.name, among: known))
    }
    guard case .derived(.ratio(let numerator, let denominator, let scale, _)) = entry.origin else {
      throw CommandFailure(
        .usage, "--given '\(given.text)': '\(given.name)' is not a variable of the system",
        hint: "add it with --with; the variables are \(names.joined(separator: ", "))")
    }
    for input in [numerator, denominator] {
      guard let variable = variables.first(where: { $0.series.identifier == input }) else {
        throw CommandFailure(
          .usage,
          "--given '\(given.text)': the ratio needs '\(numerator)' and '\(denominator)' in the system",
          hint: "add \(input) to --with, or '\(given.name)' in its place")
      }
      guard variable.scale == .log else {
        throw CommandFailure(
          .usage, "--given '\(given.text)': a path of a ratio needs '\(input)' as a logarithm",
          hint: input == series.identifier ? "use --transform log" : "write log:\(input) in --with")
      }
    }
    try given.requireFit(entry.unit, entry.bounds)
    let record = try source.load(given.name, beside: series).series
    var earlier: [Int: Double] = [:]
    var found: [PathCondition] = []
    for (year, value) in try given.years(to: end, before: { earlier[$0] ?? record[$0] }) {
      earlier[year] = value
      guard let moved = Transform.log.forward(value / scale) else {
        throw CommandFailure(
          .usage, "--given '\(given.text)': a ratio of zero or less has no logarithm")
      }
      found.append(
        PathCondition(
          "\(given.name)=\(numeral(value))", year: year,
          terms: [.init(numerator), .init(denominator, weight: -1)], value: moved))
    }
    return found
  }

  private func unknown(_ given: GivenPath, _ names: [String], nearest: String?) -> CommandFailure {
    CommandFailure(
      .noInput,
      "--given '\(given.text)': unknown series '\(given.name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
      hint: "the variables are \(names.joined(separator: ", "))")
  }
}
