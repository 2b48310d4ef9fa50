/// The joined lines with the least sum of squared residuals, for every number of breaks.
///
/// A break is a year of the record at which two lines meet. The least sum of the values before a break, as a function of the
/// level φ at which the lines meet there, is the least of finitely many parabolas, one for each way to place the breaks
/// before it. Going on to the next break turns a parabola into another, in closed form; those that are least at no
/// φ are dropped, so that the search stays exact and short.
///
/// Source: Fearnhead, Maidstone & Letchford (2019), Journal of Computational and Graphical Statistics 28, 265-275, with the
/// number of breaks in place of their penalty.
struct JoinedBreaks {
  /// The most breaks that were looked for.
  let most: Int
  /// For every number of breaks, the best joined lines for each place of the last one.
  private let found: [[(places: [Int], squares: Double)]]

  /// The longest record: the work grows with the square of its length and with that of the parabolas kept.
  static let longestRecord = 300

  /// Searches all places.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - least: the fewest values of a regime.
  ///   - most: the most breaks; no more are tried than there is room for.
  init(_ sample: BreakSample, least: Int, most: Int) {
    let count = sample.count
    let room = max(0, min(most, count / least - 1))
    let line = sample.line(0..<count)
    var found = [[(places: [Int](), squares: line.squares)]]
    var level: [Int: [LevelParabola]] = [:]
    for breaks in stride(from: 1, through: room, by: 1) {
      var next: [Int: [LevelParabola]] = [:]
      for place in (breaks * least)...(count - least) {
        if breaks == 1 {
          next[place] = [LevelParabola(sample, values: 0..<place, at: place)]
          continue
        }
        var candidates: [LevelParabola] = []
        for start in ((breaks - 1) * least)...(place - least) {
          let stretch = LevelStretch(sample, from: start, to: place)
          for parabola in level[start] ?? [] { candidates.append(stretch.extend(parabola)) }
        }
        next[place] = LevelParabola.lowerEnvelope(candidates)
      }
      level = next
      found.append(
        ((breaks * least)...(count - least)).map { place in
          Self.close(level[place] ?? [], LevelParabola(sample, values: place..<count, at: place))
        })
    }
    (self.most, self.found) = (room, found)
  }

  /// The least sum of squares with some breaks.
  ///
  /// - Parameter breaks: from 0 to ``most``.
  /// - Returns: the sum over all values.
  func sumOfSquares(_ breaks: Int) -> Double { best(breaks).squares }

  /// Where the best breaks lie.
  ///
  /// - Parameter breaks: from 0 to ``most``.
  /// - Returns: the places of the years at which lines meet, ascending.
  func places(_ breaks: Int) -> [Int] { best(breaks).places }

  /// The best joined lines whose last break is given, for every place that it can have.
  ///
  /// - Parameter breaks: from 1 to ``most``.
  /// - Returns: all breaks, the last of them given, and the sum of squares over all values.
  func byLastBreak(_ breaks: Int) -> [(places: [Int], squares: Double)] { found[breaks] }

  private func best(_ breaks: Int) -> (places: [Int], squares: Double) {
    found[breaks].min { $0.squares < $1.squares } ?? ([], .infinity)
  }

  /// The best way to go on to the end of the record.
  private static func close(
    _ parabolas: [LevelParabola], _ rest: LevelParabola
  ) -> (places: [Int], squares: Double) {
    var best: (places: [Int], squares: Double) = ([], .infinity)
    for parabola in parabolas {
      let least = parabola.least(with: rest)
      if least < best.squares { best = (parabola.places, least) }
    }
    return best
  }
}
