import Foundation
import Reporting
import Testing

struct EventChartTests {
  @Test func aRatioThatIsReachedSaysWhatItCounts() throws {
    let columns = ["scenario", "round_id", "event", "probability", "standard_error"]
    func row(_ scenario: String, _ round: String, _ event: String) -> [Cell] {
      [.text(scenario), .text(round), .text(event), .number(0.25), .number(0.01)]
    }
    let rows = [
      row("a", "R", "stopgap"), row("b", "R", "stopgap"), row("b", "JPN", "reaches_3.5_percent_by_2035"),
    ]
    let ratio = CountedRatio(definition: "one count", isFiscal: true)
    let chart = try EventChart(
      events: Table(columns: columns, rows: rows), ratios: ["b": ratio], Phrases(.english), source: "s"
    ).chart
    #expect(chart.subtitle.contains("ratio: one count"))
    let text = String(decoding: chart.encoded(), as: UTF8.self)
    #expect(text.contains("reaches 3.5% of GDP by FY2035"))
    // A row that one scenario has stands on its line.
    #expect(text.contains("\"place\": 1,"))
    let without = try EventChart(
      events: Table(columns: columns, rows: Array(rows.prefix(2))), ratios: ["b": ratio], Phrases(.english),
      source: "s"
    ).chart
    #expect(!without.subtitle.contains("one count"))
  }

  private func row(_ scenario: String, _ round: String, _ event: String, _ probability: Double) -> [Cell] {
    [.text(scenario), .text(round), .text(event), .number(probability), .number(0.01)]
  }

  private func chart(_ rows: [[Cell]], _ language: ChartLanguage = .english) throws -> Chart {
    let columns = ["scenario", "round_id", "event", "probability", "standard_error"]
    return try EventChart(events: Table(columns: columns, rows: rows), Phrases(language), source: "s").chart
  }

  @Test func aPledgeOfItsOwnNamesItsAlly() throws {
    let rows = [
      row("a", "DEU", "reaches_3.5_percent_by_2035", 0.2),
      row("a", "POL", "reaches_3.5_percent_by_2035", 0.9),
      row("a", "ESP", "reaches_2.1_percent_by_2035", 0.5),
    ]
    let chart = try chart(rows)
    #expect(chart.views.map(\.title) == ["reaches 3.5% of GDP by 2035", "reaches 2.1% of GDP by 2035"])
    #expect(String(decoding: chart.encoded(), as: UTF8.self).contains("Spain"))
  }

  @Test func theTitleIsAboutTheAgreementAndNotAboutWhatIsLikeliest() throws {
    let rows = [
      row("a", "R", "zone_of_agreement", 0.93), row("a", "R", "agreed_by_expiry", 0.23),
      row("b", "R", "zone_of_agreement", 0.98), row("b", "R", "agreed_by_expiry", 0.72),
    ]
    #expect(try chart(rows).title == "Agreed before expiry: from 23% (a) to 72% (b)")
    #expect(try chart(Array(rows.prefix(2))).title == "a – agreed before expiry: 23%")
  }

  @Test func anAgreementThatHasRunOutIsNoQuestionOfTime() throws {
    let rows = [
      row("a", "R", "agreed_by_expiry", 0), row("a", "R", "rise_of_10_percent", 0.21),
      row("b", "R", "agreed_by_expiry", 0), row("b", "R", "rise_of_10_percent", 0.35),
    ]
    #expect(try chart(rows).title == "First year a tenth higher or more: from 21% (a) to 35% (b)")
    let same = [row("a", "R", "agreed_by_expiry", 0.5), row("b", "R", "agreed_by_expiry", 0.5)]
    #expect(try chart(same).title == "Agreed before expiry: 50% (every scenario)")
  }

  @Test func whatFitsAndAssumptionsLeaveOpenIsDrawnWhereTheTableHasIt() throws {
    let columns = ["scenario", "round_id", "event", "probability", "standard_error", "q05", "q95"]
    let table = Table(
      columns: columns, rows: [row("a", "R", "stopgap", 0.5) + [.number(0.25), .number(0.75)]])
    let chart = try EventChart(events: table, Phrases(.english), source: "s").chart
    let text = String(decoding: chart.encoded(), as: UTF8.self)
    #expect(text.contains("\"lower\": 25") && text.contains("\"upper\": 75"))
    #expect(chart.subtitle.contains("assumptions leave open"))
  }

  @Test func theLegendHasTitlesAndThePointerTheNamesInTables() throws {
    let columns = ["scenario", "round_id", "event", "probability", "standard_error"]
    let rows = [
      row("japan-2027-demanding", "R", "stopgap", 0.5), row("japan-2027-status-quo", "R", "stopgap", 0.1),
    ]
    let titles = [
      "japan-2027-demanding": "Japan from FY2027, demanding posture (Cost Plus 50)",
      "japan-2027-status-quo": "Japan from FY2027, status-quo posture",
    ]
    let chart = try EventChart(
      events: Table(columns: columns, rows: rows), titles: titles, Phrases(.english), source: "s"
    ).chart
    #expect(
      chart.title
        == "Japan from FY2027 – one-year extension: from 10% (status-quo posture) to 50% (demanding posture)")
    let layer = try #require(chart.views.first?.layers.last)
    #expect(layer.tooltip.map(\.field).contains("scenario"))
    let row = layer.rows.map { "\($0)" }.joined()
    #expect(row.contains("japan-2027-demanding") && row.contains("status-quo posture"))
    let color = layer.channels.first { $0.name == .color }.map { "\($0.definition)" } ?? ""
    #expect(color.contains("status-quo posture") && !color.contains("japan-2027"))
  }

  @Test func alliesHaveARowEach() throws {
    let rows = [
      row("n", "DEU", "reaches_3.5_percent_by_2035", 0.1),
      row("n", "POL", "reaches_3.5_percent_by_2035", 0.87),
      row("t", "DEU", "reaches_5_percent_by_2035", 0.01), row("t", "POL", "reaches_5_percent_by_2035", 0.14),
    ]
    let chart = try chart(rows)
    #expect(chart.views.map(\.title) == ["reaches 3.5% of GDP by 2035", "reaches 5% of GDP by 2035"])
    #expect(chart.title == "Reaches 3.5% of GDP by 2035: most likely Poland, 87% (n)")
    let text = String(decoding: chart.encoded(), as: UTF8.self)
    #expect(text.contains("Germany") && text.contains("Poland"))
  }

  @Test func theLikeliestEventIsNamedWhereNoAgreementIsAtStake() throws {
    #expect(
      try chart([row("a", "JPN", "reaches_2_percent_by_2027", 0.28)], .japanese).title.contains("GDP比2%"))
  }
}
