import Testing

@testable import Reporting

struct ScenarioNamesTests {
  private let titles = [
    "d": "Japan from FY2027, demanding posture (Cost Plus 50 on what the United States pay)",
    "s": "Japan from FY2027, status-quo posture",
  ]

  @Test func whatScenariosShareStandsOnceAndWhatTellsThemApartInTheLegend() {
    let names = ScenarioNames(["d", "s"], titles: titles, Phrases(.english))
    #expect(names.shared == "Japan from FY2027")
    #expect(names.label("d") == "demanding posture (Cost Plus 50 on what the United States pay)")
    #expect(names.short("d") == "demanding posture")
    #expect(names.label("s") == "status-quo posture")
  }

  @Test func aPlotOfOneScenarioIsCalledByItsWholeName() {
    let names = ScenarioNames(["d", "s"], titles: titles, Phrases(.english))
    #expect(names.whole("d") == "Japan from FY2027, demanding posture")
    #expect(
      ScenarioNames(["s"], titles: titles, Phrases(.english)).whole("s")
        == "Japan from FY2027, status-quo posture")
    #expect(ScenarioNames(["a", "b"], titles: [:], Phrases(.english)).whole("b") == "b")
    let twins = ["a": "X (one)", "b": "X (two)"]
    #expect(ScenarioNames(["a", "b"], titles: twins, Phrases(.english)).whole("b") == "X (two)")
  }

  @Test func bundledTitlesAreTranslatedAndOthersStay() {
    let names = ScenarioNames(["d", "s"], titles: titles, Phrases(.japanese))
    #expect(names.shared == "2027年度からの日本")
    #expect(names.short("d") == "要求型の姿勢")
    let mine = ScenarioNames(["a"], titles: ["a": "My own case"], Phrases(.traditionalChinese))
    #expect(mine.shared == "My own case" && mine.label("a") == "My own case")
  }

  @Test func aScenarioWithoutATitleKeepsItsName() {
    let names = ScenarioNames(["a", "b"], titles: [:], Phrases(.english))
    #expect(names.shared.isEmpty && names.label("a") == "a" && names.tooltip.count == 1)
    #expect(ScenarioNames([], titles: [:], Phrases(.english)).shared.isEmpty)
  }

  @Test func scenariosOfOneTitleAreToldApartByTheirNames() {
    let titles = ["a": "Case", "b": "Case", "c": "Case, other"]
    let names = ScenarioNames(["a", "b", "c"], titles: titles, Phrases(.english))
    #expect(["a", "b", "c"].map { names.label($0) } == ["a", "b", "other"])
    let same = ScenarioNames(["a", "b"], titles: ["a": "X, y", "b": "X, y"], Phrases(.english))
    #expect(Set([same.label("a"), same.label("b")]).count == 2)
  }

  @Test func bracketsAreNotTakenApart() {
    let names = ScenarioNames(["a"], titles: ["a": "Case (one, two)"], Phrases(.english))
    #expect(names.label("a") == "Case (one, two)" && names.shared == "Case")
    #expect(ScenarioNames(["a"], titles: ["a": "(x)"], Phrases(.english)).shared == "(x)")
  }
}
