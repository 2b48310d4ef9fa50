/// Why a game, a bargaining solution or a spatial model could not be made or solved.
///
/// Every case carries what a message needs: which argument, its value as the user gave it, and what is allowed.
public enum StrategyError: Error, Equatable, Sendable {
  /// The arguments that can be refused.
  public enum Argument: String, Equatable, Sendable {
    case discountFactor = "discount factor"
    case discountRate = "discount rate"
    case outsideOption = "outside option"
    case breakdownPayoff = "breakdown payoff"
    case breakdownProbability = "breakdown probability"
    case bargainingWeight = "bargaining weight"
    case rounds
    case correlation
    case reservationPrices = "reservation prices"
    case disagreementPoint = "disagreement point"
    case frontier
    case vertices
    case players
    case strategies
    case payoffs
    case probabilities
    case profiles
    case precision = "precision of the logit response"
    case actors
    case position
    case salience
    case capability
    case positionRange = "range of positions"
    case sensitivityDraws = "sensitivity draws"
    case sensitivityShare = "sensitivity share"
    case expression
  }

  /// The searches whose work is limited.
  public enum Search: String, Equatable, Sendable {
    case vertices = "vertices of a best-response polytope"
    case equilibria = "extreme equilibria"
    case mixtures = "mixtures that dominate"
    case subsets = "maximal Nash subsets"
    case quantalResponse = "the logit quantal response path"
    case election = "the stationary distribution of the election"
  }

  /// The text is no whole number, decimal number or fraction.
  case notANumber(String)
  /// The number has more digits than are computed with.
  case tooManyDigits(maximum: Int)
  /// The divisor is zero.
  case divisionByZero
  /// The argument is NaN or infinite.
  case notFinite(Argument)
  /// The argument lies outside what is allowed.
  case outside(Argument, value: String, allowed: String)
  /// The list has too few elements.
  case tooFew(Argument, minimum: Int, actual: Int)
  /// The list has too many elements.
  case tooMany(Argument, maximum: Int, actual: Int)
  /// Two lists that belong together differ in length.
  case lengthMismatch(Argument, expected: Int, actual: Int)
  /// A name stands twice in a list.
  case duplicate(Argument, name: String)
  /// No name in the list is the one asked for.
  case unknown(Argument, name: String)
  /// The payoffs are not those of a dilemma: temptation > reward > punishment > sucker's payoff.
  case notADilemma
  /// The disagreement point lies outside the feasible set, so no ray from it meets every solution.
  case disagreementOutside
  /// A method for two players was asked of a game with another number.
  case notTwoPlayers(actual: Int)
  /// An arithmetic expression cannot be read; the character at which, from 1.
  case badExpression(column: Int, reason: String)
  /// An expression does not depend on a parameter along a straight line.
  case notAffine(parameter: String)
  /// The search was given up, with nothing listed, because it would take more steps than allowed.
  case workLimit(Search, steps: Int)
  /// The result exceeds the largest `Double`, or arithmetic on the way did.
  case notRepresentable(Argument)
}

extension StrategyError: CustomStringConvertible {
  /// One sentence without a full stop, in the words of the user.
  public var description: String {
    switch self {
    case .notANumber(let text):
      "'\(text)' is not a number; write 3, -1.25 or 3/2"
    case .tooManyDigits(let maximum):
      "a number has more than \(maximum) digits"
    case .divisionByZero:
      "division by zero"
    case .notFinite(let argument):
      "\(argument.rawValue) is not a finite number"
    case .outside(let argument, let value, let allowed):
      "\(argument.rawValue) is \(value), must be \(allowed)"
    case .tooFew(let argument, let minimum, let actual):
      "\(argument.rawValue): \(actual) given, at least \(minimum) needed"
    case .tooMany(let argument, let maximum, let actual):
      "\(argument.rawValue): \(actual) given, at most \(maximum) possible"
    case .lengthMismatch(let argument, let expected, let actual):
      "\(argument.rawValue): \(actual) given, \(expected) expected"
    case .duplicate(let argument, let name):
      "\(argument.rawValue): '\(name)' stands twice"
    case .unknown(let argument, let name):
      "\(argument.rawValue): there is no '\(name)'"
    case .notADilemma:
      "not a prisoner's dilemma: temptation > reward > punishment > sucker's payoff must hold"
    case .disagreementOutside:
      "the disagreement point lies outside the feasible set"
    case .notTwoPlayers(let actual):
      "this needs a game of two players; it has \(actual)"
    case .badExpression(let column, let reason):
      "the expression cannot be read at character \(column): \(reason)"
    case .notAffine(let parameter):
      "a payoff multiplies or divides by '\(parameter)' in a way that is no straight line"
    case .workLimit(let search, let steps):
      "\(search.rawValue): more than \(steps) steps; nothing is listed, because a list could be incomplete; "
        + "leave out dominated strategies, or round the payoffs to fewer digits"
    case .notRepresentable(let argument):
      "\(argument.rawValue): a result is too large for a number"
    }
  }
}
