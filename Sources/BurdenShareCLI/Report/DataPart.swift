import Datasets
import Reporting
import Series

/// How firm the values behind a report are.
struct DataPart {
  /// A row for each series and status.
  private(set) var statuses = Table(columns: ["series", "status", "values", "periods"])
  /// Every unconfirmed value.
  private(set) var unconfirmed = Table(columns: ["series", "period", "value", "unit", "note"])
  /// The sources of all values.
  private(set) var sources = Table(columns: ["source", "publisher", "title", "address"])

  /// Looks through the values of some series.
  ///
  /// - Parameters:
  ///   - names: of the series.
  ///   - package: where they are.
  ///   - selection: which values are used.
  /// - Throws: `DataError`.
  init(_ names: [String], _ package: DataPackage, _ selection: Selection) throws {
    var used: Set<String> = []
    for name in names {
      let (entry, observations) = (try package.entry(name), try package.series(name, selection).observations)
      for status in Status.allCases {
        let years = observations.filter { $0.status == status }.map(\.year)
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
