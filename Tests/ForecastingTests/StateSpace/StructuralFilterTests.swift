import Series
import Testing

@testable import Forecasting

@Suite struct StructuralFilterTests {
  /// Variances given: the filter alone, with its diffuse start and its gaps.
  @Test(arguments: ["local-level", "local-trend"])
  func agreesWithStatsmodels(model: String) throws {
    var worst = Worst()
    for record in try References.structural where record.model == model && record.isFixed {
      let series = try References.series(record.series)
      let place = "\(record.series) \(model)"
      let filter = StructuralFilter(
        hasSlope: model == "local-trend",
        variances: .init(
          irregular: record.irregularVariance, level: record.levelVariance, slope: record.slopeVariance ?? 0))
      var state = filter.start
      var seen = 0
      for (offset, value) in series.values.enumerated() {
        if seen >= (record.diffuseSteps ?? .max) {
          worst.compare(
            state.level, record.oneStepMean?[offset], floor: series.magnitude, at: "\(place) level[\(offset)]"
          )
          worst.compare(
            state.covariance.levelLevel + filter.variances.irregular, record.oneStepVariance?[offset],
            at: "\(place) variance[\(offset)]")
        }
        filter.step(value, &state)
        seen += value == nil ? 0 : 1
      }
      let n = Double(series.observationCount)
      let likelihood = -0.5 * (n * logOf(2 * .pi) + state.logDeterminant + state.squares)
      worst.compare(likelihood, record.loglik, floor: 1, at: "\(place) loglik")
      // The state is that before the next year; without a slope the same as after the last.
      worst.compare(
        state.level - state.slope, record.levelN, floor: series.magnitude, at: "\(place) level")
      if let slope = record.slopeN {
        worst.compare(state.slope, slope, floor: series.magnitude, at: "\(place) slope")
      }
      let fit = FittedStructural(
        model: LocalTrend.identifier, hasSlope: filter.hasSlope, variances: filter.variances, scale: 1,
        series: series)
      let shapes = try fit.predict(Horizon(10)).steps.map { $0.shape.locationAndScale }
      worst.compare(shapes.map(\.location), record.mean, floor: series.magnitude, at: "\(place) mean")
      worst.compare(shapes.map(\.scale), record.standardError, at: "\(place) se")
    }
    // Up to 100 updates; through a gap of decades the diffuse start takes differences of like numbers.
    worst.expect(within: 1e-12)
  }
}
