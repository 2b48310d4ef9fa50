internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension AgreementKernel {
  /// Which ask is meant: the one of today's posture, that of another posture in the same round, or that of a later round.
  enum AskRound {
    case first, renewed
    case later(Int)

    /// Where its random numbers begin.
    var place: UInt64 {
      switch self {
      case .first, .renewed: Place.asks
      case .later(let round): Place.asks + 2 * UInt64(min(round, 63))
      }
    }
  }

  /// ln(A/L) of the ask under a posture, `nil` where none is made.
  ///
  /// - Parameters:
  ///   - posture: of the time.
  ///   - logBase: ln L.
  ///   - round: which ask; one that was public at the date holds for the first only.
  ///   - fx: the change of the logarithm of the exchange rate.
  ///   - assumed: the assumptions of the draw.
  ///   - numbers: of the draw.
  /// - Returns: the logarithm of the ask over the base.
  func logAsk(
    _ posture: Posture, _ logBase: Double, round: AskRound, _ fx: Double, _ assumed: DrawnAssumptions,
    _ numbers: DrawNumbers
  ) -> Double? {
    guard takesAsks, !terms.isRecounted else { return nil }
    if case .first = round {
      if let reported = terms.ask.logReported {
        return reported - assumed[.askNoise] * numbers.normal(round.place + 1) - logBase
      }
      if let ratio = terms.ask.logRatio { return ratio }
    }
    switch posture {
    case .statusQuo: return log1p(assumed[.statusQuoAsk])
    case .demanding:
      return
        costPlus(logBase, fx, assumed) ?? fixedSum(logBase, fx) ?? log1p(assumed[.statusQuoAsk])
    case .transactional:
      let reading = numbers.uniform(round.place)
      if reading < assumed[.mixCostPlus], let ask = costPlus(logBase, fx, assumed) { return ask }
      if reading < assumed[.mixCostPlus] + assumed[.mixStatusQuo] { return log1p(assumed[.statusQuoAsk]) }
      return fixedSum(logBase, fx) ?? log1p(assumed[.statusQuoAsk])
    }
  }

  private func costPlus(_ logBase: Double, _ fx: Double, _ assumed: DrawnAssumptions) -> Double? {
    terms.ask.logCost.map {
      $0 + log1p(assumed[.markup]) + (terms.ask.costInDollars ? fx : 0) - logBase
    }
  }

  private func fixedSum(_ logBase: Double, _ fx: Double) -> Double? {
    terms.ask.logFixed.map { $0 + (terms.ask.fixedInDollars ? fx : 0) - logBase }
  }

  /// The mean of ln(A/L) over a few draws, 0 where none is made.
  func typicalAsk(_ generator: CounterGenerator) -> Double {
    let draws = 256
    var sum = 0.0
    for draw in 0..<draws {
      let numbers = DrawNumbers(generator, draw: UInt64(draw))
      let assumed = DrawnAssumptions(values, numbers)
      sum += logAsk(terms.posture, log(terms.lastAmount), round: .first, 0, assumed, numbers) ?? 0
    }
    return sum / Double(draws)
  }
}
