#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Exact maximum likelihood for one order.
struct ArimaEstimation {
  let data: ArimaData
  let order: ArimaOrder
  /// Points from which to search, besides those of its own.
  let neighbours: [[Double]]

  private var dimension: Int { order.autoregressive + order.movingAverage }

  /// Estimates the order.
  ///
  /// - Returns: the best of the optima that the starts lead to, with an invertible moving average.
  /// - Throws: ``FitError/didNotConverge(model:)`` where the likelihood has no bound.
  func estimate() throws(FitError) -> ArimaEstimate {
    if data.isStill { return exact }
    guard let found = search() else { throw .didNotConverge(model: data.model) }
    let n = Double(found.sums.count)
    // Innovations below 3e-6 of the largest difference mean a root so close to the unit circle that the likelihood
    // has lost its digits there, and in exact numbers would have no largest value.
    guard found.sums.residualSquares > 1e-11 * n else { throw .didNotConverge(model: data.model) }
    let logLikelihood = -found.value - 0.5 * n * (log(2 * Double.pi) + 1) - n * log(data.unit)
    guard logLikelihood.isFinite else { throw .overflow(model: data.model) }
    return ArimaEstimate(
      order: order, point: found.point, phi: found.phi, theta: Array(found.point[order.autoregressive...]),
      squares: found.sums.residualSquares, logLikelihood: logLikelihood,
      innovationCount: data.innovationCount, regressorCount: data.design?.driverCount ?? 0)
  }

  /// Nothing is left to be explained: no coefficient but the constant.
  private var exact: ArimaEstimate {
    ArimaEstimate(
      order: order, point: [Double](repeating: 0, count: dimension),
      phi: [Double](repeating: 0, count: order.autoregressive),
      theta: [Double](repeating: 0, count: order.movingAverage), squares: 0, logLikelihood: nil,
      innovationCount: data.innovationCount)
  }

  private struct Optimum {
    let point: [Double]
    let phi: [Double]
    let value: Double
    let sums: FilterSums
  }

  private func search() -> Optimum? {
    if let design = data.design {
      let capacity = RegressionLikelihood.capacity(order, design)
      return withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { block in
        guard let storage = block.baseAddress else { return nil }
        let likelihood = RegressionLikelihood(design, order: order, block: storage)
        return optimum(likelihood.process, likelihood.objective) { likelihood.sums(at: $0) }
      }
    }
    if let differenced = data.differenced {
      let capacity = ArmaLikelihood.capacity(order.autoregressive, order.movingAverage)
      return withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { block in
        differenced.withUnsafeBufferPointer { values in
          guard let base = values.baseAddress, let storage = block.baseAddress else { return nil }
          let likelihood = ArmaLikelihood(base, count: values.count, order: order, block: storage)
          return optimum(likelihood.process, likelihood.objective) {
            likelihood.filter(at: $0, innovations: nil)
          }
        }
      }
    }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: IntegratedFilter.capacity(order)) {
      block in
      data.levels.withUnsafeBufferPointer { values in
        guard let base = values.baseAddress, let storage = block.baseAddress else { return nil }
        let filter = IntegratedFilter(base, count: values.count, order: order, block: storage)
        return optimum(filter.process, filter.objective) { filter.filter(at: $0, innovations: nil) }
      }
    }
  }

  /// Runs the search from every start, mirrors the moving average of the best end point and ends the search there.
  @inline(__always)
  private func optimum(
    _ process: ArmaProcess, _ objective: (UnsafePointer<Double>) -> Double,
    _ filter: (UnsafePointer<Double>) -> FilterSums
  ) -> Optimum? {
    var search = QuasiNewton()
    search.curvature = Double(data.innovationCount)
    var best: QuasiNewton.Minimum?
    let starts = ArimaStarts(data: data, order: order)
    for start in neighbours + starts.regression + starts.scattered(objective) where dimension > 0 {
      let found = search.minimise(from: start, objective: objective)
      // Optima closer than this are the same one; the first, from the smaller orders, stands.
      if found.value < (best?.value ?? .infinity) - 1e-9 { best = found }
    }
    var point = best?.point ?? []
    guard dimension == 0 || best != nil else { return nil }
    let p = order.autoregressive
    let mirrored = InvertibleMovingAverage.mirrored(Array(point[p...]))
    if mirrored != Array(point[p...]) {
      point = Array(point[..<p]) + mirrored
      let polished = search.minimise(from: point, objective: objective)
      let theta = Array(polished.point[p...])
      if InvertibleMovingAverage.mirrored(theta) == theta { point = polished.point }
    }
    let value = objective(point)
    guard value.isFinite else { return nil }
    let sums = filter(point)
    return Optimum(point: point, phi: (0..<p).map { process.phi[$0] }, value: value, sums: sums)
  }
}
