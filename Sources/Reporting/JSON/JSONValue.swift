/// One member of a JSON object.
public struct JSONMember: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// Its value.
  public let value: JSONValue

  /// A member.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - value: its value.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

/// A JSON value (RFC 8259) whose members keep their order, so that the same value is the same bytes.
public indirect enum JSONValue: Sendable, Equatable {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A number, written with ten significant digits; NaN and infinity, which JSON does not have, are written `null`.
  case number(Double)
  /// A whole number.
  case integer(Int)
  /// Text.
  case text(String)
  /// Values in their order.
  case array([JSONValue])
  /// Members in their order.
  case object([JSONMember])

  /// The value of a table's cell.
  ///
  /// - Parameter cell: the cell.
  public init(_ cell: Cell) {
    switch cell {
    case .text(let text): self = .text(text)
    case .number(let value): self = .number(value)
    case .integer(let value): self = .integer(value)
    case .missing: self = .null
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Values in their order.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Members in their order; a name given twice stands twice.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
}
