internal import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A fitted ``Arima`` or ``AutoArima``.
public struct FittedArima: FittedTrend {
  let data: ArimaData
  let estimate: ArimaEstimate
  let firstYear: Int
  /// How the order was found; `nil` where it was not searched for.
  let search: AutoArima.Search?
  /// The constant in the unit of ``ArimaData``.
  let coefficient: Double
  /// Σ x²/F of the constant or of the unknown second value.
  private let sums: FilterSums
  private let innovations: [(year: Int, value: Double)]

  /// The order, as a sentence.
  public var choice: String? {
    switch search {
    case nil: "Order: \(order)."
    case .stepwise: "Order: \(order), found by stepping from order to order."
    case .full: "Order: \(order), the best of all with p + q up to \(ArimaSearch.largestSum)."
    }
  }

  /// p, d and q.
  public var structure: [(name: String, value: Int)] {
    [("p", order.autoregressive), ("d", order.differences), ("q", order.movingAverage)]
  }

  /// The order that was fitted or chosen.
  public var order: ArimaOrder { estimate.order }
  /// φ(1), …, φ(p).
  public var autoregressive: [Double] { estimate.phi }
  /// θ(1), …, θ(q), invertible.
  public var movingAverage: [Double] { estimate.theta }
  /// The mean at d = 0, the drift at d = 1; `nil` where none is estimated.
  public var constant: Double? {
    guard order.hasConstant else { return nil }
    return coefficient * data.unit + (order.differences == 0 ? data.origin : 0)
  }

