internal import Series

/// What a folder of checks says is to be checked: `checks.yaml`.
///
///     checks:
///       - name: trend
///         command: forecast --input series.csv --model drift --model ets
///         tolerance: 1e-6
///         reason: ets ends a search, which agrees to seven digits between machines
///
/// A command is written as on the command line, without the program's name, or as a list of words.
public struct CheckFile: Sendable, Equatable {
  /// One check.
  public struct Entry: Sendable, Equatable {
    /// Its name, and that of its baseline.
    public let name: String
    /// The words of the command.
    public let command: [String]
    /// The relative tolerance of its numbers, where the file gives one.
    public let tolerance: Double?
    /// Why so much.
    public let reason: String
  }

  /// The name of the file in the folder.
  public static let fileName = "checks.yaml"
  /// The tolerance of a check that states none.
  public static let standardTolerance = 1e-6

  /// The checks in the order of the file.
  public let entries: [Entry]

  /// Reads the file.
  ///
  /// - Parameter path: of the YAML file.
  /// - Throws: ``DataError`` with the place of the first fault.
  public init(_ path: String) throws(DataError) {
    let faults = YAMLFaults()
    let root = try YAMLComposer.read(path)
    var reader = YAMLReader(root, "the file", faults)
    let nodes = reader.list(ifPresent: "checks")
    reader.finish()
    var entries: [Entry] = []
    if let nodes {
      for node in nodes {
        guard let entry = Self.entry(node, faults) else { continue }
        if entries.contains(where: { $0.name == entry.name }) {
          faults.add(
            node.place,
            .notPossible(key: "name", found: "'\(entry.name)' again", expected: "a name of its own"))
        }
        entries.append(entry)
      }
      if nodes.isEmpty {
        faults.add(
          root.place, .notPossible(key: "checks", found: "an empty list", expected: "at least one check"))
      }
    } else if faults.isEmpty {
      faults.add(root.place, .missingKey("checks"))
    }
    if let fault = faults.sorted.first { throw fault }
    self.entries = entries
  }

  private static func entry(_ node: YAMLNode, _ faults: YAMLFaults) -> Entry? {
    var reader = YAMLReader(node, "the check", faults)
    let name = reader.text("name")
    let command = words(reader.value("command"), &reader, faults)
    let tolerance = reader.number(ifPresent: "tolerance")
    let reason = reader.text(ifPresent: "reason")
    reader.finish()
    guard !reader.hasFaults, let name, let command else { return nil }
    guard isFileName(name) else {
      faults.add(
        node.place,
        .notPossible(key: "name", found: "'\(name)'", expected: "small letters, digits and hyphens"))
      return nil
    }
    if let tolerance, !(0...1).contains(tolerance) {
      faults.add(
        node.place, .notPossible(key: "tolerance", found: "\(tolerance)", expected: "a number from 0 to 1"))
      return nil
    }
    guard tolerance == nil || reason != nil else {
      faults.add(node.place, .missingKey("reason"))
      return nil
    }
    return Entry(
      name: name, command: command, tolerance: tolerance, reason: reason ?? "the standard tolerance")
  }

  /// Whether a name can stand for a file on any system, and is not that of another file beside the baselines.
  private static func isFileName(_ name: String) -> Bool {
    !["manifest", "tolerances"].contains(name) && name.utf8.first != UInt8(ascii: "-")
      && name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
  }

  private static func words(_ node: YAMLNode?, _ reader: inout YAMLReader, _ faults: YAMLFaults) -> [String]?
  {
    guard let node else { return nil }
    if case .list(let elements) = node.content {
      let texts = elements.compactMap { reader.text($0, "command") }
      return texts.count == elements.count && !texts.isEmpty ? texts : nil
    }
    guard let text = reader.text(node, "command") else { return nil }
    guard let words = split(text), !words.isEmpty else {
      faults.add(
        node.place,
        .notPossible(key: "command", found: "a quotation mark that does not close", expected: "pairs of them")
      )
      return nil
    }
    return words
  }

  /// The words of a line: blanks part them, quotation marks of either kind hold them together; nothing else has a meaning.
  static func split(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    return words + (word.map { [$0] } ?? [])
  }
}
