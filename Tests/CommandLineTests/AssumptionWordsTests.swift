import Negotiation
import Reporting
import Testing

struct AssumptionWordsTests {
  @Test func everyAssumptionHasWordsInEveryLanguage() {
    for assumption in AssumptionCatalog.standard.assumptions {
      let words = ChartLanguage.allCases.map { Phrases($0).assumption(assumption.key) }
      #expect(!words.contains(assumption.key), "\(assumption.key)")
      #expect(Set(words).count == words.count, "\(words)")
    }
    #expect(Phrases(.english).assumption("no.such") == "no.such")
  }
}
