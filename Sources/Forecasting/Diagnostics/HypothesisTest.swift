/// The result of a test of a fitted model or of a series.
public struct HypothesisTest: Sendable, Equatable {
  /// The test's name in tables: `ljung-box`.
  public let name: String
  /// The test statistic.
  public let statistic: Double
  /// Degrees of freedom of its distribution, or the lag of a test that has none.
  public let degreesOfFreedom: Double?
  /// The probability of a statistic at least as large if nothing is wrong.
  public let pValue: Double?
  /// One plain sentence of what it says.
  public let reading: String
}

/// Why a test cannot be computed.
public enum DiagnosticError: Error, Sendable, Equatable {
  /// Too few numbers for the test.
  case tooFew(test: String, needed: Int, found: Int)
  /// A number is NaN or infinite.
  case notFinite(test: String)
  /// All numbers are the same, so that there is nothing to test.
  case constant(test: String)
  /// The residuals are all of one size, so that they have neither shape nor order to test.
  case uniform(test: String)
  /// The model leaves nothing of the values but their rounding.
  case fitsExactly(test: String)
  /// The values lie on a line, or follow from those before, so that no error is left to test with.
  case exact(test: String)
  /// The test's own regression leaves no error.
  case regressionExact(test: String)
  /// The test's own regression has no single solution.
  case regressionUndetermined(test: String)
  /// The values lie on two lines, so that no error is left to test the break with.
  case exactLines(test: String)
  /// More numbers than the test takes.
  case tooMany(test: String, limit: Int, found: Int)
  /// The degrees of freedom left are not positive.
  case noDegreesOfFreedom(test: String)
}

extension DiagnosticError: CustomStringConvertible {
  /// One line that says what is wrong.
  public var description: String {
    switch self {
    case .tooFew(let test, let needed, let found): "\(test) needs at least \(needed) values, found \(found)"
    case .notFinite(let test): "\(test): a value is not a finite number"
    case .constant(let test): "\(test): all values are the same"
    case .uniform(let test): "\(test): the residuals are all of one size, so that nothing is left to test"
    case .fitsExactly(let test):
      "\(test): the model fits the record without error, so that nothing is left to test"
    case .exact(let test): "\(test): the values follow a line exactly, so that nothing is left to test"
    case .regressionExact(let test):
      "\(test): the test's own regression fits exactly, so that nothing is left to test"
    case .regressionUndetermined(let test):
      "\(test): the values do not determine the test's own regression, so that there is nothing to test"
    case .exactLines(let test):
      "\(test): the values follow two lines exactly, so that no error is left to test with"
    case .tooMany(let test, let limit, let found): "\(test) takes at most \(limit) values, found \(found)"
    case .noDegreesOfFreedom(let test): "\(test): the model leaves no degree of freedom at this lag"
    }
  }
}

/// Residuals in a unit in which their fourth powers neither overflow nor vanish.
///
/// - Parameters:
///   - residuals: at least one.
///   - level: the largest size of the values they are left of. Residuals within 10⁻¹² of it are what the roundings of values
///     and of a fit leave: published figures have fewer digits.
///   - test: the test's name, for the error.
/// - Returns: the residuals divided by a power of two, the largest between 1 and 2.
/// - Throws: ``DiagnosticError/notFinite(test:)``, ``DiagnosticError/fitsExactly(test:)`` or ``DiagnosticError/uniform(test:)``.
func errorsInUnitOfTheLargest(_ residuals: [Double], level: Double, test: String) throws(DiagnosticError)
  -> [Double]
{
  guard residuals.allSatisfy(\.isFinite) else { throw .notFinite(test: test) }
  let rounding = 1e-12 * level.magnitude
  guard let largest = residuals.max(by: { $0.magnitude < $1.magnitude }), largest.magnitude > rounding else {
    throw .fitsExactly(test: test)
  }
  // A change without errors about it, such as the same step each year.
  guard residuals.contains(where: { ($0 - largest).magnitude > rounding }) else { throw .uniform(test: test) }
  return try inUnitOfTheLargest(residuals, test: test)
}

/// The values of a test in a unit in which their fourth powers neither overflow nor vanish.
///
/// The tests are blind to the unit, and a power of two changes no digit.
///
/// - Parameters:
///   - values: at least one.
///   - test: the test's name, for the error.
/// - Returns: the values divided by a power of two, the largest between 1 and 2.
/// - Throws: ``DiagnosticError/notFinite(test:)``, or ``DiagnosticError/constant(test:)`` where all are the same.
func inUnitOfTheLargest(_ values: [Double], test: String) throws(DiagnosticError) -> [Double] {
  guard values.allSatisfy(\.isFinite) else { throw .notFinite(test: test) }
  guard values.contains(where: { $0 != values[0] }) else { throw .constant(test: test) }
  let largest = values.reduce(0) { max($0, $1.magnitude) }
  // The smallest numbers would need a factor beyond the largest one; 2^1022 lifts them far enough.
  let factor = Double(sign: .plus, exponent: min(-largest.exponent, 1022), significand: 1)
  return values.map { $0 * factor }
}
