internal import Probability
public import Series

/// Several models whose forecasts are made into one.
///
/// The distributions are combined quantile by quantile (Vincent 1912; Lichtendahl, Grushka-Cockayne & Winkler 2013,
/// Management Science 59, 1594-1611): the combined quantile is the weighted mean, or the median, of the members' quantiles
/// at the same level. Normal members give a normal whose mean and standard deviation are the weighted means. A member that
/// cannot be fitted makes the combination fail: it never falls out silently.
public struct Combination: TrendModel {
  /// What a reader has to know of it; the demands on the series are those of ``standard``'s members.
  public static let description = ModelDescription(
    identifier: ModelIdentifier("combination"),
    title: "several models made into one",
    equation: "quantile(p) = Σ w(i) quantile(i, p), or the median over the members",
    estimation:
      "each member by itself; weights equal, given, or in proportion to one over the mean absolute error "
      + "one to three years ahead on up to eight rolling origins within the record; the fewest values and gaps "
      + "are those of the members, here of ses, holt and damped",
    interval: "the combined quantiles; the interval is as wide as the members' on average",
    minimumObservations: DampedTrend.description.minimumObservations,
    acceptsMissingYears: false,
    reference:
      "Lichtendahl, Grushka-Cockayne & Winkler (2013), Management Science 59, 1594-1611; Bates & Granger "
      + "(1969), Operational Research Quarterly 20, 451-468")

  /// The members, each on its own scale.
  public let members: [TransformedModel]
  /// How they become one.
  public let rule: CombinationRule

  /// A combination.
  ///
  /// - Parameters:
  ///   - members: at least one.
  ///   - rule: how they become one.
  /// - Throws: ``CombinationError`` for no member, the same one twice, or weights that cannot be.
  public init(_ members: [TransformedModel], rule: CombinationRule = .mean) throws(CombinationError) {
    guard !members.isEmpty else { throw .noMembers }
    var names: Set<String> = []
    for member in members where !names.insert(member.fullLabel).inserted {
      throw .memberTwice(member.fullLabel)
    }
    if case .weights(let weights) = rule {
      guard weights.count == members.count else {
        throw .weightCount(members: members.count, weights: weights.count)
      }
      for weight in weights where !(weight >= 0 && weight.isFinite) { throw .badWeight(weight) }
      guard weights.contains(where: { $0 > 0 }) else { throw .zeroWeights }
    }
    self.members = members
    self.rule = rule
  }

  /// The simple average of `ses`, `holt` and `damped`, the benchmark "Comb" of the M competitions.
  public static let standard = Combination(
    unchecked: [SimpleExponentialSmoothing(), Holt(), DampedTrend()])

  private init(unchecked models: [any TrendModel]) {
    members = models.map { TransformedModel($0) }
    rule = .mean
  }

  /// The same combination of members that differ in nothing but their intervals.
  func replacing(_ members: [TransformedModel]) -> Combination { Combination(members: members, rule: rule) }

  /// The combination of its members as they are on such a scale.
  public var onTransformedScale: any TrendModel {
    replacing(members.map { TransformedModel($0.model.onTransformedScale, transform: $0.transform) })
  }

  private init(members: [TransformedModel], rule: CombinationRule) {
    self.members = members
    self.rule = rule
  }

  /// Fits every member.
  ///
  /// - Parameter series: on its own scale.
  /// - Returns: the fitted combination.
  /// - Throws: the ``FitError`` of the first member that cannot be fitted.
  public func fit(_ series: AnnualSeries) throws(FitError) -> FittedCombination {
    var fits: [TransformedFit] = []
    for member in members { fits.append(try member.fit(series)) }
    let weights: [Double]?
    var learned: LearnedWeights?
    switch rule {
    case .median: weights = nil
    case .mean: weights = members.map { _ in 1 / Double(members.count) }
    case .weights(let given):
      // By the largest first: the sum of huge weights would overflow.
      let largest = given.reduce(0) { max($0, $1) }
      let sum = given.reduce(0) { $0 + $1 / largest }
      weights = given.map { $0 / largest / sum }
    case .inverseError:
      let found = try learnedWeights(series)
      learned = found
      weights = found.weights
    }
    return FittedCombination(
      fits: fits, labels: members.map(\.fullLabel), rule: rule, weights: weights, learned: learned,
      series: series)
  }

