internal import LinearAlgebra

/// How forecasts of sums and parts are brought to add up.
///
/// The leaves' values b are those whose totals S b lie nearest to the forecasts ŷ: b = (S'W⁻¹S)⁻¹ S'W⁻¹ ŷ, least squares in
/// the metric of W, solved by QR on the whitened system. The totals of any draw then add up exactly.
///
/// Source: Wickramasuriya, Athanasopoulos & Hyndman (2019), Journal of the American Statistical Association 114, 804-819.
public enum Reconciliation: String, Sendable, CaseIterable {
  /// The leaves' forecasts as they are, and their sums.
  case bottomUp = "bottom-up"
  /// W the identity.
  case ordinary = "ols"
  /// W diagonal: each forecast's own variance.
  case weighted = "wls"
  /// W diagonal: the number of leaves in each node.
  case structural = "wls-structural"
  /// W the covariance of the forecast errors, correlations shrunk: the least total variance.
  case minimumTrace = "mint"

  /// W by rows.
  ///
  /// - Parameters:
  ///   - hierarchy: the nodes.
  ///   - deviations: the size of each node's forecast error.
  ///   - correlations: the shrunken correlations of the errors.
  /// - Returns: W.
  func weights(_ hierarchy: Hierarchy, deviations: [Double], correlations: [[Double]]) -> [[Double]] {
    let sizes = hierarchy.members.map { Double($0.count) } + hierarchy.leaves.map { _ in 1.0 }
    // A certain forecast would be a division by zero: it counts as a millionth of the largest error.
    let largest = deviations.reduce(0, max)
    let spread = deviations.map { max($0, 1e-6 * largest) }.map { $0 > 0 ? $0 : 1 }
    return sizes.indices.map { i in
      sizes.indices.map { j in
        switch self {
        case .bottomUp, .ordinary: i == j ? 1 : 0
        case .structural: i == j ? sizes[i] : 0
        case .weighted: i == j ? spread[i] * spread[i] : 0
        case .minimumTrace: spread[i] * spread[j] * correlations[i][j]
        }
      }
    }
  }

  /// Whether a forecast without variance keeps its value, but for rounding.
  var trustsCertainty: Bool { self == .weighted || self == .minimumTrace }

  /// Whether draws need W at all.
  var isProjection: Bool { self != .bottomUp }
}

/// The map from forecasts of all nodes to values of the leaves, for one W.
struct ReconciliationMap {
  let hierarchy: Hierarchy
  /// By rows, a leaf each; `nil` for bottom-up.
  private let gains: [[Double]]?
  /// The whitened system, L⁻¹ S by columns and L by rows, for values that may not be negative.
  private let columns: [[Double]]
  private let lower: [[Double]]

  /// The map of a method.
  ///
  /// - Parameters:
  ///   - hierarchy: the nodes.
  ///   - method: how.
  ///   - weights: W by rows.
  /// - Throws: ``HierarchyError/singular``.
  init(_ hierarchy: Hierarchy, _ method: Reconciliation, weights: [[Double]]) throws(HierarchyError) {
    self.hierarchy = hierarchy
    let nodes = hierarchy.nodes.count
    let first = hierarchy.sums.count
    // In units near one: only proportions of W count.
    let largest = weights.indices.reduce(0) { max($0, weights[$1][$1]) }
    guard largest > 0, largest.isFinite,
      let lower = ErrorCovariance.lower(weights.map { $0.map { $0 / largest } })
    else { throw .singular }
    self.lower = lower
    columns = hierarchy.leaves.indices.map { leaf in
      let column = (0..<nodes).map { node in
        node >= first ? (node - first == leaf ? 1.0 : 0) : (hierarchy.members[node].contains(leaf) ? 1 : 0)
      }
      return Self.whitened(column, lower)
    }
    guard method.isProjection else {
      gains = nil
      return
    }
    do {
      let factorization = try QRFactorization(Matrix(columns: columns))
      var byNodes: [[Double]] = []
      for node in 0..<nodes {
        let unit = (0..<nodes).map { $0 == node ? 1.0 : 0 }
        byNodes.append(try factorization.solve(Self.whitened(unit, lower)))
      }
      gains = hierarchy.leaves.indices.map { leaf in byNodes.map { $0[leaf] } }
    } catch {
      throw .singular
    }
  }

