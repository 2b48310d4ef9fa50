import Testing

@testable import Reporting

struct PhrasesTests {
  @Test func everyLanguageHasItsOwnWords() {
    for phrase in [\Phrases.observed, \.median, \.unconfirmed, \.scenario, \.probability, \.held, \.raises] {
      let words = ChartLanguage.allCases.map { Phrases($0)[keyPath: phrase] }
      #expect(Set(words).count == ChartLanguage.allCases.count, "\(words)")
    }
  }

  @Test func englishWordsAreASCII() {
    let phrases = Phrases(.english)
    let words = [
      phrases.observed, phrases.median, phrases.fitted, phrases.unconfirmed, phrases.calibration,
      phrases.held,
      phrases.unit("JPY_100M"), phrases.unit("percent"), phrases.interval("80"),
    ]
    #expect(words.allSatisfy { $0.utf8.count == $0.count })
  }

  @Test func whatHasNoNameKeepsItsSymbol() {
    for language in ChartLanguage.allCases {
      let phrases = Phrases(language)
      #expect(phrases.unit("furlong") == "furlong")
      #expect(phrases.series("x", title: "My series") == "My series")
      #expect(phrases.economy("XYZ") == "XYZ")
      #expect(phrases.measure("m") == "m")
      #expect(phrases.event("some_event") == "some event")
      #expect(phrases.driver("some_driver") == "some driver")
    }
  }

  @Test func languagesHaveTheNamesOfTheOption() {
    #expect(ChartLanguage.allCases.map(\.rawValue) == ["en", "ja", "zh-Hant"])
    #expect(ChartLanguage(rawValue: "fr") == nil)
  }
}
