internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The assumptions of an agreement, ready to be drawn.
struct AgreementAssumptions: Sendable {
  private let sampled: [SampledValue]
  private let drivers: [Double]
  private let years: Double

  /// - Parameters:
  ///   - book: the assumptions of the scenario.
  ///   - host: which approval counts.
  ///   - drivers: the values of the covariates, with their signs.
  ///   - years: from the date to the settlement, for the spread of the exchange rate.
  /// - Throws: ``AssumptionError`` for a value that cannot be drawn.
  init(_ book: AssumptionBook, host: HostState, drivers: [Double], years: Double) throws(AssumptionError) {
    var sampled: [SampledValue] = []
    for key in AgreementKey.allCases { sampled.append(try SampledValue(try book.entry(key.name(host)))) }
    self.sampled = sampled
    self.drivers = drivers
    self.years = max(years, 0)
  }

  /// The values of a draw.
  ///
  /// - Parameter numbers: of the draw.
  /// - Returns: one value for each assumption.
  func drawn(_ numbers: DrawNumbers) -> DrawnAssumptions {
    sampled.withUnsafeBufferPointer { sampled in
      func at(_ key: AgreementKey) -> Double {
        let value = sampled[key.rawValue]
        return value.isFixed
          ? value.value(0.5) : value.value(numbers.uniform(Place.assumptions + UInt64(key.rawValue)))
      }
      var drawn = DrawnAssumptions()
      drawn.stayMonths = at(.stayMonths)
      drawn.change = at(.change)
      drawn.transactional = at(.transactional)
      drawn.demanding = at(.demanding)
      drawn.statusQuoAsk = at(.statusQuoAsk)
      drawn.askNoise = at(.askNoise)
      drawn.markup = at(.markup)
      drawn.mixCostPlus = at(.mixCostPlus)
      drawn.mixStatusQuo = at(.mixStatusQuo)
      drawn.exchangeRateSpread = at(.exchangeRate) * years.squareRoot()
      drawn.offerScale = at(.offerScale)
      drawn.offerWeight = at(.offerWeight)
      drawn.stopgapProbability = at(.stopgap)
      drawn.stopgapOtherwise = at(.stopgapOtherwise)
      drawn.stopgapStep = at(.stopgapStep)
      drawn.furloughProbability = at(.furlough)
      drawn.furloughAfter = Int(at(.furloughAfter))
      drawn.furloughHazard = at(.furloughHazard)
      drawn.beforeElectionFactor = exp(at(.beforeElection))
      drawn.afterElectionFactor = exp(at(.afterElection))
      drawn.approvalProbability = at(.approval)
      drawn.ceilingWeight = at(.ceilingWeight)
      drawn.noDealCost = at(.noDealCost)
      drawn.minoritySpread = at(.minoritySpread)
      drawn.threatWeight = at(.threatWeight)
      drawn.withdrawalRate = at(.withdrawalRate)
      drawn.tariff = at(.tariff)
      drawn.credits = SIMD4(
        at(.creditArms), at(.creditRequirements), at(.creditInvestment), at(.creditRatio))
      drawn.substitution = at(.substitution)
      drawn.precedentWeight = at(.precedentWeight)
      drawn.growthShift = at(.growthShift)
      for (index, driver) in drivers.enumerated() {
        let place = Place.drivers + 2 * UInt64(index)
        drawn.driverStep += sampled[AgreementKey.driverStep.rawValue].value(numbers.uniform(place)) * driver
        drawn.driverHazard +=
          sampled[AgreementKey.driverHazard.rawValue].value(numbers.uniform(place + 1)) * driver
      }
      return drawn
    }
  }
}

/// The values that one draw takes of its assumptions.
struct DrawnAssumptions {
  var stayMonths = 48.0
  var change = 0.0
  var transactional = 0.0
  var demanding = 0.0
  var statusQuoAsk = 0.0
  var askNoise = 0.0
  var markup = 0.0
  var mixCostPlus = 0.0
  var mixStatusQuo = 0.0
  var exchangeRateSpread = 0.0
  var offerScale = 0.0
  var offerWeight = 0.0
  var stopgapProbability = 0.0
  var stopgapOtherwise = 0.0
  var stopgapStep = 0.0
  var furloughProbability = 0.0
  var furloughAfter = 3
  var furloughHazard = 0.0
  var beforeElectionFactor = 1.0
  var afterElectionFactor = 1.0
  var approvalProbability = 1.0
  var ceilingWeight = 0.0
  var noDealCost = 0.0
  var minoritySpread = 1.0
  var threatWeight = 0.0
  var withdrawalRate = 0.0
  var tariff = 0.0
  var credits = SIMD4<Double>()
  var substitution = 0.0
  var precedentWeight = 0.0
  var growthShift = 0.0
  var driverStep = 0.0
  var driverHazard = 0.0
}
