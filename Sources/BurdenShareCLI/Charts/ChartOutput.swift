import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A chart on its way out: what it needs is looked for before any work is done, and it is written when everything is there.
struct ChartOutput {
  private let file: ChartFileOptions
  private let style: TerminalPlot.Style?
  private let format: ChartFormat?
  private let renderer: ChartRenderer?

  /// The words of the chart.
  let phrases: Phrases

  /// A chart to be written as the options say.
  ///
  /// - Parameters:
  ///   - options: the file, the language, the plot.
  ///   - table: the file of the table, which cannot be the chart's too.
  /// - Throws: ``CommandFailure`` for a place that cannot be written, or a renderer that is missing.
  init(_ options: ChartOptions, table: String? = nil) throws {
    try self.init(file: options.drawn, style: Self.style(options), table: table)
  }

  /// A chart to be written to a file alone.
  ///
  /// - Parameters:
  ///   - file: the file and the language.
  ///   - style: of a plot on the terminal, if one is drawn.
  ///   - table: the file of the table, which cannot be the chart's too.
  /// - Throws: ``CommandFailure`` for a place that cannot be written, or a renderer that is missing.
  init(file: ChartFileOptions, style: TerminalPlot.Style? = nil, table: String?) throws {
    (self.file, self.style) = (file, style)
    // The words of ASCII are English ones; with a file too, the names of series have its language.
    phrases = Phrases(file.chart == nil && style == .ascii ? .english : file.lang ?? .english)
    guard let path = file.chart, let format = ChartFormat(path: path) else {
      (format, renderer) = (nil, nil)
      return
    }
    guard path != table else {
      throw CommandFailure(.usage, "--chart and --output name the same file '\(path)'")
    }
    self.format = format
    renderer = format == .specification ? nil : try ChartRenderer.find()
    // A place that cannot be written is told before the work, and not after it.
    try OutputFile(path).discard()
  }

  /// Whether a file is written.
  var wantsFile: Bool { format != nil }
  /// Whether a chart is drawn on the terminal.
  var wantsPlot: Bool { style != nil }

  /// Writes the chart's file, if one is asked for.
  ///
  /// - Parameter chart: the chart.
  /// - Throws: ``CommandFailure``.
  func write(_ chart: Chart) throws {
    guard let path = file.chart, let format else { return }
    let bytes = try renderer?.render(chart, as: format) ?? chart.encoded()
    let file = try OutputFile(path)
    try file.write(format == .html ? ChartPage.completed(bytes, chart) : bytes)
    try file.finish()
  }

  /// Draws a chart on standard error, if one is asked for.
  ///
  /// - Parameter make: makes it with the words and the width that fit.
  /// - Throws: what making it throws.
  func plot(_ make: (Phrases, Int) throws -> TerminalPlot) throws {
    guard let style else { return }
    let phrases = style == .ascii ? Phrases(.english) : self.phrases
    Console.write(try make(phrases, Self.width).text(style) + "\n")
  }

  private static func style(_ options: ChartOptions) -> TerminalPlot.Style? {
    switch options.plot {
    case nil, .unknown: nil
    case .braille: .braille
    case .ascii: .ascii
    case .auto: localeIsUTF8 ? .braille : .ascii
    }
  }

  /// Whether the locale's characters are UTF-8, by the variables in the order of POSIX.
  private static var localeIsUTF8: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let pointer = getenv(name) else { continue }
      let value = String(cString: pointer).lowercased()
      if !value.isEmpty { return value.contains("utf-8") || value.contains("utf8") }
    }
    return false
  }

  /// The width of the terminal, at most 100; 72 where standard error is none, so that the bytes are the same.
  private static var width: Int {
    var size = winsize()
    guard isatty(STDERR_FILENO) == 1, ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else {
      return 72
    }
    return min(Int(size.ws_col) - 1, 100)
  }
}
