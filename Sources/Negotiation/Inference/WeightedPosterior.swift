import LinearAlgebra
import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A posterior as weighted points: quasi-Monte-Carlo importance sampling, without a random number.
///
/// From the mode and its curvature a multivariate t is adapted in three passes over 1,024 points, then 16,384 points of a
/// Sobol sequence are laid through it, and each weighs target density / proposal density, divided by the sum. With n points
/// and weights w the effective sample size is 1/sum w^2; a plain random sample of that size would be about as good, and a
/// posterior with fewer than `smallestEffectiveSize` is refused.
///
/// Source: Kloek & van Dijk (1978), Econometrica 46, 1-19; Owen (2013), Monte Carlo theory, methods and examples,
/// chapters 9 and 15.
struct WeightedPosterior: Sendable {
  static let pointCount = 16_384
  static let adaptationCount = 1024
  /// A tenth of a posterior deviation in 1/sqrt(400) = 5 % errors of a mean: below that nothing should be read off.
  static let smallestEffectiveSize = 400.0

  let dimension: Int
  /// The points, one after the other.
  let points: [Double]
  /// The weights of the points, which sum to one.
  let weights: [Double]
  /// As many standard normal points, one after the other: what was thought before the data.
  let priorPoints: [Double]
  /// 1/sum w^2.
  let effectiveSampleSize: Double

  /// Samples a posterior.
  ///
  /// - Parameters:
  ///   - density: the log density.
  ///   - fit: its name in an error.
  /// - Throws: ``NegotiationError/noConvergence(fit:reason:)``, or ``NegotiationError/outOfRange(what:value:expected:)``
  ///   for more parameters than the points have coordinates.
  init(_ density: some PosteriorDensity, fit: String) throws(NegotiationError) {
    let largest = SobolSequence.largestDimension - 1
    guard (1...largest).contains(density.dimension) else {
      throw .outOfRange(
        what: "\(fit): parameters", value: Double(density.dimension), expected: "1 to \(largest)")
    }
    let mode = try PosteriorMode(of: density, fit: fit)
    var proposal = try Proposal(location: mode.location, covariance: mode.covariance, fit: fit)
    for _ in 0..<3 {
      let trial = try Self(density, proposal, count: Self.adaptationCount, fit: fit)
      proposal = try trial.adapted(fit: fit)
    }
    self = try Self(density, proposal, count: Self.pointCount, fit: fit)
    guard effectiveSampleSize >= Self.smallestEffectiveSize else {
      throw .noConvergence(
        fit: fit,
        reason: "the posterior's weight falls on \(Int(effectiveSampleSize)) of \(Self.pointCount) points")
    }
  }

  private init(
    _ density: some PosteriorDensity, _ proposal: Proposal, count: Int, fit: String
  ) throws(NegotiationError) {
    let d = density.dimension
    let design: NormalDesign
    do { design = try NormalDesign(dimension: d, count: count) } catch {
      throw .noConvergence(fit: fit, reason: "\(error)")
    }
    var point = [Double](repeating: 0, count: d)
    var normals = point
    var points = [Double](repeating: 0, count: d * count)
    var logWeights = [Double](repeating: 0, count: count)
    for i in 0..<count {
      for j in 0..<d { normals[j] = design.normals[i * d + j] }
      let proposed = proposal.place(normals, radius: design.radii[i], into: &point)
      logWeights[i] = density.logDensity(at: point) - proposed
      for j in 0..<d { points[i * d + j] = point[j] }
    }
    try self.init(
      dimension: d, points: points, priorPoints: design.normals, logWeights: logWeights, fit: fit)
  }

  private init(
    dimension: Int, points: [Double], priorPoints: [Double], logWeights: [Double], fit: String
  ) throws(NegotiationError) {
    let largest = logWeights.reduce(-.infinity) { max($0, $1) }
    guard largest.isFinite else { throw .noConvergence(fit: fit, reason: "no point has a positive density") }
    var weights = logWeights.map { exp($0 - largest) }
    let total = weights.reduce(0, +)
    for i in weights.indices { weights[i] /= total }
    self.dimension = dimension
    self.points = points
    self.priorPoints = priorPoints
    self.weights = weights
    effectiveSampleSize = 1 / weights.reduce(0) { $0 + $1 * $1 }
  }

  /// How many points there are.
  var count: Int { weights.count }

  /// The proposal with this sample's moments.
  ///
  /// Where few points carry the weight, the weights are flattened by a power first, so that the spread does not collapse on
  /// one of them.
  private func adapted(fit: String) throws(NegotiationError) -> Proposal {
    let needed = 30.0 * Double(dimension)
    var weights = weights
    var power = 1.0
    while 1 / weights.reduce(0, { $0 + $1 * $1 }) < min(needed, 0.3 * Double(count)), power > 0.02 {
      power *= 0.7
      weights = self.weights.map { pow($0, power) }
      let total = weights.reduce(0, +)
      for i in weights.indices { weights[i] /= total }
    }
    let d = dimension
    var mean = [Double](repeating: 0, count: d)
    for i in 0..<count { for j in 0..<d { mean[j] += weights[i] * points[i * d + j] } }
    var covariance = [Double](repeating: 0, count: d * d)
    for i in 0..<count {
      for j in 0..<d {
        let deviation = weights[i] * (points[i * d + j] - mean[j])
        for k in 0...j { covariance[j * d + k] += deviation * (points[i * d + k] - mean[k]) }
      }
    }
    for j in 0..<d { for k in 0..<j { covariance[k * d + j] = covariance[j * d + k] } }
    let matrix: Matrix
    do {
      matrix = try Matrix(try Shape(rows: d, columns: d), columnMajor: covariance)
    } catch { throw .noConvergence(fit: fit, reason: "the spread of the posterior: \(error)") }
    return try Proposal(location: mean, covariance: matrix, fit: fit)
  }
}
