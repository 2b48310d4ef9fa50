import Datasets
import Forecasting
import Reporting
import Series

/// What a chart has to know of the series beyond their values: names, unconfirmed years, where they are from.
struct ChartedSeries {
  private let package: DataPackage?
  private let file: String?
  private let unconfirmed: [String: Set<Int>]
  private let sources: [String: Set<String>]
  private let phrases: Phrases

  /// Reads the catalogue, where the series are those of a package.
  ///
  /// - Parameters:
  ///   - input: where the series come from.
  ///   - phrases: the words.
  /// - Throws: ``CommandFailure`` or `DataError` when the package cannot be read.
  init(_ input: InputOptions, _ phrases: Phrases) throws {
    self.phrases = phrases
    file = input.input
    guard input.input == nil else {
      (package, unconfirmed, sources) = (nil, [:], [:])
      return
    }
    let package = try input.data.package()
    let selection = try input.selection.selection()
    var unconfirmed: [String: Set<Int>] = [:]
    var sources: [String: Set<String>] = [:]
    for name in Set(input.series) {
      // A series that cannot be had is told where it is forecast.
      guard let (_, observations) = try? package.series(name, selection) else { continue }
      unconfirmed[name] = Set(observations.filter { $0.status == .unconfirmed }.map(\.year))
      sources[name] = Set(observations.flatMap(\.sources))
    }
    (self.package, self.unconfirmed, self.sources) = (package, unconfirmed, sources)
  }

  /// A series' name in words.
  ///
  /// - Parameter identifier: of the series.
  /// - Returns: the title of its catalogue entry, or its name in a file.
  func name(of identifier: String) -> String {
    phrases.series(identifier, title: (try? package?.entry(identifier).title) ?? identifier)
  }

  /// What a series in per cent puts over what; nothing for one in another unit, or of a file.
  private func definition(of series: AnnualSeries) -> String {
    guard series.unit.symbol.hasPrefix("percent"), let entry = try? package?.entry(series.identifier) else {
      return ""
    }
    return phrases.definition(of: series.identifier, entry.definition)
  }

  /// The line on sources of a chart of all series.
  var source: String { source(of: Set(sources.keys)) }

  /// The line on sources of a chart.
  ///
  /// - Parameter names: of the series that it shows.
  /// - Returns: one line, with the number of their sources.
  func source(of names: Set<String>) -> String {
    let program = "burdenshare \(BurdenShare.version)"
    guard let package else {
      let name =
        file == "-" ? "standard input" : file.map { String($0.split(separator: "/").last ?? "") } ?? ""
      return phrases.source(name, sources: nil, program: program)
    }
    let own = names.reduce(into: Set<String>()) { $0.formUnion(sources[$1] ?? []) }
    return phrases.source("\(package.name) \(package.version)", sources: own.count, program: program)
  }

  /// The record and the forecast of one fit.
  ///
  /// - Parameters:
  ///   - fit: the fit.
  ///   - distribution: what it expects; nothing for the fit alone.
  ///   - levels: of the intervals.
  /// - Returns: what a chart draws.
  /// - Throws: what quantiles throw.
  func panel(
    _ fit: TransformedFit, _ distribution: PredictiveDistribution? = nil, levels: [Level] = []
  ) throws -> FanChart.Panel {
    let series = fit.series
    var panel = try panel(
      series, distribution, origin: series.lastYear, levels: levels, model: fit.label)
    let breaks = ((fit.fitted as? FittedPiecewise)?.structuralBreaks ?? []).map { found in
      FanChart.Break(year: found.year, label: found.reason ?? phrases.label(series.calendar, found.year))
    }
    panel.breaks = breaks
    return panel
  }

  /// The record and the forecast of a series that was forecast together with others.
  ///
  /// - Parameters:
  ///   - series: the record.
  ///   - distribution: what is expected.
  ///   - origin: the year before the first that is forecast.
  ///   - levels: of the intervals.
  ///   - model: its name in tables.
  /// - Returns: what a chart draws.
  /// - Throws: what quantiles throw.
  func panel(
    _ series: AnnualSeries, _ distribution: PredictiveDistribution?, origin: Int, levels: [Level],
    model: String
  ) throws -> FanChart.Panel {
    let doubtful = unconfirmed[series.identifier] ?? []
    var steps: [FanChart.Step] = []
    for (index, step) in (distribution?.steps ?? []).enumerated() {
      let intervals = try levels.map { level in
        let ends = try step.interval(level)
        return FanChart.Interval(level: level.label, lower: ends.lower, upper: ends.upper)
      }
      steps.append(FanChart.Step(year: origin + index + 1, median: step.median, intervals: intervals))
    }
    return FanChart.Panel(
      name: name(of: series.identifier), unit: series.unit.symbol,
      calendar: series.calendar, model: model,
      record: series.observations.map {
        FanChart.Observation(year: $0.year, value: $0.value, isUnconfirmed: doubtful.contains($0.year))
      }, steps: steps, definition: definition(of: series))
  }

  /// What the model expected of each year of the record, on the scale of the series.
  ///
  /// - Parameter fit: the fit.
  /// - Returns: the finite ones.
  static func expectations(_ fit: TransformedFit) -> [FanChart.Observation] {
    fit.residualsOnSeries.compactMap { year, residual in
      guard let actual = fit.series[year], (actual - residual).isFinite else { return nil }
      return FanChart.Observation(year: year, value: actual - residual)
    }
  }
}
