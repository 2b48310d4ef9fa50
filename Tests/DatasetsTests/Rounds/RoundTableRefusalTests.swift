import Testing

@testable import Datasets

/// Each refusal of the table of rounds: what is changed, and the message with its line and column.
@Suite struct RoundTableRefusalTests {
  /// The message of reading the rounds after a change, without the folder.
  private func message(in file: String = "rounds", _ old: String, _ new: String) throws -> String {
    let other = file == "rounds" ? "positions" : "rounds"
    let copy = try PackageCopy(of: file, with: [other])
    try copy.replace(old, with: new)
    do {
      _ = try DataPackage(copy.root).evidence()
      return "nothing is refused"
    } catch {
      let text = error.description
      return text.hasPrefix(copy.root) ? String(text.dropFirst(copy.root.utf8.count + 1)) : text
    }
  }

  private let korea = "KOR-SMA-12,KOR,cost-share,sma_first_year,KRW_100M,2026,14028,15192,,5,status-quo"

  private func korea(_ entry: String, as other: String) throws -> String {
    try message(korea, korea.replacing(entry, with: other, maxReplacements: 1))
  }

  @Test(arguments: [
    (
      ",KOR,", ",KRO,",
      ":2: 'KRO' in column 'ally' is none of ALL, DEU, ESP, JPN, KGZ, KOR, KWT, PHL, SAU, TWN"
    ),
    (
      "cost-share", "cost share",
      ":3: 'cost share' in column 'instrument' is none of "
        + "cost-share, gdp-ratio, common-fund, one-off, base-rent"
    ),
    (
      "status-quo", "friendly",
      ":11: 'friendly' in column 'posture' is none of status-quo, transactional, demanding"
    ),
    ("14028", "0", ":7: '0' in column 'base' is not a positive amount"),
    ("14028", "many", ":7: 'many' in column 'base' is not a number"),
    ("15192", "-3", ":8: '-3' in column 'settlement' is not a positive amount"),
    ("15192", "1e999", ":8: '1e999' in column 'settlement' is not a finite number"),
    (",5,", ",0,", ":10: '0' in column 'term_years' is not a whole number of at least 1"),
    ("2026", "26", ":6: '26' in column 'first_year' is not a whole number of at least 1000"),
    (
      "2026", "99999999999999999999",
      ":6: '99999999999999999999' in column 'first_year' is not a whole number of at least 1000"
    ),
    ("sma_first_year", "", ":4: column 'measure' is empty"),
    ("KOR-SMA-12", "", ":1: column 'round_id' is empty"),
    ("KOR-SMA-12", "KOR-SMA-11", ":1: a second row with 'KOR-SMA-11' in column 'round_id'"),
  ])
  func refusesAnEntry(_ entry: String, _ other: String, _ expected: String) throws {
    #expect(try korea(entry, as: other) == "rounds/rounds.csv:25" + expected)
  }

  @Test(arguments: [
    (
      "2024-04-23,2024-10-02", "2024-13-23,2024-10-02",
      ":14: '2024-13-23' in column 'talks_began' is not a date (2020, 2020-12 or 2020-12-15)"
    ),
    (
      "2024-04-23,2024-10-02", "2024-11-23,2024-10-02",
      ":15: agreed on 2024-10-02, before talks began (2024-11-23)"
    ),
    (
      "2024-04-23,2024-10-02,2024-11-04,2025-12-31,2024-11-29",
      "2024-04-23,2024-10-02,2024-11-04,2025-12-31,2024-09-29",
      ":18: in force on 2024-09-29, before it was agreed (2024-10-02)"
    ),
    (
      "2024-10-02,2024-11-04,2025-12-31", "2024-10-02,2024-11-04,2023-12-31",
      ":20: agreed on 2024-10-02, after the end of the term (2023-12-31), without a lapse"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,late,0,no,no,step;timing;stopgap",
      ":19: 'late' in column 'ending' is none of in-time, stopgap, lapse, open"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,open,0,no,no,step;timing;stopgap",
      ":19: a round that is open has neither a settlement nor a date of agreement"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,lapse,0,no,no,step;timing;stopgap",
      ":20: a lapse lasts at least a month"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,in-time,2,no,no,step;timing;stopgap",
      ":19: in time, and a lapse of 2 months"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,in-time,0,yes,no,step;timing;stopgap",
      ":21: a deadline is missed where there is a lapse, and nowhere else"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,in-time,0,no,maybe,step;timing;stopgap",
      ":22: 'maybe' in column 'furlough' is none of yes, no"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,in-time,0,no,yes,step;timing;stopgap",
      ":22: a furlough without a lapse"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,in-time,0,no,no,step;furlough",
      ":23: the fit 'furlough' is of rounds with a lapse"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,in-time,0,no,no,step;times",
      ":23: 'times' in column 'uses' is none of step, timing, stopgap, furlough, pass-through"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,in-time,0,no,no,step;step",
      ":23: a second row with 'step' in column 'uses'"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,in-time,0,no,no,step;;timing",
      ":23: column 'uses' is empty"
    ),
    (
      "2024-11-29,in-time,0,no,no,step;timing;stopgap", "2024-11-29,in-time,0,no,no,pass-through",
      ":1: the fit 'pass-through' needs base, settlement and an ask that differs from the base"
    ),
    (
      "yonhap-2024-05-18", "yonhap-2024-05-19",
      ":26: 'yonhap-2024-05-19' in column 'source_id' is not in sources.csv; did you mean 'yonhap-2024-05-18'?"
    ),
  ])
  func refusesAContradiction(_ old: String, _ new: String, _ expected: String) throws {
    #expect(try message(old, new) == "rounds/rounds.csv:25" + expected)
  }

