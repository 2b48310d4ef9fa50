import Datasets
import Strategy
import TestSupport
import Testing

@Suite struct BargainFileTests {
  private static let sound = """
    title: Talks
    players: [Japan, US]
    surplus: {total: 100, disagreement: [20, 10]}
    outcomes: {payoffs: [[0, 0], [10, 0], [0, 8]], disagreement: [0, 0]}
    offers: {discount: [9/10, 0.8], rounds: [3], breakdown: [0, 0]}
    payment: {values: [3000, 500], disagreement: [400, 1500]}
    prices: {means: [2300, 2150], standard_deviations: [120, 150]}
    """

  private static func read(_ text: String) throws -> BargainFile {
    let folder = try TemporaryFolder()
    let path = try folder.write("talks.yaml", text)
    return try withExtendedLifetime(folder) { try BargainFile(path) }
  }

  @Test func readsEveryGroup() throws {
    let file = try Self.read(Self.sound)
    #expect(file.players == ["Japan", "US"])
    #expect(file.surplus?.nash == PayoffPair(55, 45))
    #expect(file.outcomes?.idealPoint == PayoffPair(10, 8))
    #expect(file.offers?.finite.first?.division.first.description == "23/25")
    #expect(file.offers?.withOutsideOptions == nil)
    #expect(file.payment?.zone.exists == true)
    #expect(try #require(file.prices).probabilityOfZone > 0.78)
  }

  @Test(
    arguments: [
      ("title: Talks", "titel: Talks", 1, 1), ("[Japan, US]", "[Japan]", 2, 10),
      ("[Japan, US]", "[a, a]", 2, 10),
      ("total: 100", "total: many", 3, 18), ("[20, 10]", "[20]", 3, 37), ("[20, 10]", "[20, 1/0]", 3, 42),
      ("disagreement: [0, 0]", "disagreement: [20, 20]", 4, 62), ("[[0, 0], [10, 0], [0, 8]]", "[]", 4, 21),
      ("[9/10, 0.8]", "[9/10, 1]", 5, 20), ("rounds: [3]", "rounds: [0]", 5, 41),
      ("rounds: [3]", "rounds: [x]", 5, 42), ("0.8], rounds: [3]", "0.80000000001], rounds: [1, 200]", 5, 55),
      ("rounds: [3]", "rounds: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", 5, 41),
      ("breakdown: [0, 0]", "breakdown: [1, 1]", 5, 57),
      ("discount: [9/10, 0.8], ", "", 5, 9), ("[400, 1500]}", "[400, 1500], weight: 2}", 6, 67),
      ("[120, 150]", "[120, 0]", 7, 52), ("[120, 150]", "[120, .nan]", 7, 58),
      ("[120, 150]}", "[120, 120], correlation: 1}", 7, 77), ("means:", "mean:", 7, 10),
    ])
  func refusesWithThePlace(_ old: String, _ new: String, _ line: Int, _ column: Int) throws {
    let parts = Self.sound.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let error = #expect(throws: DataError.self) { try Self.read(parts[0] + new + parts[1]) }
    #expect(error?.place?.line == line, "\(String(describing: error))")
    #expect(error?.place?.column == column, "\(String(describing: error))")
  }

  @Test func needsSomethingToDivide() throws {
    let error = #expect(throws: DataError.self) { try Self.read("title: t\nplayers: [a, b]") }
    #expect(error?.place?.line == 1)
    let said = error?.description ?? ""
    #expect(said.contains("none of the keys surplus, outcomes, offers, payment, prices is there"), "\(said)")
  }

  @Test func listsEachKnownKeyOnce() throws {
    let error = #expect(throws: DataError.self) {
      try Self.read("title: t\nplayers: [a, b]\nsurplus: {total: 1, disagreement: [0, 0]}\nqwertyuiop: 1")
    }
    let said = error?.description ?? ""
    #expect(
      said.hasSuffix("known: title, note, unit, players, surplus, outcomes, offers, payment, prices"),
      "\(said)")
  }

  @Test func bundledBargain() throws {
    let package = try RealPackage.open()
    #expect(try package.bargainFile("japan-2027").players == ["Japan", "United States"])
    let error = #expect(throws: DataError.self) { try package.bargainFile("japan-2072") }
    #expect(error == .unknownBargain("japan-2072", nearest: "japan-2027", known: ["japan-2027"]))
  }
}
