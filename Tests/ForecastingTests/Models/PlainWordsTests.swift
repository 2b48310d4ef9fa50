import Testing

@testable import Forecasting

@Suite struct PlainWordsTests {
  @Test func everyModelIsSaidInPlainWordsOrExplainsItself() {
    let own = ["auto", "combination", "piecewise"]
    for model in ModelCatalog.standard + ModelCatalog.withOthers {
      let identifier = type(of: model).identifier
      #expect((PlainWords.on(identifier) == nil) == own.contains(identifier.name), "\(identifier)")
    }
  }

  @Test func saysWhatTheIntervalContains() throws {
    let words = try #require(PlainWords.on(Naive.identifier))
    #expect(words.idea == "The last value is expected to stay.")
    #expect(words.interval.hasPrefix("The interval contains yearly changes as large as those of the record"))
    #expect(words.interval.hasSuffix("."))
  }
}
