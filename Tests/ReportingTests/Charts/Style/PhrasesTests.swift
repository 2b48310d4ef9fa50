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

  @Test func noMedianIsCalledExpected() {
    let phrases = Phrases(.english)
    let interval = Phrases.Interval(level: "80", lower: "1", upper: "3")
    let titles = [
      phrases.forecastTitle("x", period: "FY2030", amount: "2", interval: nil),
      phrases.forecastTitle("x", period: "FY2030", amount: "2", interval: interval),
      phrases.forecastsTitle([(name: "x", period: "FY2030", amount: "2")]),
      phrases.forecastsTitle([(name: "x", change: "+1.0")], period: "FY2030"),
      phrases.forecastsTitle("x", period: "FY2030", lowest: ("a", "1"), highest: ("b", "2")),
      phrases.scenarioTitle("x", period: "FY2030", lowest: ("a", "1"), highest: ("b", "2")),
      phrases.scenarioTitle("x", period: "FY2030", scenario: "a", median: "2"),
    ]
    for title in titles {
      #expect(title.lowercased().contains("median") && !title.lowercased().contains("expected"), "\(title)")
    }
    for language in [ChartLanguage.japanese, .traditionalChinese] {
      let phrases = Phrases(language)
      let title = phrases.scenarioTitle("x", period: "2030", lowest: ("a", "1"), highest: ("b", "2"))
      #expect(title.contains(language == .japanese ? "中央値" : "中位數"))
    }
  }

  @Test func anAmountIsWrittenAsTheLanguageWritesIt() {
    #expect(Phrases(.english).amount("2,360", "JPY_100M") == "2,360 hundred million yen")
    #expect(Phrases(.japanese).amount("2,360", "JPY_100M") == "2,360億円")
    #expect(Phrases(.traditionalChinese).amount("2,360", "JPY_100M") == "2,360億日圓")
    #expect(Phrases(.japanese).amount("2.88", "percent_gdp") == "GDP比2.88%")
    #expect(Phrases(.traditionalChinese).amount("2.88", "percent_gdp") == "GDP之2.88%")
    #expect(
      Phrases(.japanese).amount("2", "furlong") == "2 furlong" && Phrases(.japanese).amount("2", "1") == "2")
  }

  @Test func aRatioSaysWhatItCountsInTheLanguage() {
    let bundled = [
      "defense and related expenses of the initial budget over the GDP of FY2022",
      "defense expenditure by NATO's definition, pensions included, over GDP",
    ]
    for definition in bundled {
      let words = ChartLanguage.allCases.map { Phrases($0).definition(definition) }
      #expect(words[0] == definition && Set(words).count == 3)
    }
    #expect(Phrases(.japanese).definition("my own count") == "my own count")
    let (one, other) = (
      CountedRatio(definition: "one count", isFiscal: true),
      CountedRatio(definition: "other count", isFiscal: false)
    )
    let phrases = Phrases(.english)
    #expect(phrases.counted([]).isEmpty)
    #expect(phrases.counted([("a", one), ("b", one)]) == "ratio: one count")
    #expect(
      phrases.counted([("a", one), ("b", other), ("c", one)])
        == "ratio (a, c): one count; ratio (b): other count")
  }

  @Test func yearsOfAFiscalRatioAreFiscal() {
    #expect(Phrases(.english).label(period: "2035", isFiscal: true) == "FY2035")
    #expect(Phrases(.japanese).label(period: "2035", isFiscal: true) == "2035年度")
    #expect(Phrases(.traditionalChinese).label(period: "2035", isFiscal: false) == "2035年")
    #expect(Phrases(.english).label(period: "FY2035", isFiscal: true) == "FY2035")
    #expect(Phrases(.english).label(period: "x", isFiscal: true) == "x")
    let event = "reaches_3.5_percent_by_2035"
    #expect(Phrases(.english).event(event, isFiscal: true) == "reaches 3.5% of GDP by FY2035")
    #expect(Phrases(.japanese).event(event, isFiscal: true) == "2035年度までにGDP比3.5%に到達")
    #expect(Phrases(.traditionalChinese).event(event, isFiscal: true) == "2035會計年度前達GDP之3.5%")
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
