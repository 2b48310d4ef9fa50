import Datasets
import Foundation
import Reporting
import Testing

@testable import Negotiation

struct AssumptionWordsTests {
  private func expectWords(_ key: String) {
    let words = ChartLanguage.allCases.map { Phrases($0).assumption(key) }
    #expect(!words.contains(key), "\(key) has no words")
    #expect(Set(words).count == words.count, "\(words)")
  }

  @Test func everyAssumptionHasWordsInEveryLanguage() {
    for assumption in AssumptionCatalog.standard.assumptions { expectWords(assumption.key) }
    for driver in Driver.allCases { expectWords("agreement.drivers.\(driver.rawValue)") }
    #expect(Phrases(.english).assumption("no.such") == "no.such")
  }

  @Test func everyBarOfABundledScenarioHasWords() throws {
    let path = Program.data.appendingPathComponent("baselines/project-tornado.csv").path
    var reader = try CSVReader.open(path)
    var keys: Set<String> = []
    while try reader.next() { keys.insert(try reader.text(try reader.column("assumption"))) }
    // What a scenario states has bars of its own.
    let package = try DataPackage(Program.data.path)
    for name in package.scenarioNames {
      for scenario in try package.scenarios(named: name) {
        keys.formUnion((scenario.agreement?.alternatives() ?? []).map(\.key))
      }
    }
    #expect(keys.count > 50 && keys.contains("agreement.talks_begin"))
    keys.forEach { expectWords($0) }
  }

  @Test func everyBundledScenarioHasWordsInEveryLanguage() throws {
    let package = try DataPackage(Program.data.path)
    var parts: Set<String> = ["the ask alone"]
    for name in package.scenarioNames {
      for scenario in try package.scenarios(named: name) {
        parts.formUnion(scenario.title.components(separatedBy: ", "))
        parts.formUnion((scenario.ratio?.paths ?? []).map(\.name))
      }
    }
    #expect(parts.count > 12)
    for part in parts {
      let words = ChartLanguage.allCases.map { Phrases($0).scenario(part) }
      #expect(words[1] != words[0] && words[2] != words[0], "'\(part)' has no words")
    }
  }
}
