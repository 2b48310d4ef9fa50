internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension AgreementKernel {
  /// ln(A/L) of the ask under a posture, `nil` where none is made.
  ///
  /// - Parameters:
  ///   - posture: of the time.
  ///   - isFirst: whether an ask that was public at the date still holds.
  ///   - logBase: ln L.
  ///   - renewal: which round from now on.
  ///   - fx: the change of the logarithm of the exchange rate.
  ///   - assumed: the assumptions of the draw.
  ///   - numbers: of the draw.
  /// - Returns: the logarithm of the ask over the base.
  func logAsk(
    _ posture: Posture, isFirst: Bool, _ logBase: Double, _ renewal: Int, _ fx: Double,
    _ assumed: DrawnAssumptions, _ numbers: DrawNumbers
  ) -> Double? {
    guard takesAsks, !terms.isRecounted else { return nil }
    let place = Place.asks + 5 * UInt64(min(renewal, 31))
    if isFirst, let reported = terms.ask.logReported {
      return reported - assumed.askNoise * numbers.normal(place + 2) - logBase
    }
    switch posture {
    case .statusQuo: return log1p(assumed.statusQuoAsk)
    case .demanding: return costPlus(logBase, fx, assumed) ?? fixedSum(logBase, fx)
    case .transactional:
      let reading = numbers.uniform(place)
      if reading < assumed.mixCostPlus, let ask = costPlus(logBase, fx, assumed) { return ask }
      if reading < assumed.mixCostPlus + assumed.mixStatusQuo { return log1p(assumed.statusQuoAsk) }
      return fixedSum(logBase, fx) ?? log1p(assumed.statusQuoAsk)
    }
  }

  private func costPlus(_ logBase: Double, _ fx: Double, _ assumed: DrawnAssumptions) -> Double? {
    terms.ask.logCost.map {
      $0 + log1p(assumed.markup) + (terms.ask.costInDollars ? fx : 0) - logBase
    }
  }

  private func fixedSum(_ logBase: Double, _ fx: Double) -> Double? {
    terms.ask.logFixed.map { $0 + (terms.ask.fixedInDollars ? fx : 0) - logBase }
  }
}
