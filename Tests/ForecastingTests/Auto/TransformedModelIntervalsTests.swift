import Series
import Testing

@testable import Forecasting

@Suite struct TransformedModelIntervalsTests {
  private func combination(_ members: [any TrendModel]) throws -> TransformedModel {
    TransformedModel(try Combination(members.map { TransformedModel($0) }))
  }

  @Test func everyModelHasNativeIntervals() throws {
    for model in ModelCatalog.standard {
      let changed = try TransformedModel(model, transform: Transform.none).with(.native)
      #expect(changed.identifier == type(of: model).identifier)
      #expect((changed.model as? Auto)?.intervals != .calibrated)
      #expect((changed.model as? Piecewise)?.intervals != .calibrated)
    }
  }

  @Test func autoAndPiecewiseHaveCalibratedOnes() throws {
    for model in ModelCatalog.standard
    where !(model is Auto) && !(model is Combination) && !(model is Piecewise) {
      let model = TransformedModel(model)
      #expect(throws: IntervalError.notCalibrated(model: model.label)) { try model.with(.calibrated) }
    }
    let auto = try TransformedModel(Auto(intervals: .native), transform: .log).with(.calibrated)
    #expect((auto.model as? Auto)?.intervals == .calibrated && auto.transform == .log)
    let native = try Piecewise(.found(.exactly(2)), isJoined: true, least: 6, intervals: .native)
    let lines = try TransformedModel(native, transform: .log).with(.calibrated)
    let piecewise = try #require(lines.model as? Piecewise)
    #expect(piecewise.intervals == .calibrated && lines.transform == .log)
    // What else was asked for stays.
    #expect(piecewise.isJoined && piecewise.least == 6 && piecewise.dates == native.dates)
  }

  @Test func aCombinationHasWhatAllItsMembersHave() throws {
    #expect(throws: IntervalError.memberNotCalibrated(member: "drift")) {
      try combination([Auto(), Drift()]).with(.calibrated)
    }
    let alone = try combination([Auto()]).with(.calibrated)
    #expect((alone.model as? Combination)?.members.count == 1)
    let native = try combination([Auto(), Drift()]).with(.native).model as? Combination
    #expect((native?.members.first?.model as? Auto)?.intervals == .native)
  }
}
