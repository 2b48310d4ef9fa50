import Reporting
import Testing

@testable import BurdenShareCLI

struct ScenarioComparisonTests {
  private static let titles = [
    "a": "Japan from FY2027, status-quo posture", "b": "Japan from FY2027, demanding posture (Cost Plus 50)",
  ]

  private static func path(_ scenario: String, _ measure: String, _ period: String, _ median: Double)
    -> [Cell]
  {
    let unit = measure.contains("gdp") ? "percent_gdp" : measure.hasPrefix("sma") ? "KRW_100M" : "JPY_100M"
    let texts = [scenario, measure, unit, period].map { Cell.text($0) }
    let numbers = [1, 0.9, 0.95, 0.98, 1, 1.02, 1.05, 1.1].map { Cell.number($0 * median) }
    return texts + numbers
  }

  private static func event(_ scenario: String, _ name: String, _ chance: Double, _ low: Double?) -> [Cell] {
    [
      .text(scenario), .text("r"), .text(name), .number(chance), .number(0.001), .optional(low),
      .optional(low.map { $0 + 0.3 }),
    ]
  }

  private func comparison(
    _ paths: [[Cell]], _ events: [[Cell]] = [], _ names: [String] = ["a", "b"],
    asOf: [String: String] = ["a": "2026-11-22", "b": "2026-11-22"], definitions: [String: String] = [:]
  ) -> ScenarioComparison {
    ScenarioComparison(
      paths: Table(columns: ProjectionTable.paths.columns, rows: paths),
      events: Table(columns: ProjectionTable.events.columns, rows: events),
      words: ScenarioWords(names, titles: Self.titles), asOf: asOf, definitions: definitions)
  }

  private static let paths = [
    path("a", "hns", "FY2027", 2000), path("a", "hns_first_year", "FY2027", 2300),
    path("a", "hns_term_mean", "FY2027-FY2031", 2400), path("b", "hns_first_year", "FY2027", 2360),
    path("b", "hns_term_mean", "FY2027-FY2031", 2450),
  ]
  private static let events = [
    event("a", "agreed_by_expiry", 0.71, 0.55), event("a", "stopgap", 0.04, 0.01),
    event("a", "lapse", 0.3, 0.15), event("b", "agreed_by_expiry", 0.21, 0.06),
    event("b", "stopgap", 0.47, 0.17), event("b", "lapse", 0.34, 0.1),
  ]

