internal import LinearAlgebra
public import Probability
public import Series

/// How fast allies move towards a ratio that they pledged: partial adjustment.
///
/// x[t+1] = x[t] + f (x* - x[t]) + e[t], e ~ N(0, σ²). With the goal x* = max(pledge, x[t]) an ally that is there already moves by
/// its own fluctuation only, and tells σ but not f. The change over a year is regressed on the distance to the goal,
/// through the origin, with f ~ N(0.1, V₀ σ²) and σ² ~ InverseGamma (``ConjugateRegression``), so that a change to come is
/// Student's t.
///
/// Caveat: f is an average over allies and years, also over those after the invasion of 2022, and not an effect of the ask.
///
/// Source of the panel: NATO, Defence Expenditure of NATO Countries; of the model: Nerlove (1958), Distributed Lags and
/// Demand Analysis.
public struct RatioAdjustment: Sendable, Equatable {
  /// The fit.
  public let regression: ConjugateRegression
  /// How many allies are in the panel.
  public let allyCount: Int
  /// How many changes start below the goal: those tell f.
  public let informativeCount: Int

  /// f about a tenth, as uncertain as a whole year's change over a distance of one; σ about 0.15 percentage points.
  ///
  /// - Returns: m₀ = 0.1, V₀ = 1, a₀ = 2, b₀ = 0.15².
  /// - Throws: ``NegotiationError``, never with these numbers.
  public static func usualPrior() throws(NegotiationError) -> ConjugateRegression.Prior {
    try .constant(mean: 0.1, scale: 1, shape: 2, rate: 0.0225)
  }

  /// The fit of a panel.
  ///
  /// - Parameters:
  ///   - panel: one series an ally, in percent of gross domestic product; years without a value are left out, with the
  ///     changes before and after them.
  ///   - goal: the ratio pledged, in percent.
  ///   - years: the years between which changes are used.
  ///   - prior: what is believed before, ``usualPrior()`` unless told.
  /// - Throws: ``NegotiationError`` for a panel without a change.
  public init(
    panel: [AnnualSeries], goal: Double, years: ClosedRange<Int>, prior: ConjugateRegression.Prior? = nil
  ) throws(NegotiationError) {
    guard goal > 0, goal <= 100 else {
      throw .outOfRange(what: "goal", value: goal, expected: "a percentage above 0, at most 100")
    }
    var rows: [[Double]] = []
    var changes: [Double] = []
    var allies = 0
    for series in panel {
      var isUsed = false
      for (year, value) in series.observations where years.contains(year) && year < years.upperBound {
        guard let next = series[year + 1] else { continue }
        rows.append([max(0, goal - value)])
        changes.append(next - value)
        isUsed = true
      }
      allies += isUsed ? 1 : 0
    }
    guard !rows.isEmpty else {
      throw .outOfRange(what: "number of yearly changes", value: 0, expected: "at least 1")
    }
    let usual = try Self.usualPrior()
    regression = try ConjugateRegression(rows: rows, responses: changes, prior: prior ?? usual)
    allyCount = allies
    informativeCount = rows.count { $0[0] > 0 }
  }

  /// f.
  public var speed: Double { regression.mean[0] }
  /// What is unknown of f: the scale of its Student t.
  public var speedError: Double { spread * regression.scale.elements[0].squareRoot() }
  /// The scale of a year's own change, in percentage points.
  public var spread: Double { (regression.rate / regression.shape).squareRoot() }
  /// How many changes were used.
  public var observationCount: Int { regression.observationCount }

  /// The ratio of the next year.
  ///
  /// - Parameters:
  ///   - ratio: this year's, in percent.
  ///   - goal: where it is to go, in percent; at or below the ratio it stays.
  /// - Returns: Student's t.
  /// - Throws: ``NegotiationError``.
  public func prediction(from ratio: Double, goal: Double) throws(NegotiationError) -> StudentT {
    let change = try regression.prediction(at: [max(0, goal - ratio)])
    do {
      return try StudentT(
        degreesOfFreedom: change.degreesOfFreedom, location: ratio + change.location, scale: change.scale)
    } catch {
      throw .noConvergence(fit: "speed of adjustment", reason: error.description)
    }
  }
}
