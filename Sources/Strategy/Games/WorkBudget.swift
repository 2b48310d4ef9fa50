/// Steps that a search may take: counted, not timed, so that the same game is answered or refused on every machine.
struct WorkBudget: Sendable {
  let search: StrategyError.Search
  let limit: Int
  private(set) var spent = 0

  init(_ search: StrategyError.Search, limit: Int) {
    self.search = search
    self.limit = limit
  }

  /// Takes steps off the budget.
  ///
  /// - Parameter steps: how many.
  /// - Throws: `workLimit` when they are more than what is left.
  mutating func spend(_ steps: Int) throws(StrategyError) {
    spent += steps
    guard spent <= limit else { throw .workLimit(search, steps: limit) }
  }
}
