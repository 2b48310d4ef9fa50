/// What a scenario assumes otherwise than the catalogue, and why.
public struct ScenarioOverride: Sendable, Equatable {
  /// The value.
  public let value: AssumedValue
  /// Why.
  public let reason: String
  /// Where it was read, by source identifiers.
  public let sources: [String]

  /// An override.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - reason: why.
  ///   - sources: identifiers of sources.
  public init(_ value: AssumedValue, reason: String, sources: [String] = []) {
    self.value = value
    self.reason = reason
    self.sources = sources
  }
}
