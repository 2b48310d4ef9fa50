import Series

@testable import Negotiation

/// The rounds that `replay_talks.py` read, with its probabilities of agreement in time.
struct RecordedTalks: Decodable {
  struct Stated: Decodable {
    let side, known: String
    let amount: Double
  }

  struct Entry: Decodable {
    let round, ally, posture, ending, talks, agreed, expires: String
    let year: Int
    let uses: [String]
    let positions: [Stated]
  }

  struct Talk: Decodable {
    let round, date: String
    let probability: Double
  }

  let rounds: [Entry]
  let talks: [Talk]

  static func load() throws -> RecordedTalks {
    try ReferenceFile.decode("replay_talks.json", as: RecordedTalks.self)
  }

  /// The rounds as a record of evidence; their amounts of money enter no timing.
  func evidence() throws -> Evidence {
    var made: [Round] = []
    for entry in rounds {
      let positions = try entry.positions.map { stated in
        try Position(
          side: stated.side == "ask" ? .ask : .offer, amount: stated.amount,
          knownOn: try PartialDate(stated.known))
      }
      made.append(
        try Round(
          identifier: entry.round, ally: entry.ally, instrument: .costShare, measure: "first_year",
          unit: Unit("1"), firstYear: entry.year, base: nil, settlement: nil, positions: positions,
          posture: Posture(rawValue: entry.posture) ?? .statusQuo,
          talksBegan: try PartialDate(entry.talks), agreed: try PartialDate(entry.agreed),
          predecessorEnds: try PartialDate(entry.expires),
          ending: Round.Ending(rawValue: entry.ending) ?? .open,
          uses: Set(
            entry.uses.compactMap { Round.Use(rawValue: $0) }.filter { $0 == .timing || $0 == .stopgap })))
    }
    return try Evidence(made)
  }
}

extension AssumptionCatalog {
  /// The catalogue with another number today, and everything before it as it is.
  func replacingNow(_ key: String, by number: Double) throws -> AssumptionCatalog {
    let value = try AssumedValue(number)
    return AssumptionCatalog(
      assumptions: assumptions.map { one in
        one.key != key
          ? one
          : Assumption(
            key, value, low: one.low, high: one.high, range: one.range, mark: one.mark,
            meaning: one.meaning, reason: one.reason, knownSince: one.knownSince, earlier: one.earlier)
      })
  }
}