  /// Runs the filter once more at the estimates.
  ///
  /// - Parameters:
  ///   - data: what was fitted.
  ///   - estimate: the estimates.
  ///   - firstYear: the year of the first value.
  ///   - search: how the order was found; `nil` where it was not searched for.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  init(
    data: ArimaData, estimate: ArimaEstimate, firstYear: Int, search: AutoArima.Search? = nil
  ) throws(FitError) {
    self.data = data
    self.search = search
    self.estimate = estimate
    self.firstYear = firstYear
    let count = data.levels.count
    var traces = [Double](repeating: .nan, count: 2 * count)
    let sums = traces.withUnsafeMutableBufferPointer { trace in
      Self.run(data, estimate.order, estimate.point) { $0.filter(at: $1, innovations: trace.baseAddress) }
    }
    guard let sums else { throw .overflow(model: data.model) }
    self.sums = sums
    let coefficient = data.isStill ? data.still / data.unit : sums.coefficient
    self.coefficient = estimate.order.hasConstant ? coefficient : 0
    let isExact = data.isStill
    innovations = (0..<count).compactMap { t in
      guard traces[2 * t].isFinite else { return nil }
      let standardised = isExact ? 0 : traces[2 * t] - sums.coefficient * traces[2 * t + 1]
      return (firstYear + t, standardised * data.unit)
    }
    guard variance.isFinite, constant?.isFinite != false, innovations.allSatisfy({ $0.value.isFinite }) else {
      throw .overflow(model: data.model)
    }
  }

  /// The innovation variance, Σ e²/F by what is left after estimation: n - d - p - q, less one for a constant.
  var variance: Double {
    let left = Double(data.innovationCount - order.coefficientCount - estimate.regressorCount)
    return estimate.squares / left * data.unit * data.unit
  }

  /// Coefficients with standard errors from the observed information, standardised innovations, likelihood.
  ///
  /// The likelihood is that of the differences, the density of the values given the first d.
  public var summary: FitSummary {
    FitSummary(
      parameters: parameters, residuals: innovations, observations: data.innovationCount,
      estimatedParameters: order.coefficientCount, residualVariance: variance,
      logLikelihood: estimate.logLikelihood)
  }

  /// Normal distributions with the filter's variance, the estimates taken as known (as in R `forecast`).
  ///
  /// - Parameter horizon: how many years.
  /// - Returns: the conditional mean, and σ² times the variance of the state's prediction; for complete series that is
  ///   1 + ψ(1)² + … + ψ(h-1)² up to what the filter has not yet learned of the start.
  /// - Throws: ``FitError/overflow(model:)`` when a number is not finite.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    let count = data.levels.count
    let deviation = variance.squareRoot()
    var shapes: [Marginal.Shape] = []
    _ = Self.run(data, estimate.order, estimate.point) { filter, point in
      var sums = filter.filter(at: point, innovations: nil)
      if data.isStill { sums = FilterSums(product: coefficient, information: 1) }
      for step in 0..<horizon.years {
        let next = filter.prediction(sums)
        let value = next.mean + coefficient * filter.effect(count + step)
        shapes.append(
          .normal(
            mean: data.origin + data.unit * value,
            standardDeviation: deviation * max(next.variance, 0).squareRoot()))
        filter.advance()
      }
      return sums
    }
    guard shapes.count == horizon.years else { throw .overflow(model: data.model) }
    return try PredictiveDistribution(shapes, model: data.model)
  }

  /// A filter over the whole series, at a point.
  private static func run(
    _ data: ArimaData, _ order: ArimaOrder, _ point: [Double],
    _ body: (IntegratedFilter, UnsafePointer<Double>) -> FilterSums
  ) -> FilterSums? {
    let capacity = IntegratedFilter.capacity(order)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { block in
      data.levels.withUnsafeBufferPointer { values in
        guard let base = values.baseAddress, let storage = block.baseAddress else { return nil }
        let filter = IntegratedFilter(base, count: values.count, order: order, block: storage)
        return body(filter, point)
      }
    }
  }

  /// The coefficients; a moving average on the unit circle has no curvature to take a standard error from.
  private var parameters: [ParameterEstimate] {
    let (p, q) = (order.autoregressive, order.movingAverage)
    var names = (0..<p).map { "ar\($0 + 1)" } + (0..<q).map { "ma\($0 + 1)" }
    var point = estimate.phi + estimate.theta
    var steps = [Double](repeating: 1e-4, count: p + q)
    if order.hasConstant {
      names.append(order.constantName)
      point.append(coefficient)
      let spread = estimate.squares / Double(data.innovationCount) / max(sums.information, 1e-300)
      steps.append(1e-2 * spread.squareRoot())
    }
    var errors = [Double?](repeating: nil, count: point.count)
    if !data.isStill, estimate.rootsExceed(1.001) {
      let free = [Bool](repeating: true, count: point.count)
      errors = observedInformationErrors(at: point, free: free, steps: steps, objective: negativeLikelihood)
    }
    var estimates = zip(names, zip(point, errors)).map { ParameterEstimate($0, $1.0, standardError: $1.1) }
    if let constant, let error = errors.last {
      estimates[p + q] = ParameterEstimate(
        order.constantName, constant, standardError: error.map { $0 * data.unit }, dimension: .values)
    }
    return estimates
  }

  /// The negative log-likelihood of φ, θ and the constant, the variance at its best.
  private func negativeLikelihood(_ trial: [Double]) -> Double {
    let (p, q) = (order.autoregressive, order.movingAverage)
    guard let partial = PartialAutocorrelation.stepDown(Array(trial[..<p])) else { return .infinity }
    let point = partial.map(PartialAutocorrelation.coordinate) + trial[p..<(p + q)]
    guard let sums = Self.run(data, order, point, { $0.filter(at: $1, innovations: nil) }) else {
      return .infinity
    }
    let constant = order.hasConstant ? trial[p + q] : sums.coefficient
    let n = Double(sums.count)
    let squares = sums.squares - 2 * constant * sums.product + constant * constant * sums.information
    let extra = order.hasConstant || sums.information == 0 ? 0 : log(sums.information)
    return 0.5 * (n * log(squares / n) + sums.logDeterminant + extra)
  }
}
