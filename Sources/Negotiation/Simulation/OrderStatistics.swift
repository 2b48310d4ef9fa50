/// Quantiles of many values by selection: the work grows with the number of values, not with their sorting.
enum OrderStatistics {
  /// Below this many values selection alone is faster.
  private static let few = 4_096
  /// How many equal parts the range of the values is cut into.
  private static let parts = 4_096

  /// Quantiles by linear interpolation at (n - 1)p (Hyndman & Fan 1996, "Sample quantiles in statistical packages", The
  /// American Statistician 50, type 7).
  ///
  /// - Parameters:
  ///   - probabilities: from 0 to 1, ascending.
  ///   - values: at least one, all finite and no two further apart than the largest number; left in another order.
  /// - Returns: a quantile for each probability.
  static func quantiles(_ probabilities: [Double], of values: inout [Double]) -> [Double] {
    let last = values.count - 1
    var ranks: [Int] = []
    for probability in probabilities {
      let below = min(Int(probability * Double(last)), last)
      for rank in [below, min(below + 1, last)] where ranks.last.map({ $0 < rank }) ?? true {
        ranks.append(rank)
      }
    }
    let found = values.count > few ? byParts(ranks, &values) : bySelection(ranks, &values)
    return probabilities.map { probability in
      let position = probability * Double(last)
      let below = min(Int(position), last)
      let lower = found[below] ?? 0
      let upper = found[min(below + 1, last)] ?? lower
      return lower + (position - Double(below)) * (upper - lower)
    }
  }

  /// The values of ranks by selection alone.
  private static func bySelection(_ ranks: [Int], _ values: inout [Double]) -> [Int: Double] {
    values.withUnsafeMutableBufferPointer { values in
      select(ranks[...], values, 0, values.count - 1)
      return Dictionary(uniqueKeysWithValues: ranks.map { ($0, values[$0]) })
    }
  }

  /// The values of ranks by counting: only the parts of the range in which a rank falls are looked at again.
  private static func byParts(_ ranks: [Int], _ values: inout [Double]) -> [Int: Double] {
    var (least, most) = (values[0], values[0])
    for value in values { (least, most) = (min(least, value), max(most, value)) }
    let scale = Double(parts) / (most - least)
    guard scale.isFinite, scale > 0 else { return bySelection(ranks, &values) }
    var counts = [Int](repeating: 0, count: parts)
    for value in values { counts[min(Int((value - least) * scale), parts - 1)] += 1 }
    // Which parts hold a rank, and how many values stand before each of them.
    var start = [Int](repeating: -1, count: parts)
    var wanted: [(part: Int, before: Int, ranks: [Int])] = []
    var (before, next) = (0, 0)
    for part in 0..<parts where next < ranks.count {
      let end = before + counts[part]
      var inside: [Int] = []
      while next < ranks.count, ranks[next] < end {
        inside.append(ranks[next])
        next += 1
      }
      if !inside.isEmpty {
        start[part] = wanted.count
        wanted.append((part, before, inside))
      }
      before = end
    }
    var members = wanted.map { part in
      var members: [Double] = []
      members.reserveCapacity(counts[part.part])
      return members
    }
    for value in values {
      let place = start[min(Int((value - least) * scale), parts - 1)]
      if place >= 0 { members[place].append(value) }
    }
    var found: [Int: Double] = [:]
    for (place, part) in wanted.enumerated() {
      let inner = bySelection(part.ranks.map { $0 - part.before }, &members[place])
      for (rank, value) in inner { found[rank + part.before] = value }
    }
    return found
  }

  /// Brings the values of all ranks to their places in ascending order.
  private static func select(
    _ ranks: ArraySlice<Int>, _ values: UnsafeMutableBufferPointer<Double>, _ first: Int, _ last: Int
  ) {
    var ranks = ranks
    var (low, high) = (first, last)
    while !ranks.isEmpty, low < high {
      let pivot = middle(values[low], values[low + (high - low) / 2], values[high])
      var (left, right) = (low, high)
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        if left <= right {
          (values[left], values[right]) = (values[right], values[left])
          left += 1
          right -= 1
        }
      }
      // Between the two stands the pivot itself.
      let lower = ranks.prefix { $0 <= right }
      let upper = ranks.drop { $0 < left }
      if lower.isEmpty {
        (ranks, low) = (upper, left)
      } else if upper.isEmpty {
        (ranks, high) = (lower, right)
      } else {
        select(lower, values, low, right)
        (ranks, low) = (upper, left)
      }
    }
  }

  private static func middle(_ first: Double, _ second: Double, _ third: Double) -> Double {
    max(min(first, second), min(max(first, second), third))
  }
}
