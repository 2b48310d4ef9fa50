public import Series

/// Which values of a series are used.
public struct Selection: Sendable, Equatable {
  /// Values of these statuses are left out.
  public var excluded: Set<Status>
  /// Only what was published by this date is used.
  public var asOf: PartialDate?
  /// The first year used.
  public var first: Int?
  /// The last year used.
  public var last: Int?

  /// A selection.
  ///
  /// - Parameters:
  ///   - excluded: statuses to leave out.
  ///   - asOf: the date of knowledge.
  ///   - first: the first year.
  ///   - last: the last year.
  public init(
    excluded: Set<Status> = [], asOf: PartialDate? = nil, first: Int? = nil, last: Int? = nil
  ) {
    self.excluded = excluded
    self.asOf = asOf
    self.first = first
    self.last = last
  }

  /// Whether a year lies between the first and the last one used.
  ///
  /// - Parameter year: the year.
  /// - Returns: true for any year without limits.
  public func spans(_ year: Int) -> Bool { year >= first ?? .min && year <= last ?? .max }

  /// Whether a value is used.
  ///
  /// - Parameter observation: the value.
  /// - Returns: false for a value that is missing, excluded, outside the years, or not yet published at the date
  ///   (one whose publication is unknown is taken as not yet published).
  public func admits(_ observation: Observation) -> Bool {
    guard observation.value != nil else { return false }
    if let status = observation.status, excluded.contains(status) { return false }
    guard spans(observation.year) else { return false }
    guard let asOf else { return true }
    return observation.published.map { $0 <= asOf } ?? false
  }
}

extension DataPackage {
  /// A series ready for a model; at a date of knowledge in the vintage of that date, as far as the package has kept it.
  ///
  /// - Parameters:
  ///   - identifier: the series' name.
  ///   - selection: which of its values are used.
  /// - Returns: the series and the observations that went into it.
  /// - Throws: ``DataError``; `.series(.noValues)` when the selection leaves none.
  public func series(_ identifier: String, _ selection: Selection = Selection()) throws(DataError) -> (
    series: AnnualSeries, observations: [Observation]
  ) {
    let entry = try entry(identifier)
    let used = try observations(identifier, asOf: selection.asOf).filter { selection.admits($0) }
    do {
      let series = try AnnualSeries(
        identifier: identifier, unit: entry.unit, calendar: entry.calendar, bounds: entry.bounds,
        observations: used.compactMap { use in use.value.map { (use.year, $0) } })
      return (series, used)
    } catch {
      throw .series(error)
    }
  }
}
