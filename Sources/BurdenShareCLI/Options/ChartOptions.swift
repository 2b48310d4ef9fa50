public import ArgumentParser
public import Reporting

/// The characters of a chart on a terminal.
enum PlotStyle: ExpressibleByArgument, CustomStringConvertible, Equatable {
  /// Braille where the locale says UTF-8, else ASCII.
  case auto
  case braille
  case ascii
  /// A word that names none; the parser would drop it without a word, so it is taken and then refused.
  case unknown(String)

  init(argument: String) {
    switch argument {
    case "auto": self = .auto
    case "braille": self = .braille
    case "ascii": self = .ascii
    default: self = .unknown(argument)
    }
  }

  static let allValueStrings = ["auto", "braille", "ascii"]

  var description: String {
    switch self {
    case .auto: "auto"
    case .braille: "braille"
    case .ascii: "ascii"
    case .unknown(let word): word
    }
  }
}

extension ChartLanguage: ExpressibleByArgument {}

/// Whether and where what a table says is drawn as a file.
struct ChartFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw a chart too: .vl.json (Vega-Lite with its data), or .svg, .png, .html, which vl-convert renders.",
      valueName: "file"))
  var chart: String?

  @Option(help: "The language of a chart's title, axes and legend.")
  var lang: ChartLanguage?

  /// Checks the file's name.
  ///
  /// - Throws: a validation error.
  func validate() throws {
    if chart?.isEmpty ?? false { throw ValidationError("--chart has an empty name") }
    if let chart, ChartFormat(path: chart) == nil {
      throw ValidationError(
        "\(chart): no chart format for this name; it ends in .vl.json, .svg, .png or .html")
    }
  }
}

/// Whether and where what a table says is drawn, as a file or on the terminal.
struct ChartOptions: ParsableArguments {
  @OptionGroup var drawn: ChartFileOptions

  @Option(
    defaultAsFlag: PlotStyle.auto, parsing: .next,
    help: "Draw a small chart on standard error; --plot alone takes braille where the locale is UTF-8.")
  var plot: PlotStyle?

  var chart: String? {
    get { drawn.chart }
    set { drawn.chart = newValue }
  }
  var lang: ChartLanguage? {
    get { drawn.lang }
    set { drawn.lang = newValue }
  }

  /// Checks the style, and that something is drawn where a language is named.
  ///
  /// - Throws: a validation error.
  func validate() throws {
    if case .unknown(let word) = plot {
      throw ValidationError(
        "'\(word)' is no style of --plot: auto, braille or ascii; a series stands before --plot")
    }
    if lang != nil, chart == nil, plot == nil { throw ValidationError("--lang goes with --chart or --plot") }
  }

  /// Whether anything is drawn.
  var isAsked: Bool { chart != nil || plot != nil }

  /// The words.
  var phrases: Phrases { Phrases(lang ?? .english) }
}

/// The forms in which a chart is written.
enum ChartFormat: String, CaseIterable {
  /// Vega-Lite itself.
  case specification = "vl.json"
  case svg
  case png
  case html

  /// The form that a file's extension names.
  ///
  /// - Parameter path: of the file; `nil` comes out for any other extension.
  init?(path: String) {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    guard let format = Self.allCases.first(where: { name.hasSuffix("." + $0.rawValue) }) else { return nil }
    self = format
  }
}
