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

  /// The mixed strategies of the first player that belong to an equilibrium, and those of the second: the largest
  /// probabilities of the first strategies first, as a reader expects pure ones before mixed.
  let rows: [[Rational]]
  let columns: [[Rational]]
  /// Pairs of places among ``rows`` and ``columns``.
  let edges: [Edge]
  /// For each row with an edge the columns it is joined to, in the order of the edges.
  private let neighbours: [(row: Int, columns: Set<Int>)]

  /// Joins the vertices that carry all labels together.
  ///
  /// - Parameters:
  ///   - rows: the first player's polytope.
  ///   - columns: the second player's.
  ///   - budget: what the search is paid from.
  /// - Throws: `workLimit`.
  init(
    rows: BestResponsePolytope, columns: BestResponsePolytope, budget: inout WorkBudget
  ) throws(StrategyError) {
    let all = (UInt64(1) << UInt64(rows.size + columns.size)) - 1
    // Column vertices label their own strategies first; here the rows' come first.
    let turned = columns.vertices.map { vertex -> UInt64 in
      let own = vertex.labels & ((UInt64(1) << UInt64(columns.size)) - 1)
      return own << UInt64(rows.size) | vertex.labels >> UInt64(columns.size)
    }
    var partners: [Int: [Int]] = [:]
    var used: Set<Int> = []
    for (row, vertex) in rows.vertices.enumerated() {
      try budget.spend(turned.count, on: .equilibria)
      let joined = turned.indices.filter { (vertex.labels | turned[$0]) == all }
      guard !joined.isEmpty else { continue }
      // Ten thousand steps an equilibrium bound their number as well.
      try budget.spend(10_000 * joined.count, on: .equilibria)
      partners[row] = joined
      used.formUnion(joined)
    }
    // Fractions are made of the few vertices of equilibria alone: they cost more than the rest of the search.
    let rowOrder = try Self.ordered(rows, Set(partners.keys), &budget)
    let columnOrder = try Self.ordered(columns, used, &budget)
    let places = Dictionary(uniqueKeysWithValues: columnOrder.enumerated().map { ($1.vertex, $0) })
    self.rows = rowOrder.map(\.point)
    self.columns = columnOrder.map(\.point)
    neighbours = rowOrder.enumerated().map { place, row in
      (place, Set((partners[row.vertex] ?? []).compactMap { places[$0] }))
    }
    edges = neighbours.flatMap { row, joined in joined.sorted().map { Edge(row: row, column: $0) } }
  }

  private static func ordered(
    _ polytope: BestResponsePolytope, _ vertices: Set<Int>, _ budget: inout WorkBudget
  ) throws(StrategyError) -> [(vertex: Int, point: [Rational])] {
    var found: [(vertex: Int, point: [Rational])] = []
    for vertex in vertices {
      let shares = polytope.vertices[vertex].shares
      try budget.spend(50 * shares.count * WorkBudget.cost(shares), on: .equilibria)
      found.append((vertex, polytope.vertices[vertex].probabilities))
    }
    return found.sorted { left, right in
      for (a, b) in zip(left.point, right.point) where a != b { return a > b }
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
        100 * sets.count * component.count + sets.count * columns.count, on: .subsets)
      let cliques = sets.map { columns in
        Biclique(
          rows: component.filter { columns.isSubset(of: $0.columns) }.map(\.row),
          columns: columns.sorted(), component: number + 1)
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
