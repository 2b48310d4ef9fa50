/// How the host's government stands, as far as it bears on what it can agree to.
public struct HostState: Sendable, Equatable {
  /// How present security is in its politics, from 0 to 1.
  public let securitySalience: Double
  /// How tight its budget is, from 0 to 1.
  public let fiscalStress: Double
  /// Whether it lacks a majority in the lower (or only) house.
  public let isMinority: Bool
  /// Whether the opposition holds the upper house.
  public let hasHostileUpperHouse: Bool

  /// Neither one way nor the other, with majorities.
  public static let ordinary = HostState()

  private init() {
    (securitySalience, fiscalStress, isMinority, hasHostileUpperHouse) = (0.5, 0.5, false, false)
  }

  /// A government's standing.
  ///
  /// - Parameters:
  ///   - securitySalience: from 0 to 1.
  ///   - fiscalStress: from 0 to 1.
  ///   - isMinority: whether it lacks a majority in the lower house.
  ///   - hasHostileUpperHouse: whether the opposition holds the upper house.
  /// - Throws: ``ScenarioError``.
  public init(
    securitySalience: Double, fiscalStress: Double, isMinority: Bool, hasHostileUpperHouse: Bool
  ) throws(ScenarioError) {
    for (key, value) in [("security_salience", securitySalience), ("fiscal_stress", fiscalStress)]
    where !(0...1).contains(value) {
      throw ScenarioError(key, .outOfRange(value, expected: "a number from 0 to 1"))
    }
    self.securitySalience = securitySalience
    self.fiscalStress = fiscalStress
    self.isMinority = isMinority
    self.hasHostileUpperHouse = hasHostileUpperHouse
  }

  /// Security salience minus fiscal stress, from -1 to 1; what a minority takes from it is assumed (`minority.standing`).
  public var standing: Double { securitySalience - fiscalStress }
}
