internal import LinearAlgebra

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The possible dates of the last break with their posterior probabilities, and the last regime that each begins.
///
/// For a date with the best other breaks the weight is |X'X|^(-1/2) S^(-(n-k)/2): the probability of the data with flat priors
/// on the coefficients and on the logarithm of the variance.
///
/// Source: Zellner (1971), An Introduction to Bayesian Inference in Econometrics, section 3.2; Holbert & Broemeling (1977),
/// Communications in Statistics A 6, 265-275.
struct DateWeights {
  /// A date with its probability.
  struct Candidate {
    let weight: Double
    let regime: LastRegime
  }

  /// The dates, the likeliest first.
  let candidates: [Candidate]

  /// Less probable dates than this share of the likeliest are left out.
  private static let negligible = 1e-4

  /// The dates of a search.
  ///
  /// - Parameters:
  ///   - search: the search.
  ///   - breaks: the number of breaks, at least one.
  /// - Throws: `LinearAlgebraError` where a design does not determine the lines.
  init(_ search: BreakSearch, breaks: Int) throws(LinearAlgebraError) {
    let sample = search.sample
    let exact = sample.exactSquares
    let isJoined = search.isJoined
    let freedom = Double(sample.count - BreakSearch.coefficients(breaks, isJoined: isJoined))
    func logLikelihood(_ squares: Double) -> Double { -freedom / 2 * log(max(squares, exact)) }
    let partitions = search.byLastBreak(breaks)
    let best = partitions.reduce(-Double.infinity) { max($0, logLikelihood($1.squares)) }
    var found: [(logWeight: Double, regime: LastRegime)] = []
    // The roots of determinants differ by a factor of a hundred at most: e^-14 below the likeliest nothing comes back to 1e-4.
    for partition in partitions where logLikelihood(partition.squares) > best - 14 {
      let regime: LastRegime
      if isJoined {
        regime = try LastRegime(
          sample, joined: partition.places, knots: partition.places.map { sample.times[$0] })
      } else {
        regime = LastRegime(sample, free: partition.places, squares: partition.squares)
      }
      found.append((logLikelihood(partition.squares) - regime.logDeterminant / 2, regime))
    }
    found.sort { $0.logWeight > $1.logWeight }
    let top = found.first?.logWeight ?? 0
    let weighted = found.map { Candidate(weight: exp($0.logWeight - top), regime: $0.regime) }
    // An exact fit leaves no doubt, and no scale to mix with.
    let kept =
      weighted.first.map { $0.regime.errorVariance == 0 } ?? true
      ? Array(weighted.prefix(1))
      : weighted.filter { $0.weight >= Self.negligible && $0.regime.errorVariance > 0 }
    let total = kept.reduce(0) { $0 + $1.weight }
    candidates = kept.map { Candidate(weight: $0.weight / total, regime: $0.regime) }
  }
}
