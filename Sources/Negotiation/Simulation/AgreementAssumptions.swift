#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

internal import Probability

/// The assumptions of an agreement, ready to be drawn.
struct AgreementAssumptions: Sendable {
  /// The keys in the order of their places.
  static let keys = [
    "posture.stay_months", "posture.change_at_inauguration", "posture.share_transactional",
    "posture.share_demanding", "ask.status_quo", "ask.noise", "ask.markup", "ask.mix_cost_plus",
    "ask.mix_status_quo", "fx.sd", "offer.scale", "offer.weight", "stopgap.probability",
    "stopgap.probability_otherwise", "stopgap.step", "furlough.probability", "furlough.after_months",
    "furlough.hazard", "election.before", "election.after", "approval", "ceiling.weight",
    "ceiling.no_deal_cost", "minority.spread", "withdrawal.rate", "credit.fms", "credit.ptrl",
    "credit.investment", "credit.gdp_ratio", "linkage.substitution", "precedent.weight", "growth.shift",
    "driver.slope_step", "driver.slope_hazard",
  ]

  private let sampled: [SampledValue]
  private let drivers: [Double]
  private let fxYears: Double

  /// - Parameters:
  ///   - value: the value of a key.
  ///   - drivers: the values of the covariates.
  ///   - fxYears: years from the date to the settlement, for the spread of the exchange rate.
  /// - Throws: ``NegotiationError`` for a value that cannot be drawn.
  init(
    drivers: [Double], fxYears: Double, _ value: (String) throws(NegotiationError) -> AssumedValue
  ) throws(NegotiationError) {
    var sampled: [SampledValue] = []
    for key in Self.keys {
      do {
        sampled.append(try SampledValue(try value(key)))
      } catch let error as NegotiationError {
        throw error
      } catch {
        throw .outOfRange(what: key, value: .nan, expected: "\(error)")
      }
    }
    self.sampled = sampled
    self.drivers = drivers
    self.fxYears = fxYears
  }

  /// The values of a draw.
  func drawn(_ numbers: DrawNumbers) -> DrawnAssumptions {
    sampled.withUnsafeBufferPointer { sampled in
      func at(_ place: Int) -> Double {
        sampled[place].isFixed
          ? sampled[place].value(0.5)
          : sampled[place].value(numbers.uniform(Place.assumptions + UInt64(place)))
      }
      var drawn = DrawnAssumptions()
      drawn.stayMonths = at(0)
      drawn.change = at(1)
      drawn.transactional = at(2)
      drawn.demanding = at(3)
      drawn.statusQuoAsk = at(4)
      drawn.askNoise = at(5)
      drawn.markup = at(6)
      drawn.mixCostPlus = at(7)
      drawn.mixStatusQuo = at(8)
      drawn.exchangeRateSpread = at(9) * fxYears.squareRoot()
      drawn.offerScale = at(10)
      drawn.offerWeight = at(11)
      drawn.stopgapProbability = at(12)
      drawn.stopgapOtherwise = at(13)
      drawn.stopgapStep = at(14)
      drawn.furloughProbability = at(15)
      drawn.furloughAfter = Int(at(16))
      drawn.furloughHazard = at(17)
      drawn.beforeElectionFactor = exp(at(18))
      drawn.afterElectionFactor = exp(at(19))
      drawn.approvalProbability = at(20)
      drawn.ceilingWeight = at(21)
      drawn.noDealCost = at(22)
      drawn.minoritySpread = at(23)
      drawn.withdrawalRate = at(24)
      drawn.credits = SIMD4(at(25), at(26), at(27), at(28))
      drawn.substitution = at(29)
      drawn.precedentWeight = at(30)
      drawn.growthShift = at(31)
      if !drivers.isEmpty {
        for (index, driver) in drivers.enumerated() {
          let place = Place.assumptions + UInt64(Self.keys.count + 2 * min(index, 13))
          drawn.driverStep += sampled[32].value(numbers.uniform(place)) * driver
          drawn.driverHazard += sampled[33].value(numbers.uniform(place + 1)) * driver
        }
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
  var withdrawalRate = 0.0
  var credits = SIMD4<Double>()
  var substitution = 0.0
  var precedentWeight = 0.0
  var growthShift = 0.0
  var driverStep = 0.0
  var driverHazard = 0.0

  /// The expected growth of the ally's budget line.
  func growthOfCeiling(_ growth: GrowthTerms, _ isOn: Bool) -> Double {
    isOn ? growth.mean + growthShift : 0
  }
}
