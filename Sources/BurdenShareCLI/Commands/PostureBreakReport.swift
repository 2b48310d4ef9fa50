import Datasets
import Forecasting
import Reporting
import Series

/// The dated events of a host beside the breaks of its troop series: `strategy posture --table breaks`.
struct PostureBreakReport {
  /// The columns of the table.
  static let columns = [
    "ally", "event_id", "event_date", "event", "status", "change", "break", "lower_95", "upper_95",
    "level_change_percent", "distance_years", "source_id",
  ]

  /// So many years count as near.
  private static let near = 2

  private let series: AnnualSeries
  private let breaks: [StructuralBreak]
  private let events: [PostureEvent]
  private let ally: String

  /// Finds the breaks of a host's troop series, on logarithms: forces change by shares of what there is.
  ///
  /// - Parameters:
  ///   - ally: the host.
  ///   - events: those of all hosts.
  ///   - package: the data package.
  ///   - first: the first year of the record that is used.
  /// - Throws: `DataError`, or ``CommandFailure`` for a record that is too short.
  init(_ ally: String, _ events: [PostureEvent], _ package: DataPackage, from first: Int) throws {
    self.ally = ally
    self.events = events.filter { $0.host == ally }
    let name = "us-troops-" + ally.lowercased()
    do {
      series = try package.series(name, Selection(first: first)).series
    } catch {
      guard case .series(.noValues) = error else { throw error }
      throw CommandFailure(
        .badData, "\(name) has no value from \(first) on", hint: "begin earlier with --from")
    }
    let fit: TransformedFit
    do {
      fit = try TransformedModel(Piecewise(), transform: .log).fit(series)
    } catch {
      throw CommandFailure(
        .badData, "\(series.identifier) from \(first): \(error)", hint: "begin earlier with --from")
    }
    breaks = (fit.fitted as? FittedPiecewise)?.structuralBreaks ?? []
  }

  /// A row for each event: the break that is nearest to it, empty for one outside the record.
  var rows: [[Cell]] {
    events.map { event in
      let known: [Cell] = [
        .text(ally), .text(event.dated.identifier), .text(event.dated.date.description),
        .text(event.dated.title), .text(event.status.rawValue),
        event.change.map { .integer($0) } ?? .missing,
      ]
      return known + matched(event) + [.text(event.sources.joined(separator: ";"))]
    }
  }

  private func matched(_ event: PostureEvent) -> [Cell] {
    guard isWithin(event), let nearest = event.nearest(to: breaks.map(\.year), on: series.calendar),
      let found = breaks.first(where: { $0.year == nearest.year })
    else { return [.missing, .missing, .missing, .missing, .missing] }
    func year(_ year: Int?) -> Cell { year.map { .text(series.calendar.label($0)) } ?? .missing }
    let share = found.levelChange.map { 100 * (Transform.log.inverse($0.value) - 1) }
    return [
      year(found.year), year(found.lower), year(found.upper), .optional(share), .number(nearest.distance),
    ]
  }

  /// Whether an event lies in the years of the record.
  private func isWithin(_ event: PostureEvent) -> Bool {
    (series.firstYear...series.lastYear).contains(event.dated.year)
  }

  /// How many of the moves lie near a break, and what share of the record does.
  var notes: [String] {
    let name = series.identifier
    let years = breaks.map { series.calendar.label($0.year) }
    let since = "\(name) from \(series.calendar.label(series.firstYear)): "
    guard !years.isEmpty else { return [since + "no break"] }
    let list = "breaks in " + years.joined(separator: ", ")
    let moves = events.filter { $0.movedTroops && isWithin($0) }
    let matched = moves.filter { event in
      event.nearest(to: breaks.map(\.year), on: series.calendar)
        .map { $0.distance.magnitude <= Double(Self.near) } ?? false
    }
    let months = (12 * series.firstYear)..<(12 * series.lastYear + 12)
    let close = months.count { month in
      breaks.contains { (12 * $0.year - month).magnitude <= 12 * UInt(Self.near) }
    }
    let chance = Double(close) / Double(months.count)
    guard !moves.isEmpty else {
      return ["\(since)\(list); there is no event in these years that moved troops"]
    }
    return [
      "\(since)\(list); \(matched.count) of the \(moves.count) events that "
        + "moved troops lie within \(Self.near) years of one, and so does \(NumberText.fixed(100 * chance, decimals: 0)) % of the "
        + "whole record",
      "distance_years runs from the event to the beginning of the break, below zero where the break came first; values are "
        + "of September; 'fit \(name) --model piecewise --transform log --from \(series.firstYear) --table breaks' has the breaks",
    ]
  }
}
