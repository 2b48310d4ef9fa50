public import Probability
public import Series

/// Forecasts from every origin of a record, with models that see nothing after it.
public struct Backtest: Sendable {
  /// Why a model has no scores for a series.
  public enum Failure: Error, Sendable, Equatable {
    /// The record has no origin with enough values before it.
    case tooShort(needed: Int, found: Int)
    /// The model could not be fitted at an origin.
    case fit(origin: Int, FitError)
    /// A score is not a finite number.
    case score(origin: Int, ProbabilityError)
  }

  /// The plan.
  public let plan: BacktestPlan

  /// A backtest.
  ///
  /// - Parameter plan: origins and horizon.
  public init(_ plan: BacktestPlan) { self.plan = plan }

  /// Forecasts from every origin and scores them.
  ///
  /// - Parameters:
  ///   - model: fitted anew at every origin.
  ///   - series: the whole record.
  /// - Returns: a scored forecast for every origin and horizon for which something happened, by origin.
  /// - Throws: ``Failure``: a model that fails at one origin has no scores, for scores over other origins than
  ///   its rivals' would not compare.
  public func run(_ model: TransformedModel, on series: AnnualSeries) throws(Failure) -> [ScoredForecast] {
    let origins = plan.origins(of: series)
    guard !origins.isEmpty else {
      throw .tooShort(needed: plan.initial + 1, found: series.observationCount)
    }
    var scored: [ScoredForecast] = []
    for origin in origins {
      let distribution: PredictiveDistribution
      let scale: Double
      do throws(FitError) {
        let training = try self.training(series, origin, model)
        distribution = try model.fit(training).predict(plan.horizon)
        scale = Self.meanAbsoluteChange(training)
      } catch {
        throw .fit(origin: origin, error)
      }
      do throws(ProbabilityError) {
        scored += try score(distribution, series, origin, scale)
      } catch {
        throw .score(origin: origin, error)
      }
    }
    return scored
  }

  /// The first origin from which a model can forecast.
  ///
  /// - Parameters:
  ///   - model: fitted anew at every origin.
  ///   - series: the whole record.
  /// - Returns: the origin and the number of values up to it, or `nil` where there is none.
  public func firstOrigin(_ model: TransformedModel, on series: AnnualSeries) -> (year: Int, values: Int)? {
    for (index, origin) in plan.origins(of: series).enumerated() {
      guard let training = try? training(series, origin, model), let fit = try? model.fit(training),
        (try? fit.predict(plan.horizon)) != nil
      else { continue }
      return (origin, plan.initial + index * plan.step)
    }
    return nil
  }

  private func training(_ series: AnnualSeries, _ origin: Int, _ model: TransformedModel) throws(FitError)
    -> AnnualSeries
  {
    do {
      return try plan.training(series, origin: origin)
    } catch {
      throw .tooFewObservations(model: model.identifier, needed: 1, found: 0)
    }
  }

  /// Forecasts a hierarchy from every origin of its top and scores every node.
  ///
  /// Each node counts up to the origin's year, whenever its values were published. The first origin is the plan's, or a later
  /// one by which every part has as many values as the model needs.
  ///
  /// - Parameters:
  ///   - hierarchy: which series are the sums of which.
  ///   - records: every leaf, and the sums as far as they are recorded.
  ///   - model: of every node, fitted anew at every origin.
  ///   - method: how the forecasts are brought to add up.
  ///   - mustAddUp: whether records that do not add up are refused.
  /// - Returns: scored forecasts for each of ``Hierarchy/nodes``.
  /// - Throws: ``HierarchyError``; as in ``run(_:on:)`` one failed origin leaves no scores.
  public func run(
    _ hierarchy: Hierarchy, _ records: [String: AnnualSeries], model: TransformedModel,
    method: Reconciliation, mustAddUp: Bool = true
  ) throws(HierarchyError) -> [[ScoredForecast]] {
    let nodes = try ReconciledForecast.completed(hierarchy, records, mustAddUp: mustAddUp)
    var scored = [[ScoredForecast]](repeating: [], count: nodes.count)
    let needed = type(of: model.model).description.minimumObservations
    let planned = plan.origins(of: nodes[0])
    func found(_ node: AnnualSeries, _ origin: Int) -> Int {
      (try? plan.training(node, origin: origin))?.observationCount ?? 0
    }
    let origins = planned.filter { origin in nodes.allSatisfy { found($0, origin) >= needed } }
    if let last = planned.last, origins.isEmpty {
      let shortest = nodes.min { found($0, last) < found($1, last) } ?? nodes[0]
      throw .fit(
        of: shortest.identifier,
        .tooFewObservations(model: model.identifier, needed: needed, found: found(shortest, last)))
    }
    for origin in origins {
      var seen: [String: AnnualSeries] = [:]
      for (name, record) in zip(hierarchy.nodes, nodes) {
        do throws(SeriesError) {
          seen[name] = try plan.training(record, origin: origin)
        } catch {
          throw .noForecast(of: name, reason: error.description)
        }
      }
      let forecast = try ReconciledForecast(
        hierarchy, records: seen, origin: origin, horizon: plan.horizon, model: model, method: method,
        mustAddUp: mustAddUp)
      for (place, node) in forecast.nodes.enumerated() {
        let scale = Self.meanAbsoluteChange(seen[node.name] ?? nodes[place])
        do throws(ProbabilityError) {
          scored[place] += try score(node.distribution, nodes[place], origin, scale)
        } catch {
          throw .noForecast(of: node.name, reason: error.description)
        }
      }
    }
    return scored
  }

  private func score(
    _ distribution: PredictiveDistribution, _ series: AnnualSeries, _ origin: Int, _ scale: Double
  ) throws(ProbabilityError) -> [ScoredForecast] {
    var scored: [ScoredForecast] = []
    for (index, step) in distribution.steps.enumerated() {
      guard let actual = series[origin + index + 1] else { continue }
      let (narrow, wide) = (try interval(step, .eighty), try interval(step, .ninetyFive))
      scored.append(
        ScoredForecast(
          origin: origin, horizon: index + 1, actual: actual, mean: step.mean, median: step.median,
          crps: try step.continuousRankedProbabilityScore(actual),
          wis: try WeightedIntervalScore.score(
            median: step.median, intervals: [narrow, wide], observation: actual),
          isWithin80: narrow.contains(actual), isWithin95: wide.contains(actual),
          probabilityIntegralTransform: try step.cumulative(at: actual), scale: scale))
    }
    return scored
  }

  /// The central interval as the scoring rules take it.
  private func interval(_ marginal: Marginal, _ level: Level) throws(ProbabilityError) -> PredictionInterval {
    let ends = try marginal.interval(level)
    return try PredictionInterval(lower: ends.lower, upper: ends.upper, level: level.percent / 100)
  }

  /// The mean absolute change between neighbouring years that both have a value.
  static func meanAbsoluteChange(_ series: AnnualSeries) -> Double {
    let changes = zip(series.values, series.values.dropFirst()).compactMap { before, after in
      before.flatMap { before in after.map { ($0 - before).magnitude } }
    }
    return changes.isEmpty ? 0 : changes.reduce(0, +) / Double(changes.count)
  }
}

extension Backtest.Failure: CustomStringConvertible {
  /// One line that says what is wrong, with the origin.
  public var description: String {
    switch self {
    case .tooShort(let needed, let found):
      "a backtest with this first origin needs at least \(needed) values, found \(found)"
    case .fit(let origin, let error): "origin \(origin): \(error)"
    case .score(let origin, let error): "origin \(origin): \(error)"
    }
  }
}
