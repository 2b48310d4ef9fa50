import Foundation
import Reporting
import Testing

struct BurdenChartTests {
  private func text(_ chart: Chart) -> String { String(decoding: chart.encoded(), as: UTF8.self) }

  @Test func everyMeasureIsComparedByAllyAndFollowedInTime() throws {
    let chart = try BurdenChart(estimates: SampleTables.burden, Phrases(.english), source: "s").chart
    #expect(
      chart.title == "Japan bore 74.5% of the cost of US forces on its soil in 2002, United Kingdom 27%")
    #expect(chart.subtitle.contains("Compendium of the US Department of Defense"))
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

  /// One count of many allies that names a series of each, beside a budget that follows one in time.
  private var countsOverSeries: Table {
    var table = SampleTables.burden
    func add(_ ally: String, _ period: Int, _ value: Double, _ estimate: String) {
      table.rows.append([
        .text(ally), .text("contribution-per-troop"), .text("\(period)"), .number(value), .text("USD"),
        .text(estimate),
      ])
    }
    table.rows.removeAll { $0[1] == .text("contribution-per-troop") }
    for (ally, value) in [("JPN", 105_413.0), ("ITA", 29_403), ("DEU", 23_289), ("KOR", 22_338)] {
      let troops = "us-troops-\(ally.lowercased())"
      add(ally, 2002, value, "dod-compendium, direct and indirect support over \(troops)")
    }
    add("ITA", 1999, 45_967, "dod-compendium, direct and indirect support over us-troops-ita")
    add("JPN", 2005, 106_617, "wider count: all over us-troops-jpn")
    add("JPN", 2006, 106_282, "wider count: all over us-troops-jpn")
    add("JPN", 2015, 55_368, "press: some over us-troops-jpn")
    for year in 2016...2025 {
      add("JPN", year, 28_000, "budget: japan-hns over us-troops-jpn")
      add("KOR", year, 41_000, "budget: korea-sma over us-troops-kor")
    }
    return table
  }

  private func number(_ row: JSONValue, _ name: String) -> Double? {
    guard case .object(let members) = row,
      case .number(let value)? = members.first(where: { $0.name == name })?.value
    else { return nil }
    return value
  }

  @Test func alliesAreComparedByOneEstimatorWhateverSeriesItsNameEndsIn() throws {
    let chart = try BurdenChart(estimates: countsOverSeries, Phrases(.english), source: "s").chart
    let view = try #require(chart.views.first { $0.title?.contains("for each of the troops") ?? false })
    let leading = try #require(view.layers.last)
    #expect(leading.rows.compactMap { number($0, "value") } == [105_413, 29_403, 23_289, 22_338])
    #expect(text(chart).contains("nominal"))
  }

  @Test func otherCountsAreTheRangeOfTheirLatestValues() throws {
    let chart = try BurdenChart(estimates: countsOverSeries, Phrases(.english), source: "s").chart
    let view = try #require(chart.views.first { $0.title?.contains("for each of the troops") ?? false })
    let ranges = try #require(view.layers.first)
    // Not the older years of the estimator that is compared by, nor those of the others, nor what the line in time shows.
    #expect(ranges.rows.compactMap { number($0, "lowest") } == [55_368])
    #expect(ranges.rows.compactMap { number($0, "highest") } == [106_282])
    #expect(chart.subtitle.contains("range"))
  }

  @Test func aLineInTimeNamesItsEstimator() throws {
    let chart = try BurdenChart(estimates: countsOverSeries, Phrases(.english), source: "s").chart
    #expect(chart.views.contains { $0.title?.contains("budget") ?? false })
  }
}
