import ArgumentParser
import Datasets
import Series

/// What is done about years without a value.
enum GapRule: String, ExpressibleByArgument, CaseIterable {
  /// Models that need every year refuse the series.
  case keep
  /// A straight line between the neighbours stands in.
  case interpolate
}

/// Which series a command works on: those of the package, or those of a file.
struct InputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Series of the data package ('burdenshare data list').", valueName: "series"))
  var series: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A CSV file of series instead, or - for standard input: columns series_id,period,value or unique_id,ds,y.",
      valueName: "file"))
  var input: String?

  @Option(help: ArgumentHelp("The input's column of series names.", valueName: "name"))
  var idColumn: String?

  @Option(help: ArgumentHelp("The input's column of years (2020, FY2020 or an ISO date).", valueName: "name"))
  var periodColumn: String?

  @Option(help: ArgumentHelp("The input's column of values.", valueName: "name"))
  var valueColumn: String?

  @Option(help: "Years without a value: keep (models that need them refuse) or interpolate.")
  var gaps: GapRule = .keep

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var data: DataOptions

  /// Checks that there is one kind of input.
  ///
  /// - Throws: a validation error, shown with the command's usage.
  func validate() throws {
    switch (series.isEmpty, input) {
    case (true, nil):
      throw ValidationError("name a series of the data package, or give a file with --input")
    case (false, _?):
      throw ValidationError("give either series of the data package or --input, not both")
    default: break
    }
    if input == nil, idColumn ?? periodColumn ?? valueColumn != nil {
      throw ValidationError("--id-column, --period-column and --value-column go with --input")
    }
    if input != nil, selection.asOf != nil || !selection.excludeStatus.isEmpty {
      throw ValidationError("--as-of and --exclude-status go with series of the package: a file has no dates")
    }
  }

  /// One series, or why there is none.
  struct Loaded: Sendable {
    let series: Result<AnnualSeries, SeriesFailure>
    /// What was done to the record, in lines to be told when the series has its turn; none where it is to be quiet.
    var notes: [String] = []
  }

  /// Reads the series and hands them on in batches.
  ///
  /// - Parameters:
  ///   - output: whether there are notes.
  ///   - body: takes a batch.
  /// - Throws: ``CommandFailure`` when the input as a whole cannot be read, and what the body throws.
  func forEachBatch(_ output: OutputOptions, _ body: ([Loaded]) throws -> Void) throws {
    let selection = try selection.selection()
    guard let input else { return try body(try fromPackage(selection, output)) }
    var file = try SeriesFile.open(
      input, columns: .init(identifier: idColumn, period: periodColumn, value: valueColumn))
    var batch: [Loaded] = []
    while let raw = try file.next() {
      batch.append(
        load(raw.identifier, output) {
          (try raw.series(from: selection.first, to: selection.last), [])
        })
      if batch.count == Self.batchSize {
        try body(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    if !batch.isEmpty { try body(batch) }
  }

  private static let batchSize = 512

  private func load(
    _ name: String, _ output: OutputOptions, _ make: () throws -> (AnnualSeries, [String])
  ) -> Loaded {
    do {
      let (series, notes) = try make()
      let missing = series.missingYears
      guard gaps == .interpolate, !missing.isEmpty else {
        return Loaded(series: .success(series), notes: output.notes(notes))
      }
      let filled =
        "\(name): \(missing.count) of \(series.values.count) values are interpolated "
        + "(\(YearRuns.text(missing, calendar: series.calendar))); intervals take them for observed"
      return Loaded(series: .success(try series.interpolated), notes: output.notes(notes + [filled]))
    } catch {
      return Loaded(
        series: .failure(SeriesFailure(series: name, model: nil, failure: CommandFailure(error))))
    }
  }

  private func fromPackage(_ selection: Selection, _ output: OutputOptions) throws -> [Loaded] {
    let package = try data.package()
    // A name that does not exist is a slip of the whole command, not the failure of one series among many.
    for name in series { _ = try package.entry(name) }
    var names: [String] = []
    for name in series where !names.contains(name) { names.append(name) }
    return names.map { name in
      load(name, output) {
        let (series, observations) = try package.series(name, selection)
        return (series, unconfirmed(name, series, observations))
      }
    }
  }

  private func unconfirmed(_ name: String, _ series: AnnualSeries, _ observations: [Observation]) -> [String]
  {
    let years = observations.filter { $0.status == .unconfirmed }.map(\.year)
    guard !years.isEmpty else { return [] }
    return [
      "\(name): \(years.count) of \(observations.count) values are unconfirmed "
        + "(\(YearRuns.text(years, calendar: series.calendar))); "
        + "--exclude-status unconfirmed leaves them out"
    ]
  }
}

/// Why one series of several, or one model of it, gave nothing.
struct SeriesFailure: Error {
  let series: String
  let model: String?
  let failure: CommandFailure

  /// One line for standard error, which names the series once.
  var message: String {
    guard !failure.message.hasPrefix("series '\(series)'") else { return failure.message }
    return "series '\(series)'" + (model.map { ", model '\($0)'" } ?? "") + ": \(failure.message)"
  }
}
