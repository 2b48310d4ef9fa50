public import Forecasting
public import Probability
public import Series

/// The shapes in which forecasts are written.
public enum ForecastLayout: String, Sendable, CaseIterable {
  /// One row a year, a pair of columns for each level.
  case wide
  /// One row for each year and level.
  case long
  /// One row for each year and quantile, the model-output form of the hubverse.
  case quantiles
}

/// Builds the rows of `forecast`.
public struct ForecastTable: Sendable {
  /// The shape.
  public let layout: ForecastLayout
  /// The levels of the intervals, in the order given.
  public let levels: [Level]

  /// A builder.
  ///
  /// - Parameters:
  ///   - layout: the shape.
  ///   - levels: the levels of the intervals.
  public init(layout: ForecastLayout, levels: [Level]) {
    self.layout = layout
    self.levels = levels
  }

  /// The names of the columns.
  public var columns: [String] {
    let shared = ["series_id", "unit", "model", "origin", "period", "horizon"]
    switch layout {
    case .wide:
      return shared + ["mean", "median"] + levels.flatMap { ["lower_\($0.label)", "upper_\($0.label)"] }
    case .long: return shared + ["mean", "median", "level", "lower", "upper"]
    case .quantiles: return shared + ["output_type", "output_type_id", "value"]
    }
  }

  /// The rows of one forecast.
  ///
  /// - Parameters:
  ///   - fit: the fitted model.
  ///   - label: the model's name in the table.
  ///   - distribution: what it expects.
  /// - Returns: rows for ``columns``.
  /// - Throws: `ProbabilityError` never for valid levels; it is what quantiles throw.
  public func rows(_ fit: TransformedFit, label: String, _ distribution: PredictiveDistribution)
    throws(ProbabilityError) -> [[Cell]]
  {
    let series = fit.series
    return try rows(
      name: series.identifier, unit: series.unit, calendar: series.calendar, origin: series.lastYear,
      label: label,
      distribution)
  }

  /// The rows of a forecast that belongs to no single fit.
  ///
  /// - Parameters:
  ///   - name: the series' name.
  ///   - unit: its unit.
  ///   - calendar: which months a period covers.
  ///   - origin: the last year that is known.
  ///   - label: the model's name in the table.
  ///   - distribution: what it expects of the years after the origin.
  /// - Returns: rows for ``columns``.
  /// - Throws: `ProbabilityError` never for valid levels; it is what quantiles throw.
  public func rows(
    name: String, unit: Unit, calendar: FiscalCalendar, origin: Int, label: String,
    _ distribution: PredictiveDistribution
  ) throws(ProbabilityError) -> [[Cell]] {
    var rows: [[Cell]] = []
    for (index, step) in distribution.steps.enumerated() {
      let shared: [Cell] = [
        .text(name), .text(unit.symbol), .text(label), .text(calendar.label(origin)),
        .text(calendar.label(origin + index + 1)), .integer(index + 1),
      ]
      let centre: [Cell] = [.number(step.mean), .number(step.median)]
      switch layout {
      case .wide:
        var row = shared + centre
        for level in levels {
          let interval = try step.interval(level)
          row += [.number(interval.lower), .number(interval.upper)]
        }
        rows.append(row)
      case .long:
        for level in levels {
          let interval = try step.interval(level)
          rows.append(
            shared + centre + [
              .number(level.percent), .number(interval.lower), .number(interval.upper),
            ])
        }
      case .quantiles:
        rows.append(shared + [.text("mean"), .missing, .number(step.mean)])
        for probability in quantileLevels {
          rows.append(
            shared + [.text("quantile"), .number(probability), .number(try step.quantile(probability))])
        }
      }
    }
    return rows
  }

  /// The median and both ends of every interval, in ascending order.
  private var quantileLevels: [Double] {
    Set(levels.flatMap { [$0.lowerTail, $0.upperTail] } + [0.5]).sorted()
  }
}
