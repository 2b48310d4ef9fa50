import Negotiation

/// The threads of this process, as the simulation asks for them.
struct PoolWorkers: Workers {
  /// How many threads work.
  let threads: Int

  /// Does the pieces, each by the next free thread.
  ///
  /// - Parameters:
  ///   - count: how many pieces.
  ///   - body: makes the result of a piece from its number alone.
  /// - Returns: the results in the order of the pieces.
  func map<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
    WorkerPool.map(Array(0..<count), threads: threads, body)
  }
}
