import Foundation
import Negotiation
import Series
import Testing

@testable import Datasets

/// The rounds of this repository: counts by hand from the table, moments as the evidence section of the design gives
/// them, recomputed from the rows.
@Suite struct RoundTableTests {
  let evidence: Evidence
  private let always: PartialDate

  init() throws {
    evidence = try RealPackage.open().evidence()
    always = try PartialDate("9999")
  }

  private func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    return (mean, (squares.reduce(0, +) / Double(values.count - 1)).squareRoot())
  }

  private func steps(_ ally: String) -> [Double] {
    evidence.rounds(for: .step).filter { $0.ally == ally }.compactMap(\.step)
  }

  // Half a unit of the last digit that the evidence section prints.
  private let printed = 0.0005

  @Test func theOfferOfTheDraftBudgetOf2020IsThere() throws {
    let round = try RealPackage.open().evidence().round("JP-SMA-2021X")
    let offer = try #require(round.offer(asOf: try PartialDate("2020-12")))
    #expect(offer.amount == 2_029 && offer.sources == ["indsr-2020-usfj-budget"])
    #expect(round.offer(asOf: try PartialDate("2020-11")) == nil)
  }

  @Test func whatCameOfAPledgeIsNotKnownWhenItIsMade() throws {
    let wales = try evidence.round("NATO-WALES-2014")
    let then = try #require(try wales.known(on: try PartialDate("2015")))
    #expect(then.settlement == nil && then.ending == .open && then.agreed == nil)
    // The members of that year; those of 2024 were not known.
    #expect(then.positions.map(\.amount) == [28] && then.exclusion == "not over on 2015")
    let now = try #require(try wales.known(on: try PartialDate("2025")))
    #expect(now == wales && now.settlement == 23 && now.positions.map(\.amount) == [28, 32])
    #expect(
      evidence.agreed(by: try PartialDate("2015")).rounds.allSatisfy { $0.identifier != wales.identifier })
  }

  @Test func renewsInSmallSteps() {
    let (japan, korea) = (steps("JPN"), steps("KOR"))
    #expect((japan.count, korea.count) == (8, 11))
    let all = moments(japan + korea)
    #expect(abs(all.mean - 0.023) < printed && abs(all.deviation - 0.083) < printed)
    let first = moments(japan)
    #expect(abs(first.mean + 0.012) < printed && abs(first.deviation - 0.031) < printed)
    let second = moments(korea)
    #expect(abs(second.mean - 0.048) < printed && abs(second.deviation - 0.101) < printed)
  }

  /// Eleven asks as in the first count, and that of 1993 for SMA-02, which was found later and conceded in full.
  @Test func hasTwelveAsks() {
    let asked = evidence.rounds(for: .step).filter { $0.openingAsk(asOf: always) != nil }.map(\.identifier)
    #expect(
      asked == [
        "KOR-SMA-02", "KOR-SMA-04", "JP-SMA-2001", "KOR-SMA-05", "KOR-SMA-06", "KOR-SMA-08", "KOR-SMA-09",
        "JP-SMA-2016", "KOR-SMA-10", "JP-SMA-2021X", "KOR-SMA-11", "JP-SMA-2022",
      ])
  }

  @Test func settlesNearTheFirstOffer() {
    let gaps = evidence.rounds(for: .step).compactMap { round -> Double? in
      guard let settlement = round.settlement, let offer = round.openingOffer(asOf: always) else {
        return nil
      }
      return log(settlement / offer.amount)
    }
    #expect(gaps.count == 7)
    let all = moments(gaps)
    #expect(abs(all.mean + 0.01) < 0.005 && abs(all.deviation - 0.05) < 0.005)
    #expect(gaps.count { abs($0) < 0.05 } == 6)
  }

  @Test func concedesLittleOfAnAsk() throws {
    let shares = [
      "KOR-SMA-02": 1, "KOR-SMA-04": -1.6, "KOR-SMA-05": 0.38, "KOR-SMA-06": -0.72, "KOR-SMA-08": 0.17,
      "KOR-SMA-09": 0.39, "KOR-SMA-10": 0.08, "KOR-SMA-11": 0.03, "JP-SMA-2016": 0.04, "JP-SMA-2021X": 0,
      "JP-SMA-2022": 0.08, "NATO-HAGUE-2025": 0.5, "NATO-COMMON-2019": 0.93, "JPN-GULF-1991-01": 1,
    ]
    let rounds = evidence.rounds(for: .passThrough)
    #expect(Set(rounds.map(\.identifier)) == Set(shares.keys))
    for round in rounds {
      let base = try #require(round.base)
      let settlement = try #require(round.settlement)
      let ask = try #require(round.openingAsk(asOf: always)).amount
      let share = (settlement - base) / (ask - base)
      // Half a unit of the last printed digit, and the 1.6 that is printed with one.
      #expect(abs(share - (shares[round.identifier] ?? .nan)) < (abs(share) > 1.1 ? 0.05 : 0.005))
    }
  }

  @Test func keepsItsDeadlines() {
    let due = evidence.rounds.filter { $0.instrument == .costShare && $0.predecessorEnds != nil }
    let japan = due.filter { $0.ally == "JPN" && $0.agreed != nil }
    #expect(japan.count == 9)
    let december = japan.filter { round in
      guard let agreed = round.agreed else { return false }
      return agreed.monthIndex <= 12 * (round.firstYear - 1) + 11
    }
    #expect(december.count == 8)
    let korea = due.filter { $0.ally == "KOR" && $0.agreed != nil }
    let late = korea.filter { round in
      guard let agreed = round.agreed, let end = round.predecessorEnds else { return false }
      return agreed > end
    }
    #expect(korea.count == 11)
    #expect(late.map(\.identifier) == ["KOR-SMA-06", "KOR-SMA-09", "KOR-SMA-10", "KOR-SMA-11"])
    let demanding = due.filter { $0.posture == .demanding }
    #expect(demanding.map(\.identifier) == ["KOR-SMA-10", "JP-SMA-2021X", "KOR-SMA-11"])
    #expect(demanding.count { $0.lapseMonths > 0 } == 2)
  }

  @Test func knowsTheMonthsOfTheTimedRounds() {
    let timed = evidence.rounds(for: .timing)
    #expect(timed.count { $0.ally == "JPN" } == 7)
    #expect(timed.count { $0.ally == "KOR" } == 7)
    for round in timed {
      let days = round.talksBegan.map { $0.description.utf8.count } ?? 0
      #expect(days >= 7, "\(round.identifier)")
    }
  }

  @Test func countsStopgapsLapsesAndFurloughs() {
    let renewals = evidence.rounds(for: .stopgap)
    #expect(renewals.count == 19)
    #expect(
      renewals.filter { $0.ending == .stopgap }.map(\.identifier) == ["KOR-SMA-10", "JP-SMA-2021X"])
    let lapses = evidence.rounds(for: .furlough)
    #expect(lapses.count == 5)
    let long = lapses.filter { $0.lapseMonths >= 3 }
    #expect(long.map(\.identifier) == ["KOR-SMA-06", "KOR-SMA-11"])
    #expect(lapses.filter(\.hadFurlough).map(\.identifier) == ["KOR-SMA-11"])
  }

  @Test func agreesWithTheSeries() throws {
    let package = try RealPackage.open()
    let yen = try package.series("japan-hns").series
    let won = try package.series("korea-sma").series
    let dollars = try package.series("korea-sma-usd").series
    for round in evidence.rounds where ["hns_first_year", "sma_first_year"].contains(round.measure) {
      let series = round.ally == "JPN" ? yen : round.unit == Unit("USD_M") ? dollars : won
      if let settlement = round.settlement { #expect(series[round.firstYear] == settlement) }
      guard let base = round.base, round.ending != .open else { continue }
      #expect(series[round.firstYear - 1] == base, "\(round.identifier)")
    }
  }

  @Test func saysWhyARoundIsLeftOut() {
    for round in evidence.rounds where round.uses.count < Round.Use.allCases.count {
      #expect(!round.exclusion.isEmpty, "\(round.identifier)")
    }
  }

  @Test func convertsWithTheExchangeRateThatItNames() throws {
    let package = try RealPackage.open()
    let positions = try package.reportedPositions()
    var converted = 0
    for position in positions where position.conversion.contains("-fx ") {
      let words = position.conversion.split(separator: " ")
      let year = try #require(Int(words[1].dropLast()))
      let rate = try #require(try package.series(String(words[0])).series[year])
      let value = try #require(position.value)
      // Amounts are given to a whole number.
      #expect(abs(try #require(position.amount) - value * rate / 100) <= 0.5)
      converted += 1
    }
    #expect(converted == 3)
    for position in positions where position.conversion == "percent on base" {
      let base = try #require(try evidence.round(position.round).base)
      let value = try #require(position.value)
      // Amounts are given to a tenth.
      #expect(abs(try #require(position.amount) - base * (1 + value / 100)) <= 0.0501)
    }
  }

  @Test func seesAnAskFromTheDayOfItsReport() throws {
    let round = try evidence.round("KOR-SMA-11")
    #expect(round.ask(asOf: try PartialDate("2019-07-29")) == nil)
    #expect(round.ask(asOf: try PartialDate("2019-12-31"))?.amount == 59_000)
    #expect(round.ask(asOf: try PartialDate("2020-12-31"))?.amount == 15_343)
    #expect(round.offer(asOf: try PartialDate("2020-12-31"))?.amount == 11_739.6)
  }
}
