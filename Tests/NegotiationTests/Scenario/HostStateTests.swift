import Testing

@testable import Negotiation

@Suite struct HostStateTests {
  @Test func standingStaysBetweenMinusOneAndOne() throws {
    func standing(_ salience: Double, _ stress: Double, _ minority: Bool) throws -> Double {
      try HostState(
        securitySalience: salience, fiscalStress: stress, isMinority: minority, hasHostileUpperHouse: false
      ).standing
    }
    #expect(try standing(1, 0, false) == 1)
    #expect(try standing(0, 1, true) == -1)
    // What a minority takes from it is an assumption.
    #expect(try standing(0.75, 0.5, true) == 0.25)
  }

  @Test(arguments: [-0.1, 1.1, .nan] as [Double])
  func refusesWhatIsOffTheScale(value: Double) {
    #expect(throws: ScenarioError.self) {
      try HostState(
        securitySalience: value, fiscalStress: 0.5, isMinority: false, hasHostileUpperHouse: false)
    }
  }
}
