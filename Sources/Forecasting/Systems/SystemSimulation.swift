internal import LinearAlgebra
internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Paths of a system drawn from its posterior, free or through given values.
///
/// A draw is Σ (by Bartlett's decomposition), B given Σ, and shocks. Under conditions the shocks z of the draw are moved to
/// z + G'(GG')⁻¹(r - R y), G the response of the conditions to the shocks and y the free path: for given parameters that is
/// a draw from the exact distribution of paths that fulfil them (Waggoner & Zha 1999, Review of Economics and Statistics 81,
/// 639-651). The parameters are those that the data say; an assumed path teaches nothing about them (as in Bańbura,
/// Giannone & Lenza 2015, International Journal of Forecasting 31, 739-756).
///
/// Draw i takes its numbers from stream i of the seed. The normal matrices of a block of draws are solved against the factor
/// of K in one call of BLAS; what is left are loops over matrices of n rows, where BLAS gains nothing.
struct SystemSimulation {
  let posterior: SystemPosterior
  /// x of the first step without its constant: the last p years, newest first.
  let history: [Double]
  let steps: Int
  /// Independent conditions, in the units of the panel.
  let conditions: [SystemCondition]

  private var n: Int { posterior.variables }
  private var k: Int { 1 + n * posterior.lags }

  /// How many draws share a call of BLAS.
  static let blockSize = 200

  /// Draws paths.
  ///
  /// - Parameters:
  ///   - draws: how many.
  ///   - seed: what the experiment is repeated with.
  /// - Returns: for variable v and step h the draws at `(v * steps + h) * draws`.
  /// - Throws: ``SystemPosterior/Failure`` when a number overflows.
  func run(draws: Int, seed: UInt64) throws(SystemPosterior.Failure) -> [Double] {
    var result = [Double](repeating: 0, count: n * steps * draws)
    var work = Work(n: n, lags: posterior.lags, steps: steps, conditions: conditions.count)
    var start = 0
    while start < draws {
      let count = min(Self.blockSize, draws - start)
      var normals = [Double](repeating: 0, count: k * n * count)
      var factors = [Double](repeating: 0, count: n * n * count)
      var shocks = [Double](repeating: 0, count: n * steps * count)
      for draw in 0..<count {
        var numbers = CounterSequence(CounterGenerator(seed: seed, stream: UInt64(start + draw)))
        factor(&numbers, into: &factors, at: draw * n * n)
        for index in 0..<(k * n) { normals[draw * k * n + index] = numbers.nextNormal() }
        for index in 0..<(n * steps) { shocks[draw * n * steps + index] = numbers.nextNormal() }
      }
      let spread: [Double]
      do {
        let right = try Matrix(Shape(rows: k, columns: n * count), columnMajor: normals)
        spread = try posterior.precision.lower.solveTriangular(.lower, transposed: true, right).elements
      } catch {
        throw .overflow
      }
      for draw in 0..<count {
        work.load(
          posterior.coefficients.elements, spread[(draw * k * n)..<((draw + 1) * k * n)],
          factors[(draw * n * n)..<((draw + 1) * n * n)],
          shocks[(draw * n * steps)..<((draw + 1) * n * steps)])
        guard work.advance(history, conditions) else { throw .overflow }
        for variable in 0..<n {
          for step in 0..<steps {
            result[(variable * steps + step) * draws + start + draw] = work.path[step * n + variable]
          }
        }
      }
      start += count
    }
    return result
  }

  /// The path of given parameters with all shocks at their means under the conditions: the closed form.
  ///
  /// - Parameters:
  ///   - coefficients: B, k x n by columns.
  ///   - factor: F with Σ = F F', by columns.
  /// - Returns: by steps, each with n values.
  /// - Throws: ``SystemPosterior/Failure`` when a number overflows.
  func expectedPath(_ coefficients: [Double], factor: [Double]) throws(SystemPosterior.Failure) -> [Double] {
    var work = Work(n: n, lags: posterior.lags, steps: steps, conditions: conditions.count)
    let none = [Double](repeating: 0, count: max(k * n, n * steps))
    work.load(coefficients, none[..<(k * n)], factor[...], none[..<(n * steps)])
    guard work.advance(history, conditions) else { throw .overflow }
    return work.path
  }

  /// F with Σ = F F', Σ a draw from IW(S, ν): F = C A⁻', S = C C' and A Bartlett's triangle.
  private func factor(_ numbers: inout CounterSequence, into factors: inout [Double], at place: Int) {
    var triangle = [Double](repeating: 0, count: n * n)
    for row in 0..<n {
      let freedom = posterior.degreesOfFreedom - Double(row)
      triangle[row * n + row] = (2 * Self.gamma(freedom / 2, &numbers)).squareRoot()
      for column in 0..<row { triangle[row * n + column] = numbers.nextNormal() }
    }
    // Row i of F' = A⁻¹ C' by forward substitution.
    let lower = posterior.scale.lower.elements
    for row in 0..<n {
      for column in 0..<n {
        var sum = lower[row * n + column]
        for earlier in 0..<row { sum -= triangle[row * n + earlier] * factors[place + earlier * n + column] }
        factors[place + row * n + column] = sum / triangle[row * n + row]
      }
    }
  }

  /// A gamma draw with scale one and a shape of one or more (Marsaglia & Tsang 2000, ACM TOMS 26, 363-372).
  private static func gamma(_ shape: Double, _ numbers: inout CounterSequence) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let normal = numbers.nextNormal()
      let base = 1 + c * normal
      guard base > 0 else { continue }
      let cube = base * base * base
      if log(numbers.nextUniform()) < 0.5 * normal * normal + d - d * cube + d * log(cube) { return d * cube }
    }
  }
}
