import Testing

@testable import Forecasting

@Suite struct LevelTests {
  @Test func splitsTheRestEvenly() throws {
    let level = try Level(80)
    #expect(level.lowerTail == 0.1 && level.upperTail == 0.9)
    #expect(level.label == "80")
    #expect(try Level(99.5).label == "99.5")
  }

  @Test func tailsAreProbabilities() throws {
    for percent in [Double.leastNonzeroMagnitude, 1e-9, 50, 99.999, 100.0.nextDown] {
      let level = try Level(percent)
      #expect(level.lowerTail > 0 && level.lowerTail <= 0.5)
      #expect(level.upperTail < 1 && level.upperTail >= 0.5)
    }
  }

  @Test(arguments: [0, 100, -5, 100.5, .infinity, -.infinity])
  func refuses(percent: Double) {
    #expect(throws: OptionError.levelOutOfRange(percent)) { try Level(percent) }
  }

  @Test func refusesNaN() {
    let error = #expect(throws: OptionError.self) { try Level(.nan) }
    guard case .levelOutOfRange(let percent) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(percent.isNaN)
  }
}
