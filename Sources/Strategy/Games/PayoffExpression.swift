/// An arithmetic expression of numbers and named parameters: `+ - * /` and parentheses, exact.
///
/// Edge Cases:
///
/// - At most ``lengthLimit`` characters and ``depthLimit`` nested parentheses or signs.
/// - Names begin with a letter or `_` and go on with letters, digits and `_`.
public struct PayoffExpression: Equatable, Sendable {
  /// The most characters.
  public static let lengthLimit = 400
  /// The most parentheses and signs within each other.
  public static let depthLimit = 40

  indirect enum Node: Equatable, Sendable {
    case number(Rational)
    case name(String, column: Int)
    case sum(Node, Node)
    case difference(Node, Node)
    case product(Node, Node)
    case quotient(Node, Node, column: Int)
  }

  let root: Node

  /// The expression as it was written.
  public let text: String

  /// Reads an expression.
  ///
  /// - Parameter text: as people write it.
  /// - Throws: `badExpression` with the place, or `tooManyDigits`.
  public init(_ text: String) throws(StrategyError) {
    var parser = PayoffExpressionParser(text)
    root = try parser.expression()
    self.text = text
  }

  /// The parameters that the expression names, with the character at which each first stands.
  public var names: [(name: String, column: Int)] {
    var found: [(name: String, column: Int)] = []
    func visit(_ node: Node) {
      switch node {
      case .number: break
      case .name(let name, let column):
        if !found.contains(where: { $0.name == name }) { found.append((name, column)) }
      case .sum(let a, let b), .difference(let a, let b), .product(let a, let b), .quotient(let a, let b, _):
        visit(a)
        visit(b)
      }
    }
    visit(root)
    return found
  }

  /// The expression's value.
  ///
  /// - Parameter parameters: the value of every name.
  /// - Returns: the exact value.
  /// - Throws: `badExpression` for a name without a value or a division by zero.
  public func value(_ parameters: [String: Rational]) throws(StrategyError) -> Rational {
    try affine(in: nil, parameters).constant
  }

  /// The expression as a straight line in one parameter, the others at their values.
  ///
  /// - Parameters:
  ///   - parameter: the one that is left free, or `nil`.
  ///   - parameters: the value of every other name.
  /// - Returns: constant and slope.
  /// - Throws: `notAffine`, or `badExpression` for a name without a value or a division by zero.
  public func affine(
    in parameter: String?, _ parameters: [String: Rational]
  ) throws(StrategyError) -> AffineForm {
    try Self.affine(root, in: parameter, parameters)
  }

  private static func affine(
    _ node: Node, in parameter: String?, _ parameters: [String: Rational]
  ) throws(StrategyError) -> AffineForm {
    switch node {
    case .number(let value): return AffineForm(constant: value, slope: 0)
    case .name(let name, let column):
      if name == parameter { return AffineForm(constant: 0, slope: 1) }
      guard let value = parameters[name] else {
        throw .badExpression(column: column, reason: "there is no parameter '\(name)'")
      }
      return AffineForm(constant: value, slope: 0)
    case .sum(let a, let b):
      return try affine(a, in: parameter, parameters) + affine(b, in: parameter, parameters)
    case .difference(let a, let b):
      return try affine(a, in: parameter, parameters) - affine(b, in: parameter, parameters)
    case .product(let a, let b):
      let (left, right) = (try affine(a, in: parameter, parameters), try affine(b, in: parameter, parameters))
      if left.slope.isZero { return right.scaled(by: left.constant) }
      guard right.slope.isZero else { throw .notAffine(parameter: parameter ?? "") }
      return left.scaled(by: right.constant)
    case .quotient(let a, let b, let column):
      let (left, right) = (try affine(a, in: parameter, parameters), try affine(b, in: parameter, parameters))
      guard right.slope.isZero else { throw .notAffine(parameter: parameter ?? "") }
      guard !right.constant.isZero else { throw .badExpression(column: column, reason: "division by zero") }
      return left.scaled(by: try Rational.one.divided(by: right.constant))
    }
  }
}

/// A straight line in one parameter: constant + slope × parameter.
public struct AffineForm: Hashable, Sendable {
  /// The value at zero.
  public let constant: Rational
  /// What one unit of the parameter adds.
  public let slope: Rational

  /// A line.
  public init(constant: Rational, slope: Rational) {
    self.constant = constant
    self.slope = slope
  }

  /// The sum of two lines in the same parameter.
  public static func + (left: AffineForm, right: AffineForm) -> AffineForm {
    AffineForm(constant: left.constant + right.constant, slope: left.slope + right.slope)
  }

  /// The difference of two lines in the same parameter.
  public static func - (left: AffineForm, right: AffineForm) -> AffineForm {
    AffineForm(constant: left.constant - right.constant, slope: left.slope - right.slope)
  }

  func scaled(by factor: Rational) -> AffineForm {
    AffineForm(constant: constant * factor, slope: slope * factor)
  }
}
