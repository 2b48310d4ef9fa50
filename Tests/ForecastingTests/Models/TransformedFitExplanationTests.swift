import Series
import Testing

@testable import Forecasting

@Suite struct TransformedFitExplanationTests {
  private func sentences(_ model: TransformedModel, _ series: AnnualSeries) throws -> [String] {
    let fit = try model.fit(series)
    return fit.explanation(of: try fit.predict(Horizon(3)), at: [.ninetyFive])
  }

  /// A model without sentences of its own is explained by its description and its estimates.
  @Test func explainsByTheDescription() throws {
    let record = try AnnualSeries([2, 5, 3, 8])
    #expect(
      try sentences(TransformedModel(Drift(), transform: .log), record) == [
        "drift(log): random walk with drift, fitted under the transform log.",
        "The last value is expected to move on by the mean yearly change of the record.",
        "Fitted, on the transformed scale: drift 0.4621.",
        "Estimated from 4 values: \(Drift.description.estimation).",
        "Interval: \(Drift.description.interval).",
        "The interval contains yearly changes as different as those of the record, added up, and how uncertain their mean is; "
          + "no break.",
      ])
    #expect(try sentences(TransformedModel(Naive()), record).contains { $0.hasPrefix("Fitted") } == false)
  }

  @Test(arguments: [
    ("theta-dynamic", ["alpha", "theta", "initial level"]),
    ("ces", ["alpha0", "alpha1", "initial level", "initial potential"]),
  ])
  func saysTheFittedWeights(_ name: String, _ parameters: [String]) throws {
    let values: [Double?] = (0..<20).map { (year: Int) -> Double? in Double(year * year % 13 + 3 * year) }
    let model = TransformedModel(try ModelCatalog.model(named: name))
    let line = try #require(try sentences(model, AnnualSeries(values)).first { $0.hasPrefix("Fitted: ") })
    for parameter in parameters { #expect(line.contains("\(parameter) "), "\(line)") }
  }

  @Test func saysThatThetaHasNoEnd() throws {
    let doubling = try AnnualSeries((0..<9).map { Double(1 << $0) })
    let text = try sentences(TransformedModel(OptimisedTheta()), doubling)
    // l(0) fits the fourth year alone there, and is not shown.
    #expect(text.contains("Fitted: alpha 0.99, theta at its bound (unbounded)."))
  }

  @Test func saysHowAnOrderWasFound() throws {
    let record = try AnnualSeries([3, 9, 2, 8, 1, 7, 4, 6])
    let full = try sentences(TransformedModel(AutoArima(search: .full)), record)
    #expect(
      full.contains { $0.hasPrefix("Order: ") && $0.hasSuffix(", the best of all with p + q up to 5.") })
    let stepwise = try sentences(TransformedModel(AutoArima()), record)
    #expect(stepwise.contains { $0.hasSuffix(", found by stepping from order to order.") })
  }

  @Test func saysWhereABoundCutsTheInterval() throws {
    let around = try AnnualSeries([3, 9, 2, 8, 1, 7], bounds: .nonnegative)
    let white = Arima(try ArimaOrder(autoregressive: 0, differences: 0, movingAverage: 0))
    let text = "Intervals end at 0: this quantity cannot be below."
    #expect(try sentences(TransformedModel(white), around).last == text)
    let free = try AnnualSeries([3, 9, 2, 8, 1, 7])
    #expect(try sentences(TransformedModel(white), free).contains(text) == false)
  }

  @Test func numbersAreShort() {
    let numbers = [0, 1, -0.123_456, 2_317.84, 1_234_567, 1e-12, 99_995, 1e300]
    #expect(
      numbers.map(TransformedFit.brief) == [
        "0", "1", "-0.1235", "2318", "1235000", "1e-12", "100000", "1e+300",
      ])
  }
}
