import Datasets
import Reporting
import Series

/// How firm the values behind a report are.
struct DataPart {
  /// A series, and which of its values something on the page rests on.
  struct Use {
    /// The name of the series.
    let series: String
    /// Which of its values.
    let selection: Selection
  }

  /// A row for each series and status.
  private(set) var statuses = Table(columns: ["series", "status", "values", "periods"])
  /// Every unconfirmed value.
  private(set) var unconfirmed = Table(columns: ["series", "period", "value", "unit", "note"])
  /// The sources of all values, and of what else the page rests on.
  private(set) var sources = Table(columns: ["source", "publisher", "title", "address"])
  /// The titles of the series, by their names in tables.
  private(set) var names: [String: String] = [:]

  /// Looks through the values that are used.
  ///
  /// - Parameters:
  ///   - own: the series that are forecast.
  ///   - package: where they are.
  ///   - selection: which of their values are used.
  ///   - others: the series behind the scenarios; a value that several use is counted once.
  ///   - cited: further sources, of rounds and assumptions.
  /// - Throws: `DataError`.
  init(
    _ own: [String], _ package: DataPackage, _ selection: Selection, and others: [Use] = [],
    citing cited: Set<String> = []
  ) throws {
    let uses = own.map { Use(series: $0, selection: selection) } + others
    var used = cited
    let phrases = Phrases(.english)
    for name in uses.map(\.series) where names[name] == nil {
      let entry = try package.entry(name)
      names[name] = phrases.series(name, title: entry.title)
      var observations: [Observation] = []
      for use in uses where use.series == name {
        // A scenario of an earlier date may know another vintage of a value.
        observations += try package.series(name, use.selection).observations
          .filter { !observations.contains($0) }
      }
      observations.sort { $0.year < $1.year }
      for status in Status.allCases {
        let years = Set(observations.filter { $0.status == status }.map(\.year)).sorted()
        guard !years.isEmpty else { continue }
        statuses.rows.append([
          .text(name), .text(status.rawValue), .integer(years.count),
          .text(YearRuns.text(years, calendar: entry.calendar)),
        ])
      }
      for observation in observations where observation.status == .unconfirmed {
        unconfirmed.rows.append([
          .text(name), .text(entry.calendar.label(observation.year)), .optional(observation.value),
          .text(entry.unit.symbol), .text(observation.note),
        ])
      }
      used.formUnion(observations.flatMap(\.sources))
    }
    for source in try package.sources() where used.contains(source.identifier) {
      sources.rows.append([
        .text(source.identifier), .text(source.publisher), .text(source.title), .text(source.url),
      ])
    }
  }
}
