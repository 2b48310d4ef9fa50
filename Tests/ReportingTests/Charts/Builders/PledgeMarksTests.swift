import Testing

@testable import Reporting

struct PledgeMarksTests {
  private func bar(_ scenario: String, _ year: Int, _ lower: Double, _ upper: Double) -> ScenarioChart.Point {
    ScenarioChart.Point(
      scenario: scenario, measure: "defense_gdp_ratio", unit: "percent_gdp", period: "\(year)", lower: lower,
      median: (lower + upper) / 2, upper: upper)
  }

  private func marks(_ pledges: [(Int, Double)], _ bars: [ScenarioChart.Point]) -> PledgeMarks {
    PledgeMarks(
      pledges: pledges.map {
        ScenarioChart.Pledge(scenario: "a", measure: "defense_gdp_ratio", year: $0.0, value: $0.1)
      }, bars: bars, unit: "percent_gdp", isFiscal: true, phrases: Phrases(.english))
  }

  private let bars: [(String, Int, Double, Double)] = [
    ("a", 2027, 1.4, 2.6), ("b", 2027, 1.3, 2.8), ("a", 2035, 1.3, 3.4), ("b", 2035, 1.6, 4.1),
  ]

  private var drawn: [ScenarioChart.Point] { bars.map { bar($0.0, $0.1, $0.2, $0.3) } }

  @Test func noNumberLiesOnABar() {
    let labels = marks([(2025, 2), (2027, 2), (2035, 3.5), (2035, 5)], drawn).labels(room: 0.3)
    #expect(labels.map(\.text) == ["2%", "2%", "3.5%", "5%"])
    #expect(labels.map(\.place) == [2, 2.8, 4.1, 5])
    #expect(labels.map(\.isApart) == [false, true, true, false])
  }

  @Test func numbersThatWouldLieOnEachOtherStandTogether() {
    let labels = marks([(2027, 2), (2027, 2.9), (2025, 3), (2025, 3.1), (2024, 3.1)], drawn).labels(room: 0.3)
    #expect(labels.map(\.text) == ["3.1%", "3%, 3.1%", "2%, 2.9%"])
    #expect(labels.map(\.place) == [3.1, 3.1, 2.9])
  }

  @Test func belowAndAboveTheBarsANumberStandsAtItsDiamond() {
    let labels = marks([(2027, 0.5), (2027, 1.2), (2035, 4.2)], drawn).labels(room: 0.3)
    #expect(labels.map(\.place) == [0.5, 2.8, 4.2])
    #expect(marks([], drawn).labels(room: 0.3).isEmpty)
  }
}
