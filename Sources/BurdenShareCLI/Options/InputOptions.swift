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
  typealias Loaded = Result<AnnualSeries, SeriesFailure>

  /// Reads the series and hands them on in batches.
  ///
  /// - Parameters:
  ///   - output: where notes are told.
  ///   - body: takes a batch.
  /// - Throws: ``CommandFailure`` when the input as a whole cannot be read, and what the body throws.
  func forEachBatch(_ output: OutputOptions, _ body: ([Loaded]) throws -> Void) throws {
    let selection = try selection.selection()
    guard let input else { return try body(try fromPackage(selection, output)) }
    var file = try SeriesFile.open(
      input, columns: .init(identifier: idColumn, period: periodColumn, value: valueColumn))
    var batch: [Loaded] = []
    while let raw = try file.next() {
      batch.append(load(raw.identifier) { try raw.series(from: selection.first, to: selection.last) })
      if batch.count == Self.batchSize {
        try body(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    if !batch.isEmpty { try body(batch) }
  }

  private static let batchSize = 512

  private func load(_ name: String, _ make: () throws -> AnnualSeries) -> Loaded {
    do {
      let series = try make()
      return .success(gaps == .interpolate ? try series.interpolated : series)
    } catch {
      return .failure(SeriesFailure(series: name, model: nil, failure: CommandFailure(error)))
    }
  }

  private func fromPackage(_ selection: Selection, _ output: OutputOptions) throws -> [Loaded] {
    let package = try data.package()
    // A name that does not exist is a slip of the whole command, not the failure of one series among many.
    for name in series { _ = try package.entry(name) }
    return series.map { name in
      load(name) {
        let (series, observations) = try package.series(name, selection)
        tellUnconfirmed(name, series, observations, output)
        return series
      }
    }
  }

  private func tellUnconfirmed(
    _ name: String, _ series: AnnualSeries, _ observations: [Observation], _ output: OutputOptions
  ) {
    let years = observations.filter { $0.status == .unconfirmed }.map { series.calendar.label($0.year) }
    guard !years.isEmpty else { return }
    output.note(
      "\(name): \(years.count) of \(observations.count) values are unconfirmed (\(years.joined(separator: ", "))); "
        + "--exclude-status unconfirmed leaves them out")
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
