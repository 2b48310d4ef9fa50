/// The known name that a mistyped one most likely means.
///
/// - Parameters:
///   - name: what was typed.
///   - known: the names there are.
/// - Returns: the one with the smallest edit distance, if that is at most a third of the longer name (but two
///   slips are always forgiven); a name that begins with what was typed counts as one slip.
public func nearestName(to name: String, among known: [String]) -> String? {
  let typed = Array(name.lowercased().utf8)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let other = Array(candidate.lowercased().utf8)
    let isPrefix = typed.count >= 3 && other.starts(with: typed)
    let distance = isPrefix ? 1 : editDistance(typed, other)
    let limit = max(2, max(typed.count, other.count) / 3)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// The distance of optimal string alignment: insertions, deletions, substitutions, and two neighbours that changed places.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var before = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var current = [i + 1]
    for (j, b) in right.enumerated() {
      var least = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1))
      if i > 0, j > 0, a == right[j - 1], b == left[i - 1] { least = min(least, before[j - 1] + 1) }
      current.append(least)
    }
    (before, previous) = (previous, current)
  }
  return previous[right.count]
}
