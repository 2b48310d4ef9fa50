import Foundation
import Reporting
import Testing

struct EventChartTests {
  private func row(_ scenario: String, _ round: String, _ event: String, _ probability: Double) -> [Cell] {
    [.text(scenario), .text(round), .text(event), .number(probability), .number(0.01)]
  }

  private func chart(_ rows: [[Cell]], _ language: ChartLanguage = .english) throws -> Chart {
    let columns = ["scenario", "round_id", "event", "probability", "standard_error"]
    return try EventChart(events: Table(columns: columns, rows: rows), Phrases(language), source: "s").chart
  }

  @Test func theTitleIsAboutTheAgreementAndNotAboutWhatIsLikeliest() throws {
    let rows = [
      row("a", "R", "zone_of_agreement", 0.93), row("a", "R", "agreed_by_expiry", 0.23),
      row("b", "R", "zone_of_agreement", 0.98), row("b", "R", "agreed_by_expiry", 0.72),
    ]
    #expect(try chart(rows).title == "Agreed before expiry: from 23% under a to 72% under b")
    #expect(try chart(Array(rows.prefix(2))).title == "Agreed before expiry: 23% under a")
  }

  @Test func alliesHaveARowEach() throws {
    let rows = [
      row("n", "DEU", "reaches_3.5_percent_by_2035", 0.1),
      row("n", "POL", "reaches_3.5_percent_by_2035", 0.87),
      row("t", "DEU", "reaches_5_percent_by_2035", 0.01), row("t", "POL", "reaches_5_percent_by_2035", 0.14),
    ]
    let chart = try chart(rows)
    #expect(chart.views.map(\.title) == ["reaches 3.5% of GDP by 2035", "reaches 5% of GDP by 2035"])
    #expect(chart.title == "Reaches 3.5% of GDP by 2035: most likely Poland, 87% under n")
    let text = String(decoding: chart.encoded(), as: UTF8.self)
    #expect(text.contains("Germany") && text.contains("Poland"))
  }

  @Test func theLikeliestEventIsNamedWhereNoAgreementIsAtStake() throws {
    #expect(
      try chart([row("a", "JPN", "reaches_2_percent_by_2027", 0.28)], .japanese).title.contains("GDP比2%"))
  }
}
