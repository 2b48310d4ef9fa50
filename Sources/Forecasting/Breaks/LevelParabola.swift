/// A sum of squares as a function of the level φ of a joined line at one year: aφ² + bφ + c.
struct LevelParabola {
  let a: Double
  let b: Double
  let c: Double
  /// Where the breaks that led to it are kept.
  var trail: Int

  init(a: Double, b: Double, c: Double, trail: Int = 0) {
    (self.a, self.b, self.c, self.trail) = (a, b, c, trail)
  }

  /// The least sum over lines through level φ at one place, of the values on one side of it.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - values: places of at least two values.
  ///   - place: where the level is measured.
  init(_ sample: BreakSample, values: Range<Int>, at place: Int) {
    var (ones, times, products, sum, squares) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var timeSquares = 0.0
    for index in values {
      let (x, y) = (sample.times[index] - sample.times[place], sample.values[index])
      ones += 1
      times += x
      timeSquares += x * x
      products += x * y
      sum += y
      squares += y * y
    }
    self.init(
      a: ones - times * times / timeSquares, b: -2 * (sum - times * products / timeSquares),
      c: squares - products * products / timeSquares)
  }

  /// The value of the parabola.
  func value(at level: Double) -> Double { (a * level + b) * level + c }

  /// The least sum of this and another parabola.
  ///
  /// - Parameter other: of the values on the other side.
  /// - Returns: its minimum, not below zero but for roundings.
  func least(with other: LevelParabola) -> Double {
    let slope = b + other.b
    return c + other.c - slope * slope / (4 * (a + other.a))
  }

  /// The least value, that of a line or a downward parabola being none.
  private var minimum: Double { a > 0 ? c - b * b / (4 * a) : -Double.infinity }

  /// Whether it is greater than another one at every level.
  private func isAbove(_ other: LevelParabola) -> Bool {
    let (a, b, c) = (a - other.a, b - other.b, c - other.c)
    return a > 0 && b * b < 4 * a * c
  }

  /// The parabolas that are least somewhere, from left to right.
  ///
  /// - Parameter all: in any order.
  /// - Returns: those on the lower envelope.
  static func lowerEnvelope(_ all: [LevelParabola]) -> [LevelParabola] {
    guard let deepest = all.min(by: { $0.minimum < $1.minimum }) else { return [] }
    // Most lie above the deepest one everywhere, and the walk below asks every candidate at every step.
    let candidates = all.filter { !$0.isAbove(deepest) }
    // Far to the left the flattest is least, among equals the one that falls from there.
    guard
      var current = candidates.min(by: { ($0.a, -$0.b, $0.c) < ($1.a, -$1.b, $1.c) })
    else { return [] }
    var kept = [current]
    var position = -Double.infinity
    while kept.count <= candidates.count {
      var (nearest, next) = (Double.infinity, current)
      for other in candidates {
        guard let crossing = current.crossing(below: other, after: position), crossing < nearest else {
          continue
        }
        (nearest, next) = (crossing, other)
      }
      guard nearest < .infinity else { break }
      (position, current) = (nearest, next)
      kept.append(next)
    }
    return kept
  }

  /// Where another parabola comes to lie below this one.
  ///
  /// - Parameters:
  ///   - other: the other one.
  ///   - position: only crossings to the right of it count.
  /// - Returns: the first level from which on the other is less, or `nil`.
  private func crossing(below other: LevelParabola, after position: Double) -> Double? {
    // The difference other - this changes its sign from plus to minus there.
    let (a, b, c) = (other.a - a, other.b - b, other.c - c)
    let crossing: Double
    if a == 0 {
      guard b < 0 else { return nil }
      crossing = -c / b
    } else {
      let discriminant = b * b - 4 * a * c
      guard discriminant > 0 else { return nil }
      // Falling through zero: the smaller root of an upward parabola, the larger of a downward one.
      let root = discriminant.squareRoot()
      crossing = b <= 0 ? 2 * c / (root - b) : -(b + root) / (2 * a)
    }
    return crossing > position ? crossing : nil
  }
}

/// The values from one break of a joined line to the next.
struct LevelStretch {
  /// Σ(1 - u)², Σu(1 - u), Σu², u the share of the way from one break to the other.
  private var left = 0.0
  private var cross = 0.0
  private var right = 0.0
  /// Σy(1 - u), Σyu, Σy².
  private var leftValues = 0.0
  private var rightValues = 0.0
  private var squares = 0.0

  /// The sums of a stretch.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - start: the place of the first break, whose value belongs to the stretch.
  ///   - end: the place of the second one, whose value does not.
  init(_ sample: BreakSample, from start: Int, to end: Int) {
    let length = sample.times[end] - sample.times[start]
    for index in start..<end {
      let (u, y) = ((sample.times[index] - sample.times[start]) / length, sample.values[index])
      left += (1 - u) * (1 - u)
      cross += u * (1 - u)
      right += u * u
      leftValues += y * (1 - u)
      rightValues += y * u
      squares += y * y
    }
  }

  /// Goes on from a break to the next: the level at the first one is chosen best for every level at the second.
  ///
  /// - Parameter parabola: the sum before the stretch, by the level at its first break.
  /// - Returns: the sum with the stretch, by the level at its second break.
  func extend(_ parabola: LevelParabola) -> LevelParabola {
    let curvature = parabola.a + left
    let slope = parabola.b - 2 * leftValues
    return LevelParabola(
      a: right - cross * cross / curvature, b: -2 * rightValues - cross * slope / curvature,
      c: parabola.c + squares - slope * slope / (4 * curvature), trail: parabola.trail)
  }
}
