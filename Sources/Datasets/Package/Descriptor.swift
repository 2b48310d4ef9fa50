import FoundationEssentials

/// What `datapackage.json` says, as far as the program uses it.
struct Descriptor: Decodable, Sendable {
  let name: String
  let title: String
  let version: String
  let resources: [Resource]
  let burdenshare: Catalogue

  /// One file of the package.
  struct Resource: Decodable, Sendable {
    let name: String
    let path: String
    let hash: String?
    let bytes: Int?
    let schema: Schema?
  }

  /// The columns of a file.
  struct Schema: Decodable, Sendable {
    let fields: [Field]
    let primaryKey: [String]?
  }

  /// One column.
  struct Field: Decodable, Sendable {
    let name: String
    let type: String
    let constraints: Constraints?
  }

  /// What the values of a column must be.
  struct Constraints: Decodable, Sendable {
    let required: Bool?
    let `enum`: [String]?
    let unique: Bool?
  }

  /// The series and the checks.
  struct Catalogue: Decodable, Sendable {
    let series: [Entry]
    let checks: [Check]
  }

  /// One series, stored or derived.
  struct Entry: Decodable, Sendable {
    let id: String
    let title: String
    let economy: String
    let unit: String
    let calendar: String
    let bounds: String
    let resource: String?
    let derived: Derivation?
    let publication: Publication?
    let definition: String
    let notes: String?
    let firstPeriod: Int?

    enum CodingKeys: String, CodingKey {
      case id, title, economy, unit, calendar, bounds, resource, derived, publication, definition, notes
      case firstPeriod = "first_period"
    }
  }

  /// When values without a date of their own count as published.
  struct Publication: Decodable, Sendable {
    let lagMonths: Int
    let reason: String

    enum CodingKeys: String, CodingKey {
      case lagMonths = "lag_months"
      case reason
    }
  }

  /// How a series follows from others.
  struct Derivation: Decodable, Sendable {
    let operation: String
    let numerator: String?
    let denominator: String?
    let scale: Double?
    let nominal: String?
    let index: String?
    let basePeriod: Int?
    let calendarRule: String?
    let segments: [Segment]?

    enum CodingKeys: String, CodingKey {
      case operation, numerator, denominator, scale, nominal, index, segments
      case basePeriod = "base_period"
      case calendarRule = "calendar_rule"
    }
  }

  /// A stretch of years taken from one series.
  struct Segment: Decodable, Sendable {
    let series: String
    let first: Int?
    let last: Int?
  }

  /// A sum that has to hold.
  struct Check: Decodable, Sendable {
    let kind: String
    let total: String?
    let parts: [String]?
    let periods: [Int]?
    let series: String?
    let first: Int?
    let last: Int?
    let expected: Double?
    let tolerance: Double
    let note: String?
  }

  /// Reads a descriptor.
  ///
  /// - Parameter path: of the JSON file.
  /// - Returns: what it says.
  /// - Throws: ``DataError`` when the file is missing or says something else.
  static func read(_ path: String) throws(DataError) -> Descriptor {
    let bytes = try ByteSource.wholeFile(path)
    do {
      return try JSONDecoder().decode(Descriptor.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw .badDescriptor(path, reason: explain(error, bytes))
    } catch {
      throw .badDescriptor(path, reason: corruption(bytes))
    }
  }

  /// What is wrong with a text that the decoder does not take for JSON.
  private static func corruption(_ bytes: [UInt8]) -> String {
    if let line = JSONSyntax.faultyLine(bytes) { return "it is not valid JSON (line \(line))" }
    return "it is JSON, but a number has no place where it stands or a text is not UTF-8"
  }

  private static func explain(_ error: DecodingError, _ bytes: [UInt8]) -> String {
    func place(_ path: [any CodingKey]) -> String {
      let text = path.reduce("") {
        $0 + ($1.intValue.map { "[\($0)]" } ?? ($0.isEmpty ? "" : ".") + $1.stringValue)
      }
      return text.isEmpty ? "the descriptor" : "'\(text)'"
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "'\(key.stringValue)' is missing in \(place(context.codingPath))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context.codingPath)) has another type than expected"
    case .dataCorrupted:
      return corruption(bytes)
    @unknown default:
      return "it cannot be decoded"
    }
  }
}