  @Test func theSentenceTellsFirstYearsChancesAndTheDate() {
    let sentence = comparison(Self.paths, Self.events).sentence
    #expect(
      sentence
        == "Negotiated (Japan from FY2027, as of 2026-11-22), the first-year payment in FY2027 comes to 2,300 hundred "
        + "million yen under “status-quo posture” (90% of futures between 2,070 and 2,530; agreed before expiry in 71% and "
        + "extended by a year in 4%) and 2,360 under “demanding posture” (2,124 to 2,596; 21% and 47%).")
  }

  @Test func theTableHasTheFirstYearBeforeTheMean() {
    let table = comparison(Self.paths, Self.events).table
    let amounts = ["First-year payment, FY2027", "Yearly mean of the term, FY2027-FY2031"]
    #expect(Array(table.columns.prefix(3)) == ["scenario"] + amounts)
    #expect(
      table.rows.map { Array($0.prefix(5)) } == [
        [
          .text("status-quo posture"), .text("2,300 [2,070\u{A0}to\u{A0}2,530]"),
          .text("2,400 [2,160\u{A0}to\u{A0}2,640]"),
          .number(71), .number(4),
        ],
        [
          .text("demanding posture"), .text("2,360 [2,124\u{A0}to\u{A0}2,596]"),
          .text("2,450 [2,205\u{A0}to\u{A0}2,695]"),
          .number(21), .number(47),
        ],
      ])
  }

  @Test func theNoteSaysThatChancesOverlapAndRestOnFewCases() {
    let note = comparison(Self.paths, Self.events).note
    #expect(note.hasPrefix("As of 2026-11-22. Amounts are medians in hundred million yen, in brackets"))
    #expect(note.contains("The chances overlap: what is agreed in time and approved late counts under"))
    #expect(note.contains("are 15 to 45% (status-quo posture) and 10 to 40% (demanding posture)."))
    let decided = comparison(Self.paths, [Self.event("a", "lapse", 1, nil)]).note
    #expect(!decided.contains("overlap") && !decided.contains("few cases"))
  }

  @Test func everyScenarioHasItsOwnDate() {
    let dates = ["a": "2026-11-22", "b": "2020-12"]
    let mixed = comparison(Self.paths, [], asOf: dates)
    #expect(mixed.sentence?.contains("under “demanding posture” as of 2020-12 (2,124") == true)
    #expect(mixed.sentence?.hasPrefix("Negotiated (Japan from FY2027), the first-year") == true)
    #expect(
      mixed.note.hasPrefix("As of 2026-11-22 (“status-quo posture”) and 2020-12 (“demanding posture”)."))
    let three = comparison(Self.paths, [], ["a", "b", "c"], asOf: ["a": "2026", "b": "2020", "c": "2020"])
    #expect(
      three.note.hasPrefix("As of 2026 (“Japan from FY2027, status-quo posture”) and 2020 (the others)."))
  }

  @Test func scenariosOfDifferentThingsSayWhatEachIs() {
    let paths = [
      Self.path("a", "hns_first_year", "FY2027", 2300), Self.path("k", "sma_first_year", "2031", 17000),
      Self.path("r", "defense_gdp_ratio", "2034", 2.3), Self.path("r", "defense_gdp_ratio", "2035", 2.4),
    ]
    let dates = ["a": "2026", "k": "2026", "r": "2026"]
    let mixed = comparison(paths, [], ["a", "k", "r"], asOf: dates)
    #expect(mixed.table.columns == ["scenario", "amount"])
    #expect(
      mixed.table.rows[2][1] == .text("Defense spending, 2035: 2.4 [2.16\u{A0}to\u{A0}2.64] per cent of GDP"))
    #expect(
      mixed.sentence?.contains(
        "; under “k”, the first-year payment in 2031 comes to 17,000 hundred million won") == true)
    #expect(
      mixed.sentence?.contains("“r”") == false && mixed.sentence?.hasSuffix("stand in the table.") == true)
    #expect(mixed.note.hasSuffix("lie between."))
    let ratio = comparison(paths, [], ["r"], asOf: dates).sentence
    #expect(
      ratio?.hasPrefix("Negotiated (as of 2026), defense spending in 2035 comes to 2.4 per cent of GDP")
        == true)
  }

  @Test func whatARatioIsStandsBesideIt() {
    let paths = ["r", "s"].map { Self.path($0, "defense_gdp_ratio", "2035", 2.4) }
    let dates = ["r": "2026", "s": "2026"]
    let alike = comparison(
      paths, [], ["r", "s"], asOf: dates, definitions: ["r": "x over y", "s": "x over y"])
    #expect(alike.sentence?.contains("defense spending (x over y) in 2035 comes to 2.4 per cent") == true)
    #expect(alike.note.hasSuffix("lie between. The ratio is x over y."))
    let mixed = comparison(
      paths, [], ["r", "s"], asOf: dates, definitions: ["r": "x over y", "s": "v over w"])
    #expect(mixed.sentence?.contains("defense spending (v over w) in 2035 comes to") == true)
    #expect(mixed.note.hasSuffix("The ratio is x over y (“r”); v over w (“s”)."))
    // An amount in yen is no ratio, though its scenario has one too.
    let other = comparison(Self.paths, Self.events, definitions: ["a": "x over y"])
    #expect(other == comparison(Self.paths, Self.events))
  }

  @Test func oneScenarioIsCalledByItsTitle() {
    let one = comparison(Self.paths, Self.events, ["a"])
    #expect(
      one.sentence?.hasPrefix(
        "Negotiated (as of 2026-11-22), the first-year payment in FY2027 comes to 2,300") == true)
    #expect(one.sentence?.contains("under “Japan from FY2027, status-quo posture” (90%") == true)
    #expect(one.note.hasSuffix("are 15 to 45%."))
    #expect(comparison([], []).sentence == nil)
  }

  @Test func ofManyAlliesTheNumberThatGetThereIsTold() {
    let paths = [
      Self.path("a", "defense_gdp_ratio_bel", "2035", 3), Self.path("a", "allies_at_3.5_percent", "2035", 20),
    ]
    let sentence = comparison(paths, [], ["a"]).sentence
    #expect(sentence?.contains("the number of allies at 3.5% of GDP or more in 2035 comes to 20") == true)
  }

  @Test func aSentenceNamesNoMoreThanFour() {
    let names = ["p", "q", "r", "s", "t"]
    let many = comparison(names.map { Self.path($0, "hns_first_year", "FY2027", 1) }, [], names, asOf: [:])
    #expect(many.sentence?.hasSuffix("; the others stand in the table.") == true)
    #expect(many.table.rows.count == 5)
  }
}
