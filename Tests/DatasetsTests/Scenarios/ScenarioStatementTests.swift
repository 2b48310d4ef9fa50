import Negotiation
import Testing

@testable import Datasets

@Suite("A statement in place of the file's")
struct ScenarioStatementTests {
  private let name = "japan-2027-demanding"

  private func stated(_ key: String, _ text: String) -> ScenarioStatement {
    ScenarioStatement(key, text, origin: "--assume \(key)=\(text)")
  }

  @Test("is what the scenario says, and the rest stays")
  func replaced() throws {
    let package = try RealPackage.open()
    let own = try #require(try package.scenarios(named: name).first)
    let other = try #require(
      try package.scenarios(
        named: name, stating: [stated("agreement.term_years", "3"), stated("agreement.ask.fixed_sum", "9")]
      ).first)
    #expect(other.agreement?.termYears == 3)
    #expect(other.agreement?.ask.fixedSum?.amount == 9)
    #expect(other.agreement?.ask.costs == own.agreement?.ask.costs)
    #expect(other.asOf == own.asOf)
  }

  @Test("that the file leaves out is added where its grammar has a place for it")
  func added() throws {
    let package = try RealPackage.open()
    let other = try #require(
      try package.scenarios(
        named: name,
        stating: [
          stated("exchange_rates.JPY", "120"), stated("agreement.budget_month", "11"),
          stated("agreement.drivers.host-opinion", "0.5"), stated("agreement.base.amount", "2300"),
          stated("agreement.base.year", "2026"), stated("agreement.base.unit", "JPY_100M"),
        ]
      ).first)
    #expect(other.rates.rates["JPY"]?.perDollar == 120)
    #expect(other.agreement?.budgetMonth == 11)
    #expect(other.agreement?.drivers.count == 1)
    #expect(other.agreement?.base.money.amount == 2300)
  }

  @Test("without a group, or in a list, changes nothing")
  func absent() throws {
    let package = try RealPackage.open()
    let own = try package.scenarios(named: name)
    let keys = [
      "nothing.at_all", "ratio.ask_percent", "agreement.elections.host.9", "agreement.", "agreement",
    ]
    for key in keys {
      let other = try package.scenarioFile(name, stating: [stated(key, "3")])
      #expect(other.scenarios == own, "\(key)")
      #expect(other.added[name]?.isEmpty == true, "\(key)")
    }
  }

  @Test("that no file could make is refused with its place and the nearest key")
  func unknown() throws {
    let file = try RealPackage.open().scenarioFile(name, stating: [stated("agreement.term_year", "3")])
    let fault = try #require(file.faults.first?.description)
    #expect(fault.hasPrefix("--assume agreement.term_year=3: "))
    #expect(fault.contains("term_years"))
  }

  @Test("of a date long ago is refused in the words of the date")
  func longAgo() throws {
    let file = try RealPackage.open().scenarioFile(name, stating: [stated("as_of", "1988-02")])
    let fault = try #require(file.faults.first?.description)
    #expect(fault.contains("as_of: the last amount known by 1988-02"))
    #expect(!fault.contains("base"))
  }

  @Test("is found by its path, and a number of money by its group's")
  func paths() throws {
    let statements = try #require(try RealPackage.open().scenarioFile(name).statements[name])
    #expect(statements["agreement.host.security_salience"] == "0.8")
    #expect(statements["agreement.ask.costs.us-paid"] == "5.225")
    #expect(statements["agreement.ask.costs.us-paid.unit"] == "USD_BN")
    #expect(statements["agreement.elections.host.0"] == "2028-07")
    #expect(statements["agreement"] == nil)
  }

  @Test(
    "is held to the rules of the file, at its own place",
    arguments: [
      ("agreement.term_years", "long"), ("agreement.term_years", "99"), ("agreement.posture", "wild"),
      ("agreement.talks_begin", "2035-01"), ("agreement.host.security_salience", "nan"),
      ("sources.0", "nowhere"), ("agreement.series", "korea-sma"), ("agreement.round", "KOR-SMA-13"),
      ("agreement.ask.percent", "-50"),
    ])
  func refused(_ key: String, _ text: String) throws {
    let file = try RealPackage.open().scenarioFile(name, stating: [stated(key, text)])
    #expect(file.faults.first?.description.hasPrefix("--assume \(key)=\(text): ") == true)
  }
}
