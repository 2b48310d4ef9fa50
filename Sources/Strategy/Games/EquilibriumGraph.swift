/// The bipartite graph of vertices of the two polytopes; an edge is an extreme equilibrium.
struct EquilibriumGraph {
  struct Edge: Hashable {
    let row: Int
    let column: Int
  }

  /// A set of row vertices, each joined to each of a set of column vertices, with no larger such pair around it.
  struct Biclique {
    let rows: [Int]
    let columns: [Int]
    let component: Int
  }

  /// The largest strategies first, as a reader expects pure ones before mixed.
  let edges: [Edge]
  /// The column vertices in the order of the edges.
  private let columnOrder: [Int]
  /// For each row vertex with an edge the column vertices it is joined to, in the order of the edges.
  private let neighbours: [(row: Int, columns: Set<Int>)]

  init(
    rows: BestResponsePolytope, columns: BestResponsePolytope, budget: inout WorkBudget
  ) throws(StrategyError) {
    let all = (UInt64(1) << UInt64(rows.size + columns.size)) - 1
    // Column vertices label their own strategies first; here the rows' come first.
    let turned = columns.vertices.map { vertex -> UInt64 in
      let own = vertex.labels & ((UInt64(1) << UInt64(columns.size)) - 1)
      return own << UInt64(rows.size) | vertex.labels >> UInt64(columns.size)
    }
    let rowOrder = Self.descending(rows.vertices.map(\.probabilities))
    columnOrder = Self.descending(columns.vertices.map(\.probabilities))
    var edges: [Edge] = []
    var neighbours: [(row: Int, columns: Set<Int>)] = []
    for row in rowOrder {
      try budget.spend(columnOrder.count, on: .equilibria)
      let labels = rows.vertices[row].labels
      let joined = columnOrder.filter { (labels | turned[$0]) == all }
      guard !joined.isEmpty else { continue }
      // Ten thousand steps an equilibrium bound their number as well.
      try budget.spend(10_000 * joined.count, on: .equilibria)
      edges += joined.map { Edge(row: row, column: $0) }
      neighbours.append((row, Set(joined)))
    }
    self.edges = edges
    self.neighbours = neighbours
  }

  private static func descending(_ points: [[Rational]]) -> [Int] {
    points.indices.sorted { left, right in
      for (a, b) in zip(points[left], points[right]) where a != b { return a > b }
      return false
    }
  }

  /// The maximal bicliques: the intersections of neighbourhoods, each with all rows that are joined to the whole of it.
  ///
  /// - Parameter budget: what the search is paid from.
  /// - Returns: the bicliques, those of one component together.
  /// - Throws: `workLimit`.
  func maximalBicliques(budget: inout WorkBudget) throws(StrategyError) -> [Biclique] {
    var found: [Biclique] = []
    for (number, component) in components().enumerated() {
      var sets: Set<Set<Int>> = []
      for (_, columns) in component {
        try budget.spend(100 * (sets.count + 1) * columns.count, on: .subsets)
        let meeting = sets.map { $0.intersection(columns) }.filter { !$0.isEmpty }
        sets.formUnion(meeting)
        sets.insert(columns)
      }
      try budget.spend(
        100 * sets.count * component.count + sets.count * columnOrder.count, on: .subsets)
      let cliques = sets.map { columns in
        Biclique(
          rows: component.filter { columns.isSubset(of: $0.columns) }.map(\.row),
          columns: columnOrder.filter(columns.contains), component: number + 1)
      }
      let rowPlace = Dictionary(uniqueKeysWithValues: component.enumerated().map { ($1.row, $0) })
      found += cliques.sorted { left, right in
        let (a, b) = (left.rows.map { rowPlace[$0] ?? 0 }, right.rows.map { rowPlace[$0] ?? 0 })
        return a.lexicographicallyPrecedes(b)
      }
    }
    return found
  }

  /// For each edge the places of the bicliques that it belongs to.
  ///
  /// - Parameters:
  ///   - cliques: of this graph.
  ///   - budget: what the search is paid from.
  /// - Returns: the places in ascending order.
  /// - Throws: `workLimit`.
  func memberships(
    in cliques: [Biclique], budget: inout WorkBudget
  ) throws(StrategyError) -> [[Int]] {
    let places = Dictionary(uniqueKeysWithValues: edges.enumerated().map { ($1, $0) })
    var found = [[Int]](repeating: [], count: edges.count)
    for (number, clique) in cliques.enumerated() {
      try budget.spend(200 * clique.rows.count * clique.columns.count, on: .subsets)
      for row in clique.rows {
        for column in clique.columns {
          if let place = places[Edge(row: row, column: column)] { found[place].append(number) }
        }
      }
    }
    return found
  }

  /// The rows that hang together through common columns.
  private func components() -> [[(row: Int, columns: Set<Int>)]] {
    var parent = Array(neighbours.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    var owner: [Int: Int] = [:]
    for (index, neighbour) in neighbours.enumerated() {
      for column in neighbour.columns.sorted() {
        guard let other = owner[column] else {
          owner[column] = index
          continue
        }
        let (a, b) = (root(index), root(other))
        parent[max(a, b)] = min(a, b)
      }
    }
    var groups: [Int: [(row: Int, columns: Set<Int>)]] = [:]
    for index in neighbours.indices { groups[root(index), default: []].append(neighbours[index]) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}
