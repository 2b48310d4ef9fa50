import Foundation
import Reporting
import Testing

struct BurdenChartTests {
  private func text(_ chart: Chart) -> String { String(decoding: chart.encoded(), as: UTF8.self) }

  @Test func everyMeasureIsComparedByAllyAndFollowedInTime() throws {
    let chart = try BurdenChart(estimates: SampleTables.burden, Phrases(.english), source: "s").chart
    #expect(
      chart.title == "Japan bore 74.5% of the cost of US forces on its soil in 2002, United Kingdom 27%")
    #expect(chart.subtitle.contains("dod-compendium"))
    // The share by ally; dollars per troop by ally and, for the one with a record, by year.
    #expect(chart.views.count == 3)
    let text = text(chart)
    #expect(text.contains("US dollars for each of the troops"))
    #expect(text.contains("1980") && text.contains("1989"))
  }

  @Test func theColumnOfTheYearHasEitherName() throws {
    let names = SampleTables.burden.columns.map { $0 == "period" ? "year" : $0 }
    let table = Table(columns: names, rows: SampleTables.burden.rows)
    let chart = try BurdenChart(estimates: table, Phrases(.english), source: "s").chart
    #expect(chart == (try BurdenChart(estimates: SampleTables.burden, Phrases(.english), source: "s").chart))
  }

  @Test func oneAllyIsNotComparedWithItself() throws {
    var table = SampleTables.burden
    table.rows = table.rows.filter { $0[0] == .text("JPN") }
    let chart = try BurdenChart(estimates: table, Phrases(.english), source: "s").chart
    #expect(chart.title == "Japan bore 74.5% of the cost of US forces on its soil in 2002")
  }

  @Test func anAllyHasOneColourInEveryView() throws {
    var table = SampleTables.burden
    for year in 1980...1989 {
      for (ally, measure) in [("JPN", "share-of-gdp"), ("KOR", "share-of-gdp")] {
        table.rows.append([
          .text(ally), .text(measure), .text("\(year)"), .number(0.05), .text("percent"), .text("budget"),
        ])
      }
    }
    let chart = try BurdenChart(estimates: table, Phrases(.english), source: "s").chart
    let colors = chart.views.flatMap(\.layers).flatMap(\.channels).filter { $0.name == .color }
    #expect(colors.count == 2)
    #expect(Set(colors.map { "\($0.definition)" }).count == 1)
  }

  @Test func nothingIsRefused() {
    var table = SampleTables.burden
    table.rows = []
    #expect(throws: ChartError.nothingToShow) {
      try BurdenChart(estimates: table, Phrases(.english), source: "s")
    }
    #expect(throws: ChartError.missingColumn("measure")) {
      try BurdenChart(estimates: Table(columns: ["ally"]), Phrases(.english), source: "s")
    }
  }
}
