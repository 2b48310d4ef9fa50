import Strategy
import Testing

/// One case of `bargaining_solutions.json`; which fields it has depends on its model.
struct BargainingReference: Decodable {
  struct Division: Decodable { let share1, share2: Rational }

  /// A coordinate: a decimal of a search, or an exact fraction as text.
  enum Coordinate: Decodable {
    case decimal(Double)
    case exact(Rational)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let decimal = try? container.decode(Double.self) {
        self = .decimal(decimal)
      } else {
        self = .exact(try container.decode(Rational.self))
      }
    }

    var decimal: Double {
      get throws {
        guard case .decimal(let value) = self else { throw NotThatKind() }
        return value
      }
    }

    var exact: Rational {
      get throws {
        guard case .exact(let value) = self else { throw NotThatKind() }
        return value
      }
    }
  }

  struct NotThatKind: Error {}

  let model: String
  let id: String?
  let delta1, delta2, rate1, rate2, outside1, outside2, share1, share2: Rational?
  let player1_proposes, player2_proposes: Division?
  let rounds: Int?
  let breakdown1, breakdown2, probability_of_breakdown_after_each_rejection: Rational?
  let player1_proposes_share1, limit_as_risk_vanishes_share1: Rational?
  let S, d1, d2: Rational?
  let weight1: Coordinate?
  let nash, kalai_smorodinsky, egalitarian, egalitarian_weak, ideal_point, disagreement: [Coordinate]?
  let agreement_possible, zone_of_agreement: Bool?
  let vertices: [[Rational]]?
  let vh, vg, dh, dg, guarantor_weight, host_reservation_price, guarantor_reservation_price: Rational?
  let nash_payment: Rational?
  let host_mean, host_sd, guarantor_mean, guarantor_sd, correlation: Double?
  let probability_of_zone, expected_surplus_given_zone, expected_midpoint_given_zone: Double?
  let temptation, reward, punishment, sucker, critical_discount_grim_trigger: Rational?
  let minimum_side_payment_making_cooperation_weakly_dominant: Rational?

  /// The cases of a model, as many as there must be.
  static func cases(_ model: String, count: Int) throws -> [BargainingReference] {
    let found = try References.cases("bargaining_solutions", of: BargainingReference.self).filter {
      $0.model == model
    }
    try #require(found.count == count)
    return found
  }
}

/// A pair from two coordinates of a reference.
func exactPair(_ coordinates: [BargainingReference.Coordinate]?) throws -> PayoffPair {
  let pair = try #require(coordinates)
  return PayoffPair(try pair[0].exact, try pair[1].exact)
}
