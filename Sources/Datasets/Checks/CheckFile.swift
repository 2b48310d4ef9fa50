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
    /// Where the command stands in the file.
    public let place: FilePlace
    /// Where each word of the command stands.
    public let wordPlaces: [FilePlace]

    /// The place of the word that a message is about: the first that it quotes, or the file that it begins with.
    ///
    /// - Parameter message: why the command cannot be run.
    /// - Returns: the word's place, or that of the command where the message names no word of it.
    public func place(of message: String) -> FilePlace {
      let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
      for text in quoted where !text.isEmpty {
        if let index = command.firstIndex(where: { Self.holds($0, text) }) { return wordPlaces[index] }
      }
      let index = command.firstIndex { word in
        let file = word.split(separator: "=", maxSplits: 1).last ?? ""
        return !file.isEmpty && message.hasPrefix(file == "-" ? "standard input:" : "\(file):")
      }
      return index.map { wordPlaces[$0] } ?? place
    }

    /// Whether a word is a text, or has it as the value of an option or as an element of a list.
    private static func holds(_ word: String, _ text: String) -> Bool {
      word == text || word.split { "=,".contains($0) }.contains { $0 == text }
    }
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
    let source = try YAMLText(path: path)
    let root = try YAMLComposer.compose(source)
    var reader = YAMLReader(root, "the file", faults)
    let nodes = reader.list(ifPresent: "checks")
    reader.finish()
    var entries: [Entry] = []
    var lines: [String: Int] = [:]
    if let nodes {
      for node in nodes {
        guard let (entry, place) = Self.entry(node, faults, source.text) else { continue }
        if let line = lines[entry.name] {
          let expected = "a name of its own, line \(line) has this one"
          faults.add(place, .notPossible(key: "name", found: "'\(entry.name)' again", expected: expected))
        }
        lines[entry.name] = place.line
        entries.append(entry)
      }
      if nodes.isEmpty {
        faults.add(
          root.place, .notPossible(key: "checks", found: "an empty list", expected: "at least one check"))
      }
    } else if faults.isEmpty {
      faults.add(root.place, .missingKey("checks"))
    }
    if let fault = Self.cause(faults.sorted) { throw fault }
    self.entries = entries
  }

  /// The first fault, but for a key that is missing because it is misspelt: then that.
  private static func cause(_ faults: [DataError]) -> DataError? {
    guard let first = faults.first, case .yaml(_, .missingKey(let key)) = first else { return faults.first }
    return faults.first { fault in
      if case .yaml(_, .unknownKey(_, let nearest, _)) = fault { nearest == key } else { false }
    } ?? first
  }

  private static func entry(_ node: YAMLNode, _ faults: YAMLFaults, _ source: String) -> (
    entry: Entry, namePlace: FilePlace
  )? {
    var reader = YAMLReader(node, "the check", faults)
    let (nameNode, commandNode) = (reader.value("name"), reader.value("command"))
    let name = reader.text(nameNode, "name")
    let words = words(commandNode, &reader, faults)
    let toleranceNode = reader.value(ifPresent: "tolerance")
    let tolerance = reader.number(toleranceNode, "tolerance")
    let reason = reader.text(ifPresent: "reason")
    reader.finish()
    let place = nameNode?.place ?? node.place
    if let name, !isFileName(name) {
      let expected = "small letters, digits and hyphens, and neither manifest nor tolerances"
      faults.add(place, .notPossible(key: "name", found: "'\(name)'", expected: expected))
    }
    if let tolerance, let toleranceNode {
      if !(0...1).contains(tolerance) {
        let problem = YAMLProblem.notPossible(
          key: "tolerance", found: toleranceNode.kind, expected: "a number from 0 to 1")
        faults.add(toleranceNode.place, problem)
      } else if reason == nil {
        faults.add(toleranceNode.place, .missingKey("reason"))
      }
    }
    guard !reader.hasFaults, let name, let words, let commandNode else { return nil }
    let places = WordPlaces.find(words.map(\.text), words.map(\.place), in: source)
    let entry = Entry(
      name: name, command: words.map(\.text), tolerance: tolerance,
      reason: reason ?? "the standard tolerance", place: commandNode.place, wordPlaces: places)
    return (entry, place)
  }

  /// Whether a name can stand for a file on any system, and is not that of another file beside the baselines.
  private static func isFileName(_ name: String) -> Bool {
    !["manifest", "tolerances"].contains(name) && name.utf8.first != UInt8(ascii: "-")
      && name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
  }

  private static func words(_ node: YAMLNode?, _ reader: inout YAMLReader, _ faults: YAMLFaults)
    -> [(text: String, place: FilePlace)]?
  {
    guard let node else { return nil }
    if case .list(let elements) = node.content {
      let words = elements.compactMap { element in
        reader.text(element, "command").map { (text: $0, place: element.place) }
      }
      if elements.isEmpty {
        faults.add(
          node.place, .notPossible(key: "command", found: "an empty list", expected: "the words of a command")
        )
      }
      return words.count == elements.count && !words.isEmpty ? words : nil
    }
    guard let text = reader.text(node, "command") else { return nil }
    guard let words = split(text) else {
      let found = "a quotation mark that does not close"
      faults.add(node.place, .notPossible(key: "command", found: found, expected: "pairs of them"))
      return nil
    }
    guard !words.isEmpty else {
      faults.add(
        node.place, .notPossible(key: "command", found: "blanks alone", expected: "the words of a command"))
      return nil
    }
    return words.map { (text: $0, place: node.place) }
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
