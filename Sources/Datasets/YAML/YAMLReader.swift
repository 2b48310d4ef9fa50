internal import Series

/// Reads the keys of one mapping, each at most once, and refuses those that nobody asked for.
///
/// A fault does not end the reading: it is collected, and the key counts as absent, so that one run tells them all.
struct YAMLReader {
  let node: YAMLNode
  let faults: YAMLFaults
  private var asked: [String] = []
  /// How many faults there were when the reading began.
  private let before: Int

  /// A reader of a mapping; anything else is a fault, and has no keys.
  init(_ node: YAMLNode, _ key: String, _ faults: YAMLFaults) {
    self.node = node
    self.faults = faults
    before = faults.all.count
    if node.members == nil {
      faults.add(node.place, .wrongType(key: key, found: node.kind, expected: "a group of keys"))
    }
  }

  /// Whether a fault has been found since the reading began.
  var hasFaults: Bool { faults.all.count > before }

  /// The value of a key that may be absent; a key without a value is a fault, for its default would be taken unseen.
  mutating func value(ifPresent key: String) -> YAMLNode? {
    if !asked.contains(key) { asked.append(key) }
    guard let found = node.members?.first(where: { $0.key == key })?.value else { return nil }
    guard !found.isNothing else {
      faults.add(
        found.place, .wrongType(key: key, found: found.kind, expected: "a value, or no such key"))
      return nil
    }
    return found
  }

  /// The value of a key; absence is a fault.
  mutating func value(_ key: String) -> YAMLNode? {
    if let found = value(ifPresent: key) { return found }
    if let members = node.members, !members.contains(where: { $0.key == key }) {
      faults.add(node.place, .missingKey(key))
    }
    return nil
  }

  /// Tells the keys that nobody asked for; one that is missing but for its spelling is told there alone.
  func finish() {
    for member in node.members ?? [] where !asked.contains(member.key) {
      let absent = asked.filter { key in !(node.members ?? []).contains { $0.key == key } }
      let nearest = nearestName(to: member.key, among: absent) ?? nearestName(to: member.key, among: asked)
      if let nearest { faults.remove(node.place, .missingKey(nearest)) }
      faults.add(member.keyPlace, .unknownKey(member.key, nearest: nearest, known: asked))
    }
  }

  // MARK: Values of a kind

  private func scalar<Value>(
    _ node: YAMLNode?, _ key: String, _ expected: String, _ convert: (String, Bool) -> Value?
  ) -> Value? {
    guard let node else { return nil }
    if case .scalar(let text, let isPlain) = node.content, let value = convert(text, isPlain) { return value }
    faults.add(node.place, .wrongType(key: key, found: node.kind, expected: expected))
    return nil
  }

  /// The text of a node.
  func text(_ node: YAMLNode?, _ key: String) -> String? {
    scalar(node, key, "text of one character or more") { text, _ in text.isEmpty ? nil : text }
  }

  /// The number of a node: decimal, without quotation marks, finite.
  func number(_ node: YAMLNode?, _ key: String) -> Double? {
    scalar(node, key, "a number") { text, isPlain in
      isPlain ? Self.number(text) : nil
    }
  }

  /// The whole number of a node.
  func integer(_ node: YAMLNode?, _ key: String) -> Int? {
    scalar(node, key, "a whole number") { text, isPlain in
      isPlain ? Int(text) : nil
    }
  }

  private static func number(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }

  mutating func text(_ key: String) -> String? { text(value(key), key) }

  mutating func text(ifPresent key: String) -> String? { text(value(ifPresent: key), key) }

  mutating func number(_ key: String) -> Double? { number(value(key), key) }

  mutating func number(ifPresent key: String) -> Double? { number(value(ifPresent: key), key) }

  mutating func integer(_ key: String) -> Int? { integer(value(key), key) }

  mutating func integer(ifPresent key: String) -> Int? { integer(value(ifPresent: key), key) }

  /// True or false; `yes` and `no` are refused, because some readers take them for text.
  mutating func bool(ifPresent key: String) -> Bool? {
    scalar(value(ifPresent: key), key, "true or false") { text, isPlain in
      isPlain ? ["true": true, "false": false][text] : nil
    }
  }

  /// A date: a year, a month or a day.
  mutating func date(_ key: String) -> PartialDate? { date(value(key), key) }

  func date(_ node: YAMLNode?, _ key: String) -> PartialDate? {
    scalar(node, key, "a date (2020, 2020-12 or 2020-12-15)") { text, _ in try? PartialDate(text) }
  }

  /// One of some words.
  mutating func word<Value: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: Value.Type)
    -> Value?
  {
    word(value(key), key, type)
  }

  func word<Value: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode?, _ key: String, _ type: Value.Type
  ) -> Value? {
    guard let node, let text = text(node, key) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let known = type.allCases.map(\.rawValue)
    let meant = nearestName(to: text, among: known).map { "; did you mean '\($0)'?" } ?? ""
    let expected = known.joined(separator: ", ") + meant
    faults.add(node.place, .notPossible(key: key, found: "'\(text)'", expected: "one of \(expected)"))
    return nil
  }

  /// The elements of a list that may be absent.
  mutating func list(ifPresent key: String) -> [YAMLNode]? {
    guard let node = value(ifPresent: key) else { return nil }
    guard case .list(let elements) = node.content else {
      faults.add(node.place, .wrongType(key: key, found: node.kind, expected: "a list"))
      return nil
    }
    return elements
  }

  /// The texts of a list that may be absent, each with its node.
  mutating func texts(ifPresent key: String) -> [(text: String, node: YAMLNode)] {
    (list(ifPresent: key) ?? []).compactMap { node in text(node, key).map { ($0, node) } }
  }
}
