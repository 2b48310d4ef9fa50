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
/// Draw i takes its numbers from stream i of the seed. Coefficients and factors come from BLAS and are put on a grid of a
/// millionth of their size before the first draw; all draws are loops over matrices of a few rows, where BLAS gains nothing
/// and would sum in another order on another processor. So the paths are the same everywhere.
struct SystemSimulation {
  let posterior: SystemPosterior
  /// x of the first step without its constant: the last p years, newest first.
  let history: [Double]
  let steps: Int
  /// Independent conditions, in the units of the panel.
  let conditions: [SystemCondition]

  private var n: Int { posterior.variables }
  private var k: Int { 1 + n * posterior.lags }

  /// 2^-20 is a millionth: coefficients are known to a tenth of themselves, and processors agree on them to nine digits, since
  /// a long record of high levels makes the constant and the sums of lags nearly the same thing.
  private static let gridBits = 20

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
    let centre = posterior.coefficients.elements.map { value -> Double in
      value.steadied(bits: Self.gridBits, relativeTo: max(1, value.magnitude))
    }
    let precision = posterior.precision.steadiedLower(bits: Self.gridBits)
    let scale = posterior.scale.steadiedLower(bits: Self.gridBits)
    var spread = [Double](repeating: 0, count: k * n)
    var factors = [Double](repeating: 0, count: n * n)
    var shocks = [Double](repeating: 0, count: n * steps)
    for draw in 0..<draws {
      var numbers = CounterSequence(CounterGenerator(seed: seed, stream: UInt64(draw)))
      factor(&numbers, scale, into: &factors)
      for index in spread.indices { spread[index] = numbers.nextNormal() }
      for index in shocks.indices { shocks[index] = numbers.nextNormal() }
      spreadOut(&spread, precision)
      work.load(centre, spread[...], factors[...], shocks[...])
      guard work.advance(history, conditions) else { throw .overflow }
      for variable in 0..<n {
        for step in 0..<steps {
          result[(variable * steps + step) * draws + draw] = work.path[step * n + variable]
        }
      }
    }
    return result
  }

  /// Solves L'x = z for every column of k numbers, by back substitution.
  private func spreadOut(_ columns: inout [Double], _ lower: [Double]) {
    let k = k
    for start in stride(from: 0, to: columns.count, by: k) {
      for row in stride(from: k - 1, through: 0, by: -1) {
        var sum = columns[start + row]
        for later in (row + 1)..<k { sum -= lower[row * k + later] * columns[start + later] }
        columns[start + row] = sum / lower[row * k + row]
      }
    }
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
  private func factor(_ numbers: inout CounterSequence, _ lower: [Double], into factors: inout [Double]) {
    var triangle = [Double](repeating: 0, count: n * n)
    for row in 0..<n {
      let freedom = posterior.degreesOfFreedom - Double(row)
      triangle[row * n + row] = (2 * Self.gamma(freedom / 2, &numbers)).squareRoot()
      for column in 0..<row { triangle[row * n + column] = numbers.nextNormal() }
    }
    // Row i of F' = A⁻¹ C' by forward substitution.
    for row in 0..<n {
      for column in 0..<n {
        var sum = lower[row * n + column]
        for earlier in 0..<row { sum -= triangle[row * n + earlier] * factors[earlier * n + column] }
        factors[row * n + column] = sum / triangle[row * n + row]
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
