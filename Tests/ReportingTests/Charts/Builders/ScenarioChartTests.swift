import Foundation
import Series
import Testing

@testable import Reporting

struct ScenarioChartTests {
  private static let columns = ["scenario", "measure", "unit", "period", "q05", "q50", "q95"]

  private func row(_ scenario: String, _ measure: String, _ period: String, _ median: Double) -> [Cell] {
    let unit = measure.hasPrefix("defense") ? "percent_gdp" : "JPY_100M"
    return [
      .text(scenario), .text(measure), .text(unit), .text(period), .number(median - 1), .number(median),
      .number(median + 1),
    ]
  }

  private func text(_ chart: Chart) -> String { String(decoding: chart.encoded(), as: UTF8.self) }

  @Test func everyMeasureIsDrawn() throws {
    let rows = [
      row("a", "hns", "FY2027", 10), row("a", "hns", "FY2028", 11), row("a", "hns_first_year", "FY2027", 12),
      row("a", "package_value", "FY2027-FY2031", 3), row("a", "defense_gdp_ratio", "2027", 1.5),
      row("a", "defense_gdp_ratio", "2028", 1.6),
    ]
    let table = Table(columns: Self.columns, rows: rows)
    let chart = try ScenarioChart(paths: table, Phrases(.english), source: "s").chart
    #expect(chart.views.count == 4)
    let text = text(chart)
    for title in ["Host-nation support", "First-year payment", "Value above the old", "Defense spending"] {
      #expect(text.contains(title), "\(title)")
    }
  }

  @Test func amountsInTwoCurrenciesShareNoAxis() throws {
    var won = row("b", "package_value", "2031-2035", 3000)
    won[2] = .text("KRW_100M")
    let table = Table(columns: Self.columns, rows: [row("a", "package_value", "FY2027-FY2031", 3), won])
    let chart = try ScenarioChart(paths: table, Phrases(.english), source: "s").chart
    #expect(chart.views.count == 2)
    #expect(text(chart).contains("hundred million won"))
  }

  @Test func agreementsThatBeginInDifferentYearsAreNoPathInTime() throws {
    let rows = [row("a", "term_years", "FY2027", 5), row("b", "term_years", "FY2031", 5)]
    let table = Table(columns: Self.columns, rows: rows)
    let chart = try ScenarioChart(paths: table, Phrases(.english), source: "s").chart
    #expect(chart.views.map(\.title) == ["Length of the term, FY2027, FY2031"])
  }

  @Test func whatOneAllyPledgesForItselfIsNotToldOfAll() throws {
    let allies = ["deu", "pol", "esp"]
    let rows = allies.flatMap { ally in
      [2034, 2035].map { row("nato", "defense_gdp_ratio_\(ally)", "\($0)", 3.6) }
    }
    let pledges = allies.map { ally in
      ScenarioChart.Pledge(
        scenario: "nato", measure: "defense_gdp_ratio_\(ally)", year: 2035, value: ally == "esp" ? 2.1 : 3.5)
    }
    let chart = try ScenarioChart(
      paths: Table(columns: Self.columns, rows: rows), pledges: pledges, Phrases(.english), source: "s"
    ).chart
    #expect(chart.title == "nato – 3 of 3 allies at 3.5% of GDP in 2035 at the median")
  }

  @Test func alliesAreSmallPanelsOnOneScaleWithTheirPledges() throws {
    var rows: [[Cell]] = []
    for ally in ["deu", "pol", "esp", "ita"] {
      for year in 2030...2035 { rows.append(row("nato", "defense_gdp_ratio_\(ally)", "\(year)", 2)) }
    }
    rows[rows.count - 1] = row("nato", "defense_gdp_ratio_ita", "2035", 3.6)
    let pledges = ["deu", "pol", "esp", "ita"].map {
      ScenarioChart.Pledge(scenario: "nato", measure: "defense_gdp_ratio_\($0)", year: 2035, value: 3.5)
    }
    let record = ScenarioChart.Record(
      measure: "defense_gdp_ratio_deu",
      values: (1990...2029).map { FanChart.Observation(year: $0, value: 1.25) })
    let chart = try ScenarioChart(
      paths: Table(columns: Self.columns, rows: rows), records: [record], pledges: pledges, Phrases(.english),
      source: "s"
    ).chart
    #expect(chart.views.map(\.title) == ["Germany", "Poland", "Spain", "Italy"])
    #expect(chart.title == "nato – 1 of 4 allies at 3.5% of GDP in 2035 at the median")
    let text = text(chart)
    #expect(text.components(separatedBy: "\"diamond\"").count == 5)
    #expect(text.contains("1.25") && text.contains("\"year\": 2018") && !text.contains("\"year\": 2017,"))
    // One scale: the highest end of an interval bounds every panel.
    for view in chart.views {
      for channel in view.layers.flatMap(\.channels) where channel.name == .y {
        #expect("\(channel.definition)".contains("4.6"))
      }
    }
  }