  /// The most origins on which weights are learned, and how far ahead.
  static let origins = 8
  static let horizon = 3
  static let horizonName = "three"

  /// Weights in proportion to one over the members' mean absolute error; refused when the record is too short for a
  /// single origin at which all members can be fitted.
  private func learnedWeights(_ series: AnnualSeries) throws(FitError) -> LearnedWeights {
    let years = series.observations.map(\.year)
    let candidates = years.dropLast().suffix(Self.origins)
    var sums = members.map { _ in 0.0 }
    var (origins, scored) = (0, 0)
    for origin in candidates {
      guard let training = try? series.window(from: nil, to: origin),
        let horizon = try? Horizon(min(Self.horizon, series.lastYear - origin))
      else { continue }
      // An origin at which one member is short of values teaches nothing about the others either.
      guard let forecasts = try? members.map({ try $0.fit(training).predict(horizon) }) else { continue }
      origins += 1
      scored += (1...horizon.years).count { series[origin + $0] != nil }
      for (index, forecast) in forecasts.enumerated() {
        for (step, marginal) in forecast.steps.enumerated() {
          if let actual = series[origin + step + 1] { sums[index] += (actual - marginal.median).magnitude }
        }
      }
    }
    guard origins > 0 else {
      throw .tooFewObservations(
        model: Self.identifier, needed: series.observationCount + 1, found: series.observationCount)
    }
    // A member without an error yet would take all the weight; the smallest other error bounds it.
    let floor = (sums.filter { $0 > 0 }.min() ?? 1) * 1e-3
    let inverse = sums.map { 1 / max($0, floor) }
    let total = inverse.reduce(0, +)
    return LearnedWeights(
      weights: inverse.map { $0 / total }, errors: sums.map { $0 / Double(max(scored, 1)) }, origins: origins)
  }
}

/// Weights from the members' errors on origins within the record.
struct LearnedWeights: Sendable, Equatable {
  /// A weight for each member.
  let weights: [Double]
  /// The mean absolute error of each member.
  let errors: [Double]
  /// At how many origins they forecast.
  let origins: Int
}

/// A fitted ``Combination``.
public struct FittedCombination: FittedTrend {
  let fits: [TransformedFit]
  /// What tells the members apart.
  let labels: [String]
  let rule: CombinationRule
  /// The weights, which add up to one; `nil` for the median.
  let weights: [Double]?
  /// What the weights were learned from, where they were.
  let learned: LearnedWeights?
  let series: AnnualSeries

  /// The weights as estimates, and the combined one-step residuals of the years that every member explains; there is no
  /// likelihood.
  public var summary: FitSummary {
    let parameters = (weights ?? []).enumerated().map {
      ParameterEstimate("weight of \(labels[$0])", $1)
    }
    let share = weights ?? fits.map { _ in 1 / Double(fits.count) }
    var sums: [Int: (value: Double, count: Int)] = [:]
    for (fit, weight) in zip(fits, share) {
      for (year, value) in fit.residualsOnSeries {
        let sum = sums[year] ?? (0, 0)
        sums[year] = (sum.value + weight * value, sum.count + 1)
      }
    }
    let residuals = sums.filter { $0.value.count == fits.count }.sorted { $0.key < $1.key }
      .map { (year: $0.key, value: $0.value.value) }
    let squares = residuals.reduce(0) { $0 + $1.value * $1.value }
    return FitSummary(
      parameters: parameters, residuals: residuals, observations: series.observationCount,
      estimatedParameters: fits.reduce(0) { $0 + $1.fitted.summary.estimatedParameters },
      residualVariance: squares / Double(max(residuals.count, 1)), logLikelihood: nil)
  }

