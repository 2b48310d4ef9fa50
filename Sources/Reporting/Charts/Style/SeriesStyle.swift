/// Colour, dash and symbol for each of several named lines, with one legend for all three.
struct SeriesStyle: Sendable, Equatable {
  private let names: [String]
  private let title: String

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

  /// The colour of each name, with the legend.
  func color(_ field: String) -> Channel { channel(.color, field) { .text($0.color) } }

  /// The dash of each name.
  func dash(_ field: String) -> Channel {
    channel(.strokeDash, field) { .array($0.dash.map { .integer($0) }) }
  }

  /// The symbol of each name.
  func shape(_ field: String) -> Channel { channel(.shape, field) { .text($0.shape) } }

  private func channel(
    _ name: Channel.Name, _ field: String, _ value: (Palette.Stroke) -> JSONValue
  ) -> Channel {
    let range = zip(names, Palette.strokes).map { value($0.1) }
    return Channel(
      name, field, .nominal,
      [
        "title": .text(title),
        "scale": ["domain": .array(names.map { .text($0) }), "range": .array(range)],
        "legend": ["columns": 4, "symbolSize": 140],
      ])
  }
}
