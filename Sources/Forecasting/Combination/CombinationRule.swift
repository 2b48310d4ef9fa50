internal import Series

/// How the members' forecasts become one.
public enum CombinationRule: Sendable, Equatable {
  /// Every member weighs the same.
  case mean
  /// The median of the members, quantile by quantile.
  case median
  /// Weights in proportion to one over the mean absolute error of each member on rolling origins within the record.
  case inverseError
  /// Given weights, one for each member, zero or above with a positive sum.
  case weights([Double])

  /// The rule's name.
  public var name: String {
    switch self {
    case .mean: "mean"
    case .median: "median"
    case .inverseError: "inverse-error"
    case .weights: "weights"
    }
  }
}

/// Why a combination cannot be made.
public enum CombinationError: Error, Sendable, Equatable {
  /// There is no member.
  case noMembers
  /// A member stands twice; a weight of two says the same.
  case memberTwice(String)
  /// Weights are not as many as members.
  case weightCount(members: Int, weights: Int)
  /// A weight is below zero or not finite.
  case badWeight(Double)
  /// All weights are zero.
  case zeroWeights
}

extension CombinationError: CustomStringConvertible {
  /// One line that says what is wrong.
  public var description: String {
    switch self {
    case .noMembers: "a combination needs at least one member"
    case .memberTwice(let member):
      "member '\(member)' of the combination stands twice; give it a larger weight instead"
    case .weightCount(let members, let weights): "\(weights) weights for \(members) members"
    case .badWeight(let weight): "weight \(numeral(weight)) is below zero or not a number"
    case .zeroWeights: "the weights are all zero"
    }
  }
}
