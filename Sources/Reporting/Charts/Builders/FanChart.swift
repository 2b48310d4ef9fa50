public import Series

/// A forecast as a fan: the record, the median, and nested intervals that begin at the last value.
public struct FanChart: Sendable, Equatable {
  /// One value of the record.
  public struct Observation: Sendable, Equatable {
    /// The year that names the period.
    public let year: Int
    /// The value.
    public let value: Double
    /// Whether no source read shows it: drawn hollow.
    public let isUnconfirmed: Bool

    /// A value.
    ///
    /// - Parameters:
    ///   - year: the year that names the period.
    ///   - value: the value.
    ///   - isUnconfirmed: whether no source read shows it.
    public init(year: Int, value: Double, isUnconfirmed: Bool = false) {
      (self.year, self.value, self.isUnconfirmed) = (year, value, isUnconfirmed)
    }
  }

  /// One interval of one year.
  public struct Interval: Sendable, Equatable {
    /// The level in per cent as text: `80`.
    public let level: String
    /// The lower end.
    public let lower: Double
    /// The upper end.
    public let upper: Double

    /// An interval.
    ///
    /// - Parameters:
    ///   - level: in per cent, as text.
    ///   - lower: the lower end.
    ///   - upper: the upper end.
    public init(level: String, lower: Double, upper: Double) {
      (self.level, self.lower, self.upper) = (level, lower, upper)
    }
  }

  /// One year that is forecast.
  public struct Step: Sendable, Equatable {
    /// The year that names the period.
    public let year: Int
    /// The median.
    public let median: Double
    /// The intervals, in any order.
    public let intervals: [Interval]

    /// A year.
    ///
    /// - Parameters:
    ///   - year: the year that names the period.
    ///   - median: the median.
    ///   - intervals: in any order, the same levels in every year.
    public init(year: Int, median: Double, intervals: [Interval]) {
      (self.year, self.median, self.intervals) = (year, median, intervals)
    }
  }

  /// A year from which the record goes another way.
  public struct Break: Sendable, Equatable {
    /// The first year of the new regime.
    public let year: Int
    /// What it is called; its year where it has no name.
    public let label: String

    /// A break.
    ///
    /// - Parameters:
    ///   - year: the first year of the new regime.
    ///   - label: what it is called.
    public init(year: Int, label: String) { (self.year, self.label) = (year, label) }
  }

  /// One forecast of one series.
  public struct Panel: Sendable, Equatable {
    /// The series' name in words.
    public var name: String
    /// The symbol of its unit.
    public var unit: String
    /// How a period is written.
    public var calendar: FiscalCalendar
    /// The model's name in tables.
    public var model: String
    /// The record, in the order of years.
    public var record: [Observation]
    /// The years that are forecast, in their order.
    public var steps: [Step]
    /// Breaks of the record.
    public var breaks: [Break]
    /// What a ratio puts over what, in the chart's language; empty for other series, whose unit tells what they are.
    public var definition: String

    /// A forecast.
    ///
    /// - Parameters:
    ///   - name: the series' name in words.
    ///   - unit: the symbol of its unit.
    ///   - calendar: how a period is written.
    ///   - model: the model's name in tables.
    ///   - record: in the order of years.
    ///   - steps: the years that are forecast.
    ///   - breaks: breaks of the record.
    ///   - definition: what a ratio puts over what, in the chart's language.
    public init(
      name: String, unit: String, calendar: FiscalCalendar, model: String, record: [Observation],
      steps: [Step],
      breaks: [Break] = [], definition: String = ""
    ) {
      (self.name, self.unit, self.calendar, self.model) = (name, unit, calendar, model)
      (self.record, self.steps, self.breaks, self.definition) = (record, steps, breaks, definition)
    }
  }

  /// The most panels that a page holds.
  public static let mostPanels = 12

  private let panels: [Panel]
  private let phrases: Phrases
  private let source: String

  /// A fan chart.
  ///
  /// - Parameters:
  ///   - panels: one for each series and model.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` for no panel, one without a forecast, or more than ``mostPanels``.
  public init(_ panels: [Panel], _ phrases: Phrases, source: String) throws(ChartError) {
    guard !panels.isEmpty, panels.allSatisfy({ !$0.steps.isEmpty }) else { throw .nothingToShow }
    guard panels.count <= Self.mostPanels else {
      throw .tooMany("forecasts", found: panels.count, limit: Self.mostPanels)
    }
    (self.panels, self.phrases, self.source) = (panels, phrases, source)
  }

