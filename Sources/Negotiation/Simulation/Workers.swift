/// Who does independent pieces of work: one thread, or the threads that a program has.
public protocol Workers: Sendable {
  /// Does so many pieces of work.
  ///
  /// - Parameters:
  ///   - count: how many pieces.
  ///   - body: makes the result of a piece from its number alone.
  /// - Returns: the results in the order of the pieces.
  func map<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result]
}

/// One piece after the other.
public struct SingleWorker: Workers {
  /// The worker.
  public init() {}

  /// Does the pieces one after the other.
  ///
  /// - Parameters:
  ///   - count: how many pieces.
  ///   - body: makes the result of a piece from its number alone.
  /// - Returns: the results in the order of the pieces.
  public func map<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
    (0..<count).map(body)
  }
}
