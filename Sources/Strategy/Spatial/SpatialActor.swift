/// Someone with a stake in an issue that can be put on a line.
public struct SpatialActor: Hashable, Sendable {
  /// The actor's name.
  public let name: String
  /// What the actor asks for, in the units of the issue.
  public let position: Double
  /// How much the issue matters to the actor, from 0 to 1.
  public let salience: Double
  /// How much the actor could do about it, not negative, on any scale that is common to all.
  public let capability: Double

  /// An actor.
  ///
  /// - Parameters:
  ///   - name: not empty.
  ///   - position: finite, of magnitude below 1e100, so that differences and products are finite too.
  ///   - salience: from 0 to 1.
  ///   - capability: from 0 to below 1e100.
  /// - Throws: `outside` or `notFinite`.
  public init(name: String, position: Double, salience: Double, capability: Double) throws(StrategyError) {
    guard !name.isEmpty else { throw .outside(.actors, value: "without a name", allowed: "named") }
    try StrategyError.requireFinite(position, .position)
    try StrategyError.requireFinite(salience, .salience)
    try StrategyError.requireFinite(capability, .capability)
    guard position.magnitude < 1e100 else {
      throw .outside(.position, value: "\(position)", allowed: "of magnitude below 1e100")
    }
    guard (0...1).contains(salience) else {
      throw .outside(.salience, value: "\(salience)", allowed: "from 0 to 1")
    }
    guard capability >= 0, capability < 1e100 else {
      throw .outside(.capability, value: "\(capability)", allowed: "from 0 to below 1e100")
    }
    self.name = name
    self.position = position
    self.salience = salience
    self.capability = capability
  }

  /// Capability times salience, what the actor throws into the balance.
  public var weight: Double { capability * salience }
}
