/// A column whose values have to stand in a column of another table.
struct ColumnReference {
  /// The rule under which a value that does not stand there is told.
  let rule: String
  /// What a value is, for the message.
  let noun: String
  /// The column that refers.
  let column: String
  /// The path of the other table within the package.
  let table: String
  /// The other table's column.
  let key: String
  /// Whether a field holds several values, joined by `;`.
  var isList = false

  /// The references that hold whatever a schema says.
  ///
  /// - Parameters:
  ///   - path: of the table within the package.
  ///   - header: its columns.
  /// - Returns: sources in `sources.csv`, and there the licences in `licences.csv`.
  static func implied(in path: String, _ header: [String]) -> [ColumnReference] {
    if path == "sources.csv" {
      guard header.contains("licence") else { return [] }
      return [
        ColumnReference(
          rule: "licence", noun: "licence", column: "licence", table: "licences.csv", key: "licence_id")
      ]
    }
    return ["source_id", "other_source_ids"].filter(header.contains).map {
      ColumnReference(
        rule: "source", noun: "source", column: $0, table: "sources.csv", key: "source_id", isList: true)
    }
  }

  /// The values of a field that are not known.
  ///
  /// - Parameters:
  ///   - text: the field; nothing to find in an empty one.
  ///   - known: the values of the other table, or `nil` where it could not be read.
  /// - Returns: those that do not stand there.
  func unknown(in text: String, _ known: Set<String>?) -> [String] {
    guard let known, !text.isEmpty, !known.contains(text) else { return [] }
    return isList ? text.split(separator: ";").map(String.init).filter { !known.contains($0) } : [text]
  }
}
