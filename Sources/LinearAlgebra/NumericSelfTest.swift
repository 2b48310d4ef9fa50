#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Problems with exactly known answers, solved on this machine, for a `doctor` to report.
///
/// A broken BLAS (a kernel chosen for the wrong processor, a wrong integer size) shows here as missing digits.
public struct NumericSelfTest: Equatable, Sendable {
  /// One problem and how well it was solved.
  public struct Check: Equatable, Sendable {
    /// What was solved.
    public let name: String
    /// Correct decimal digits of the worst element of the answer, from 0 to 15.
    public let digits: Double
    /// The digits that a working machine reaches with room to spare.
    public let required: Double
    /// Whether enough digits are correct.
    public var passed: Bool { digits >= required }
  }

  /// The problems in the order in which they were solved.
  public let checks: [Check]

  /// Whether every check passed.
  public var passed: Bool { checks.allSatisfy(\.passed) }

  /// Solves the problems.
  ///
  /// - Returns: the digits reached in each.
  /// - Throws: whatever a factorization throws; none does on a working machine.
  public static func run() throws(LinearAlgebraError) -> NumericSelfTest {
    NumericSelfTest(checks: [try hilbertProduct(), try hilbertSolve(), try hilbertQR(), try polynomialFit()])
  }

  /// The Hilbert matrix of order 6, times the least common multiple of its denominators.
  ///
  /// All elements and row sums are whole numbers, so every error is the solver's. The condition number is 1.5e7, which
  /// costs up to 7 of 15.9 digits; the bars leave almost two more for the order of operations.
  private static func hilbert() throws(LinearAlgebraError) -> (matrix: Matrix, rowSums: [Double]) {
    func element(_ row: Int, _ column: Int) -> Double { 27720 / Double(row + column + 1) }
    let matrix = Matrix(try Shape(rows: 6, columns: 6)) { element($0, $1) }
    var rowSums = [Double](repeating: 0, count: 6)
    for row in 0..<6 {
      for column in 0..<6 { rowSums[row] += element(row, column) }
    }
    return (matrix, rowSums)
  }

  private static func hilbertProduct() throws(LinearAlgebraError) -> Check {
    let (matrix, rowSums) = try hilbert()
    let product = try matrix.multiplied(by: [1, 1, 1, 1, 1, 1])
    return Check(name: "Hilbert 6 x 6, product", digits: digits(product, rowSums), required: 15)
  }

  private static func hilbertSolve() throws(LinearAlgebraError) -> Check {
    let (matrix, rowSums) = try hilbert()
    let solution = try CholeskyFactorization(matrix).solve(rowSums)
    return Check(
      name: "Hilbert 6 x 6, Cholesky", digits: digits(solution, Array(repeating: 1, count: 6)), required: 7)
  }

  private static func hilbertQR() throws(LinearAlgebraError) -> Check {
    let (matrix, rowSums) = try hilbert()
    let solution = try QRFactorization(matrix).solve(rowSums)
    return Check(
      name: "Hilbert 6 x 6, QR", digits: digits(solution, Array(repeating: 1, count: 6)), required: 7)
  }

  /// A quintic at the whole numbers from 0 to 20 with all coefficients 1, the first of Wampler's (1970) problems.
  private static func polynomialFit() throws(LinearAlgebraError) -> Check {
    var powers = [[Double](repeating: 1, count: 21)]
    for degree in 1...5 {
      powers.append(powers[degree - 1].enumerated().map { $1 * Double($0) })
    }
    let response = (0..<21).map { row in powers.reduce(0) { $0 + $1[row] } }
    let fit = try LeastSquares(design: Matrix(columns: powers), response: response)
    return Check(
      name: "quintic, least squares", digits: digits(fit.coefficients, Array(repeating: 1, count: 6)),
      required: 9)
  }

  private static func digits(_ actual: [Double], _ exact: [Double]) -> Double {
    let worst = zip(actual, exact).reduce(0) { max($0, (($1.0 - $1.1) / $1.1).magnitude) }
    return worst == 0 ? 15 : min(15, max(0, -log10(worst)))
  }
}
