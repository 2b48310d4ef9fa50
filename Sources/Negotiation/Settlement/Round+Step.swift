public import Series

extension Round {
  /// The first ask that was public on a date: what the United States opened with.
  ///
  /// The settlement model reads openings, for that is what a forecaster has at the start; ``ask(asOf:)`` gives the latest.
  ///
  /// - Parameter date: the date.
  /// - Returns: the ask, or `nil` when none was.
  public func openingAsk(asOf date: PartialDate) -> Position? {
    positions.first { $0.side == .ask && $0.knownOn <= date }
  }

  /// The first offer that was public on a date: what the ally opened with.
  ///
  /// - Parameter date: the date.
  /// - Returns: the offer, or `nil` when none was.
  public func openingOffer(asOf date: PartialDate) -> Position? {
    positions.first { $0.side == .offer && $0.knownOn <= date }
  }
}
