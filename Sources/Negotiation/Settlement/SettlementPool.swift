#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Amounts of the first year that something else than the record foretells, to be pooled with the settlement model.
///
/// The pool is linear: with probability w, the assumption `spatial.weight`, a draw takes its first year from here, else from
/// the model. The amounts are equally likely, in the unit of the agreement; y = ln(S/L) follows with the L of the draw.
///
/// Source: Stone (1961), "The opinion pool", Annals of Mathematical Statistics 32, 1339-1342.
public struct SettlementPool: Sendable, Equatable {
  /// The amounts in ascending order.
  public let amounts: [Double]
  private let logAmounts: [Double]

  /// A pool.
  ///
  /// - Parameter amounts: equally likely, above zero and finite, at least one.
  /// - Throws: ``NegotiationError/amountNotPositive(what:value:)``, or ``NegotiationError/outOfRange(what:value:expected:)``
  ///   where there is none.
  public init(amounts: [Double]) throws(NegotiationError) {
    guard !amounts.isEmpty else {
      throw .outOfRange(what: "amounts of a settlement pool", value: 0, expected: "1 or more")
    }
    for amount in amounts where !(amount > 0 && amount.isFinite) {
      throw .amountNotPositive(what: "an amount of a settlement pool", value: amount)
    }
    self.amounts = amounts.sorted()
    logAmounts = self.amounts.map { log($0) }
  }

  /// ln S of a draw.
  ///
  /// - Parameter uniform: strictly between 0 and 1.
  /// - Returns: the logarithm of one of the amounts.
  func logAmount(_ uniform: Double) -> Double {
    logAmounts[min(Int(uniform * Double(logAmounts.count)), logAmounts.count - 1)]
  }
}
