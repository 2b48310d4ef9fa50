import Negotiation
import TestSupport
import Testing

@testable import Datasets

/// One change to a sound file, and the fault that it brings.
@Suite struct ScenarioReaderTests {
  /// A sound file; line numbers are those that the tests name.
  private static let sound = """
    title: t
    as_of: 2026-11-22
    horizon: 10
    sources: [gao-21-270]
    agreement:
      ally: JPN
      round: JP-SMA-2027
      expires: 2027-03
      talks_begin: 2026-10
      term_years: 5
      posture: demanding
      ask:
        reading: fixed
        fixed_sum: {amount: 8, unit: USD_BN}
    assumptions:
      ask.markup: {value: 0.5, reason: r}

    """

  private func faults(_ old: String, _ new: String) throws -> [String] {
    let text = Self.sound.replacing(old, with: new)
    #expect(old.isEmpty || text != Self.sound)
    let folder = try TemporaryFolder()
    let path = try folder.write("f.yaml", text)
    let file = try ScenarioFile(path, in: RealPackage.open())
    return file.faults.map { $0.description.replacing(path, with: "f") }
  }

  @Test func theFileIsSound() throws { #expect(try faults("title: t", "title: u").isEmpty) }

  @Test(arguments: [
    ("title: t", "titel: t", "f:1:1: unknown key 'titel'; did you mean 'title'?"),
    ("JPN", "JAP", "f:6:9: unknown ally 'JAP'; did you mean 'JPN'?; known: JPN, KOR"),
    (
      "2027-03", "2026-09",
      "f:8:12: expires: the agreement ends in 2026-09, before talks begin in 2026-10"
    ),
    (
      "as_of: 2026-11-22", "as_of: 2027-05",
      "f:8:12: agreement.expires: the agreement ended in 2027-03, before the as-of date 2027-05; "
        + "say 'lapsed: true' if nothing followed it"
    ),
    (
      "as_of: 2026-11-22", "as_of: 1986-05",
      "f:2:8: as_of: 1986-05 lies before the first round, agreed in 1987-01-30: there is no record to learn from"
    ),
    ("horizon: 10", "horizon: 31", "f:3:10: horizon: 31 is out of range; expected 1 to 30 years"),
    ("horizon: 10", "horizon: ten", "f:3:10: 'horizon' is 'ten'; expected a whole number"),
    (
      "gao-21-270", "gao-21-27",
      "f:4:11: source 'gao-21-27' is not in sources.csv; did you mean 'gao-21-270'?"
    ),
    (
      "amount: 8", "amount: 1",
      "f:13:5: agreement.ask: an ask of 1496 JPY_100M is not above the last amount, 2274, "
        + "which a demanding posture would exceed"
    ),
    (
      "USD_BN", "EUR_BN",
      "f:13:5: agreement.ask: no exchange rate for EUR; give it under exchange_rates (known: JPY, KRW)"
    ),
    (
      "USD_BN", "dollars",
      "f:14:34: 'dollars' is no unit of money; expected a currency such as USD, and _M, _100M, _BN or _TN after it"
    ),
    (
      "amount: 8", "amount: -8",
      "f:14:25: amount: -8 is out of range; expected an amount above 0, at most 1e24 of the currency"
    ),
    (
      "posture: demanding", "posture: demandin",
      "f:11:12: 'posture': 'demandin' is not possible; expected one of status-quo, transactional, demanding; "
        + "did you mean 'demanding'?"
    ),
    ("reading: fixed", "reading: us-paid", "f:13:5: the reading 'us-paid' needs 'costs.us-paid'"),
    ("ask.markup", "ask.markp", "f:16:3: unknown assumption 'ask.markp'; did you mean 'ask.markup'?"),
    ("value: 0.5", "value: 9", "f:16:23: 'ask.markup': 9 is out of range; expected 0 to 5"),
    (", reason: r", "", "f:16:15: the key 'reason' is missing"),
    ("term_years: 5", "term_years: 5\n  series: japan-hms", "f:11:11: 'series': 'japan-hms' is not possible"),
    (
      "term_years: 5", "term_years: 5\n  series: korea-sma",
      "f:11:11: 'series': 'korea-sma' is not possible; expected a series of JPN in JPY_100M; it is one of KOR in KRW_100M"
    ),
    (
      "term_years: 5", "term_years: 5\n  series: japan-security-ratio-fy2022-gdp",
      "f:11:11: 'series': 'japan-security-ratio-fy2022-gdp' is not possible; expected a series of JPN in JPY_100M; "
        + "it is one of JPN in percent"
    ),
    (
      "JP-SMA-2027", "NOPE",
      "f:7:10: agreement.round: unknown round 'NOPE'; 'burdenshare data rounds' lists them all"
    ),
    (
      "JP-SMA-2027", "KOR-SMA-13",
      "f:7:10: agreement.round: round 'KOR-SMA-13' cannot be projected: it is a round of KOR, and the scenario is about JPN"
    ),
    (
      "reading: fixed\n    fixed_sum: {amount: 8, unit: USD_BN}",
      "reading: us-paid\n    fixed_sum: {amount: 1, unit: USD_BN}\n    costs: {us-paid: {amount: 5, unit: USD_BN}}",
      "f:14:16: agreement.ask.fixed_sum: an ask of 1496 JPY_100M is not above the last amount, 2274, "
        + "which a demanding posture would exceed"
    ),
    (
      "reading: fixed", "reading: fixed\n    percent: -50",
      "f:14:14: agreement.ask.percent: an ask of 1137 JPY_100M is not above the last amount, 2274"
    ),
    (
      "term_years: 5", "term_years: 5\n  drivers: {host-treat: 1}",
      "f:11:13: unknown key 'host-treat'; did you mean 'host-threat'?"
    ),
    (
      "title: t", "title: t\nexchange_rates: {yen: {per_dollar: 1}}",
      "f:2:18: 'exchange_rates': 'yen' is not possible"
    ),
    (
      "term_years: 5", "term_years: 5\n  host: {security_salience: ~}",
      "f:11:29: 'security_salience' is empty; expected a value, or no such key"
    ),
    ("horizon: 10", "horizon:", "f:3:9: 'horizon' is empty; expected a value, or no such key"),
    ("  round: JP-SMA-2027", "  round: null", "f:7:10: 'round' is empty; expected a value, or no such key"),
    (
      "term_years: 5",
      "term_years: 5\n  linkage: [{kind: fms, amount: 1, unit: USD_BN}, {kind: fms, amount: 2, unit: USD_BN}]",
      "f:11:12: linkage: 'fms' appears twice"
    ),
    (
      "term_years: 5", "term_years: 5\n  linkage: [{kind: fms, amount: 1e9, unit: USD_BN}]",
      "f:11:33: agreement.linkage.0.amount: 1000000000 is out of range; "
        + "expected at most a thousand times the last amount, 2274 JPY_100M"
    ),
    ("title: t", "title: t\nvariants: {a: 1}", "f:2:15: 'a' is '1'; expected a group of keys"),
    ("title: t", "title: t\nvariants: []", "f:2:11: 'variants' is a list; expected names with keys below"),
    ("title: t", "title: t\nvariants: {A b: {horizon: 3}}", "f:2:12: 'variants': 'A b' is not possible"),
  ])
  func aFaultIsToldWithItsPlace(old: String, new: String, expected: String) throws {
    let found = try faults(old, new)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test(arguments: [
    (
      "series: japan-defense-ratio", "series: japan-hns",
      "f:5:11: 'series': 'japan-hns' is not possible; expected a series of JPN in percent; it is one of JPN in JPY_100M"
    ),
    (
      "series: japan-defense-ratio", "series: nato-ratio-deu",
      "f:5:11: 'series': 'nato-ratio-deu' is not possible; expected a series of JPN in percent; it is one of DEU in percent"
    ),
    ("kind: pledge, ", "", "f:10:13: the key 'kind' is missing"),
    (
      "allies: [JPN]", "allies: [USA]",
      "f:4:17: allies: USA is the one that asks; name allies that are asked"
    ),
    (
      "ask_percent: 3.5", "ask_percent: 0.5",
      "f:6:31: ratio.ask_percent: an ask of 0.5 percent is not above what any of the allies spends: the least is 1.28 of JPN"
    ),
    (
      "year: 2027, percent: 2}]}",
      "year: 2027, percent: 2}],\n  own: [{ally: ESP, stages: [{kind: pledge, year: 2035, percent: 2}]}]}",
      "f:11:8: paths.0.own: ESP is not among the allies of the scenario"
    ),
    (
      "year: 2027, percent: 2}]}",
      "year: 2027, percent: 2}],\n  own: [{ally: JPN, stages: []}]}",
      "f:11:29: stages: there is nothing in 'stages'"
    ),
    (
      "kind: pledge", "kind: promise",
      "f:10:20: 'kind': 'promise' is not possible; expected one of pledge, ask"
    ),
  ])
  func aFaultOfARatioIsToldWithItsPlace(old: String, new: String, expected: String) throws {
    let sound = """
      title: t
      as_of: 2026-11-22
      horizon: 10
      ratio: {allies: [JPN],
        series: japan-defense-ratio,
        definition: d, ask_percent: 3.5, target_year: 2035,
        paths: [{
          name: p,
          stages: [
                  {kind: pledge, year: 2027, percent: 2}]}]}

      """
    let folder = try TemporaryFolder()
    let found = try ["", old].map { changed -> [String] in
      let text = changed.isEmpty ? sound : sound.replacing(old, with: new)
      let path = try folder.write("f.yaml", text)
      let file = try ScenarioFile(path, in: RealPackage.open())
      return file.faults.map { $0.description.replacing(path, with: "f") }
    }
    #expect(found[0].isEmpty, "\(found[0])")
    #expect(found[1].contains { $0.hasPrefix(expected) }, "\(found[1])")
  }

  @Test func allFaultsAreToldAtOnce() throws {
    let found = try faults("horizon: 10\nsources: [gao-21-270]", "horizon: ten\nsource: [gao-21-270]\nfoo: 1")
    #expect(found.map { String($0.prefix(5)) } == ["f:3:1", "f:4:1", "f:5:1"])
  }

  @Test func aFaultOfTheBaseOfVariantsIsToldOnce() throws {
    let found = try faults("horizon: 10", "horizon: ten\nvariants: {a: {title: x}, b: {title: y}}")
    #expect(found.count == 1)
  }
}
