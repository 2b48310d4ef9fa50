import Forecasting
import Probability
import Series
import TestSupport
import Testing

@testable import Reporting

/// A random walk whose changes are +2, -2, +2: the last value is 12 and σ is 2, so that every number is known.
@Suite struct ForecastTableTests {
  /// Quantiles of the standard normal at 0.9 and 0.975 (Abramowitz & Stegun 1964, table 26.5, extended).
  static let z = [80.0: 1.2815515655446004, 95.0: 1.959963984540054]

  let fit: TransformedFit
  let distribution: PredictiveDistribution
  let levels: [Level]

  init() throws {
    let series = try AnnualSeries(
      identifier: "walk", unit: Unit("JPY_100M"), calendar: .japanFiscal, firstYear: 2017,
      values: [10, 12, 10, 12])
    fit = try TransformedModel(Naive()).fit(series)
    distribution = try fit.predict(try Horizon(2))
    levels = [try Level(80), try Level(95)]
  }

  @Test func wideHasOneRowAYear() throws {
    let table = ForecastTable(layout: .wide, levels: levels)
    #expect(
      table.columns == [
        "series_id", "unit", "model", "origin", "period", "horizon", "mean", "median", "lower_80", "upper_80",
        "lower_95", "upper_95",
      ])
    let rows = try table.rows(fit, label: "naive", distribution)
    #expect(rows.count == 2)
    for (index, row) in rows.enumerated() {
      #expect(row.count == table.columns.count)
      #expect(Array(row.prefix(6)) == shared(horizon: index + 1))
      let numbers = [12, 12] + interval(80, horizon: index + 1) + interval(95, horizon: index + 1)
      expectNumbers(Array(row.dropFirst(6)), numbers)
    }
  }

  @Test func longHasOneRowForEachYearAndLevel() throws {
    let table = ForecastTable(layout: .long, levels: levels)
    #expect(
      table.columns == [
        "series_id", "unit", "model", "origin", "period", "horizon", "mean", "median", "level", "lower",
        "upper",
      ])
    let rows = try table.rows(fit, label: "naive", distribution)
    let expected = [(1, 80.0), (1, 95), (2, 80), (2, 95)]
    #expect(rows.count == expected.count)
    for (row, (horizon, level)) in zip(rows, expected) {
      #expect(Array(row.prefix(6)) == shared(horizon: horizon))
      expectNumbers(Array(row.dropFirst(6)), [12, 12, level] + interval(level, horizon: horizon))
    }
  }

  @Test func quantilesHaveTheFormOfTheHubverse() throws {
    let table = ForecastTable(layout: .quantiles, levels: levels)
    #expect(
      table.columns == [
        "series_id", "unit", "model", "origin", "period", "horizon", "output_type", "output_type_id", "value",
      ])
    let rows = try table.rows(fit, label: "naive", distribution)
    #expect(rows.count == 2 * 6)
    for horizon in 1...2 {
      let block = Array(rows[(6 * (horizon - 1))..<(6 * horizon)])
      for row in block { #expect(Array(row.prefix(6)) == shared(horizon: horizon)) }
      #expect(Array(block[0].dropFirst(6)) == [.text("mean"), .missing, .number(12)])
      let ends = [interval(95, horizon: horizon), interval(80, horizon: horizon)]
      let values = [ends[0][0], ends[1][0], 12, ends[1][1], ends[0][1]]
      for (row, (probability, value)) in zip(block.dropFirst(), zip([0.025, 0.1, 0.5, 0.9, 0.975], values)) {
        #expect(row[6] == .text("quantile"))
        expectNumbers(Array(row.dropFirst(7)), [probability, value])
      }
    }
  }

  @Test func quantilesNameThatOfTwoEqualLevelsOnce() throws {
    let table = ForecastTable(layout: .quantiles, levels: levels + levels)
    #expect(try table.rows(fit, label: "naive", distribution).count == 2 * 6)
  }

  @Test func writesTheLabelItIsGivenAndAFractionOfALevel() throws {
    let table = ForecastTable(layout: .wide, levels: [try Level(99.5)])
    #expect(table.columns.suffix(2) == ["lower_99.5", "upper_99.5"])
    let rows = try table.rows(fit, label: "naive+log", distribution)
    #expect(rows.allSatisfy { $0[2] == .text("naive+log") })
  }

  @Test(arguments: [(ForecastLayout.wide, 2), (.long, 0), (.quantiles, 4)])
  func withoutLevelsHasOnlyTheCentre(layout: ForecastLayout, count: Int) throws {
    let table = ForecastTable(layout: layout, levels: [])
    let rows = try table.rows(fit, label: "naive", distribution)
    #expect(rows.count == count)
    #expect(rows.allSatisfy { $0.count == table.columns.count })
  }

  @Test func writesCalendarYearsPlain() throws {
    let series = try AnnualSeries(identifier: "c", firstYear: 2001, values: [1, 2, 4])
    let plain = try TransformedModel(Naive()).fit(series)
    let rows = try ForecastTable(layout: .wide, levels: levels)
      .rows(plain, label: "naive", try plain.predict(try Horizon(1)))
    #expect(Array(rows[0][1...5]) == [.text("1"), .text("naive"), .text("2003"), .text("2004"), .integer(1)])
  }

  @Test func isSpelledAsTheOptionsSpellIt() {
    #expect(ForecastLayout.allCases.map(\.rawValue) == ["wide", "long", "quantiles"])
  }

  private func shared(horizon: Int) -> [Cell] {
    [
      .text("walk"), .text("JPY_100M"), .text("naive"), .text("FY2020"), .text("FY\(2020 + horizon)"),
      .integer(horizon),
    ]
  }

  private func interval(_ level: Double, horizon: Int) -> [Double] {
    let half = (Self.z[level] ?? .nan) * 2 * Double(horizon).squareRoot()
    return [12 - half, 12 + half]
  }

  private func expectNumbers(
    _ cells: [Cell], _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(cells.count == expected.count, sourceLocation: sourceLocation)
    for (cell, number) in zip(cells, expected) {
      guard case .number(let value) = cell else {
        Issue.record("\(cell) is no number", sourceLocation: sourceLocation)
        continue
      }
      // The quantile function is good to a few units in the last place; the sum loses one digit more.
      #expect(relativeDifference(value, number) < 1e-14, sourceLocation: sourceLocation)
    }
  }
}
