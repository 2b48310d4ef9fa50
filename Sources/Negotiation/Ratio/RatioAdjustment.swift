internal import LinearAlgebra
public import Series

/// How fast allies move towards a ratio that they pledged: partial adjustment.
///
/// x[t+1] = x[t] + f (x* - x[t]) + e[t], e = u[t] + v: a part that all allies share in the year, and each ally's own
/// (``YearEffects``). With the goal x* = max(pledge, x[t]) an ally that is there already moves by these only, and tells nothing of f. The
/// change over a year is regressed on the distance g to the goal, through the origin, with f ~ N(m₀, V₀ σ²)
/// (``ConjugateRegression``). Since allies rise together, a year's rows are not independent cases; the error of f is clustered by year,
///
///     V² [ σ²/V₀ + T/(T - 1) Σₜ (Σᵢ g[i,t] e[i,t])² ].
///
/// Caveat: f is an average over allies and years, also over those after the invasion of 2022, and not an effect of the ask.
///
/// Source of the panel: NATO, Defence Expenditure of NATO Countries; of the model: Nerlove (1958), Distributed Lags and
/// Demand Analysis; of the error: Cameron & Miller (2015), "A Practitioner's Guide to Cluster-Robust Inference", Journal of
/// Human Resources 50, section II.
public struct RatioAdjustment: Sendable, Equatable {
  /// The fit.
  public let regression: ConjugateRegression
  /// What of the changes around f allies share by year, and what is their own.
  public let effects: YearEffects
  /// What is unknown of f: its standard error, clustered by year.
  public let speedError: Double
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
  /// - Throws: ``NegotiationError`` for a panel without changes in two years.
  public init(
    panel: [AnnualSeries], goal: Double, years: ClosedRange<Int>, prior: ConjugateRegression.Prior? = nil
  ) throws(NegotiationError) {
    guard goal > 0, goal <= 100 else {
      throw .outOfRange(what: "goal", value: goal, expected: "a percentage above 0, at most 100")
    }
    var rows: [[Double]] = []
    var changes: [Double] = []
    var starts: [Int] = []
    var allies = 0
    for series in panel {
      var isUsed = false
      for (year, value) in series.observations where years.contains(year) && year < years.upperBound {
        guard let next = series[year + 1] else { continue }
        rows.append([max(0, goal - value)])
        changes.append(next - value)
        starts.append(year)
        isUsed = true
      }
      allies += isUsed ? 1 : 0
    }
    guard !rows.isEmpty else {
      throw .outOfRange(what: "number of yearly changes", value: 0, expected: "at least 1")
    }
    let usual = try Self.usualPrior()
    let fit = try ConjugateRegression(rows: rows, responses: changes, prior: prior ?? usual)
    let residuals = zip(rows, changes).map { $1 - fit.mean[0] * $0[0] }
    effects = try YearEffects(
      residuals: residuals, years: starts, shape: fit.prior.shape, rate: fit.prior.rate)
    speedError = Self.clusteredError(fit, gaps: rows.map { $0[0] }, residuals, starts)
    regression = fit
    allyCount = allies
    informativeCount = rows.count { $0[0] > 0 }
  }

  /// f.
  public var speed: Double { regression.mean[0] }
  /// How many changes were used.
  public var observationCount: Int { regression.observationCount }

  /// The standard error of f where rows of a year hang together.
  private static func clusteredError(
    _ fit: ConjugateRegression, gaps: [Double], _ residuals: [Double], _ years: [Int]
  ) -> Double {
    var scores: [Int: Double] = [:]
    for (place, year) in years.enumerated() {
      scores[year, default: 0] += gaps[place] * residuals[place]
    }
    var squares = 0.0
    for year in scores.keys.sorted() {
      let score = scores[year] ?? 0
      squares += score * score
    }
    let count = Double(scores.count)
    let before = fit.rate / fit.shape / fit.prior.scale.elements[0]
    return fit.scale.elements[0] * (before + count / (count - 1) * squares).squareRoot()
  }
}
