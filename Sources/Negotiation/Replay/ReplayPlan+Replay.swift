import Probability
import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension ReplayPlan {
  /// Forecasts a round as of its date and scores the forecast.
  ///
  /// Rounds agreed later, asks and offers published later, and the round itself are not seen; the amount of the year before
  /// is. The priors are those that could be set on the date (``settlementModel(on:)``). The baselines see the same rounds.
  ///
  /// - Parameters:
  ///   - round: one of ``rounds``.
  ///   - trend: equally weighted amounts of the trend forecast for the round's first year, from the series cut at the date;
  ///     empty where there is none.
  /// - Returns: forecasts and scores.
  /// - Throws: ``ProjectionError``.
  public func replay(_ round: Round, trend: [Double] = []) throws(ProjectionError) -> ReplayedRound {
    let checked: Round
    do { checked = try self.round(round.identifier) } catch { throw .negotiation(error) }
    guard let date = date(for: checked) else {
      throw .negotiation(.notReplayable(round: round.identifier, reason: "its date is not known"))
    }
    let model = try settlementModel(on: date)
    do { return try replay(checked, on: date, model, trend) } catch { throw .negotiation(error) }
  }

  private func replay(
    _ checked: Round, on date: PartialDate, _ model: SettlementModel, _ trend: [Double]
  ) throws(NegotiationError) -> ReplayedRound {
    guard let base = checked.base, let actual = checked.settlement else {
      throw .notReplayable(round: checked.identifier, reason: "its amounts are not known")
    }
    let ask = checked.openingAsk(asOf: date)?.amount
    let offer = checked.openingOffer(asOf: date)?.amount
    let posterior = try model.fit(evidence, ally: checked.ally, asOf: date)
    let seen = try posterior.predictive(base: base, ask: ask, offer: offer, posture: checked.posture)
      .score(base: base, actual: actual)
    let unseen = try posterior.predictive(base: base, posture: checked.posture)
      .score(base: base, actual: actual)
    let others = evidence.without { $0.ally == checked.ally }
    var foreign: StepScore?
    if others.agreed(by: date).rounds(for: .step).count >= SettlementModel.minimumRounds {
      foreign = try model.fit(others, ally: checked.ally, asOf: date)
        .predictive(base: base, ask: ask, offer: offer, posture: checked.posture)
        .score(base: base, actual: actual)
    }
    let steps = evidence.agreed(by: date).rounds(for: .step).compactMap(\.step)
    let forecasts = try baselines(
      steps, base: base, ask: ask, offer: offer, trend: trend, bound: model.prior.largestStep)
    var baselines: [ReplayBaseline: BaselineScore] = [:]
    for (baseline, forecast) in forecasts {
      do { baselines[baseline] = try forecast.score(base: base, actual: actual) } catch {
        throw .notReplayable(round: checked.identifier, reason: "\(baseline.rawValue): \(error)")
      }
    }
    return ReplayedRound(
      round: checked, date: date, base: base, actual: actual, ask: ask, offer: offer,
      scores: [.withAsk: seen, .withoutAsk: unseen], withoutOwnRounds: foreign, baselines: baselines)
  }

  private func baselines(
    _ steps: [Double], base: Double, ask: Double?, offer: Double?, trend: [Double], bound: Double
  ) throws(NegotiationError) -> [ReplayBaseline: BaselineForecast] {
    let count = Double(steps.count)
    let mean = steps.reduce(0, +) / count
    let square = steps.reduce(0) { $0 + $1 * $1 } / count
    let variance = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    var forecasts: [ReplayBaseline: BaselineForecast] = [.noChange: BaselineForecast(point: 0)]
    do {
      // Steps that are all alike have no spread; then both are points.
      forecasts[.noChangeSpread] =
        square > 0
        ? try BaselineForecast(
          try StudentT(degreesOfFreedom: count, scale: square.squareRoot()), bound: bound)
        : BaselineForecast(point: 0)
      let scale = (variance * (1 + 1 / count)).squareRoot()
      forecasts[.drift] =
        scale > 0
        ? try BaselineForecast(
          try StudentT(degreesOfFreedom: count - 1, location: mean, scale: scale), bound: bound)
        : BaselineForecast(point: mean)
    } catch { throw .noConvergence(fit: "baselines of a replay", reason: "\(error)") }
    if !trend.isEmpty { forecasts[.trend] = BaselineForecast(amounts: trend, base: base, bound: bound) }
    if let ask { forecasts[.midpoint] = BaselineForecast(point: log(0.5 * (1 + ask / base))) }
    if let offer { forecasts[.offer] = BaselineForecast(point: log(offer / base)) }
    return forecasts
  }
}
