/// How a row of data is drawn: Vega-Lite's mark definition.
public struct Mark: Sendable, Equatable {
  /// The kinds of marks that our charts use.
  public enum Kind: String, Sendable {
    /// A filled band.
    case area
    /// A bar.
    case bar
    /// A line through the rows in order.
    case line
    /// A symbol.
    case point
    /// A straight line from one place to another.
    case rule
    /// A text.
    case text
  }

  /// The kind.
  public let kind: Kind
  /// What is the same for every row: colour, width, dash.
  public let style: [JSONMember]

  /// A mark.
  ///
  /// - Parameters:
  ///   - kind: the kind.
  ///   - style: Vega-Lite's mark properties, an object.
  public init(_ kind: Kind, _ style: JSONValue = [:]) {
    self.kind = kind
    if case .object(let members) = style { self.style = members } else { self.style = [] }
  }

  /// As Vega-Lite reads it.
  public var json: JSONValue { .object([JSONMember("type", .text(kind.rawValue))] + style) }
}
