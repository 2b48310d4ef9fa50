/// What is assumed, or known, of one future year of a system: a sum of variables on the scale of the model.
///
/// Σ weight × variable = value. One term with weight one states a variable; the logarithm of a ratio is a numerator with
/// weight one and a denominator with minus one.
public struct PathCondition: Sendable, Equatable {
  /// One variable of a condition.
  public struct Term: Sendable, Equatable {
    /// The variable: the series that is forecast, or a companion, by name.
    public let variable: String
    /// What it is multiplied by.
    public let weight: Double

    /// A term.
    ///
    /// - Parameters:
    ///   - variable: by name.
    ///   - weight: what it is multiplied by.
    public init(_ variable: String, weight: Double = 1) {
      self.variable = variable
      self.weight = weight
    }
  }

  /// How messages call it: `japan-defense-ratio=2`.
  public let name: String
  /// The year it is stated for.
  public let year: Int
  /// The variables.
  public let terms: [Term]
  /// What their sum is.
  public let value: Double

  /// A condition.
  ///
  /// - Parameters:
  ///   - name: how messages call it.
  ///   - year: the year it is stated for.
  ///   - terms: the variables.
  ///   - value: what their sum is, on the scale of the model.
  public init(_ name: String, year: Int, terms: [Term], value: Double) {
    self.name = name
    self.year = year
    self.terms = terms
    self.value = value
  }
}

/// A condition in the places of a system: weights of all variables in one step.
struct SystemCondition: Equatable {
  let name: String
  let step: Int
  var weights: [Double]
  var value: Double

  /// The conditions without those that follow from others.
  ///
  /// - Parameters:
  ///   - conditions: in any order.
  ///   - label: how a step is written.
  /// - Returns: independent ones, in the order of steps.
  /// - Throws: ``DriverError/contradiction(year:conditions:)`` where some say different things.
  static func independent(_ conditions: [SystemCondition], label: (Int) -> String) throws(DriverError)
    -> [SystemCondition]
  {
    var kept: [SystemCondition] = []
    // What is kept, with each leading weight eliminated from those after it.
    var reduced: [(condition: SystemCondition, names: [String])] = []
    let ordered = conditions.enumerated().sorted {
      ($0.element.step, $0.offset) < ($1.element.step, $1.offset)
    }
    for condition in ordered.map(\.element) {
      var rest = condition
      var partners: [String] = []
      for (other, names) in reduced where other.step == condition.step {
        guard let pivot = pivot(other.weights), rest.weights[pivot] != 0 else { continue }
        let factor = rest.weights[pivot] / other.weights[pivot]
        for index in rest.weights.indices { rest.weights[index] -= factor * other.weights[index] }
        rest.weights[pivot] = 0
        rest.value -= factor * other.value
        for name in names where !partners.contains(name) { partners.append(name) }
      }
      let size = condition.weights.reduce(0) { max($0, $1.magnitude) }
      guard rest.weights.contains(where: { $0.magnitude > 1e-10 * size }) else {
        guard rest.value.magnitude <= 1e-6 * max(condition.value.magnitude, 1e-3) else {
          throw .contradiction(year: label(condition.step), conditions: partners + [condition.name])
        }
        continue
      }
      kept.append(condition)
      reduced.append((rest, [condition.name] + partners))
    }
    return kept
  }

  /// Whether some weights are a sum of multiples of others, so that conditions of the others state theirs too.
  static func follows(_ weights: [Double], from rows: [[Double]]) -> Bool {
    var reduced: [[Double]] = []
    for row in rows + [weights] {
      var rest = row
      for other in reduced {
        guard let pivot = pivot(other), other[pivot] != 0 else { continue }
        let factor = rest[pivot] / other[pivot]
        for index in rest.indices { rest[index] -= factor * other[index] }
        rest[pivot] = 0
      }
      reduced.append(rest)
    }
    let size = weights.reduce(0) { max($0, $1.magnitude) }
    return reduced[rows.count].allSatisfy { $0.magnitude <= 1e-10 * size }
  }

  private static func pivot(_ weights: [Double]) -> Int? {
    weights.indices.max { weights[$0].magnitude < weights[$1].magnitude }
  }
}
