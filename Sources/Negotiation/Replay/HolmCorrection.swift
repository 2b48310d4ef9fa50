/// Holm's step-down correction of the probabilities of one family of tests.
///
/// With the m probabilities ascending, the k-th becomes max over j up to k of min(1, (m - j + 1) p_j): the chance of one or
/// more false claims in the family stays below the level, whatever the tests have in common.
///
/// Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6,
/// 65-70.
enum HolmCorrection {
  /// The corrected probabilities.
  ///
  /// - Parameter probabilities: one for each test.
  /// - Returns: as many, in the same order.
  static func adjusted(_ probabilities: [Double]) -> [Double] {
    var adjusted = probabilities
    let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
    var largest = 0.0
    for (rank, place) in order.enumerated() {
      largest = max(largest, min(1, Double(probabilities.count - rank) * probabilities[place]))
      adjusted[place] = largest
    }
    return adjusted
  }
}
