import Series
import TestSupport
import Testing

@testable import Forecasting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct ArmaLikelihoodTests {
  /// The rank-one filter and the full one, at the same point of the same series.
  private func sums(_ values: [Double], _ order: ArimaOrder, _ point: [Double]) -> [FilterSums] {
    let (p, q) = (order.autoregressive, order.movingAverage)
    let (first, second) = (ArmaLikelihood.capacity(p, q), IntegratedFilter.capacity(order))
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: first + second) { block in
      values.withUnsafeBufferPointer { pointer in
        guard let base = block.baseAddress, let start = pointer.baseAddress else { return [] }
        let fast = ArmaLikelihood(start, count: values.count, order: order, block: base)
        let level = ArimaOrder(checked: p, 0, q, hasConstant: order.hasConstant)
        let full = IntegratedFilter(start, count: values.count, order: level, block: base + first)
        return [fast.filter(at: point, innovations: nil), full.filter(at: point, innovations: nil)]
      }
    }
  }

  @Test(arguments: [
    ([0.3], []), ([], [0.7]), ([], [2.5]), ([1.2, -0.4], [0.5]), ([0.9, -3.0, 0.2], [-1.3, 0.4]),
    ([4.0], [-0.95, 0.2, 0.1, 0.3, -0.2]), ([0.1, 0.2, 0.3, 0.4, -0.5], [0.2]),
  ])
  func agreesWithTheFullFilter(coordinates: [Double], theta: [Double]) throws {
    for hasConstant in [false, true] {
      let order = ArimaOrder(checked: coordinates.count, 0, theta.count, hasConstant: hasConstant)
      let values = try ArimaReferences.series("nile").observations.map { $0.value / 1000 }
      let pair = sums(values, order, coordinates + theta)
      // The covariance stops moving at 1e-8 of its size, whose square is below rounding; what is left are sums of
      // a hundred terms, each good to about 1e-15 times the γ(0)/F = 1e2 of the start.
      #expect(relativeDifference(pair[0].squares, pair[1].squares) < 1e-11)
      #expect(relativeDifference(pair[0].logDeterminant, pair[1].logDeterminant, floor: 1) < 1e-11)
      #expect(relativeDifference(pair[0].coefficient, pair[1].coefficient) < 1e-11)
      #expect(pair[0].count == pair[1].count)
    }
  }

  @Test func isExactAtRsCoefficients() throws {
    var (compared, worst) = (0, (difference: 0.0, place: "-"))
    let records = try ArimaReferences.exact.filter { $0.model == "candidate" }
    for (exact, row) in zip(records, try ArimaReferences.candidates) {
      let order = try ArimaOrder(row.order, row.constant)
      let (p, q) = (order.autoregressive, order.movingAverage)
      guard let expected = exact.loglikExact,
        let partial = PartialAutocorrelation.stepDown(Array(row.coefficients[..<p])),
        // Closer to one, 1 - r² has lost eight of the sixteen digits with which R prints the coefficient.
        partial.allSatisfy({ $0.magnitude < 1 - 1e-8 })
      else { continue }
      var values = try ArimaReferences.series(row.series).observations.map(\.value)
      for _ in 0..<order.differences { values = zip(values.dropFirst(), values).map { $0 - $1 } }
      let constant = order.hasConstant ? row.coefficients[p + q] : 0
      values = values.map { $0 - constant }
      let bare = ArimaOrder(checked: p, order.differences, q, hasConstant: false)
      let point = partial.map(PartialAutocorrelation.coordinate) + row.coefficients[p..<(p + q)]
      let n = Double(values.count)
      let found = -ArmaLikelihood.objective(sums(values, bare, point)[0]) - 0.5 * n * (log(2 * Double.pi) + 1)
      let difference = relativeDifference(found, expected, floor: 1)
      if difference > worst.difference { worst = (difference, "\(row.series) \(order)") }
      compared += 1
    }
    #expect(compared > 1000)
    // 1 - r² ≥ 1e-8 amplifies rounding by 1e8 at most, and mostly by far less.
    #expect(worst.difference < 1e-8, "\(worst)")
  }

  @Test func isTheSameForMirroredMovingAverages() {
    let order = ArimaOrder(checked: 0, 0, 1, hasConstant: true)
    let values = (0..<20).map { Double(($0 * 7) % 5) }
    let inside = ArmaLikelihood.objective(sums(values, order, [0.4])[0])
    let outside = ArmaLikelihood.objective(sums(values, order, [2.5])[0])
    // The variance takes up the factor θ², so only rounding is left.
    #expect(relativeDifference(inside, outside) < 1e-12)
  }

  @Test func isThatOfIndependenceWithoutCoefficients() {
    let order = ArimaOrder(checked: 0, 0, 0, hasConstant: true)
    let result = sums([1, 2, 3, 6], order, [])[0]
    #expect(result.coefficient == 3)
    #expect(result.residualSquares == 14)
    #expect(result.logDeterminant == 0)
  }
}
