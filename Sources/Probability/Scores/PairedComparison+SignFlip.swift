extension PairedComparison {
  /// The most occasions that the exact test takes: two lists of 2²⁰ subset sums.
  public static let maximumExactCount = 40

  /// The exact one-sided probability of a mean difference as low as this one, if each sign were a fair coin.
  ///
  /// Of the 2ⁿ ways to flip signs, the share with a mean at most the observed one. Flipping the set S lowers the sum
  /// by 2 Σ_S d, so these are the subsets with Σ_S d ≥ 0, the empty one included. They are counted by meeting in the
  /// middle, two sorted lists of subset sums of half the differences each: 2^(n/2) steps.
  ///
  /// Edge Cases:
  ///
  /// - Sums within 1e-12 of Σ|d| from zero count as zero: ties in the scores must not hang on rounding.
  /// - The smallest possible value is 2⁻ⁿ.
  ///
  /// Source: Fisher (1935), The Design of Experiments, section 21.
  ///
  /// - Returns: above 0, up to 1; small where the model is better.
  /// - Throws: `tooMany` for more than `maximumExactCount` occasions.
  public func signFlipProbability() throws(ProbabilityError) -> Double {
    let count = differences.count
    guard count <= Self.maximumExactCount else {
      throw .tooMany(.modelScores, maximum: Self.maximumExactCount, actual: count)
    }
    let tolerance = 1e-12 * differences.reduce(0) { $0 + $1.magnitude }
    let left = Self.sortedSubsetSums(differences[..<(count / 2)])
    let right = Self.sortedSubsetSums(differences[(count / 2)...])
    var total = 0
    var first = right.count
    // As the left sum rises, ever more of the right ones bring it to zero.
    for sum in left {
      while first > 0, sum + right[first - 1] >= -tolerance { first -= 1 }
      total += right.count - first
    }
    return Double(total) / (Double(left.count) * Double(right.count))
  }

  /// All 2ⁿ subset sums in ascending order, by merging the list with itself shifted, once for each value.
  private static func sortedSubsetSums(_ values: ArraySlice<Double>) -> [Double] {
    var sums = [0.0]
    for value in values {
      var merged: [Double] = []
      merged.reserveCapacity(2 * sums.count)
      var shifted = 0
      for sum in sums {
        while shifted < sums.count, sums[shifted] + value < sum {
          merged.append(sums[shifted] + value)
          shifted += 1
        }
        merged.append(sum)
      }
      while shifted < sums.count {
        merged.append(sums[shifted] + value)
        shifted += 1
      }
      sums = merged
    }
    return sums
  }
}
