import Datasets
import Reporting
import Strategy

/// The tables of `strategy bargain`.
struct BargainReport {
  let file: BargainFile

  private var name: Cell { .text(file.name) }

  // MARK: Solutions

  func solutions() -> Table {
    var table = Table(columns: [
      "bargain", "group", "solution", "proposer", "player", "payoff", "payoff_exact",
    ])
    if let surplus = file.surplus {
      let nash = surplus.weight == .half ? "nash" : "nash, weight \(surplus.weight)"
      table.rows += rows("surplus", nash, surplus.nash)
      table.rows += rows("surplus", "kalai-smorodinsky", surplus.kalaiSmorodinsky)
      table.rows += rows("surplus", "egalitarian", surplus.egalitarian)
    }
    if let outcomes = file.outcomes {
      table.rows += rows("outcomes", "nash", outcomes.nash)
      table.rows += rows("outcomes", "kalai-smorodinsky", outcomes.kalaiSmorodinsky)
      table.rows += rows("outcomes", "egalitarian", outcomes.egalitarian)
      table.rows += rows("outcomes", "ideal point", outcomes.idealPoint)
    }
    if let offers = file.offers { table.rows += rows(offers) }
    return table
  }

  private func rows(_ offers: BargainFile.Offers) -> [[Cell]] {
    var found = rows("rubinstein", offers.endless)
    if let options = offers.withOutsideOptions { found += rows("rubinstein, outside options", options) }
    if let share = offers.continuousShare {
      found += rows("offers", "rubinstein, no pause between offers", PayoffPair(share, 1 - share))
    }
    for game in offers.finite {
      let solution = "last offer in round \(game.rounds)"
      found += rows("offers", solution, game.division, proposer: file.players.first)
    }
    if let risk = offers.risk {
      let solution = "risk of breakdown \(risk.probability)"
      found += rows("offers", solution, risk.whenFirstProposes, proposer: file.players.first)
      found += rows("offers", "risk of breakdown towards 0", risk.limit)
    }
    return found
  }

  private func rows(_ solution: String, _ offers: AlternatingOffers) -> [[Cell]] {
    rows("offers", solution, offers.whenFirstProposes, proposer: file.players.first)
      + rows("offers", solution, offers.whenSecondProposes, proposer: file.players.last)
  }

  private func rows(
    _ group: String, _ solution: String, _ payoffs: PayoffPair?, proposer: String? = nil
  ) -> [[Cell]] {
    zip(file.players, [payoffs?.first, payoffs?.second]).map { player, payoff in
      [
        name, .text(group), .text(solution), proposer.map { .text($0) } ?? .missing, .text(player),
        .optional(payoff?.approximation), payoff.map { .text($0.description) } ?? .missing,
      ]
    }
  }

  // MARK: Zone

  func zone() throws -> Table {
    var table = Table(columns: ["bargain", "group", "quantity", "unit", "value", "value_exact"])
    let unit: Cell = file.unit.map { .text($0) } ?? .missing
    if let (zone, weight) = file.payment {
      let payment = try zone.nashPayment(guarantorWeight: weight)
      let quantities: [(String, Rational?)] = [
        ("payer_reservation_price", zone.hostReservationPrice),
        ("taker_reservation_price", zone.guarantorReservationPrice), ("nash_payment", payment),
      ]
      table.rows += quantities.map { quantity, value in
        [
          name, .text("payment"), .text(quantity), unit, .optional(value?.approximation),
          value.map { .text($0.description) } ?? .missing,
        ]
      }
    }
    if let prices = file.prices {
      let quantities: [(String, Cell, Double)] = [
        ("probability_of_zone", .missing, prices.probabilityOfZone),
        ("expected_surplus", unit, prices.expectedSurplus),
        ("expected_midpoint", unit, prices.expectedMidpoint),
      ]
      table.rows += quantities.map { quantity, unit, value in
        [name, .text("prices"), .text(quantity), unit, .number(value), .missing]
      }
    }
    return table
  }
}
