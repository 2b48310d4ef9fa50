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

  static let shares: Table = {
    let parts: [(String, String, Double)] = [
      ("JPN", "2002", 74.5), ("KOR", "2002", 40), ("ITA", "2002", 41), ("DEU", "2002", 32.6),
      ("GBR", "2002", 27),
      ("JPN", "1999", 79), ("ITA", "1999", 37),
    ]
    let rows: [[Cell]] = parts.map { [.text($0.0), .text($0.1), .number($0.2)] }
    return Table(columns: ["ally", "study", "share_percent"], rows: rows)
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

  static let ratios: [RatioChart.Path] = [("JPN", 0.9), ("DEU", 1.2), ("KOR", 2.5), ("POL", 1.9)].map {
    ally, start in
    RatioChart.Path(
      ally: ally,
      values: (0..<12).map {
        FanChart.Observation(year: 2014 + $0, value: start * (1 + Double($0 * $0) / 150))
      })
  }

  static let pledges = [
    RatioChart.Pledge(label: "JPN", year: 2027, share: 2),
    RatioChart.Pledge(label: "NATO", year: 2035, share: 3.5),
  ]
}
