/// The estimates of all orders of one series, one d and one choice of constant, each built on its smaller neighbours.
///
/// The likelihood of mixed models on short series has several optima. Every order is therefore searched from the
/// optima of the orders with one coefficient less in p or in q as well, the new coefficient at zero: no order can
/// then be less likely than one it contains. An estimate depends on the series and the order alone, not on which
/// orders were asked for before.
struct ArimaLattice {
  private struct Lags: Hashable {
    let autoregressive: Int
    let movingAverage: Int
  }

  let data: ArimaData
  private var found: [Lags: ArimaEstimate] = [:]

  /// An empty lattice.
  ///
  /// - Parameter data: the series.
  init(_ data: ArimaData) { self.data = data }

  /// The estimate of an order, with those of the orders below it as far as they are not known.
  ///
  /// - Parameters:
  ///   - p: the number of autoregressive coefficients.
  ///   - q: the number of moving-average coefficients.
  /// - Returns: the estimate.
  /// - Throws: ``FitError`` for too few values or a likelihood without a bound, here or below.
  mutating func estimate(_ p: Int, _ q: Int) throws(FitError) -> ArimaEstimate {
    let lags = Lags(autoregressive: p, movingAverage: q)
    if let known = found[lags] { return known }
    let order = ArimaOrder(checked: p, data.differences, q, hasConstant: data.hasConstant)
    let values = data.innovationCount + data.differences
    let needed = order.minimumObservations + (data.design?.driverCount ?? 0)
    guard values >= needed else {
      throw .tooFewObservations(model: data.model, needed: needed, found: values)
    }
    var neighbours: [[Double]] = []
    if p > 0, p + q > 1 {
      let below = try estimate(p - 1, q)
      neighbours.append(Array(below.point[..<(p - 1)]) + [0] + below.theta)
    }
    if q > 0, p + q > 1 { neighbours.append(try estimate(p, q - 1).point + [0]) }
    let estimation = ArimaEstimation(data: data, order: order, neighbours: neighbours)
    let estimate = try estimation.estimate()
    found[lags] = estimate
    return estimate
  }
}
