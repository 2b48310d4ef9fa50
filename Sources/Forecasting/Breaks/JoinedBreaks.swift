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
    var found = [[(places: [Int](), squares: sample.line(0..<count).squares)]]
    var level = [[LevelParabola]](repeating: [], count: count + 1)
    var trails = Trails()
    let stretches = room > 1 ? Self.stretches(sample, least: least) : []
    for breaks in stride(from: 1, through: room, by: 1) {
      var next = [[LevelParabola]](repeating: [], count: count + 1)
      for place in (breaks * least)...(count - least) {
        var candidates: [LevelParabola] = []
        if breaks == 1 {
          candidates = [LevelParabola(sample, values: 0..<place, at: place)]
        } else {
          for start in ((breaks - 1) * least)...(place - least) {
            for parabola in level[start] {
              candidates.append(stretches[place][start].extend(parabola))
            }
          }
        }
        next[place] = LevelParabola.lowerEnvelope(candidates).map { trails.extend($0, by: place) }
      }
      level = next
      found.append(
        ((breaks * least)...(count - least)).map { place in
          let rest = LevelParabola(sample, values: place..<count, at: place)
          let best = level[place].map { (trail: $0.trail, squares: $0.least(with: rest)) }
            .min { $0.squares < $1.squares }
          return (trails.places(best?.trail ?? 0), best?.squares ?? .infinity)
        })
    }
    (self.most, self.found) = (room, found)
  }

  /// The stretches that end at a place, by the place at which they start.
  private static func stretches(_ sample: BreakSample, least: Int) -> [[LevelStretch]] {
    (0...sample.count).map { end in
      end < sample.count && end >= least
        ? (0...(end - least)).map { LevelStretch(sample, from: $0, to: end) } : []
    }
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
}

/// The breaks that led to the parabolas that were kept, each told by the one before it.
private struct Trails {
  /// The first one is the start of the record.
  private var steps = [(place: 0, before: -1)]

  /// A parabola with one break more behind it.
  mutating func extend(_ parabola: LevelParabola, by place: Int) -> LevelParabola {
    var parabola = parabola
    steps.append((place, parabola.trail))
    parabola.trail = steps.count - 1
    return parabola
  }

  /// The breaks, ascending.
  func places(_ trail: Int) -> [Int] {
    var places: [Int] = []
    var trail = trail
    while trail > 0 {
      places.append(steps[trail].place)
      trail = steps[trail].before
    }
    return places.reversed()
  }
}
