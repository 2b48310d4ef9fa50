internal import Yams

/// Makes our nodes of a parser's.
///
/// The parser's decoder passes over unknown keys and tells no place, so only its nodes are used.
struct YAMLComposer {
  private let file: String

  /// The value that a file holds.
  ///
  /// - Parameter path: the file, or `-` for standard input.
  /// - Returns: the value.
  /// - Throws: ``DataError`` with line and column.
  static func read(_ path: String) throws(DataError) -> YAMLNode { try compose(try YAMLText(path: path)) }

  /// The value of a text.
  ///
  /// - Parameter text: the text.
  /// - Returns: the value.
  /// - Throws: ``DataError`` with line and column.
  static func compose(_ text: YAMLText) throws(DataError) -> YAMLNode {
    let composer = YAMLComposer(file: text.file)
    do {
      // The encoding is named, because the parser would ask the environment and print.
      let parser = try Parser(yaml: text.text, resolver: .basic, encoding: .utf8)
      let root = try parser.singleRoot()
      // Anchors are held by the parser alone and seen while it lives.
      return try withExtendedLifetime(parser) {
        guard let root else { throw DataError.yaml(FilePlace(text.file, 1), .empty) }
        let node = try composer.node(root, depth: 0)
        guard !node.isNothing else { throw DataError.yaml(FilePlace(text.file, 1), .empty) }
        return node
      }
    } catch let error as DataError {
      throw error
    } catch let error as YamlError {
      throw composer.dataError(error, in: text.text)
    } catch {
      throw .yaml(FilePlace(text.file, 1), .notYAML("\(error)"))
    }
  }

  private func place(_ mark: Mark?) -> FilePlace { FilePlace(file, mark?.line ?? 1, mark?.column) }

  /// Our node of a parser's; a key has been compared with others, which gives even a plain one a tag.
  private func node(_ node: Node, depth: Int, isKey: Bool = false) throws(DataError) -> YAMLNode {
    let place = place(node.mark)
    guard depth <= YAMLText.depthLimit else { throw .yaml(place, .tooDeep(limit: YAMLText.depthLimit)) }
    func refuse(_ tag: String) -> DataError {
      .yaml(place, .tag(tag.replacing("tag:yaml.org,2002:", with: "!!")))
    }
    switch node {
    case .alias: throw .yaml(place, .anchor)
    case .scalar(let scalar):
      guard scalar.anchor == nil else { throw .yaml(place, .anchor) }
      let isPlain = scalar.style == .plain
      let tag = scalar.tag.rawValue
      guard tag.isEmpty || ((isKey || !isPlain) && tag == Tag.Name.str.rawValue) else {
        throw refuse(tag)
      }
      return YAMLNode(content: .scalar(scalar.string, isPlain: isPlain), place: place)
    case .sequence(let sequence):
      guard sequence.anchor == nil else { throw .yaml(place, .anchor) }
      guard sequence.tag.rawValue.isEmpty else { throw refuse(sequence.tag.rawValue) }
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(try self.node(element, depth: depth + 1)) }
      return YAMLNode(content: .list(elements), place: place)
    case .mapping(let mapping):
      guard mapping.anchor == nil else { throw .yaml(place, .anchor) }
      guard mapping.tag.rawValue.isEmpty else { throw refuse(mapping.tag.rawValue) }
      var members: [YAMLNode.Member] = []
      var seen: Set<String> = []
      for (keyNode, valueNode) in mapping {
        guard case .scalar = keyNode else { throw .yaml(self.place(keyNode.mark), .keyIsNotText) }
        let key = try self.node(keyNode, depth: depth + 1, isKey: true)
        guard case .scalar(let text, _) = key.content, !key.isNothing else {
          throw .yaml(key.place, .keyIsNotText)
        }
        guard seen.insert(text).inserted else { throw .yaml(key.place, .duplicateKey(text)) }
        let value = try self.node(valueNode, depth: depth + 1)
        members.append(YAMLNode.Member(key: text, keyPlace: key.place, value: value))
      }
      return YAMLNode(content: .mapping(members), place: place)
    }
  }

  private func dataError(_ error: YamlError, in text: String) -> DataError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .yaml(place(mark), .notYAML(problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      return .yaml(place(context.mark), .duplicateKey(duplicates.first ?? ""))
    case .reader(let problem, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      let line = before.count { $0 == "\n" } + 1
      return .yaml(FilePlace(file, line), .notYAML(problem))
    case .memory: return .yaml(FilePlace(file, 1), .tooDeep(limit: YAMLText.depthLimit))
    default: return .yaml(FilePlace(file, 1), .notYAML("\(error)"))
    }
  }
}