  private static func whitened(_ vector: [Double], _ lower: [[Double]]) -> [Double] {
    var solution = vector
    for row in solution.indices {
      for earlier in 0..<row { solution[row] -= lower[row][earlier] * solution[earlier] }
      solution[row] /= lower[row][row]
    }
    return solution
  }

  /// The leaves' values.
  ///
  /// - Parameter forecasts: of all nodes.
  /// - Returns: one value a leaf.
  func leaves(_ forecasts: [Double]) -> [Double] {
    guard let gains else { return Array(forecasts[hierarchy.sums.count...]) }
    return gains.map { row in zip(row, forecasts).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// The leaves' values where none may be negative: the nearest such in the metric of W.
  ///
  /// The active-set method of Lawson & Hanson (1974, Solving Least Squares Problems, chapter 23), as proposed for forecasts
  /// by Wickramasuriya, Turlach & Hyndman (2020, Statistics and Computing 30, 1167-1182). Bottom-up sets negative leaves to
  /// zero.
  ///
  /// - Parameter forecasts: of all nodes.
  /// - Returns: one value a leaf, zero or above.
  func nonnegativeLeaves(_ forecasts: [Double]) -> [Double] {
    let free = leaves(forecasts)
    guard free.contains(where: { $0 < 0 }) else { return free }
    guard gains != nil else { return free.map { max($0, 0) } }
    let target = Self.whitened(forecasts, lower)
    let count = columns.count
    var passive = [Bool](repeating: false, count: count)
    var solution = [Double](repeating: 0, count: count)
    for _ in 0..<(3 * count + 10) {
      var rest = target
      for (leaf, column) in columns.enumerated() where solution[leaf] != 0 {
        for row in rest.indices { rest[row] -= column[row] * solution[leaf] }
      }
      let pull = columns.map { column in zip(column, rest).reduce(0) { $0 + $1.0 * $1.1 } }
      let scale = target.reduce(0) { max($0, $1.magnitude) }
      let next = (0..<count).filter { !passive[$0] && pull[$0] > 1e-12 * scale }.max { pull[$0] < pull[$1] }
      guard let next else { break }
      passive[next] = true
      while true {
        guard let trial = solve(passive, target) else { return solution }
        let blocked = (0..<count).filter { passive[$0] && trial[$0] <= 0 }
        if blocked.isEmpty {
          solution = trial
          break
        }
        let share = blocked.map { solution[$0] / (solution[$0] - trial[$0]) }.reduce(1, min)
        for leaf in 0..<count where passive[leaf] { solution[leaf] += share * (trial[leaf] - solution[leaf]) }
        for leaf in blocked where solution[leaf] <= 1e-14 * scale {
          solution[leaf] = 0
          passive[leaf] = false
        }
        if share == 0, let first = blocked.first {
          solution[first] = 0
          passive[first] = false
        }
      }
    }
    return solution
  }

  /// Least squares over some leaves, the others at zero.
  private func solve(_ passive: [Bool], _ target: [Double]) -> [Double]? {
    let chosen = passive.indices.filter { passive[$0] }
    guard !chosen.isEmpty else { return [Double](repeating: 0, count: passive.count) }
    guard let matrix = try? Matrix(columns: chosen.map { columns[$0] }),
      let found = try? QRFactorization(matrix).solve(target)
    else { return nil }
    var solution = [Double](repeating: 0, count: passive.count)
    for (place, leaf) in chosen.enumerated() { solution[leaf] = found[place] }
    return solution
  }
}
