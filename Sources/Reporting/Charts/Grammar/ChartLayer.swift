/// One layer: rows, a mark, and what the channels show.
///
/// Rows stand in the layer itself: a chart refers to no other file and needs no network.
public struct ChartLayer: Sendable, Equatable {
  /// The rows, each an object with the same fields.
  public let rows: [JSONValue]
  /// How a row is drawn.
  public let mark: Mark
  /// What the channels show.
  public let channels: [Channel]
  /// What is told of the row under the pointer; nothing for none.
  public let tooltip: [Tooltip]

  /// A layer.
  ///
  /// - Parameters:
  ///   - rows: objects with the same fields.
  ///   - mark: how a row is drawn.
  ///   - channels: what the channels show.
  ///   - tooltip: what is told of the row under the pointer.
  public init(_ rows: [JSONValue], _ mark: Mark, _ channels: [Channel], tooltip: [Tooltip] = []) {
    self.rows = rows
    self.mark = mark
    self.channels = channels
    self.tooltip = tooltip
  }

  /// As Vega-Lite reads it.
  public var json: JSONValue {
    let lines = tooltip.isEmpty ? [] : [JSONMember("tooltip", .array(tooltip.map(\.json)))]
    return .object([
      JSONMember("data", .object([JSONMember("values", .array(rows))])),
      JSONMember("mark", mark.json),
      JSONMember(
        "encoding",
        .object(channels.map { JSONMember($0.name.rawValue, .object($0.definition)) } + lines)),
    ])
  }
}
