/// Why a kind of intervals is refused.
public enum IntervalError: Error, Sendable, Equatable {
  /// The model has native intervals only.
  case notCalibrated(model: String)
  /// A member of the combination has native intervals only.
  case memberNotCalibrated(member: String)
}

extension IntervalError: CustomStringConvertible {
  /// One line that says which model it is.
  public var description: String {
    switch self {
    case .notCalibrated(let model): "model '\(model)' has native intervals only"
    case .memberNotCalibrated(let member):
      "a combination has calibrated intervals where all its members have; '\(member)' has native ones only"
    }
  }
}

extension TransformedModel {
  /// The model with one kind of intervals.
  ///
  /// Every model has native intervals. `auto` and `piecewise` have calibrated ones too, and so has a combination all of whose
  /// members have. Without a kind named each model has its own standard: these two the calibrated ones, also as members.
  ///
  /// - Parameter intervals: the kind.
  /// - Returns: the model; a combination asks its members.
  /// - Throws: ``IntervalError`` for a kind that it does not have.
  public func with(_ intervals: Auto.Intervals) throws(IntervalError) -> TransformedModel {
    switch model {
    case is Auto: return TransformedModel(Auto(intervals: intervals), transform: transform)
    case let piecewise as Piecewise:
      return TransformedModel(piecewise.with(intervals), transform: transform)
    case let combination as Combination:
      var members: [TransformedModel] = []
      for member in combination.members {
        guard let changed = try? member.with(intervals) else {
          throw .memberNotCalibrated(member: member.label)
        }
        members.append(changed)
      }
      return TransformedModel(combination.replacing(members), transform: transform)
    default:
      guard intervals == .native else { throw .notCalibrated(model: label) }
      return self
    }
  }
}
