#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far the forecasts of `auto` spread, on the scale of its errors.
///
/// The scale of the Student t at horizon h is s h^(2/3). From eight values on s is made of the recent mean absolute
/// change (two thirds) and the smoothing members' one-step error (one third), geometrically, times a power of how far the
/// members disagree at h; below that it is the recent change, widened.
struct AutoSpread: Sendable, Equatable {
  /// The weight of the newest change in the recent mean, and of what comes after it in turn.
  static let smoothing = 0.2
  /// The degrees of freedom of the predictive t.
  static let degreesOfFreedom = 4.0

  /// The recent mean absolute change.
  let recentChange: Double
  /// The smoothing members' one-step errors, `nil` where the record is too short or has filled years.
  let oneStep: Double?
  /// The root mean squared change, as a random walk without drift has it.
  let walkDeviation: Double
  /// The mean of the two smoothing members' root mean squared errors, `nil` as for ``oneStep``.
  let memberDeviation: Double?
  private let count: Int

  /// Measures the spread of a record.
  ///
  /// - Parameters:
  ///   - members: fitted on the scale of the errors.
  ///   - record: which years of it are filled, and how many values were observed.
  init(_ members: AutoMembers, _ record: AutoRecord) {
    count = record.observationCount
    let changes = Self.changes(members.values, record)
    var squares = 0.0
    for change in changes { squares += change * change }
    let recent = Self.recentMean(changes)
    recentChange = recent
    walkDeviation = (squares / Double(changes.count)).squareRoot()
    // Members fitted across straight lines err too little to be asked.
    if count >= 8, record.filledYears.isEmpty, let theta = members.theta, let holt = members.holt {
      oneStep = max((theta.deviation * holt.deviation).squareRoot(), 0.05 * recent)
      memberDeviation = max((theta.deviation + holt.deviation) / 2, 0.05 * recent)
    } else {
      oneStep = nil
      memberDeviation = nil
    }
  }

  /// The mean of changes in which the newest weighs most, not less than a twentieth of their plain mean.
  ///
  /// - Parameter changes: absolute ones, oldest first.
  /// - Returns: zero without any.
  static func recentMean(_ changes: [Double]) -> Double {
    var (sum, weight, total) = (0.0, 0.0, 0.0)
    for change in changes {
      sum = (1 - smoothing) * sum + change
      weight = (1 - smoothing) * weight + 1
      total += change
    }
    return changes.isEmpty ? 0 : max(sum / weight, 0.05 * total / Double(changes.count))
  }

  /// The absolute changes; one across g years counts g times with the length that a random walk's year then has, 1/√g of it.
  private static func changes(_ values: [Double], _ record: AutoRecord) -> [Double] {
    var changes = zip(values.dropFirst(), values).map { ($0 - $1).magnitude }
    guard !record.filledYears.isEmpty else { return changes }
    let filled = Set(record.filledYears)
    var start = 0
    for place in values.indices.dropFirst() where !filled.contains(record.firstYear + place) {
      let length = place - start
      if length > 1 {
        let change = (values[place] - values[start]).magnitude / Double(length).squareRoot()
        for index in start..<place { changes[index] = change }
      }
      start = place
    }
    return changes
  }

  /// The calibrated scale of the t.
  ///
  /// - Parameters:
  ///   - horizon: in years, from 1.
  ///   - disagreement: the standard deviation over the members' forecasts, on the scale of the errors.
  /// - Returns: the scale, above zero for a record that is not constant.
  func scale(horizon: Int, disagreement: Double) -> Double {
    let h = Double(horizon)
    var scale = recentChange
    if let oneStep {
      let base = pow(recentChange, 2.0 / 3) * cbrt(oneStep)
      scale = base * pow(max(disagreement, 0.2 * base) / base, 0.1 * log(h))
    } else if record(of: 3) {
      scale *= 1.5
    } else if record(of: 4) {
      scale *= 1.25
    }
    // The longer the record, the better its scale is known.
    let narrowing = min(1, max(0.84, pow(20 / Double(count), 0.25)))
    return scale * narrowing * pow(h, 2.0 / 3)
  }

  private func record(of length: Int) -> Bool { count == length }

  /// The textbook standard deviation: one-step errors that add up as those of a random walk do.
  ///
  /// - Parameter horizon: in years, from 1.
  /// - Returns: the standard deviation.
  func nativeDeviation(horizon: Int) -> Double {
    (memberDeviation ?? walkDeviation) * Double(horizon).squareRoot()
  }
}
