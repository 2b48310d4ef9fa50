/// A YAML value (version 1.2, without anchors, aliases and tags) with the place at which it begins.
struct YAMLNode: Sendable, Equatable {
  /// What the value is.
  enum Content: Sendable, Equatable {
    /// A word, a number, or text; plain where it stands without quotation marks.
    case scalar(String, isPlain: Bool)
    /// A list.
    case list([YAMLNode])
    /// Keys and values in the order of the file.
    case mapping([Member])
  }

  /// A key and its value.
  struct Member: Sendable, Equatable {
    let key: String
    let keyPlace: FilePlace
    let value: YAMLNode
  }

  let content: Content
  let place: FilePlace

  /// Whether it is nothing: an empty value, `~` or `null`.
  var isNothing: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The members of a mapping, `nil` for anything else.
  var members: [Member]? {
    guard case .mapping(let members) = content else { return nil }
    return members
  }

  /// What an error calls it.
  var kind: String {
    switch content {
    case .list: "a list"
    case .mapping: "a group of keys"
    case .scalar(let text, let isPlain):
      isNothing ? "empty" : (isPlain ? "'\(Self.shorten(text))'" : "the text '\(Self.shorten(text))'")
    }
  }

  private static func shorten(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }

  /// The value at a path of keys and of places in lists, or the last one on the way to it.
  func nearest(to path: String) -> YAMLNode {
    var node = self
    for step in path.split(separator: ".") {
      switch node.content {
      case .mapping(let members):
        // Keys of assumptions have points in them, and are looked up as they stand.
        guard let next = members.first(where: { $0.key == step })?.value else { return node }
        node = next
      case .list(let elements):
        guard let index = Int(step), elements.indices.contains(index) else { return node }
        node = elements[index]
      case .scalar: return node
      }
    }
    return node
  }

  /// The value with that of another laid over it: mappings key by key, everything else as a whole; a key that is
  /// nothing there is gone.
  func overlaid(with other: YAMLNode) -> YAMLNode {
    guard case .mapping(let own) = content, case .mapping(let others) = other.content else {
      return other.withoutNothing
    }
    var merged = own
    for member in others {
      let place = merged.firstIndex { $0.key == member.key }
      if member.value.isNothing {
        if let place { merged.remove(at: place) }
      } else if let place {
        merged[place] = Member(
          key: member.key, keyPlace: member.keyPlace, value: merged[place].value.overlaid(with: member.value))
      } else {
        merged.append(
          Member(key: member.key, keyPlace: member.keyPlace, value: member.value.withoutNothing))
      }
    }
    return YAMLNode(content: .mapping(merged), place: place)
  }

  /// The value without the keys that are nothing, in mappings below it too.
  private var withoutNothing: YAMLNode {
    guard case .mapping(let members) = content else { return self }
    let kept = members.filter { !$0.value.isNothing }.map {
      Member(key: $0.key, keyPlace: $0.keyPlace, value: $0.value.withoutNothing)
    }
    return YAMLNode(content: .mapping(kept), place: place)
  }

  /// The value without some of its keys.
  func without(_ keys: Set<String>) -> YAMLNode {
    guard case .mapping(let members) = content else { return self }
    return YAMLNode(content: .mapping(members.filter { !keys.contains($0.key) }), place: place)
  }

  /// The keys of it and of the mappings below it, as paths.
  var paths: Set<String> {
    var found: Set<String> = []
    for member in members ?? [] where !member.value.isNothing {
      found.insert(member.key)
      for path in member.value.paths { found.insert("\(member.key).\(path)") }
    }
    return found
  }
}
