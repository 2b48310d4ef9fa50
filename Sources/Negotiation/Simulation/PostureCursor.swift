internal import Probability

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How the posture of the United States changes with time.
///
/// Between inaugurations the posture moves once, to a neighbour on the line status-quo, transactional, demanding, after an
/// exponential time of mean ``stayMonths``. At an inauguration (January of the year after a leap year) it is drawn anew
/// with probability `change`, from the shares; else it stays.
struct PostureChain {
  /// The mean time to a move between inaugurations, in months.
  var stayMonths: Double
  /// Whether the posture changes at all; without it the first one holds.
  var isActive = true

  /// The month of the first inauguration after a month, months counted from January of year 0.
  static func inauguration(after month: Int) -> Int {
    // Years that leave 1 when divided by 4.
    let first = 12
    let cycles = (month - first + 48) / 48
    return first + 48 * max(cycles, 0)
  }
}

/// The posture of one simulated future, read in the order of months.
struct PostureCursor {
  private let chain: PostureChain
  private let numbers: DrawNumbers
  private let change: Double
  private let transactional: Double
  private let demanding: Double
  private var place: UInt64
  private var moveMonth: Int
  private var inauguration: Int
  private(set) var posture: Posture

  init(
    _ chain: PostureChain, _ numbers: DrawNumbers, from month: Int, posture: Posture, change: Double,
    transactional: Double, demanding: Double
  ) {
    self.chain = chain
    self.numbers = numbers
    self.change = change
    self.transactional = transactional
    self.demanding = demanding
    self.posture = posture
    place = Place.postures
    inauguration = PostureChain.inauguration(after: month)
    moveMonth = .max
    moveMonth = nextMove(from: month)
  }

  /// The posture in a month; months are asked for in ascending order.
  mutating func advance(to month: Int) -> Posture {
    guard chain.isActive else { return posture }
    while min(moveMonth, inauguration) <= month {
      if moveMonth < inauguration {
        move()
      } else {
        inaugurate()
      }
    }
    return posture
  }

  private func nextMove(from month: Int) -> Int {
    let wait = -log(numbers.uniform(place)) * chain.stayMonths
    return wait < 4_800 ? month + 1 + Int(wait) : .max
  }

  private mutating func move() {
    switch posture {
    case .statusQuo, .demanding: posture = .transactional
    case .transactional: posture = numbers.uniform(place + 1) < 0.5 ? .statusQuo : .demanding
    }
    moveMonth = .max
  }

  private mutating func inaugurate() {
    let start = inauguration
    if numbers.uniform(place + 2) < change {
      let share = numbers.uniform(place + 3)
      posture =
        share < demanding ? .demanding : share < demanding + transactional ? .transactional : .statusQuo
    }
    place += 4
    inauguration += 48
    moveMonth = nextMove(from: start)
  }
}
