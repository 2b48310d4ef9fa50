internal import LinearAlgebra
internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A fitted ``Regression``.
public struct FittedRegression: FittedTrend {
  let drivers: [Driver]
  let table: DriverTable
  /// What was estimated, and on what.
  let data: ArimaData
  let estimate: ArimaEstimate
  /// The errors n(t) as an ARIMA fit of their own, at the estimates.
  let errors: FittedArima
  /// β, on the scale of the model for one unit of each driver.
  public let coefficients: [Double]
  /// The inverse information of constant and scaled drivers, by columns, in units of σ².
  let covariance: [[Double]]
  let design: RegressionDesign
  private let innovations: [(year: Int, value: Double)]

  /// The order of the errors.
  public var order: ArimaOrder { estimate.order }

  /// The order and the drivers, as a sentence.
  public var choice: String? {
    "Drivers: \(table.names.joined(separator: ", ")), \(table.observationCount) years; errors: \(order)."
  }

  /// Solves for the coefficients at the estimates and filters what they leave.
  ///
  /// - Parameters:
  ///   - drivers: the columns as they were asked for.
  ///   - table: the columns in the fitted years.
  ///   - data: what was fitted.
  ///   - estimate: the estimates.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  init(drivers: [Driver], table: DriverTable, data: ArimaData, estimate: ArimaEstimate) throws(FitError) {
    self.drivers = drivers
    self.table = table
    self.data = data
    self.estimate = estimate
    let solved = Self.run(data, estimate.order) { likelihood in likelihood.solution(at: estimate.point) }
    guard let design = data.design, let solved else { throw .overflow(model: data.model) }
    self.design = design
    let first = design.pulseCount + (design.hasConstant ? 1 : 0)
    let coefficients = zip(solved.coefficients[first...], design.scales).map { $0 * data.unit / $1 }
    guard coefficients.allSatisfy(\.isFinite) else { throw .overflow(model: data.model) }
    self.coefficients = coefficients
    covariance = solved.covariance[design.pulseCount...].map { Array($0[design.pulseCount...]) }
    let isAbsent = table.isAbsent
    let start = table.series.firstYear
    innovations = solved.errors.enumerated().compactMap { index, error in
      let place = index + estimate.order.differences
      return isAbsent[place] ? nil : (start + place, error * data.unit)
    }
    let left = table.series.values.enumerated().map { place, value -> Double? in
      guard !isAbsent[place], let value else { return nil }
      return zip(coefficients, table.columns).reduce(value) { $0 - $1.0 * $1.1[place] }
    }
    errors = try Self.arima(left, start, estimate, data, hasConstant: estimate.order.hasConstant)
  }

  /// A series as ARIMA at the estimates.
  private static func arima(
    _ values: [Double?], _ firstYear: Int, _ estimate: ArimaEstimate, _ data: ArimaData, hasConstant: Bool
  ) throws(FitError) -> FittedArima {
    let series: AnnualSeries
    do {
      series = try AnnualSeries(identifier: "errors", firstYear: firstYear, values: values)
    } catch {
      throw .overflow(model: data.model)
    }
    let (order, d) = (estimate.order, estimate.order.differences)
    let own = try ArimaData(series, differences: d, hasConstant: hasConstant, model: data.model)
    let units = data.unit / own.unit
    return try FittedArima(
      data: own,
      estimate: ArimaEstimate(
        order: ArimaOrder(checked: order.autoregressive, d, order.movingAverage, hasConstant: hasConstant),
        point: estimate.point, phi: estimate.phi, theta: estimate.theta,
        squares: estimate.squares * units * units, logLikelihood: estimate.logLikelihood,
        innovationCount: estimate.innovationCount, regressorCount: estimate.regressorCount),
      firstYear: firstYear)
  }

  /// Coefficients with standard errors from the observed information, standardised innovations, likelihood.
  public var summary: FitSummary {
    FitSummary(
      parameters: parameters, residuals: innovations, observations: data.innovationCount,
      estimatedParameters: order.coefficientCount + drivers.count, residualVariance: errors.variance,
      logLikelihood: estimate.logLikelihood)
  }

  /// Normal distributions whose variance holds the errors, the estimated coefficients and the drivers' own future.
  ///
  /// With r(h) the drivers' values less what the errors' process predicts of them, C = (X'Ω⁻¹X)⁻¹ and S the covariance of
  /// forecast drivers: σ²(v(h) + r'Cr + tr(CS)) + β'Sβ, which is exact for the mean and the variance when drivers and
  /// coefficients are independent. φ and θ are taken as known.
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: one normal distribution a year.
  /// - Throws: ``FitError/drivers(_:)`` where a driver's future is not known.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    let future = try futures(horizon)
    let own = try errors.predict(horizon)
    let responses = try responses(future, horizon)
    var shapes: [Marginal.Shape] = []
    for step in 0..<horizon.years {
      guard case .normal(let mean, let deviation) = own.steps[step].shape else {
        throw .overflow(model: data.model)
      }
      let values = future.map { $0[step] }
      let centre = zip(coefficients, values).reduce(mean) { $0 + $1.0 * $1.1.mean }
      let spread = spread(values)
      let offset = design.hasConstant ? 1 : 0
      var extra = 0.0
      var driven = 0.0
      for i in covariance.indices {
        for j in covariance.indices { extra += responses[i][step] * covariance[i][j] * responses[j][step] }
      }
      for i in values.indices {
        for j in values.indices {
          driven += coefficients[i] * coefficients[j] * spread[i][j]
          extra += covariance[i + offset][j + offset] * spread[i][j] / design.scales[i] / design.scales[j]
        }
      }
      let variance = deviation * deviation + errors.variance * max(extra, 0) + max(driven, 0)
      shapes.append(.normal(mean: centre, standardDeviation: variance.squareRoot()))
    }
    return try PredictiveDistribution(shapes, model: data.model)
  }

  /// What the drivers are expected to be in the years after the origin.
  func futures(_ horizon: Horizon) throws(FitError) -> [[DriverRecord.Value]] {
    let last = table.series.lastYear
    var found: [[DriverRecord.Value]] = []
    for driver in drivers {
      do throws(DriverError) {
        let values = try driver.values((last + 1)...(last + horizon.years), origin: last)
        let missing = values.indices.filter { values[$0] == nil }.map { last + 1 + $0 + driver.shift }
        guard missing.isEmpty else {
          throw .gap(
            driver: driver.recordName ?? driver.label,
            years: YearRuns.text(missing, calendar: table.series.calendar))
        }
        found.append(values.compactMap { $0 })
      } catch {
        throw .drivers(error)
      }
    }
    return found
  }

  /// The covariance of the drivers in one year.
  ///
  /// Of one series, the later lag knows everything the earlier one does not yet: the covariance of two lags is the smaller
  /// variance, as for a series of independent changes. Different series are taken as independent.
  private func spread(_ values: [DriverRecord.Value]) -> [[Double]] {
    values.indices.map { i in
      values.indices.map { j in
        if i == j { return values[i].variance }
        guard let name = drivers[i].recordName, name == drivers[j].recordName else { return 0 }
        if drivers[i].scaleName == drivers[j].scaleName { return min(values[i].variance, values[j].variance) }
        return (values[i].variance * values[j].variance).squareRoot()
      }
    }
  }

  /// r: constant and scaled drivers in the future less what the process of the errors predicts of them from their past.
  private func responses(_ future: [[DriverRecord.Value]], _ horizon: Horizon) throws(FitError) -> [[Double]]
  {
    let count = table.series.values.count
    let isAbsent = table.isAbsent
    let isLevel = order.differences == 0
    var pairs: [(past: [Double], next: [Double])] = []
    if design.hasConstant {
      let effect = { (t: Int) -> Double in isLevel ? 1 : Double(t) }
      pairs.append(((0..<count).map(effect), (count..<(count + horizon.years)).map(effect)))
    }
    for (index, column) in table.columns.enumerated() {
      let origin = isLevel && !design.hasConstant ? 0 : column[0]
      let scale = design.scales[index]
      pairs.append(
        (column.map { ($0 - origin) / scale }, future[index].map { ($0.mean - origin) / scale }))
    }
    var found: [[Double]] = []
    for (past, next) in pairs {
      let known = past.enumerated().map { isAbsent[$0] ? nil : $1 }
      let predicted = try Self.arima(known, 0, estimate, data, hasConstant: false).predict(horizon)
      found.append(zip(next, predicted.steps).map { $0 - $1.shape.locationAndScale.location })
    }
    return found
  }

  private static func run<Result>(
    _ data: ArimaData, _ order: ArimaOrder, _ body: (RegressionLikelihood) -> Result?
  ) -> Result? {
    guard let design = data.design else { return nil }
    let capacity = RegressionLikelihood.capacity(order, design)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { block in
      guard let storage = block.baseAddress else { return nil }
      return body(RegressionLikelihood(design, order: order, block: storage))
    }
  }

  private var parameters: [ParameterEstimate] {
    let (p, q) = (order.autoregressive, order.movingAverage)
    let names = (0..<p).map { "ar\($0 + 1)" } + (0..<q).map { "ma\($0 + 1)" }
    let scaled = zip(coefficients, design.scales).map { $0 / data.unit * $1 }
    let constant = constantInUnits
    let linear = (design.hasConstant ? [constant] : []) + scaled
    let sigma = (estimate.squares / Double(data.innovationCount)).squareRoot()
    let steps = covariance.indices.map { 1e-2 * sigma * covariance[$0][$0].squareRoot() }
    var found = [Double?](repeating: nil, count: p + q + linear.count)
    if estimate.rootsExceed(1.001), sigma > 0,
      let spread = observedInformationCovariance(
        at: estimate.phi + estimate.theta + linear, axes: Array(found.indices),
        steps: [Double](repeating: 1e-4, count: p + q) + steps, objective: negativeLikelihood)
    {
      found = spread.diagonal.map { $0 > 0 ? $0.squareRoot() : nil }
      if design.hasConstant { found[p + q] = constantError(spread, first: p + q) }
    }
    var rows = zip(names, zip(estimate.phi + estimate.theta, found)).map {
      ParameterEstimate($0, $1.0, standardError: $1.1)
    }
    var place = p + q
    if let value = errors.constant {
      rows.append(
        ParameterEstimate(order.constantName, value, standardError: found[place].map { $0 * data.unit }))
      place += 1
    }
    for (index, name) in table.names.enumerated() {
      let factor = data.unit / design.scales[index]
      rows.append(
        ParameterEstimate(
          name, coefficients[index], standardError: found[place + index].map { $0 * factor }))
    }
    return rows
  }

  /// The standard error of the constant where every driver is zero, in the unit of the design.
  private func constantError(_ spread: Matrix, first: Int) -> Double? {
    var weights = [Double](repeating: 0, count: spread.shape.rows)
    weights[first] = 1
    for index in coefficients.indices where order.differences == 0 {
      weights[first + 1 + index] = -table.columns[index][0] / design.scales[index]
    }
    guard let moved = try? spread.multiplied(by: weights) else { return nil }
    let variance = zip(weights, moved).reduce(0) { $0 + $1.0 * $1.1 }
    return variance > 0 ? variance.squareRoot() : nil
  }

  /// The constant of the design: about the drivers' first values, in its unit.
  private var constantInUnits: Double {
    guard let constant = errors.constant else { return 0 }
    guard order.differences == 0 else { return constant / data.unit }
    let moved = zip(coefficients, table.columns).reduce(constant - data.origin) { $0 + $1.0 * $1.1[0] }
    return moved / data.unit
  }

  /// The negative log-likelihood of φ, θ, the constant and the scaled coefficients, the variance at its best.
  private func negativeLikelihood(_ trial: [Double]) -> Double {
    let (p, q) = (order.autoregressive, order.movingAverage)
    guard let partial = PartialAutocorrelation.stepDown(Array(trial[..<p])) else { return .infinity }
    let point = partial.map(PartialAutocorrelation.coordinate) + trial[p..<(p + q)]
    let sums = Self.run(data, order) { $0.sums(at: point, coefficients: Array(trial[(p + q)...])) }
    guard let sums else { return .infinity }
    let n = Double(sums.count)
    return 0.5 * (n * log(sums.squares / n) + sums.logDeterminant)
  }
}

extension Driver {
  /// The transform of a series' values, by which lags of one scale are told; empty for a shape.
  var scaleName: String {
    guard case .record(let record) = source else { return "" }
    return record.scale.description
  }
}
