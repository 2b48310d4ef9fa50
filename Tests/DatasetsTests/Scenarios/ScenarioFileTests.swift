import Negotiation
import Series
import TestSupport
import Testing

@testable import Datasets

@Suite struct ScenarioFileTests {
  private static let names = [
    "japan-2021-as-of-2020-12", "japan-2027-demanding", "japan-2027-status-quo", "japan-2027-transactional",
    "japan-gdp-ratio", "korea-2021", "korea-2031", "nato-hague",
  ]

  @Test func thePackageHasTheScenariosOfTheRecord() throws {
    #expect(Set(try RealPackage.open().scenarioNames).isSuperset(of: Self.names))
  }

  @Test(arguments: names) func everyScenarioOfThePackageIsSound(name: String) throws {
    let file = try RealPackage.open().scenarioFile(name)
    #expect(file.faults.isEmpty, "\(file.faults)")
    #expect(!file.scenarios.isEmpty)
    for scenario in file.scenarios { _ = try scenario.book() }
  }

  @Test func aVariantReplacesKeysOfItsFile() throws {
    let package = try RealPackage.open()
    let both = try package.scenarios(named: "japan-2021-as-of-2020-12")
    #expect(
      both.map(\.identifier) == ["japan-2021-as-of-2020-12/demanding", "japan-2021-as-of-2020-12/status-quo"])
    #expect(both.map { $0.agreement?.posture } == [.demanding, .statusQuo])
    #expect(both.map { $0.agreement?.ask.reports.count } == [1, 0])
    #expect(both.map { $0.agreement?.offer?.money.amount } == [2_029, 2_029])
    let one = try package.scenarios(named: "japan-2021-as-of-2020-12/status-quo")
    #expect(one == [both[1]])
  }

  @Test func theLastAmountAndTheRateAreThoseKnownAtTheDate() throws {
    let scenario = try #require(try RealPackage.open().scenarios(named: "japan-2021-as-of-2020-12").first)
    #expect(scenario.agreement?.base.year == 2020)
    #expect(scenario.agreement?.base.money.amount == 1_993)
    // The average of 2020 was not complete in December 2020.
    #expect(scenario.rates.rates["JPY"]?.basis == "japan-fx 2019")
  }

  @Test func unknownNamesAreToldWithTheNearest() throws {
    let package = try RealPackage.open()
    let nearest = "japan-2027-demanding"
    #expect(throws: DataError.unknownScenario("japan-2027-demandin", nearest: nearest)) {
      try package.scenarios(named: "japan-2027-demandin")
    }
    #expect(throws: DataError.unknownScenario("korea-2021/hard", nearest: nil)) {
      try package.scenarios(named: "korea-2021/hard")
    }
    #expect(throws: DataError.noSuchFile("nowhere.yaml")) { try package.scenarios(named: "nowhere.yaml") }
  }

  @Test(arguments: Ally.allCases) func theTemplateIsSound(ally: Ally) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.yaml", ScenarioTemplate.text(name: "mine", ally: ally))
    let file = try ScenarioFile(path, in: RealPackage.open())
    #expect(file.faults.isEmpty, "\(file.faults)")
    #expect(file.scenarios.map(\.identifier) == ["mine"])
  }

  @Test(arguments: Ally.allCases) func theTemplateIsSoundWithItsCommentedKeys(ally: Ally) throws {
    // Each of the alternatives that stand as comments with a whole key, taken in.
    let text = ScenarioTemplate.text(name: "mine", ally: ally)
    let keys = [
      "exchange_rates", "base", "offer", "precedent", "ratio", "variants", "ask.status_quo", "percent",
    ]
    var isInside = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let bare = String(line.drop { $0 == " " })
      guard bare.hasPrefix("# ") else {
        isInside = false
        return String(line)
      }
      let indent = String(line.prefix { $0 == " " })
      let rest = String(bare.dropFirst(2))
      isInside = keys.contains { rest.hasPrefix($0 + ":") } || (isInside && rest.hasPrefix(" "))
      return isInside ? indent + rest : String(line)
    }
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.yaml", lines.joined(separator: "\n"))
    let file = try ScenarioFile(path, in: RealPackage.open())
    #expect(file.faults.isEmpty, "\(file.faults)")
    #expect(file.scenarios.map(\.identifier) == ["mine/hard", "mine/soft"])
  }
}
