/// Which names are the parts of which, before any of them is looked for: what ``Hierarchy`` is cut out of.
public struct Grouping: Sendable {
  /// The names with parts, in the order in which they first appear.
  public let parents: [String]
  /// The parts of each, in the order of the pairs.
  let children: [String: [String]]
  /// The first parent of each part.
  private let firstParent: [String: String]

  /// A grouping.
  ///
  /// - Parameter pairs: parent and child.
  /// - Throws: ``HierarchyError/countedTwice(sum:part:)`` for a pair that is given twice.
  public init(_ pairs: some Sequence<(parent: String, child: String)>) throws(HierarchyError) {
    var parents: [String] = []
    var children: [String: [String]] = [:]
    var firstParent: [String: String] = [:]
    var seen: Set<[String]> = []
    for (parent, child) in pairs {
      guard seen.insert([parent, child]).inserted else { throw .countedTwice(sum: parent, part: child) }
      if children[parent] == nil { parents.append(parent) }
      children[parent, default: []].append(child)
      if firstParent[child] == nil { firstParent[child] = parent }
    }
    self.parents = parents
    self.children = children
    self.firstParent = firstParent
  }

  /// The sums that are part of no other, in the order in which they first appear.
  ///
  /// - Returns: at least one name where there are any parents.
  /// - Throws: ``HierarchyError/loop(_:)`` where every sum is below another.
  public func tops() throws(HierarchyError) -> [String] {
    let tops = parents.filter { firstParent[$0] == nil }
    guard tops.isEmpty, var node = parents.first else { return tops }
    // Every name has a parent, so that the way up comes back to itself.
    var way: [String] = []
    var places: [String: Int] = [:]
    while places[node] == nil {
      places[node] = way.count
      way.append(node)
      node = firstParent[node] ?? node
    }
    throw .loop([node] + way[(places[node] ?? 0)...].reversed())
  }

  /// How many names stand at or below one.
  ///
  /// - Parameter top: the name.
  /// - Returns: at least 1.
  func count(below top: String) -> Int { names(below: top).count }

  /// The names at or below one.
  ///
  /// - Parameter top: the name.
  /// - Returns: each once, whether it is reached by one way or several, or goes round.
  public func names(below top: String) -> Set<String> {
    var found: Set<String> = [top]
    var open = [top]
    while let node = open.popLast() {
      for child in children[node] ?? [] where found.insert(child).inserted { open.append(child) }
    }
    return found
  }
}
