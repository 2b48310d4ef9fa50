internal import Series

extension DataPackage {
  /// Computes a derived series.
  ///
  /// - Parameters:
  ///   - entry: the derived series.
  ///   - derivation: how it follows from others.
  ///   - path: the series that are being derived already.
  ///   - asOf: the date whose vintages are used, `nil` for those of today.
  /// - Returns: its observations, where every input has a value.
  /// - Throws: ``DataError`` when calendars do not meet or a value cannot be computed.
  func derived(_ entry: SeriesEntry, _ derivation: Derivation, path: [String], asOf: PartialDate?)
    throws(DataError)
    -> [Observation]
  {
    switch derivation {
    case .ratio(let numerator, let denominator, let scale, let rule):
      let below = try aligned(denominator, to: numerator, rule: rule, entry: entry, path: path, asOf: asOf)
      return try combine(entry, observations(numerator, path: path, asOf: asOf), below) { scale * $0 / $1 }
    case .deflate(let nominal, let index, let base, let rule):
      let prices = try aligned(index, to: nominal, rule: rule, entry: entry, path: path, asOf: asOf)
      guard let reference = prices.first(where: { $0.year == base })?.value else {
        throw .derivationFailed(
          series: entry.identifier, period: entry.calendar.label(base),
          reason: "'\(index)' has no value for its base period")
      }
      return try combine(entry, observations(nominal, path: path, asOf: asOf), prices) { $0 * reference / $1 }
    case .splice(let stretches):
      var joined: [Observation] = []
      for stretch in stretches {
        let part = try self.entry(stretch.series)
        guard part.calendar == entry.calendar, part.unit == entry.unit else {
          throw .calendarsDiffer(
            series: entry.identifier, left: "\(entry.calendar.rawValue), \(entry.unit)",
            right: "\(part.calendar.rawValue), \(part.unit)", rule: "splice")
        }
        for var observation in try observations(stretch.series, path: path, asOf: asOf)
        where observation.year >= stretch.first ?? .min && observation.year <= stretch.last ?? .max {
          observation.publication = observation.publication.asInput
          joined.append(observation)
        }
      }
      return joined.sorted { $0.year < $1.year }
    }
  }

  /// The values of one series as they meet the periods of another.
  private func aligned(
    _ identifier: String, to other: String, rule: CalendarRule, entry: SeriesEntry, path: [String],
    asOf: PartialDate?
  ) throws(DataError) -> [Observation] {
    let (calendar, wanted) = (try self.entry(identifier).calendar, try self.entry(other).calendar)
    let values = try observations(identifier, path: path, asOf: asOf)
    guard entry.calendar == wanted else {
      throw .calendarsDiffer(
        series: entry.identifier, left: entry.calendar.rawValue, right: wanted.rawValue, rule: "result")
    }
    switch rule {
    case .same where calendar == wanted: return values
    case .startYear where calendar == .calendar && wanted == .japanFiscal: return values
    case .monthsWeighted where calendar == .calendar && wanted == .japanFiscal:
      return zip(values, values.dropFirst()).compactMap { now, next in
        guard next.year == now.year + 1, let first = now.value, let second = next.value else { return nil }
        return Observation(
          year: now.year, value: 0.75 * first + 0.25 * second, status: weakest(now, next),
          publication: .init(latestOf: now.publication, next.publication), sources: union(now, next), note: ""
        )
      }
    default:
      throw .calendarsDiffer(
        series: entry.identifier, left: calendar.rawValue, right: wanted.rawValue, rule: rule.rawValue)
    }
  }

  private func combine(
    _ entry: SeriesEntry, _ left: [Observation], _ right: [Observation],
    _ operation: (Double, Double) -> Double
  ) throws(DataError) -> [Observation] {
    let other = Dictionary(right.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    var result: [Observation] = []
    for observation in left {
      guard let a = observation.value, let partner = other[observation.year], let b = partner.value else {
        continue
      }
      let value = operation(a, b)
      guard value.isFinite else {
        throw .derivationFailed(
          series: entry.identifier, period: entry.calendar.label(observation.year),
          reason: "the result is not a finite number")
      }
      result.append(
        Observation(
          year: observation.year, value: value, status: weakest(observation, partner),
          publication: .init(latestOf: observation.publication, partner.publication),
          sources: union(observation, partner), note: ""))
    }
    return result
  }

  private func weakest(_ left: Observation, _ right: Observation) -> Status? {
    [left.status, right.status].compactMap { $0 }.max()
  }

  private func union(_ left: Observation, _ right: Observation) -> [String] {
    left.sources + right.sources.filter { !left.sources.contains($0) }
  }
}
