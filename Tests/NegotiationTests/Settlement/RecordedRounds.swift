import Series

@testable import Negotiation

/// The rounds that the reference posterior was made from, with its summaries.
struct RecordedRounds: Decodable {
  struct File: Decodable { let cases: [RecordedRounds] }

  struct Entry: Decodable {
    let round, ally, agreed, posture: String
    let year: Int
    let base, settlement: Double
    let ask, offer: Double?
    let askKnown, offerKnown: String?

    enum CodingKeys: String, CodingKey {
      case round, ally, agreed, posture, year, base, settlement, ask, offer
      case askKnown = "ask_known"
      case offerKnown = "offer_known"
    }
  }

  let `case`: String
  let date: String
  let rounds: [Entry]
  let summary: [String: SampledSummary]
  let predictive: [String: [String: Double]]

  static func load(_ name: String) throws -> RecordedRounds {
    let file = try ReferenceFile.decode("settlement_posterior.json", as: File.self)
    struct Missing: Error {}
    guard let found = file.cases.first(where: { $0.case == name }) else { throw Missing() }
    return found
  }

  /// The rounds as a record of evidence.
  func evidence() throws -> Evidence {
    var made: [Round] = []
    for entry in rounds {
      var positions: [Position] = []
      if let ask = entry.ask, let known = entry.askKnown {
        positions.append(try Position(side: .ask, amount: ask, knownOn: try PartialDate(known)))
      }
      if let offer = entry.offer, let known = entry.offerKnown {
        positions.append(try Position(side: .offer, amount: offer, knownOn: try PartialDate(known)))
      }
      made.append(
        try Round(
          identifier: entry.round, ally: entry.ally, instrument: .costShare, measure: "first_year",
          unit: Unit("1"), firstYear: entry.year, base: entry.base, settlement: entry.settlement,
          positions: positions, posture: Posture(rawValue: entry.posture) ?? .statusQuo,
          agreed: try PartialDate(entry.agreed), ending: .inTime, uses: [.step]))
    }
    return try Evidence(made)
  }
}
