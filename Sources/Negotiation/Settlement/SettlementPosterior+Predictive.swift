import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension SettlementPosterior {
  /// The predictive distribution of the next step.
  ///
  /// Each draw takes the quantile of what is known of the ask at (i + 1/2)/K, i its place: a stratified integral, since the
  /// order of the draws has no meaning.
  ///
  /// - Parameters:
  ///   - base: L, the amount of the year before, in any unit.
  ///   - ask: the reported opening ask in the same unit, if there is one.
  ///   - offer: the host's opening offer in the same unit, if there is one.
  ///   - posture: the posture, from which an ask without a report is drawn.
  /// - Returns: the distribution of ln(S/L).
  /// - Throws: ``NegotiationError/amountNotPositive(what:value:)``.
  public func predictive(
    base: Double, ask: Double? = nil, offer: Double? = nil, posture: Posture
  ) throws(NegotiationError) -> StepPredictive {
    for (what, amount) in [("base", base), ("ask", ask), ("offer", offer)] {
      if let amount, !(amount > 0 && amount.isFinite) { throw .amountNotPositive(what: what, value: amount) }
    }
    let asks = AskDistribution.logRatio(
      prior: prior.asks, posture: posture, report: ask.map { log($0 / base) }, noise: prior.askNoise)
    let count = Double(draws.count)
    let points = asks.quantiles((0..<draws.count).map { (Double($0) + 0.5) / count })
    var locations = zip(draws, points).map { draw, logAsk in
      let surprise = precedent.map { draw.spillover * ($0.step - draw.otherLevel) } ?? 0
      return draw.level + draw.askResponse * logAsk + surprise
    }
    var scales = draws.map(\.spread)
    let offerWeight = offer == nil ? 0 : prior.offerWeight
    if let offer, offerWeight > 0 {
      locations += draws.map { log(offer / base) + $0.offerOffset }
      scales += draws.map { _ in prior.offerScale }
    }
    let student: StudentT
    do { student = try StudentT(degreesOfFreedom: prior.degreesOfFreedom) } catch {
      throw .noConvergence(fit: SettlementModel.fitName, reason: "\(error)")
    }
    return StepPredictive(
      locations: locations, scales: scales, firstWeight: (1 - offerWeight) / count, firstCount: draws.count,
      secondWeight: offerWeight / count, bound: prior.largestStep,
      kernel: StudentKernel(degreesOfFreedom: prior.degreesOfFreedom), student: student)
  }
}
