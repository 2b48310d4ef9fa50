/// Why a distribution, a draw or a score could not be made.
///
/// Every case names the argument and, where the argument is a list, the zero-based place in it.
public enum ProbabilityError: Error, Equatable, Sendable {
  /// The arguments that can be refused.
  public enum Argument: String, Equatable, Sendable {
    case mean
    case standardDeviation = "standard deviation"
    case location
    case scale
    case degreesOfFreedom = "degrees of freedom"
    case numeratorDegreesOfFreedom = "numerator degrees of freedom"
    case denominatorDegreesOfFreedom = "denominator degrees of freedom"
    case probability
    case observation
    case outcomes
    case weights
    case components
    case members
    case level
    case levels
    case lowerBound = "lower bound"
    case upperBound = "upper bound"
    case median
    case quantiles
    case intervals
    case probabilities
    case modelScores = "model scores"
    case baselineScores = "baseline scores"
    case trials
    case successes
    case failures
  }

  /// The results that may not exist, or not fit a `Double`.
  public enum Quantity: String, Equatable, Sendable {
    case quantile
    case mean
    case variance
    case continuousRankedProbabilityScore = "continuous ranked probability score"
    case logScore = "log score"
    case dawidSebastianiScore = "Dawid-Sebastiani score"
    case intervalScore = "interval score"
    case weightedIntervalScore = "weighted interval score"
    case pinballLoss = "pinball loss"
    case logLoss = "log loss"
    case pairedComparison = "paired comparison"
  }

  /// The argument is NaN or infinite.
  case notFinite(Argument, index: Int? = nil)
  /// The argument must be greater than zero.
  case notPositive(Argument, value: Double, index: Int? = nil)
  /// The argument must not be below zero.
  case negative(Argument, value: Double, index: Int? = nil)
  /// The argument must lie strictly between 0 and 1, or, for the forecast of an event, from 0 to 1.
  case outsideUnitInterval(Argument, value: Double, index: Int? = nil)
  /// The list has fewer elements than the method needs.
  case tooFew(Argument, minimum: Int, actual: Int)
  /// The list has more elements than an exact calculation can go through.
  case tooMany(Argument, maximum: Int, actual: Int)
  /// Two lists that belong together differ in length.
  case lengthMismatch(Argument, expected: Int, actual: Int)
  /// The probabilities of all categories do not add up to one.
  case notSummingToOne(Argument, total: Double)
  /// All weights are zero.
  case weightless(Argument)
  /// The lower bound exceeds the upper bound.
  case reversedBounds(lower: Double, upper: Double)
  /// The category that was observed is not among those forecast.
  case unknownCategory(index: Int, count: Int)
  /// More successes than trials.
  case moreSuccessesThanTrials(successes: Int, trials: Int)
  /// The quantity does not exist for this distribution, as the mean of a Student t with one degree of freedom.
  case undefined(Quantity)
  /// The quantity is infinite or exceeds the largest `Double`, as the log loss of an event that was ruled out.
  case notRepresentable(Quantity, index: Int? = nil)
}

extension ProbabilityError: CustomStringConvertible {
  /// One sentence without a full stop, in the words of the user.
  public var description: String {
    switch self {
    case .notFinite(let argument, let index):
      return "\(place(argument, index)) is not a finite number"
    case .notPositive(let argument, let value, let index):
      return "\(place(argument, index)) is \(value), must be greater than 0"
    case .negative(let argument, let value, let index):
      return "\(place(argument, index)) is \(value), must not be negative"
    case .outsideUnitInterval(let argument, let value, let index):
      return "\(place(argument, index)) is \(value), must lie between 0 and 1"
    case .tooFew(let argument, let minimum, let actual):
      return "\(argument.rawValue): \(actual) given, at least \(minimum) needed"
    case .tooMany(let argument, let maximum, let actual):
      return "\(argument.rawValue): \(actual) given, at most \(maximum) possible"
    case .lengthMismatch(let argument, let expected, let actual):
      return "\(argument.rawValue): \(actual) given, \(expected) expected"
    case .notSummingToOne(let argument, let total):
      return "\(argument.rawValue) add up to \(total), must add up to 1"
    case .weightless(let argument):
      return "\(argument.rawValue) are all 0"
    case .reversedBounds(let lower, let upper):
      return "lower bound \(lower) exceeds upper bound \(upper)"
    case .unknownCategory(let index, let count):
      return "category \(index) was observed, only 0 to \(count - 1) were forecast"
    case .moreSuccessesThanTrials(let successes, let trials):
      return "\(successes) successes in \(trials) trials"
    case .undefined(let quantity):
      return "\(quantity.rawValue) is undefined for this distribution"
    case .notRepresentable(let quantity, let index):
      let suffix = index.map { " at \($0)" } ?? ""
      return "\(quantity.rawValue)\(suffix) is infinite or too large for a number"
    }
  }

  private func place(_ argument: Argument, _ index: Int?) -> String {
    index.map { "\(argument.rawValue)[\($0)]" } ?? argument.rawValue
  }
}