  @Test func asksForTheReasonOfAnExclusion() throws {
    let reason =
      "furlough: the term before was bridged without a lapse; pass-through: no ask with a figure,settled"
    let expected = "rounds/rounds.csv:5:24: column 'exclusion' is empty"
    #expect(try message("timing: the start of talks was not found; " + reason, ",settled") == expected)
  }

  @Test func needsTheFactsOfAFit() throws {
    let row = "KOR-SMA-08,KOR,cost-share,sma_first_year,KRW_100M,2009,7415,7600"
    #expect(
      try message(row, row.replacing(",7415,", with: ",,"))
        == "rounds/rounds.csv:21:1: the fit 'pass-through' needs base, settlement and an ask that differs from the base"
    )
    let other = "KOR-SMA-07,KOR,cost-share,sma_first_year,KRW_100M,2007,6804,7255"
    #expect(
      try message(other, other.replacing(",6804,", with: ",,"))
        == "rounds/rounds.csv:20:1: round 'KOR-SMA-07' is to enter the fit 'step' and lacks what it needs: "
        + "base, settlement and the date of agreement")
  }

  @Test(arguments: [
    (
      "KOR-SMA-11,ask,5000", "KOR-SMA-11x,ask,5000",
      ":1: 'KOR-SMA-11x' in column 'round_id' is not in rounds.csv; did you mean 'KOR-SMA-11'?"
    ),
    ("KOR-SMA-11,ask,5000", "KOR-SMA-11,bid,5000", ":2: 'bid' in column 'side' is none of ask, offer"),
    ("KOR-SMA-11,ask,5000,USD_M", "KOR-SMA-11,ask,5000,", ":4: column 'unit' is empty"),
    (
      "KOR-SMA-11,ask,5000,USD_M,59000", "KOR-SMA-11,ask,5000,USD_M,-59000",
      ":5: '-59000' in column 'amount' is not a positive amount"
    ),
    (
      "KOR-SMA-11,ask,5000,USD_M,59000,as the source converts it", "KOR-SMA-11,ask,5000,USD_M,59000,",
      ":6: column 'conversion' is empty"
    ),
    ("2019-07-30", "2021-03-08", ":7: known on 2021-03-08, after round 'KOR-SMA-11' was agreed (2021-03-07)"),
    ("2019-07-30", "", ":7: column 'known_on' is empty"),
    (
      "2019-07-30,ajunews-2019-07-30;kmib-2019-07", "2019-07-30,nobody",
      ":8: 'nobody' in column 'source_id' is not in sources.csv"
    ),
    ("2019-07-30,ajunews-2019-07-30;kmib-2019-07", "2019-07-30,", ":8: column 'source_id' is empty"),
  ])
  func refusesAPosition(_ old: String, _ new: String, _ expected: String) throws {
    #expect(try message(in: "positions", old, new) == "rounds/positions.csv:45" + expected)
  }

  @Test func refusesAPositionTwice() throws {
    let expected = "rounds/positions.csv:36:1: the same position stands on line 35"
    let row =
      "KOR-SMA-08,ask,14.5,percent,8490.2,\"percent on base, upper end of 6.6 to 14.5\",2008,mbn-2008-378180,for a share of 50 percent\n"
    #expect(try message(in: "positions", row, row + row) == expected)
  }

  @Test func isPartOfTheCheck() throws {
    let copy = try PackageCopy(of: "rounds", with: ["positions"])
    #expect(try copy.problems().isEmpty)
    try copy.replace("KOR-SMA-12,KOR,", with: "KOR-SMA-12,KOR ,")
    #expect(try copy.problems().map(\.rule) == ["schema"])
    try copy.replace("KOR-SMA-12,KOR ,", with: "KOR-SMA-12,KOR,")
    try copy.replace("2024-04-23,2024-10-02", with: "2024-11-23,2024-10-02")
    let problems = try copy.problems()
    #expect(problems.map(\.rule) == ["rounds"])
    #expect(
      problems.first?.message.hasSuffix("agreed on 2024-10-02, before talks began (2024-11-23)") ?? false)
  }

  @Test func needsItsColumns() throws {
    let text = try message("term_years,posture", "term,posture")
    #expect(text.hasPrefix("rounds/rounds.csv:1:28: no column 'term_years'; found: round_id"))
  }
}
