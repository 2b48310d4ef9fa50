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

  @Test func everyAllyOfNATOHasAName() {
    let codes =
      "ALB BEL BGR CAN CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN ISL ITA LTU LUX LVA MKD MNE NLD NOR POL PRT ROU SVK SVN SWE TUR USA"
    for code in codes.split(separator: " ").map(String.init) {
      let names = ChartLanguage.allCases.map { Phrases($0).economy(code) }
      #expect(names.allSatisfy { $0 != code }, "\(code)")
      #expect(
        names[0].utf8.count == names[0].count && names[1] != names[0] && names[2] != names[0], "\(names)")
    }
  }

  @Test func ratiosThatAreReachedHaveWordsInEveryLanguage() {
    for language in ChartLanguage.allCases {
      let phrases = Phrases(language)
      #expect(phrases.event("reaches_3.5_percent_by_2035").contains("3.5%"))
      #expect(phrases.measure("allies_at_3.5_percent").contains("3.5%"))
      #expect(!phrases.event("reaches_3.5_percent_by_2035").contains("_"))
      #expect(phrases.event("reaches_percent_by") == "reaches percent by")
    }
    #expect(Phrases(.japanese).event("lapse_after_stopgap") != "lapse after stopgap")
  }

  @Test func periodsHaveTheWordsOfTheLanguage() {
    #expect(Phrases(.english).label(period: "FY2027-FY2031") == "FY2027-FY2031")
    #expect(Phrases(.japanese).label(period: "FY2027-FY2031") == "2027〜2031年度")
    #expect(Phrases(.traditionalChinese).label(period: "FY2027") == "2027會計年度")
    #expect(Phrases(.japanese).label(period: "2031-2035") == "2031〜2035年")
    #expect(Phrases(.japanese).label(period: "x") == "x")
  }

  @Test func aLapseIsSaidSoThatItCanBeRarerThanThreeMonthsWithoutAnAgreement() {
    let english = Phrases(.english)
    #expect(english.event("lapse") == "neither agreement nor extension in force at expiry")
    #expect(english.event("lapse_3_months").contains("also after an extension"))
    #expect(Phrases(.japanese).event("lapse_3_months").contains("暫定延長後"))
    #expect(Phrases(.traditionalChinese).event("lapse_3_months").contains("延長後"))
  }
}
