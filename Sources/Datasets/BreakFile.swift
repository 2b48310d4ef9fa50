internal import Series

/// Breaks that an analyst names in a YAML file, each with its reason.
///
///     breaks:
///       japan-hns:
///         - {year: FY1991, reason: base pay}
///         - {year: FY2008, reason: the budget stops to grow}
///
/// A list in place of the names holds for every series.
public struct BreakFile: Sendable, Equatable {
  /// One break.
  public struct Entry: Sendable, Equatable {
    /// The first year of the new regime.
    public let year: Int
    /// Why, in the analyst's words.
    public let reason: String
    /// Where its year stands.
    public let place: FilePlace
  }

  /// The breaks of each series that is named, in the order of the file; each year once.
  public let breaks: [String: [Entry]]
  /// The breaks of every series, where none is named.
  public let everywhere: [Entry]

  /// Reads the file.
  ///
  /// - Parameter path: the file, or `-` for standard input.
  /// - Throws: ``DataError`` with the place of the first fault.
  public init(_ path: String) throws(DataError) {
    let faults = YAMLFaults()
    let root = try YAMLComposer.read(path)
    var reader = YAMLReader(root, "the file", faults)
    let node = reader.value("breaks")
    reader.finish()
    var breaks: [String: [Entry]] = [:]
    var everywhere: [Entry] = []
    if let node {
      switch node.content {
      case .mapping(let members) where !members.isEmpty:
        for member in members { breaks[member.key] = Self.entries(member.value, member.key, faults) }
      case .mapping:
        faults.add(
          node.place,
          .notPossible(key: "breaks", found: "an empty group", expected: "a series with its list of breaks"))
      case .list: everywhere = Self.entries(node, "breaks", faults)
      default:
        faults.add(
          node.place,
          .wrongType(key: "breaks", found: node.kind, expected: "names of series with lists, or a list"))
      }
    }
    if let fault = faults.sorted.first { throw fault }
    (self.breaks, self.everywhere) = (breaks, everywhere)
  }

  private static let oneBreak = "one break at least, such as [{year: 1991, reason: base pay}]"

  private static func entries(_ node: YAMLNode, _ key: String, _ faults: YAMLFaults) -> [Entry] {
    if case .list(let elements) = node.content, elements.isEmpty {
      faults.add(node.place, .notPossible(key: key, found: "an empty list", expected: oneBreak))
      return []
    }
    guard case .list(let elements) = node.content else {
      faults.add(
        node.place,
        .wrongType(key: key, found: node.kind, expected: "a list such as [{year: 1991, reason: base pay}]"))
      return []
    }
    var entries: [Entry] = []
    for element in elements {
      var reader = YAMLReader(element, "break", faults)
      let yearNode = reader.value("year")
      let text = reader.text(yearNode, "year")
      let reason = reader.text("reason")
      reader.finish()
      guard let yearNode, let text else { continue }
      guard let year = year(text) else {
        faults.add(
          yearNode.place,
          .notPossible(key: "year", found: "'\(text)'", expected: "a year such as 1991 or FY1991"))
        continue
      }
      guard !entries.contains(where: { $0.year == year }) else {
        faults.add(
          yearNode.place,
          .notPossible(key: "year", found: "'\(text)'", expected: "each year of a series once"))
        continue
      }
      if let reason { entries.append(Entry(year: year, reason: reason, place: yearNode.place)) }
    }
    return entries
  }

  private static func year(_ text: String) -> Int? {
    let digits = text.prefix(2).lowercased() == "fy" ? text.dropFirst(2) : text[...]
    guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(digits), year > 0
    else { return nil }
    return year
  }
}
