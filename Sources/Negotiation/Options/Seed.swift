/// What a simulation is repeated with; every number is a seed.
public struct Seed: Sendable, Hashable {
  /// The key of the random numbers.
  public let value: UInt64

  /// What is used unless asked otherwise.
  public static let standard = Seed(1978)

  /// A seed.
  ///
  /// - Parameter value: any number.
  public init(_ value: UInt64) { self.value = value }
}
