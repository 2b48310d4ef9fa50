/// One line of what a chart tells of the mark under the pointer: a name in the chart's language, and a value.
///
/// Without lines of its own, a mark would tell the names of its fields and ten digits of its numbers.
public struct Tooltip: Sendable, Equatable {
  /// The field of the data.
  public let field: String
  /// What the line is called.
  public let title: String
  /// The format of a number, in the terms of d3-format; a text or a whole number stands as it is.
  public let format: String?

  /// A line.
  ///
  /// - Parameters:
  ///   - field: of the data.
  ///   - title: what the line is called.
  ///   - format: of a number; `nil` for a text or a year.
  public init(_ field: String, _ title: String, format: String? = nil) {
    (self.field, self.title, self.format) = (field, title, format)
  }

  /// The format in which numbers of one quantity are told: no decimals for amounts, as many as tell ratios apart for these.
  ///
  /// - Parameter values: numbers of the quantity.
  /// - Returns: a format of d3-format.
  public static func format(_ values: [Double]) -> String {
    let largest = values.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    if largest >= 100 { return ",.0f" }
    if largest >= 10 { return ".1f" }
    return largest >= 1 || largest == 0 ? ".2f" : ".3f"
  }

  /// As Vega-Lite reads it.
  var json: JSONValue {
    let head = [
      JSONMember("field", .text(field)), JSONMember("type", format == nil ? "nominal" : "quantitative"),
      JSONMember("title", .text(title)),
    ]
    return .object(head + (format.map { [JSONMember("format", .text($0))] } ?? []))
  }
}
