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

/// Levenshtein's distance: insertions, deletions and substitutions.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var previous = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var current = [i + 1]
    for (j, b) in right.enumerated() {
      current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1)))
    }
    previous = current
  }
  return previous[right.count]
}
