/// The names of scenarios in words: what several have in common, and what tells each from the others.
///
/// Titles are taken apart at their commas, since the files name what is projected first and how the United States negotiate
/// behind it. A scenario without a title keeps its name in tables.
struct ScenarioNames: Sendable, Equatable {
  /// What all have in common; of one scenario its whole title, without what stands in brackets.
  let shared: String
  private let own: [String: String]
  private let hasTitles: Bool
  private let phrases: Phrases

  /// The names of some scenarios.
  ///
  /// - Parameters:
  ///   - identifiers: their names in tables.
  ///   - titles: the titles of those that have one, in English as in their files.
  ///   - phrases: the words.
  init(_ identifiers: [String], titles: [String: String], _ phrases: Phrases) {
    self.phrases = phrases
    hasTitles = identifiers.contains { titles[$0] != nil }
    let parts: [[String]] = identifiers.map { name in
      guard let title = titles[name] else { return [name] }
      return Self.parts(title).map { phrases.scenario($0) }
    }
    guard let first = parts.first, parts.count > 1 else {
      let whole = parts.first.map { phrases.list($0) } ?? ""
      shared = Self.short(whole)
      own = Dictionary(zip(identifiers, [whole])) { first, _ in first }
      return
    }
    var count = 0
    while count < first.count, parts.allSatisfy({ $0.count > count && $0[count] == first[count] }) {
      count += 1
    }
    shared = phrases.list(Array(first.prefix(count)))
    let rests = zip(identifiers, parts).map { name, parts in
      parts.count > count ? phrases.list(Array(parts.dropFirst(count))) : name
    }
    // Two scenarios of one title are told apart by their names.
    let names = zip(identifiers, rests).map { name, rest in
      rests.count { $0 == rest } > 1 ? (name, "\(rest) (\(name))") : (name, rest)
    }
    own = Dictionary(names) { first, _ in first }
  }

  /// What a legend calls a scenario.
  func label(_ identifier: String) -> String { own[identifier] ?? identifier }

  /// What a title calls it: without what stands in brackets.
  func short(_ identifier: String) -> String { Self.short(label(identifier)) }

  /// What a scenario is called where it stands alone: what all have in common, and what tells it apart without what stands in
  /// brackets, where that still tells it apart.
  func whole(_ identifier: String) -> String {
    let name = short(identifier)
    guard own.count > 1 else { return name }
    let isUnique = own.keys.count { short($0) == name } == 1
    return phrases.list([shared, isUnique ? name : label(identifier)].filter { !$0.isEmpty })
  }

  /// What is told of a scenario under the pointer: its words, and its name in tables where that is another.
  var tooltip: [Tooltip] {
    let words = Tooltip("label", phrases.scenario)
    return hasTitles ? [words, Tooltip("scenario", phrases.identifier)] : [words]
  }

  /// A title taken apart at the commas that do not stand in brackets.
  private static func parts(_ title: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    for character in title {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == " ", depth == 0, part.last == "," {
        parts.append(String(part.dropLast()))
        part = ""
      } else {
        part.append(character)
      }
    }
    return parts + [part]
  }

  private static func short(_ label: String) -> String {
    guard let last = label.last, last == ")" || last == "）",
      let opening = label.firstIndex(where: { $0 == "(" || $0 == "（" }), opening > label.startIndex
    else { return label }
    let kept = label[..<opening]
    return String(kept.last == " " ? kept.dropLast() : kept)
  }
}