  @Test func howManyAlliesReachAPledgeTogetherIsToldWhereTheTableHasIt() throws {
    let chart = try ScenarioChart(
      paths: SampleTables.allies, pledges: SampleTables.pledges, Phrases(.english), source: "s"
    ).chart
    // The medians of two allies reach it; at the median of the futures one does.
    #expect(
      chart.title == "pledge/core – 1 of 4 allies at 3% of GDP in 2030 at the median, 90% of futures 0 to 2")
    #expect(!chart.subtitle.contains("allies") && !chart.subtitle.contains("symbol"))
  }

  @Test func symbolsOfTheLegendAreNotFrayedByDashes() throws {
    let chart = try ScenarioChart(paths: SampleTables.paths, Phrases(.english), source: "s").chart
    let channels = chart.views[0].layers.flatMap(\.channels)
    // A legend of dashes that is left out conflicts with that of the colours, of which Vega warns.
    #expect(!channels.contains { $0.name == .strokeDash })
    let lines = chart.views[0].layers.filter { $0.mark.kind == .line }
    let dashes = lines.flatMap(\.mark.style).filter { $0.name == "strokeDash" }.map { "\($0.value)" }
    #expect(Set(dashes).count == 3)
    for channel in channels where channel.name == .shape || channel.name == .color {
      guard let legend = channel.definition.first(where: { $0.name == "legend" }) else { continue }
      #expect("\(legend.value)".contains("symbolDash"))
    }
  }

  @Test func periodsUnderThePointerAreInTheWordsOfTheLanguage() throws {
    let chart = try ScenarioChart(paths: SampleTables.paths, Phrases(.japanese), source: "s").chart
    let text = text(chart)
    #expect(text.contains("\"2027年度\"") && !text.contains("FY2027"))
  }

  private static let budget = CountedRatio(
    definition: "defense and related expenses of the initial budget over the GDP of FY2022", isFiscal: true)

  /// Amounts under two scenarios, and a ratio under the second.
  private var amountsAndARatio: Table {
    var rows = ["a", "b"].flatMap { scenario in
      (2027...2030).map { row(scenario, "hns", "FY\($0)", 10) }
    }
    rows += (2027...2030).map { row("b", "defense_gdp_ratio", "\($0)", 2) }
    return Table(columns: Self.columns, rows: rows)
  }

  @Test func aWidePanelSaysWhatItsRatioCounts() throws {
    for language in ChartLanguage.allCases {
      let phrases = Phrases(language)
      let words = phrases.definition(Self.budget.definition)
      let chart = try ScenarioChart(
        paths: amountsAndARatio, ratios: ["b": Self.budget], phrases, source: "s"
      ).chart
      #expect(chart.views.map { $0.subtitle?.contains(words) } == [nil, true])
      #expect(!chart.subtitle.contains(words) && chart.alternativeText.contains(words))
      let axis = chart.views[1].layers[0].channels.first { $0.name == .x }
      let title = axis?.definition.first { $0.name == "title" }
      #expect(title?.value == .text(phrases.fiscalYear))
      #expect(chart.views[1].layers[0].tooltip.contains(Tooltip("period", phrases.time)))
      #expect(text(chart).contains("\"\(phrases.label(period: "2030", isFiscal: true))\""))
    }
  }

  @Test func aRatioAloneAndPanelsOfAlliesSayItUnderTheTitle() throws {
    let rows = (2027...2030).map { row("b", "defense_gdp_ratio", "\($0)", 2) }
    let alone = try ScenarioChart(
      paths: Table(columns: Self.columns, rows: rows), ratios: ["b": Self.budget], Phrases(.english),
      source: "s"
    ).chart
    #expect(alone.subtitle.contains("ratio: " + Self.budget.definition) && alone.views[0].subtitle == nil)
    #expect(alone.title.contains("in FY2030"))
    let nato = CountedRatio(
      definition: "defense expenditure by NATO's definition, pensions included, over GDP", isFiscal: false)
    let allies = try ScenarioChart(
      paths: SampleTables.allies, pledges: SampleTables.pledges, ratios: ["pledge/core": nato],
      Phrases(.english), source: "s"
    ).chart
    #expect(allies.subtitle.contains("ratio: " + nato.definition) && allies.title.contains("in 2030"))
    // What the terminal draws says it too.
    let fans = try ScenarioChart(
      paths: amountsAndARatio, ratios: ["b": Self.budget], Phrases(.english), source: "s"
    ).fans
    #expect(fans.map { $0.name.contains(Self.budget.definition) } == [false, false, true])
    #expect(fans.allSatisfy { $0.calendar == .japanFiscal })
  }

  @Test func aLoneScenarioStandsInItsYear() throws {
    let chart = try ScenarioChart(paths: amountsAndARatio, Phrases(.english), source: "s").chart
    func years(_ view: ChartView) -> [JSONValue] {
      view.layers.flatMap(\.rows).compactMap { row in
        guard case .object(let members) = row else { return nil }
        return members.first { $0.name == "year" }?.value
      }
    }
    #expect(
      years(chart.views[1]).contains(.number(2030)) && !years(chart.views[1]).contains(.number(2030.08)))
    #expect(years(chart.views[0]).contains(.number(2030.08)))
  }

  @Test func barsOfSmallPanelsAreToldApartInGrey() throws {
    let chart = try ScenarioChart(
      paths: SampleTables.allies, pledges: SampleTables.pledges, Phrases(.english), source: "s"
    ).chart
    let bars = chart.views[0].layers.filter { $0.mark.kind == .rule }
    #expect(bars.count == 1 && bars[0].channels.contains { $0.name == .strokeDash })
  }

  @Test func barsEndInsideAxesThatHoldPledges() throws {
    let rows = [row("b", "defense_gdp_ratio", "2027", 2), row("b", "defense_gdp_ratio", "2028", 2)]
    let pledge = ScenarioChart.Pledge(scenario: "b", measure: "defense_gdp_ratio", year: 2028, value: 3.5)
    let chart = try ScenarioChart(
      paths: Table(columns: Self.columns, rows: rows), pledges: [pledge], Phrases(.english), source: "s"
    ).chart
    let y = chart.views[0].layers[0].channels.first { $0.name == .y }
    let scale = y?.definition.first { $0.name == "scale" }
    // From 1 to 3.5: 2.5 of 320 pixels, of which a text takes 24.
    let room = 2.5 * 24 / 320
    #expect(
      scale?.value == [
        "domain": [.number(1 - room / 3), .number(3.5 + room)], "zero": false, "nice": .bool(false),
      ])
  }

  @Test func barsOfOnePeriodEndInsideTheirAxes() throws {
    let table = Table(columns: Self.columns, rows: [row("a", "hns_first_year", "FY2027", 2_549)])
    let chart = try ScenarioChart(paths: table, Phrases(.english), source: "s").chart
    for channel in chart.views[0].layers.flatMap(\.channels) where channel.name == .x {
      let scale = channel.definition.first { $0.name == "scale" }
      let text = "\(String(describing: scale?.value))"
      #expect(text.contains("padding"))
    }
  }

  @Test func thePointerIsToldWhichIntervalItIs() throws {
    let chart = try ScenarioChart(paths: SampleTables.paths, Phrases(.english), source: "s").chart
    let told = chart.views.flatMap(\.layers).flatMap(\.tooltip).map(\.title)
    #expect(told.contains("90% interval, lower end") && !told.contains("q05"))
  }

  @Test func aPledgeBeyondTheHorizonIsLeftOut() throws {
    let rows = [row("a", "defense_gdp_ratio", "2027", 1.5), row("a", "defense_gdp_ratio", "2028", 1.6)]
    let pledge = ScenarioChart.Pledge(scenario: "a", measure: "defense_gdp_ratio", year: 2035, value: 3.5)
    let chart = try ScenarioChart(
      paths: Table(columns: Self.columns, rows: rows), pledges: [pledge], Phrases(.english), source: "s"
    ).chart
    #expect(!text(chart).contains("diamond"))
  }

  @Test func tooManyPanelsAreRefused() {
    let rows = (0..<60).flatMap { [row("a", "m\($0)", "2027", 1), row("a", "m\($0)", "2028", 1)] }
    #expect(throws: ChartError.tooMany("measures", found: 60, limit: ScenarioChart.mostPanels)) {
      try ScenarioChart(paths: Table(columns: Self.columns, rows: rows), Phrases(.english), source: "s")
    }
  }

  @Test func aTerminalDrawsAFanForEachScenario() throws {
    let chart = try ScenarioChart(paths: SampleTables.paths, Phrases(.english), source: "s")
    let fans = chart.fans
    #expect(fans.map(\.model) == ["demanding", "status-quo", "transactional"])
    #expect(fans.allSatisfy { $0.steps.count == 5 && $0.steps[0].intervals[0].level == "90" })
    let text = try TerminalPlot(fans[0], Phrases(.english), width: 72).text(.ascii)
    #expect(text.contains("demanding") && text.contains("FY2031"))
  }

  @Test func thePointerIsToldWordsAndRoundedNumbers() throws {
    for language in ChartLanguage.allCases {
      let chart = try ScenarioChart(paths: SampleTables.paths, Phrases(language), source: "s").chart
      let told = chart.views.flatMap(\.layers).flatMap(\.tooltip)
      #expect(told.contains(Tooltip("median", Phrases(language).median, format: ",.0f")))
    }
  }
}
