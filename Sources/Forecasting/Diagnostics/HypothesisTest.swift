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
  /// All numbers are the same, so that there is nothing to test.
  case constant(test: String)
  /// The degrees of freedom left are not positive.
  case noDegreesOfFreedom(test: String)
}

extension DiagnosticError: CustomStringConvertible {
  /// One line that says what is wrong.
  public var description: String {
    switch self {
    case .tooFew(let test, let needed, let found): "\(test) needs at least \(needed) values, found \(found)"
    case .constant(let test): "\(test): all values are the same"
    case .noDegreesOfFreedom(let test): "\(test): the model leaves no degree of freedom at this lag"
    }
  }
}
