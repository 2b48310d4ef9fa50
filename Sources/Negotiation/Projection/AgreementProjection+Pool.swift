internal import Probability

extension AgreementProjection {
  /// What becomes of the futures that take their amount from pooled actors: shares of all futures.
  public struct PooledShares: Sendable, Equatable {
    /// Those that take it from them: ``AssumptionCatalog/spatialWeight``.
    public let taken: Double
    /// Those of them in which the ally's ceiling decides in the end.
    public let cut: Double
    /// Those of them whose first year still pays a stopgap or what went on before, since nothing is agreed by then.
    public let late: Double
    /// What is left: those whose first year is an amount of the actors.
    public var effective: Double { taken - cut - late }
  }

  /// How much of the first year is the actors' in the end, `nil` without any.
  ///
  /// The same futures with the pool and without it: where the first year differs it is the pool's. Without delays and ceiling
  /// that is the weight, and each of the two takes its share.
  ///
  /// - Parameter workers: who draws.
  /// - Returns: the shares, in as many draws as a bar of the tornado has.
  public func pooledShares(workers: some Workers) -> PooledShares? {
    guard kernel.terms.pool != nil else { return nil }
    let generator = CounterGenerator(seed: Seed.standard.value, stream: Self.stream)
    let first = kernel.years + AgreementKernel.Measure.firstYear.rawValue
    let variants: [Set<ProjectionDriver>] = [[.delay, .ceiling], [.delay], []]
    let shares = variants.map { off -> Double in
      let pair = [off, off.union([.actors])].map { switches in
        Simulation(
          kernel.without(switches), draws: Self.tornadoDraws, generator: generator, workers: workers
        ).values(first)
      }
      let differing = zip(pair[0], pair[1]).count { $0 != $1 }
      return Double(differing) / Double(Self.tornadoDraws)
    }
    return PooledShares(taken: shares[0], cut: shares[0] - shares[1], late: shares[1] - shares[2])
  }
}
