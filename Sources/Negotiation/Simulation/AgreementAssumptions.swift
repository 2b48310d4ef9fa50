internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The assumptions of an agreement, ready to be drawn.
struct AgreementAssumptions: Sendable {
  /// One for each ``AgreementKey``, in its order.
  fileprivate let sampled: [SampledValue]
  /// The values of the covariates, with their signs.
  fileprivate let drivers: [Double]
  /// The root of the years from the date to the settlement, for the spread of the exchange rate.
  fileprivate let rootYears: Double

  /// Whether there is a covariate.
  var hasDrivers: Bool { !drivers.isEmpty }

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
    rootYears = max(years, 0).squareRoot()
  }
}

/// The values that one draw takes of its assumptions, each made where it is asked for: most scenarios never reach most of
/// them, and a value has a random number of its own, so that it is the same whenever it is asked for.
struct DrawnAssumptions {
  private let assumptions: AgreementAssumptions
  private let numbers: DrawNumbers

  init(_ assumptions: AgreementAssumptions, _ numbers: DrawNumbers) {
    self.assumptions = assumptions
    self.numbers = numbers
  }

  /// The value of an assumption.
  subscript(key: AgreementKey) -> Double {
    let value = assumptions.sampled[key.rawValue]
    return value.isFixed
      ? value.value(0.5) : value.value(numbers.uniform(Place.assumptions + UInt64(key.rawValue)))
  }

  /// The standard deviation of ln(exchange rate) from the date to the settlement.
  var exchangeRateSpread: Double { self[.exchangeRate] * assumptions.rootYears }
  /// What the covariates add to the step.
  var driverStep: Double { driven(.driverStep, 0) }
  /// What they add to the logit of an agreement.
  var driverHazard: Double { driven(.driverHazard, 1) }

  /// The sum of slope times covariate; each covariate has a slope of its own.
  private func driven(_ key: AgreementKey, _ offset: UInt64) -> Double {
    var sum = 0.0
    for (index, driver) in assumptions.drivers.enumerated() {
      let uniform = numbers.uniform(Place.drivers + 2 * UInt64(index) + offset)
      sum += assumptions.sampled[key.rawValue].value(uniform) * driver
    }
    return sum
  }
}
