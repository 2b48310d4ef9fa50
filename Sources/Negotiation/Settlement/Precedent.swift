public import Series

/// The last step of another ally, where it is recent enough to be looked at.
public struct Precedent: Sendable, Equatable {
  /// The other ally.
  public let ally: String
  /// Its round.
  public let round: String
  /// ln(S/L) of that round.
  public let step: Double
}

extension Evidence {
  /// The last step of another ally that was agreed before a date.
  ///
  /// - Parameters:
  ///   - ally: whose negotiation is looked at.
  ///   - date: when; a round agreed on that very day is not yet a precedent.
  ///   - months: how many months back a round counts.
  /// - Returns: the latest, or `nil` when none is recent enough.
  public func precedent(for ally: String, before date: PartialDate, within months: Int) -> Precedent? {
    precedent(for: ally, at: date, within: months) { $0 < date }
  }

  /// The last step of another ally that was known on a date, that day included.
  ///
  /// - Parameters:
  ///   - ally: whose negotiation is looked at.
  ///   - date: when.
  ///   - months: how many months back a round counts.
  /// - Returns: the latest, or `nil` when none is recent enough.
  public func precedent(for ally: String, asOf date: PartialDate, within months: Int) -> Precedent? {
    precedent(for: ally, at: date, within: months) { $0 <= date }
  }

  private func precedent(
    for ally: String, at date: PartialDate, within months: Int, _ isKnown: (PartialDate) -> Bool
  ) -> Precedent? {
    var latest: (agreed: PartialDate, precedent: Precedent)?
    for round in rounds(for: .step) where round.ally != ally {
      guard let agreed = round.agreed, let step = round.step, isKnown(agreed),
        date.monthIndex - agreed.monthIndex <= months
      else { continue }
      if let latest, agreed <= latest.agreed { continue }
      latest = (agreed, Precedent(ally: round.ally, round: round.identifier, step: step))
    }
    return latest?.precedent
  }
}
