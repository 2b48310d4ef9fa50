/// Colour, dash and symbol for each of several named lines, with one legend for all three.
struct SeriesStyle: Sendable, Equatable {
  private let names: [String]
  private let title: String
  private var hasSymbols = false

  /// A style for names.
  ///
  /// - Parameters:
  ///   - names: in the order of the legend.
  ///   - title: of the legend.
  ///   - what: what the names are, for the error.
  /// - Throws: ``ChartError/tooMany(_:found:limit:)`` when there are more than can be told apart.
  init(_ names: [String], title: String, _ what: String) throws(ChartError) {
    guard names.count <= Palette.strokes.count else {
      throw .tooMany(what, found: names.count, limit: Palette.strokes.count)
    }
    (self.names, self.title) = (names, title)
  }

  /// The colour of each name.
  ///
  /// - Parameters:
  ///   - field: of the name.
  ///   - isInLegend: not where there is one name, and the title has it.
  /// - Returns: the channel.
  func color(_ field: String, isInLegend: Bool = true) -> Channel {
    channel(.color, field, isInLegend: isInLegend) { .text($0.color) }
  }

  /// The dash of each name.
  ///
  /// - Parameters:
  ///   - field: of the name.
  ///   - isInLegend: not where there is one name, and the title has it.
  /// - Returns: the channel.
  func dash(_ field: String, isInLegend: Bool = true) -> Channel {
    channel(.strokeDash, field, isInLegend: isInLegend) { .array($0.dash.map { .integer($0) }) }
  }

  /// The dash of one name; a full line for one that is not known.
  func dash(of name: String) -> [Int] {
    names.firstIndex(of: name).map { Palette.strokes[$0].dash } ?? [1, 0]
  }

  /// The symbol of each name.
  func shape(_ field: String) -> Channel { channel(.shape, field) { .text($0.shape) } }

  /// The same for a chart of symbols, whose legend shows them as they are drawn: filled, without an outline.
  ///
  /// - Returns: a style.
  func withSymbols() -> SeriesStyle {
    var style = self
    style.hasSymbols = true
    return style
  }

  private func channel(
    _ name: Channel.Name, _ field: String, isInLegend: Bool = true, _ value: (Palette.Stroke) -> JSONValue
  ) -> Channel {
    let range = zip(names, Palette.strokes).map { value($0.1) }
    let look: JSONValue =
      hasSymbols
      ? [
        "columns": .integer(columns), "symbolSize": 140, "symbolDash": [1, 0], "symbolStrokeWidth": 0,
      ] : ["columns": .integer(columns), "symbolSize": 140]
    return Channel(
      name, field, .nominal,
      [
        "title": .text(title),
        "scale": ["domain": .array(names.map { .text($0) }), "range": .array(range)],
        "legend": isInLegend ? look : .null,
      ])
  }

  /// How many names stand beside each other in about the width of a chart.
  private var columns: Int {
    let longest = names.map { name in name.reduce(0) { $0 + WrappedText.cells($1) } }.max() ?? 0
    return max(1, min(4, 640 / (6 * longest + 34)))
  }
}
