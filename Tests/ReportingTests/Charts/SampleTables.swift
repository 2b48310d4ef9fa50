import Reporting
import Series

/// Small tables in the shapes that the program writes, with numbers made up for the tests.
enum SampleTables {
  static let paths: Table = {
    var rows: [[Cell]] = []
    for (place, scenario) in ["demanding", "status-quo", "transactional"].enumerated() {
      for year in 0..<5 {
        let centre = 2_200 + 40 * Double(year) + 250 * Double([2, 0, 1][place])
        let spread = 60 + 30 * Double(year)
        let quantiles = [-1.6, -1.3, -0.7, 0, 0.7, 1.4, 1.9].map { Cell.number(centre + spread * $0) }
        let head: [Cell] = [
          .text(scenario), .text("hns"), .text("JPY_100M"), .text("FY\(2027 + year)"), .number(centre),
        ]
        rows.append(head + quantiles)
      }
    }
    let columns = [
      "scenario", "measure", "unit", "period", "mean", "q05", "q10", "q25", "q50", "q75", "q90", "q95",
    ]
    return Table(columns: columns, rows: rows)
  }()

  static let events: Table = {
    let names = ["agreed_by_budget", "agreed_by_expiry", "stopgap", "lapse", "furlough", "ask_met"]
    var rows: [[Cell]] = []
    for (place, scenario) in ["demanding", "status-quo"].enumerated() {
      for (row, event) in names.enumerated() {
        let probability = [[0.41, 0.63, 0.24, 0.12, 0.03, 0.004], [0.72, 0.9, 0.08, 0.02, 0.004, 0.31]][
          place][row]
        rows.append([
          .text(scenario), .text("JP-SMA-2027"), .text(event), .number(probability),
          .number((probability * (1 - probability) / 400).squareRoot()),
        ])
      }
    }
    let columns = ["scenario", "round_id", "event", "probability", "standard_error"]
    return Table(columns: columns, rows: rows)
  }()

  static let contributions: Table = {
    let parts: [(String, Double)] = [
      ("neutral", 2_210), ("ask", 185.5), ("offer", -60), ("precedent", 42.25), ("ceiling", -120),
      ("delay", -8),
      ("posture", 15),
    ]
    let rows: [[Cell]] = parts.map {
      [
        .text("demanding"), .text("hns_term_mean"), .text("JPY_100M"), .text("FY2027-FY2031"), .text($0.0),
        .number($0.1),
      ]
    }
    return Table(columns: ["scenario", "measure", "unit", "period", "driver", "contribution"], rows: rows)
  }()

  static let swings: Table = {
    let parts: [(String, String, Double, Double)] = [
      ("ask.markup", "A", 2_050, 2_480), ("ceiling.share", "A", 2_300, 2_120),
      ("prior.step.mean", "E 9", 2_180, 2_240),
    ]
    let rows: [[Cell]] = parts.map { name, mark, low, high in
      let head: [Cell] = [
        .text("demanding"), .text("hns_term_mean"), .text("JPY_100M"), .text("FY2027-FY2031"), .text(name),
      ]
      return head + [.text(mark), .number(2_210), .number(low), .number(high)]
    }
    let columns = ["scenario", "measure", "unit", "period", "assumption", "mark", "median"]
    return Table(columns: columns + ["median_at_low", "median_at_high"], rows: rows)
  }()

  static let burden: Table = {
    typealias Part = (ally: String, measure: String, period: String, value: Double, estimate: String)
    var parts: [Part] = [
      ("DEU", "share-of-stationing-cost", "2002", 32.6, "dod-compendium"),
      ("GBR", "share-of-stationing-cost", "2002", 27, "dod-compendium"),
      ("JPN", "share-of-stationing-cost", "1999", 79, "dod-compendium"),
      ("JPN", "share-of-stationing-cost", "2002", 74.5, "dod-compendium"),
      ("JPN", "share-of-stationing-cost", "2015", 86.4, "ministry"),
      ("JPN", "share-of-stationing-cost", "", 75, "a report without a year"),
      ("DEU", "contribution-per-troop", "2002", 23_289, "dod-compendium"),
    ]
    for year in 1980...1989 {
      parts.append(("JPN", "contribution-per-troop", "\(year)", 1_000 * Double(year - 1978), "budget"))
    }
    let rows: [[Cell]] = parts.map { part in
      let unit = part.measure == "contribution-per-troop" ? "USD" : "percent"
      let period: Cell = part.period.isEmpty ? .missing : .text(part.period)
      return [
        .text(part.ally), .text(part.measure), period, .number(part.value), .text(unit), .text(part.estimate),
      ]
    }
    return Table(columns: ["ally", "measure", "period", "value", "unit", "estimate"], rows: rows)
  }()

  static let replay = Table(
    columns: ["round_id", "pit"],
    rows: [0.02, 0.2, 0.35, 0.5, 0.55, 0.71, 0.88, 0.97].enumerated().map {
      [.text("R\($0.offset)"), .number($0.element)]
    })

  static let fan = FanChart.Panel(
    name: "Japan's host-nation support", unit: "JPY_100M", calendar: .japanFiscal, model: "auto",
    record: (0..<20).map {
      let value = [1_500, 1_600, 1_750, 1_900, 2_000, 2_050, 2_100, 2_000, 1_900, 1_880][$0 % 10]
      return FanChart.Observation(year: 2000 + $0, value: Double(value + 10 * $0), isUnconfirmed: $0 == 3)
    },
    steps: (1...4).map { step in
      let reach = 50 * Double(step)
      return FanChart.Step(
        year: 2019 + step, median: 2_080 + 12 * Double(step),
        intervals: [
          FanChart.Interval(level: "80", lower: 2_080 - reach, upper: 2_090 + reach),
          FanChart.Interval(level: "95", lower: 2_080 - 2 * reach, upper: 2_090 + 2 * reach),
        ])
    },
    breaks: [FanChart.Break(year: 2007, label: "FY2007"), FanChart.Break(year: 2012, label: "new agreement")])

  /// Four allies on the way to a ratio, with how many reach it.
  static let allies: Table = {
    var rows: [[Cell]] = []
    for (place, ally) in ["deu", "esp", "jpn", "pol"].enumerated() {
      for year in 2026...2030 {
        let median = 1.5 + 0.4 * Double(place) + 0.1 * Double(year - 2026)
        rows.append([
          .text("pledge/core"), .text("defense_gdp_ratio_\(ally)"), .text("percent_gdp"), .text("\(year)"),
          .number(median - 0.5), .number(median), .number(median + 0.5),
        ])
      }
    }
    for year in 2026...2030 {
      rows.append([
        .text("pledge/core"), .text("allies_at_3_percent"), .text("allies"), .text("\(year)"), .number(0),
        .number(year > 2028 ? 1 : 0), .number(2),
      ])
    }
    return Table(columns: ["scenario", "measure", "unit", "period", "q05", "q50", "q95"], rows: rows)
  }()

  static let allyRecord = ScenarioChart.Record(
    measure: "defense_gdp_ratio_deu",
    values: (2014...2025).map { FanChart.Observation(year: $0, value: 1.1 + 0.03 * Double($0 - 2014)) })

  static let ratios = [
    "pledge/core": CountedRatio(
      definition: "defense expenditure by NATO's definition, pensions included, over GDP", isFiscal: false)
  ]

  static let pledges = ["deu", "esp", "jpn", "pol"].map {
    ScenarioChart.Pledge(
      scenario: "pledge/core", measure: "defense_gdp_ratio_\($0)", year: 2030, value: 3)
  }
}
