/// What a check of many tables learns once: compiled patterns, and the columns that others refer to.
struct TableMemory {
  /// The patterns of the schemas.
  var patterns = PatternMemory()
  /// The paths of the resources by their names.
  let paths: [String: String]
  private let root: String
  /// The values of `table` and `key`; `nil` where they could not be read, which is told once.
  private var columns: [[String]: Set<String>?] = [:]

  /// An empty memory.
  ///
  /// - Parameter package: whose tables are checked.
  init(_ package: DataPackage) {
    root = package.root
    paths = Dictionary(
      package.descriptor.resources.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads the column that a reference points to, unless it has been read.
  ///
  /// - Parameter reference: the reference.
  /// - Returns: why it cannot be read, the first time.
  mutating func load(_ reference: ColumnReference) -> DataError? {
    let place = [reference.table, reference.key]
    guard columns[place] == nil else { return nil }
    do {
      columns[place] = .some(try values(reference))
      return nil
    } catch {
      columns[place] = .some(nil)
      return error
    }
  }

  /// The values of the column that a reference points to.
  ///
  /// - Parameter reference: the reference.
  /// - Returns: its values, or `nil` where it could not be read.
  func known(_ reference: ColumnReference) -> Set<String>? {
    columns[[reference.table, reference.key]] ?? nil
  }

  private func values(_ reference: ColumnReference) throws(DataError) -> Set<String> {
    var reader = try CSVReader.open(root + "/" + reference.table)
    let column = try reader.column(reference.key)
    var values: Set<String> = []
    while try reader.next() { values.insert(try reader.text(column)) }
    return values
  }
}

/// Patterns, each compiled once, and the texts known to match: columns repeat themselves, and a match is slow.
struct PatternMemory {
  private struct Entry {
    let pattern: Regex<AnyRegexOutput>?
    var matching: Set<String> = []
  }

  private var entries: [String: Entry] = [:]

  /// Whether a pattern can be compiled.
  ///
  /// - Parameter pattern: a regular expression.
  /// - Returns: false for one that is none.
  mutating func canUse(_ pattern: String) -> Bool {
    if let entry = entries[pattern] { return entry.pattern != nil }
    let compiled = try? Regex(pattern).matchingSemantics(.unicodeScalar)
    entries[pattern] = Entry(pattern: compiled)
    return compiled != nil
  }

  /// Whether the whole of a text matches.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - pattern: a regular expression.
  /// - Returns: true also for a pattern that cannot be compiled: that is told once, and not for every text.
  mutating func matches(_ text: String, _ pattern: String) -> Bool {
    if entries[pattern]?.matching.contains(text) ?? false { return true }
    guard canUse(pattern), let compiled = entries[pattern]?.pattern else { return true }
    guard text.wholeMatch(of: compiled) != nil else { return false }
    entries[pattern]?.matching.insert(text)
    return true
  }
}
