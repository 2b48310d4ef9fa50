extension Descriptor {
  /// One file of the package.
  struct Resource: Sendable {
    let name: String
    let path: String
    let hash: String?
    let bytes: Int?
    let fields: [Field]
    let primaryKey: [String]
    let foreignKeys: [ForeignKey]

    init(_ node: JSONNode) throws(DataError) {
      name = try node.text("name")
      path = try node.text("path")
      hash = try node.text(ifPresent: "hash")
      bytes = try node.integer(ifPresent: "bytes")
      let schema = try node.member("schema")
      var fields: [Field] = []
      for field in try schema?.elements(ifPresent: "fields") ?? [] { fields.append(try Field(field)) }
      self.fields = fields
      primaryKey = try schema?.textOrTexts(ifPresent: "primaryKey") ?? []
      var keys: [ForeignKey] = []
      for key in try schema?.elements(ifPresent: "foreignKeys") ?? [] { keys.append(try ForeignKey(key)) }
      foreignKeys = keys
    }
  }

  /// One column of a file, and what its values must be.
  struct Field: Sendable {
    let name: String
    let type: String
    let isRequired: Bool
    let isUnique: Bool
    let allowed: [String]?
    let pattern: String?
    let minimum: Bound?
    let maximum: Bound?
    /// Constraints that no check looks at.
    let unchecked: [String]

    init(_ node: JSONNode) throws(DataError) {
      name = try node.text("name")
      type = try node.text("type")
      let constraints = try node.member("constraints")
      isRequired = try constraints?.bool(ifPresent: "required") ?? false
      isUnique = try constraints?.bool(ifPresent: "unique") ?? false
      allowed = try constraints?.texts(ifPresent: "enum")
      pattern = try constraints?.text(ifPresent: "pattern")
      minimum = try Bound(constraints, "minimum", isNumeric: Self.numeric.contains(type))
      maximum = try Bound(constraints, "maximum", isNumeric: Self.numeric.contains(type))
      unchecked = (constraints?.keys ?? []).filter { !Self.checked.contains($0) }
    }

    private static let numeric: Set = ["integer", "number", "year"]
    private static let checked: Set = ["required", "unique", "enum", "pattern", "minimum", "maximum"]
  }

  /// The least or largest value of a column.
  enum Bound: Sendable {
    /// Of a column of numbers.
    case number(Double)
    /// Of a column of dates, whose order is that of their texts.
    case text(String)

    init?(_ constraints: JSONNode?, _ key: String, isNumeric: Bool) throws(DataError) {
      if isNumeric {
        guard let number = try constraints?.number(ifPresent: key) else { return nil }
        self = .number(number)
      } else {
        guard let text = try constraints?.text(ifPresent: key) else { return nil }
        self = .text(text)
      }
    }
  }

  /// Columns whose values have to stand in columns of another file.
  struct ForeignKey: Sendable {
    let fields: [String]
    /// The other file's resource; empty for the file itself.
    let resource: String
    let referenced: [String]

    init(_ node: JSONNode) throws(DataError) {
      fields = try node.textOrTexts(ifPresent: "fields") ?? []
      guard let reference = try node.member("reference") else {
        throw .badDescriptor("\(node.place)", reason: "'reference' is missing")
      }
      resource = try reference.text(ifPresent: "resource") ?? ""
      referenced = try reference.textOrTexts(ifPresent: "fields") ?? []
      guard !fields.isEmpty, fields.count == referenced.count else {
        throw .badDescriptor("\(node.place)", reason: "a foreign key needs as many fields as it refers to")
      }
    }
  }
}
