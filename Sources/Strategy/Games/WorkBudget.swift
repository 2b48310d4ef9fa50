/// Steps that searches may take: counted, not timed, so that the same game is answered or refused on every machine.
struct WorkBudget: Sendable {
  let limit: Int
  private(set) var spent = 0

  init(limit: Int) { self.limit = limit }

  /// Takes steps off the budget.
  ///
  /// - Parameters:
  ///   - steps: how many.
  ///   - search: for what; the one that is given up.
  /// - Throws: `workLimit` when they are more than what is left.
  mutating func spend(_ steps: Int, on search: StrategyError.Search) throws(StrategyError) {
    spent += steps
    guard spent <= limit else { throw .workLimit(search, steps: limit) }
  }

  /// What arithmetic with numbers of this size costs, in steps: one within 128 bits.
  ///
  /// A step is about a nanosecond; beyond 128 bits every operation allocates, and a common divisor grows with the square.
  static func cost(_ numbers: [BigInteger]) -> Int {
    let digits = numbers.reduce(0) { max($0, $1.bitWidth) } / 128 + 1
    return digits == 1 ? 1 : 4 * digits + digits * digits
  }
}
