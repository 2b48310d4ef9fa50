import ArgumentParser
import Datasets
import Forecasting
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `burdenshare report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one page with the answer, the charts, the assumptions and the state of the data.",
    discussion: """
      The page needs nothing else: it opens without a network, on a phone, in the dark, and prints. Its charts are made \
      by vl-convert: pictures that a script on the page (900 kB) lets the reader point at, or pictures alone with \
      --static; without vl-convert the numbers stand alone, and a note says so. Beside a page in a folder stand the \
      tables as CSV, each with the manifest of the command that prints it, for verify; unconfirmed.csv and a table \
      without rows have none. Without arguments it is about Japan's next agreement.

      EXAMPLES:
        burdenshare report korea-sma --scenario korea-2031 -o korea.html
        burdenshare report japan-defense-ratio --no-scenarios -o ratio.html
        burdenshare report korea-sma --no-scenarios --static -o mail.html
      """)

  @Argument(
    help: ArgumentHelp(
      "Series of the data package, the first is that of the answer. Default: \(Self.standardSeries.joined(separator: ", ")).",
      valueName: "series"))
  var series: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A scenario; may be repeated. Default: the three of Japan's next agreement.", valueName: "scenario"))
  var scenario: [String] = []

  @Flag(help: "The trend alone: no scenarios and no replay.")
  var noScenarios = false

  @Flag(help: "Pictures alone, no script: a smaller page, for mail and archives.")
  var `static` = false

  @Option(help: ArgumentHelp("The heading.", valueName: "text"))
  var question = "What will allies pay for the US forces they host?"

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many years the trend is forecast.", valueName: "years"))
  var horizon = 5

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file that ends in .html, or a folder for index.html and the tables.", valueName: "place"))
  var output = "report"

  @Flag(help: "No notes on standard error, only errors.")
  var quiet = false

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var threads: ThreadOptions

  /// The series of a report when none are named.
  static let standardSeries = ["japan-hns", "korea-sma", "japan-defense-ratio"]
  /// The scenarios of a report when none are named.
  static let standardScenarios = [
    "japan-2027-status-quo", "japan-2027-transactional", "japan-2027-demanding",
  ]

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output has an empty name") }
    if noScenarios, !scenario.isEmpty { throw ValidationError("give --scenario or --no-scenarios, not both") }
    if question.allSatisfy(\.isWhitespace) { throw ValidationError("--question is empty") }
  }

  func run() throws {
    var tableOptions = try OutputOptions.parse([])
    tableOptions.quiet = quiet
    let place = try ReportPlace(output)
    var input = try InputOptions.parse(series.isEmpty ? Self.standardSeries : series)
    (input.selection, input.data) = (selection, data)
    let package = try data.package()
    let phrases = Phrases(.english)
    let charted = try ChartedSeries(input, phrases)
    let names = scenario.isEmpty ? Self.standardScenarios : scenario
    let asOf = try selection.selection().asOf
    if let asOf, !noScenarios { try NegotiationPart.require(by: asOf, names, package) }
    // Each part opens the package for itself: what it read is what its tables depend on.
    let (trend, trendFiles) = try FilesRead.during {
      try TrendPart(input, charted, tableOptions, horizon: try Horizon(horizon), threads: threads.count)
    }
    let (negotiation, negotiationFiles) = try FilesRead.during {
      noScenarios ? nil : try NegotiationPart(names, try data.package(), threads: threads.count)
    }
    let past = try asOf.map { try ReplayPart.names(agreedBy: $0, package) }
    let (replay, replayFiles) = try FilesRead.during {
      // Rounds are of agreements; of ratios there are none, nor are there any before the first.
      negotiation?.hasAgreement == true && past?.isEmpty != true
        ? try ReplayPart(past, try data.package(), threads: threads.count) : nil
    }
    let cited = (negotiation?.sources ?? []).union(replay?.sources ?? [])
    let builder = ReportBuilder(
      trend: trend, negotiation: negotiation, replay: replay,
      data: try DataPart(
        input.series, package, try selection.selection(), and: negotiation?.uses ?? [], citing: cited),
      package: package, source: charted.source, asOf: asOf,
      facts: ReportFacts.ofThisRun())
    let renderer = try? ChartRenderer.find()
    var model = try builder.model(question: question) { chart in
      try renderer.map { String(decoding: try $0.render(chart, as: .svg), as: UTF8.self) }
    }
    if let renderer, !`static`, let chart = model.figures.first?.chart {
      model.bundle = try renderer.bundle(chart)
      if model.bundle == nil {
        let note = "The charts are pictures alone: this vl-convert writes no page that draws them."
        model.notes.append(note)
        tableOptions.note(note)
      }
    }
    if renderer == nil {
      let note = "The charts have no pictures: vl-convert is not installed (pip install vl-convert-python)."
      model.notes.append(note)
      tableOptions.note(note)
    }
    var tables = ReportTables(data: data, files: trendFiles)
    let models = ["--model=naive", "--model=drift", "--model=auto"]
    let common = ["--horizon=\(horizon)"] + selection.words
    try tables.add("forecast", trend.forecasts, ["forecast"] + input.series + common)
    try tables.add("backtest", trend.backtest, ["backtest"] + input.series + models + common)
    if let negotiation {
      tables.files = negotiationFiles
      let words = ["project"] + names
      try tables.add("paths", negotiation.paths, words)
      try tables.add("events", negotiation.events, words + ["--table=events"])
      try tables.add("assumptions", negotiation.assumptions, words + ["--table=assumptions"])
    }
    if let replay {
      tables.files = replayFiles
      try tables.add("replay", replay.rounds, ["replay"] + (past ?? []))
    }
    try tables.add("unconfirmed", builder.data.unconfirmed, nil)
    try place.write(ReportPage(model).encoded(), tables)
    tableOptions.note("written: \(place.page)")
  }
}

/// Where a report goes.
///
/// A folder that was made for it and stays empty is taken away again.
final class ReportPlace {
  /// The file of the page.
  let page: String
  /// The folder of the tables, if there is one.
  private let folder: String?
  /// Whether the folder was made here.
  private let isNew: Bool

  /// A file, or a folder that is made where there is none.
  ///
  /// - Parameter path: a file that ends in `.html`, or a folder.
  /// - Throws: ``CommandFailure`` with status 64 for a new folder whose name ends like a file's, and 73 when nothing can be
  ///   written there.
  init(_ path: String) throws {
    if path.lowercased().hasSuffix(".html") {
      (page, folder, isNew) = (path, nil, false)
    } else {
      var found = stat()
      if Self.endsLikeAFile(path), stat(path, &found) != 0 {
        throw CommandFailure(
          .usage, "\(path): no page format for this name; it ends in .html, or names a folder")
      }
      isNew = mkdir(path, 0o777) == 0
      if !isNew, errno != EEXIST {
        throw CommandFailure(.cannotCreate, "\(path): cannot be made: \(String(cString: strerror(errno)))")
      }
      (page, folder) = (path + "/index.html", path)
    }
    try OutputFile(page).discard()
  }

  /// Whether a name has an extension: what follows a full stop inside it, with a letter, since a folder may be called by a date.
  private static func endsLikeAFile(_ path: String) -> Bool {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let stop = name.lastIndex(of: "."), stop > name.startIndex else { return false }
    return name[stop...].contains(where: \.isLetter)
  }

  // A folder with files in it stays: only an empty one can be removed.
  deinit { if isNew, let folder { rmdir(folder) } }

  /// Writes the tables, and the page last.
  ///
  /// - Parameters:
  ///   - bytes: of the page.
  ///   - tables: what stands beside it.
  /// - Throws: ``CommandFailure``.
  func write(_ bytes: [UInt8], _ tables: ReportTables) throws {
    if let folder { try tables.write(to: folder) }
    let file = try OutputFile(page)
    try file.write(bytes)
    try file.finish()
  }
}
