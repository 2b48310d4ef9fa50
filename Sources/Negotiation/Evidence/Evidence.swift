public import Series

/// The rounds that a fit may use, cut at a date.
public struct Evidence: Sendable, Equatable {
  /// The rounds, the earliest first year first.
  public let rounds: [Round]

  /// The record of rounds.
  ///
  /// - Parameter rounds: in any order.
  /// - Throws: ``NegotiationError/duplicateRound(_:)``.
  public init(_ rounds: [Round]) throws(NegotiationError) {
    var seen: Set<String> = []
    for round in rounds {
      guard seen.insert(round.identifier).inserted else { throw .duplicateRound(round.identifier) }
    }
    self.init(sorted: rounds)
  }

  private init(sorted rounds: [Round]) {
    self.rounds = rounds.sorted { ($0.firstYear, $0.identifier) < ($1.firstYear, $1.identifier) }
  }

  /// The rounds that were agreed by a date.
  ///
  /// - Parameter date: the date; a round agreed "in 2019" counts only when 2019 is over.
  /// - Returns: the record as it was known then.
  public func agreed(by date: PartialDate) -> Evidence {
    Evidence(sorted: rounds.filter { $0.agreed.map { $0 <= date } ?? false })
  }

  /// The record without some rounds.
  ///
  /// - Parameter isLeftOut: which ones.
  /// - Returns: the others.
  public func without(_ isLeftOut: (Round) -> Bool) -> Evidence {
    Evidence(sorted: rounds.filter { !isLeftOut($0) })
  }

  /// The rounds that enter a fit.
  ///
  /// - Parameter use: the fit.
  /// - Returns: its rounds in the order of first years.
  public func rounds(for use: Round.Use) -> [Round] { rounds.filter { $0.uses.contains(use) } }

  /// The round of a name.
  ///
  /// - Parameter identifier: the name.
  /// - Returns: the round.
  /// - Throws: ``NegotiationError/unknownRound(_:nearest:)``.
  public func round(_ identifier: String) throws(NegotiationError) -> Round {
    guard let round = rounds.first(where: { $0.identifier == identifier }) else {
      throw .unknownRound(
        identifier, nearest: nearestName(to: identifier, among: rounds.map(\.identifier)))
    }
    return round
  }
}