  /// The members' distributions combined quantile by quantile.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: the member's own distributions where one has all the weight, a normal where all members are normal on the
  ///   scale of the series and weights are fixed, else a curve.
  /// - Throws: ``FitError`` of a member.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    if let sole { return try sole.predict(horizon) }
    var forecasts: [PredictiveDistribution] = []
    for fit in fits { forecasts.append(try fit.predict(horizon)) }
    var shapes: [Marginal.Shape] = []
    for step in 0..<horizon.years {
      let marginals = forecasts.map { $0.steps[step] }
      if let normal = normal(marginals) {
        shapes.append(normal)
      } else {
        shapes.append(.curve(try curve(marginals, step)))
      }
    }
    return try PredictiveDistribution(shapes, model: Combination.identifier)
  }

  /// The members with their weights, and how they become one.
  ///
  /// - Parameter scope: what is asked of the forecast.
  /// - Returns: plain sentences.
  public func explanation(_ scope: ForecastScope) -> [String] {
    let members: [String]
    if let weights {
      members = zip(labels, weights).map { "\($0) \(Share.percent($1))" }
    } else {
      members = labels
    }
    let how = weights == nil ? "the median over the members" : "the mean of the members' by these weights"
    let entered = "Members\(weights == nil ? "" : " and weights"): \(members.joined(separator: ", "))."
    guard sole == nil else {
      return [
        entered, why(scope), "The forecast and its interval are those of the only member with a weight.",
      ]
    }
    return [
      entered,
      why(scope),
      "Every quantile of the forecast is \(how), so the interval is about as wide as theirs and contains what theirs "
        + "contain.",
      "Disagreement between the members is not contained: where they lie apart the interval is no wider.",
    ]
  }

  /// Why the members have these weights.
  private func why(_ scope: ForecastScope) -> String {
    switch rule {
    case .mean: return "All weigh the same; how well they forecast was not asked."
    case .median: return "None has a weight of its own; how well they forecast was not asked."
    case .weights: return "The weights were given."
    case .inverseError:
      guard let learned else { return "The weights were learned from the members' errors." }
      let errors = zip(labels, learned.errors).map { "\($0) \(TransformedFit.brief($1))" }
      let place =
        learned.origins == 1
        ? "at the last origin" : "from the last \(learned.origins) origins at which all can be fitted"
      let scale = scope.transform == .none ? "" : ", on the transformed scale"
      return
        "Mean absolute errors one to \(Combination.horizonName) years ahead, \(place) within the record\(scale): "
        + errors.joined(separator: ", ") + "; a weight is in proportion to one over the error."
    }
  }

  /// The member that has all the weight: a curve through its quantiles would only be near to it between the knots.
  private var sole: TransformedFit? {
    if fits.count == 1 { return fits[0] }
    return weights?.firstIndex(of: 1).map { fits[$0] }
  }

  private func normal(_ marginals: [Marginal]) -> Marginal.Shape? {
    guard let weights else { return nil }
    var (mean, deviation) = (0.0, 0.0)
    for (marginal, weight) in zip(marginals, weights) {
      guard case .normal(let m, let s) = marginal.shape, marginal.transform == .none else { return nil }
      mean += weight * m
      deviation += weight * s
    }
    return .normal(mean: mean, standardDeviation: deviation)
  }

  private func curve(_ marginals: [Marginal], _ step: Int) throws(FitError) -> QuantileCurve {
    var values: [Double] = []
    for score in QuantileCurve.scores {
      var quantiles: [Double] = []
      for marginal in marginals {
        do {
          quantiles.append(try marginal.quantile(Normal.standard.cumulative(at: score)))
        } catch {
          throw .forecastOverflow(model: Combination.identifier, yearsAhead: step + 1)
        }
      }
      if let weights {
        values.append(zip(weights, quantiles).reduce(0) { $0 + $1.0 * $1.1 })
      } else {
        values.append(median(&quantiles))
      }
    }
    return QuantileCurve(values)
  }
}