  /// The chart.
  public var chart: Chart {
    guard panels.count == 1, let panel = panels.first else {
      let units = Set(panels.map { phrases.unit($0.unit) })
      return Chart(
        title: titleOfSeveral,
        subtitle: units.count == 1 ? units.first ?? "" : "", source: source,
        views: panels.map {
          FanView($0, phrases, width: 380, height: 220, isAlone: false, domain: domain(of: $0)).view
        }, columns: 2,
        language: phrases.language)
    }
    return Chart(
      title: title(panel),
      subtitle: phrases.join([
        phrases.unit(panel.unit), phrases.counted(panel.definition),
        phrases.madeWith(
          panel.model, origin: panel.record.last.map { phrases.label(panel.calendar, $0.year) } ?? ""),
        phrases.breaks(panel.breaks.map(\.label)),
      ]),
      source: source, views: [FanView(panel, phrases, width: 680, height: 340, isAlone: true).view],
      language: phrases.language)
  }

  /// The scale that forecasts of one series share, from the lowest number among them to the highest.
  private func domain(of panel: Panel) -> ClosedRange<Double>? {
    let same = panels.filter { $0.name == panel.name && $0.unit == panel.unit }
    guard same.count > 1 else { return nil }
    let ends = same.flatMap(\.steps).flatMap { step in
      [step.median] + step.intervals.flatMap { [$0.lower, $0.upper] }
    }
    let values = (ends + same.flatMap(\.record).map(\.value)).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// How many forecasts a title names.
  private static let mostNamed = 3

  private var titleOfSeveral: String {
    let ends = panels.compactMap { panel in panel.steps.last.map { (panel: panel, step: $0) } }
    let sorted = ends.sorted { $0.step.median < $1.step.median }
    guard let lowest = sorted.first, let highest = sorted.last else { return "" }
    let period = phrases.label(lowest.panel.calendar, lowest.step.year)
    let isOne = ends.allSatisfy {
      $0.panel.name == lowest.panel.name && $0.panel.unit == lowest.panel.unit
        && $0.step.year == lowest.step.year
    }
    if isOne {
      return phrases.forecastsTitle(
        lowest.panel.name, period: period,
        lowest: (lowest.panel.model, NumberText.grouped(lowest.step.median)),
        highest: (
          highest.panel.model,
          phrases.amount(NumberText.grouped(highest.step.median), highest.panel.unit)
        ))
    }
    // Series are compared in per cent, where that says something: values above zero, and one year.
    let changes = ends.compactMap { end -> (String, String)? in
      guard let last = end.panel.record.last?.value, last > 0, end.step.median > 0 else { return nil }
      let change = 100 * (end.step.median / last - 1)
      guard change.isFinite, change.magnitude < 1e6 else { return nil }
      return (end.panel.name, (change < 0 ? "" : "+") + NumberText.fixed(change, decimals: 1))
    }
    let isComparable =
      changes.count == panels.count && panels.count <= Self.mostNamed
      && Set(panels.map(\.model)).count == 1 && Set(ends.map(\.step.year)).count == 1
    if isComparable { return phrases.forecastsTitle(changes, period: period) }
    let named = ends.prefix(Self.mostNamed).map { end in
      (
        end.panel.name, phrases.label(end.panel.calendar, end.step.year),
        phrases.amount(phrases.number(end.step.median, end.panel.unit), end.panel.unit)
      )
    }
    return phrases.forecastsTitle(named) + (ends.count > Self.mostNamed ? " …" : "")
  }

  private func title(_ panel: Panel) -> String {
    guard let last = panel.steps.last else { return panel.name }
    let narrow = last.intervals.min { $0.upper - $0.lower < $1.upper - $1.lower }
    return phrases.forecastTitle(
      panel.name, period: phrases.label(panel.calendar, last.year),
      amount: phrases.amount(phrases.number(last.median, panel.unit), panel.unit),
      interval: narrow.map {
        Phrases.Interval(
          level: $0.level, lower: phrases.number($0.lower, panel.unit),
          upper: phrases.number($0.upper, panel.unit))
      })
  }
}
