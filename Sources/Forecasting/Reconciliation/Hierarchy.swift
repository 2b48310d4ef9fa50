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
  /// - Throws: as ``init(top:in:)``.
  public init(top: String, _ pairs: [(parent: String, child: String)]) throws(HierarchyError) {
    try self.init(top: top, in: try Grouping(pairs))
  }

  /// The hierarchy below a node of a grouping.
  ///
  /// - Parameters:
  ///   - top: the node.
  ///   - grouping: which names are the parts of which.
  /// - Throws: ``HierarchyError`` for a top without children, more than ``mostNodes`` nodes, a node below itself, or a leaf
  ///   that is counted twice.
  public init(top: String, in grouping: Grouping) throws(HierarchyError) {
    guard grouping.children[top] != nil else { throw .noParts(of: top, known: grouping.parents) }
    let count = grouping.count(below: top)
    guard count <= Self.mostNodes else { throw .tooManyNodes(limit: Self.mostNodes, found: count) }
    var walk = Walk(children: grouping.children)
    try walk.visit(top)
    sums = walk.sums
    let leaves = walk.leaves
    self.leaves = leaves
    var places: [String: Int] = [:]
    for (place, leaf) in leaves.enumerated() { places[leaf] = place }
    members = walk.sums.map { sum in walk.below[sum, default: []].compactMap { places[$0] }.sorted() }
  }

  /// Goes through the nodes from the top down, without a call for each level.
  private struct Walk {
    let children: [String: [String]]
    var sums: [String] = []
    var leaves: [String] = []
    /// The leaves below each node.
    var below: [String: [String]] = [:]

    /// A sum that is being gone through.
    struct Level {
      let node: String
      let parts: [String]
      var next = 0
      var reached: [String] = []
      var known: Set<String> = []
    }

    mutating func visit(_ top: String) throws(HierarchyError) {
      var path: [Level] = []
      enter(top, &path)
      while var level = path.last {
        guard level.next < level.parts.count else {
          below[level.node] = level.reached
          path.removeLast()
          continue
        }
        let child = level.parts[level.next]
        guard let found = below[child] else {
          if let start = path.firstIndex(where: { $0.node == child }) {
            throw .loop(path[start...].map(\.node) + [child])
          }
          enter(child, &path)
          continue
        }
        // Doubled counting grows without bounds in a deep net; one doubled leaf is enough to refuse.
        for leaf in found {
          guard level.known.insert(leaf).inserted else { throw .countedTwice(sum: level.node, part: leaf) }
          level.reached.append(leaf)
        }
        level.next += 1
        path[path.count - 1] = level
      }
    }

    /// Notes a leaf, or goes down into a sum.
    private mutating func enter(_ node: String, _ path: inout [Level]) {
      guard let parts = children[node] else {
        leaves.append(node)
        below[node] = [node]
        return
      }
      sums.append(node)
      path.append(Level(node: node, parts: parts))
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
  /// A part's record ends so long before the sum's that the horizon lies too many years after it.
  case endsTooEarly(part: String, last: String, longest: Int)
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
    case .loop(let path): "the grouping goes round: \(Self.way(path))"
    case .countedTwice(let sum, let part): "'\(part)' is counted twice in '\(sum)'"
    case .tooManyNodes(let limit, let found):
      "the grouping has \(found) nodes; at most \(limit) are reconciled"
    case .doesNotAddUp(let sum, let year, let recorded, let parts):
      "'\(sum)' does not add up: in \(year) its parts are \(numeral(parts)) together, and it is \(numeral(recorded))"
    case .unlike(let first, let second, let what): "'\(first)' and '\(second)' differ in \(what)"
    case .fit(let part, let error): "'\(part)' cannot be forecast: \(error)"
    case .endsTooEarly(let part, let last, let longest):
      "the record of '\(part)' ends in \(last), and no forecast goes more than \(Horizon.longest) years beyond it"
        + (longest > 0 ? ": --horizon \(longest) at most" : "")
    case .noForecast(let part, let reason): "'\(part)' cannot be forecast: \(reason)"
    case .singular: "the forecast errors of the series do not determine how to reconcile them"
    }
  }

  /// The names of a way round, ten of them at most.
  private static func way(_ path: [String]) -> String {
    let left = path.count - 10
    let shown = left > 0 ? Array(path.prefix(9)) + ["(\(left) more)"] + path.suffix(1) : path
    return shown.joined(separator: " > ")
  }
}
