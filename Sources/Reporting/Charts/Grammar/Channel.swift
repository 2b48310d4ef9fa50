/// One visual channel and what it shows: Vega-Lite's encoding.
public struct Channel: Sendable, Equatable {
  /// The channels that our charts use.
  public enum Name: String, Sendable {
    /// Across.
    case x
    /// The other end across.
    case x2
    /// Up.
    case y
    /// The other end up.
    case y2
    /// Colour.
    case color
    /// Colour of the outline.
    case stroke
    /// Symbol.
    case shape
    /// Dashes of a line.
    case strokeDash
    /// A text.
    case text
  }

  /// Vega-Lite's kinds of measurement.
  public enum Measurement: String, Sendable {
    /// Numbers.
    case quantitative
    /// Names without an order.
    case nominal
    /// Names with an order.
    case ordinal
  }

  /// The channel.
  public let name: Name
  /// What it shows.
  public let definition: [JSONMember]

  /// A channel that shows a field of the data.
  ///
  /// - Parameters:
  ///   - name: the channel.
  ///   - field: the field's name.
  ///   - measurement: its kind.
  ///   - properties: title, axis, scale, legend: an object.
  public init(
    _ name: Name, _ field: String, _ measurement: Measurement, _ properties: JSONValue = [:]
  ) {
    self.name = name
    var definition = [JSONMember("field", .text(field)), JSONMember("type", .text(measurement.rawValue))]
    if case .object(let members) = properties { definition += members }
    self.definition = definition
  }

  /// A channel that is the same for every row.
  ///
  /// - Parameters:
  ///   - name: the channel.
  ///   - value: in the terms of the channel: a colour, a number of pixels.
  public init(_ name: Name, value: JSONValue) {
    self.name = name
    definition = [JSONMember("value", value)]
  }

  /// The other end of a band or rule.
  ///
  /// - Parameters:
  ///   - name: ``Name/x2`` or ``Name/y2``.
  ///   - field: the field's name.
  public init(end name: Name, _ field: String) {
    self.name = name
    definition = [JSONMember("field", .text(field))]
  }
}
