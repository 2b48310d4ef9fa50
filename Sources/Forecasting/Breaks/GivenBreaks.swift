/// The breaks that an analyst names, in the order of years.
public struct GivenBreaks: Sendable, Equatable {
  /// One of them.
  public struct Break: Sendable, Equatable {
    /// The first year of the new regime; with joined regimes the year in which the lines meet.
    public let year: Int
    /// Why, in the analyst's words.
    public let reason: String?
    /// Where it was written, which a refusal then names; `nil` for nowhere in particular.
    public let place: String?

    /// A break.
    ///
    /// - Parameters:
    ///   - year: the first year of the new regime.
    ///   - reason: why there is one, if it is told.
    ///   - place: where it was written, such as file, line and column.
    public init(year: Int, reason: String? = nil, place: String? = nil) {
      (self.year, self.reason, self.place) = (year, reason, place)
    }

    /// A refusal of this break, with its place.
    func refusal(_ error: BreakError) -> BreakError { place.map { .at($0, error) } ?? error }
  }

  /// The most breaks that are taken.
  public static let most = 20

  /// The breaks, earliest first.
  public let breaks: [Break]

  /// Breaks in any order.
  ///
  /// - Parameter breaks: at least one, at most ``most``, each year once.
  /// - Throws: ``BreakError/none``, ``BreakError/tooManyGiven(_:limit:)`` or ``BreakError/duplicate(year:)``.
  public init(_ breaks: [Break]) throws(BreakError) {
    let sorted = breaks.sorted { $0.year < $1.year }
    guard !sorted.isEmpty else { throw .none }
    guard sorted.count <= Self.most else { throw .tooManyGiven(sorted.count, limit: Self.most) }
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.year == right.year {
      throw .duplicate(year: left.year)
    }
    self.breaks = sorted
  }

  /// The places of the breaks in a sample.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - least: the fewest values of a regime.
  /// - Returns: the number of values before each break.
  /// - Throws: ``BreakError/outside(year:first:last:)`` or ``BreakError/tooClose(first:last:needed:found:)``, with the place
  ///   of the break where it has one.
  func places(in sample: BreakSample, least: Int) throws(BreakError) -> [Int] {
    guard let first = sample.years.first, let last = sample.years.last else { return [] }
    var places: [Int] = []
    for given in breaks {
      guard given.year > first, given.year <= last else {
        throw given.refusal(.outside(year: given.year, first: first, last: last))
      }
      places.append(sample.years.count { $0 < given.year })
    }
    let starts = [first] + breaks.map(\.year)
    let ends = breaks.map { $0.year - 1 } + [last]
    let counts = zip(places + [sample.count], [0] + places).map { $0 - $1 }
    for (index, count) in counts.enumerated() where count < least {
      // The break that begins the regime, or ends the first one.
      throw breaks[max(index - 1, 0)].refusal(
        .tooClose(first: starts[index], last: ends[index], needed: least, found: count))
    }
    return places
  }
}
