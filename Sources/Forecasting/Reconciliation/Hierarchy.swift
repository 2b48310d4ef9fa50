internal import Series

/// Which series are the sums of which.
///
/// A node without children is a leaf; every other node is the sum of the leaves below it. A leaf may stand below several
/// nodes (by country and by kind), but only once below each.
public struct Hierarchy: Sendable, Equatable {
  /// The sums, in the order in which they first appear, the top first.
  public let sums: [String]
  /// The leaves, in the order in which they first appear.
  public let leaves: [String]
  /// For each of ``sums`` the places of its leaves in ``leaves``, ascending.
  public let members: [[Int]]

  /// All nodes: the sums, then the leaves.
  public var nodes: [String] { sums + leaves }

  /// The most nodes.
  public static let mostNodes = 500

  /// The hierarchy below a node.
  ///
  /// - Parameters:
  ///   - top: the node.
  ///   - pairs: parent and child.
  /// - Throws: ``HierarchyError`` for a top without children, a node below itself, or a leaf that is counted twice.
  public init(top: String, _ pairs: [(parent: String, child: String)]) throws(HierarchyError) {
    var children: [String: [String]] = [:]
    for (parent, child) in pairs {
      if children[parent]?.contains(child) == true { throw .countedTwice(sum: parent, part: child) }
      children[parent, default: []].append(child)
    }
    guard children[top] != nil else {
      var parents: [String] = []
      for (parent, _) in pairs where !parents.contains(parent) { parents.append(parent) }
      throw .noParts(of: top, known: parents)
    }
    var walk = Walk(children: children)
    try walk.visit(top, path: [])
    sums = walk.sums
    let leaves = walk.leaves
    self.leaves = leaves
    guard walk.sums.count + leaves.count <= Self.mostNodes else {
      throw .tooManyNodes(limit: Self.mostNodes, found: walk.sums.count + leaves.count)
    }
    var places: [String: Int] = [:]
    for (place, leaf) in leaves.enumerated() { places[leaf] = place }
    var members: [[Int]] = []
    for sum in walk.sums {
      let below = walk.below[sum, default: []].compactMap { places[$0] }.sorted()
      if let twice = zip(below, below.dropFirst()).first(where: { $0 == $1 }) {
        throw .countedTwice(sum: sum, part: leaves[twice.0])
      }
      members.append(below)
    }
    self.members = members
  }

  /// Goes through the nodes from the top down.
  private struct Walk {
    let children: [String: [String]]
    var sums: [String] = []
    var leaves: [String] = []
    /// The leaves below each node, as often as they are reached.
    var below: [String: [String]] = [:]

    mutating func visit(_ node: String, path: [String]) throws(HierarchyError) {
      if let start = path.firstIndex(of: node) { throw .loop(Array(path[start...]) + [node]) }
      guard below[node] == nil else { return }
      guard let own = children[node] else {
        leaves.append(node)
        below[node] = [node]
        return
      }
      sums.append(node)
      var reached: [String] = []
      for child in own {
        try visit(child, path: path + [node])
        reached += below[child, default: []]
        // Doubled counting grows without bounds in a deep net; one doubled leaf is enough to refuse.
        guard Set(reached).count == reached.count else {
          var seen: Set<String> = []
          throw .countedTwice(sum: node, part: reached.first { !seen.insert($0).inserted } ?? child)
        }
      }
      below[node] = reached
    }
  }

  /// The values of all nodes from those of the leaves.
  ///
  /// - Parameter leaves: one value a leaf.
  /// - Returns: one value a node, the sums first.
  func totals(_ leaves: [Double]) -> [Double] {
    members.map { $0.reduce(0) { $0 + leaves[$1] } } + leaves
  }
}

/// Why series cannot be brought to add up.
public enum HierarchyError: Error, Sendable, Equatable {
  /// The node has no parts.
  case noParts(of: String, known: [String])
  /// A node is below itself: the way round.
  case loop([String])
  /// A part is counted twice in a sum.
  case countedTwice(sum: String, part: String)
  /// More nodes than ``Hierarchy/mostNodes``.
  case tooManyNodes(limit: Int, found: Int)
  /// In a year in which all are recorded the parts are not the sum.
  case doesNotAddUp(sum: String, year: String, recorded: Double, parts: Double)
  /// Two nodes have different units or calendars.
  case unlike(first: String, second: String, what: String)
  /// A part has no forecast, and without it no sum is known.
  case noForecast(of: String, reason: String)
  /// A part's model fails.
  case fit(of: String, FitError)
  /// The errors do not determine the weights, or numbers overflow.
  case singular
}

extension HierarchyError: CustomStringConvertible {
  /// One line that says what is wrong.
  public var description: String {
    switch self {
    case .noParts(let node, let known):
      "the grouping has no parts of '\(node)'; it has those of "
        + (known.isEmpty ? "nothing" : known.prefix(12).map { "'\($0)'" }.joined(separator: ", "))
    case .loop(let path): "the grouping goes round: \(path.joined(separator: " > "))"
    case .countedTwice(let sum, let part): "'\(part)' is counted twice in '\(sum)'"
    case .tooManyNodes(let limit, let found):
      "the grouping has \(found) nodes; at most \(limit) are reconciled"
    case .doesNotAddUp(let sum, let year, let recorded, let parts):
      "'\(sum)' does not add up: in \(year) its parts are \(numeral(parts)) together, and it is \(numeral(recorded))"
    case .unlike(let first, let second, let what): "'\(first)' and '\(second)' differ in \(what)"
    case .fit(let part, let error): "'\(part)' cannot be forecast: \(error)"
    case .noForecast(let part, let reason): "'\(part)' cannot be forecast: \(reason)"
    case .singular: "the forecast errors of the series do not determine how to reconcile them"
    }
  }
}
