public import Series

extension Round {
  /// The round as it was known on a date.
  ///
  /// The base and the end of the term before are known from the start. What is not agreed yet has no settlement, is open,
  /// and enters no fit. A round that ended on a day which nobody recorded counts as over when its first year is.
  ///
  /// - Parameter date: the date.
  /// - Returns: the round without what became public later; `nil` where neither talks nor an ask, an offer or an agreement
  ///   was known.
  /// - Throws: ``NegotiationError``, never for a round that could be made.
  public func known(on date: PartialDate) throws(NegotiationError) -> Round? {
    let isAgreed =
      agreed.map { $0 <= date } ?? (ending != .open && date.monthIndex >= 12 * (firstYear + 1))
    let reported = positions.filter { $0.knownOn <= date }
    let hasBegun = talksBegan.map { $0 <= date } ?? false
    guard isAgreed || hasBegun || !reported.isEmpty else { return nil }
    return try Round(
      identifier: identifier, ally: ally, instrument: instrument, measure: measure, unit: unit,
      firstYear: firstYear, base: base, settlement: isAgreed ? settlement : nil,
      termMean: isAgreed ? termMean : nil, termYears: isAgreed ? termYears : nil, positions: reported,
      posture: posture, talksBegan: hasBegun ? talksBegan : nil, agreed: isAgreed ? agreed : nil,
      predecessorEnds: predecessorEnds, inForce: inForce.flatMap { $0 <= date ? $0 : nil },
      ending: isAgreed ? ending : .open, lapseMonths: isAgreed ? lapseMonths : 0,
      hadFurlough: isAgreed && hadFurlough, uses: isAgreed ? uses : [],
      exclusion: isAgreed ? exclusion : "not over on \(date)", sources: sources)
  }
}
