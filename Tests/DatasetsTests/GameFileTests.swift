import Datasets
import Strategy
import TestSupport
import Testing

@Suite struct GameFileTests {
  private static let sound = """
    title: A dilemma
    payoffs_are: ordinal
    parameters: {s: 3/2, t: 1}
    players:
      - {name: Japan, strategies: [b, p]}
      - {name: Korea, strategies: [b, p]}
    payoffs:
      b:
        b: [3 + s, 3 + s]
        p: [1 + s, "4 * t"]
      p:
        b: [4, 1 + s]
        p: [2, 2]
    """

  private static func read(_ text: String) throws -> GameFile {
    let folder = try TemporaryFolder()
    let path = try folder.write("game.yaml", text)
    return try withExtendedLifetime(folder) { try GameFile(path) }
  }

  @Test func readsPayoffsWithParameters() throws {
    let file = try Self.read(Self.sound)
    #expect(file.name == "game")
    #expect(file.scale == .ordinal)
    #expect(file.parameters.map(\.name) == ["s", "t"])
    let nine = try Rational(text: "9/2")
    #expect(try file.game().payoffs[0] == [nine, nine])
    #expect(try file.game(["s": 0]).payoffs == [[3, 3], [1, 4], [4, 1], [2, 2]])
    #expect(try file.lines(in: "s")[1][0] == AffineForm(constant: 1, slope: 1))
  }

  @Test(
    arguments: [
      ("payoffs_are: ordinal", "payoffs_are: ordnial", 2, 14), ("title: A dilemma", "titel: A dilemma", 1, 1),
      ("{s: 3/2, t: 1}", "{s: 3/2, t: x}", 3, 25), ("{s: 3/2, t: 1}", "{s: 3/2, t-1: 1}", 3, 22),
      ("{s: 3/2, t: 1}", "{s: 1/0, t: 1}", 3, 17), ("[4, 1 + s]", "[4, 1 + u]", 12, 16),
      ("[4, 1 + s]", "[4]", 12, 8), ("[4, 1 + s]", "[4, 1 + ]", 12, 15), ("[4, 1 + s]", "[4, 1 & s]", 12, 14),
      ("\"4 * t\"", "\"4 * %\"", 10, 21), ("    p: [2, 2]", "    q: [2, 2]", 13, 5),
      ("    p: [2, 2]", "    p: [2, 2]\n    r: [1, 1]", 14, 5), ("    p: [2, 2]", "    b: [2, 2]", 12, 5),
      ("strategies: [b, p]}\n  - {name: K", "strategies: [b, b]}\n  - {name: K", 5, 35),
      ("{name: Korea, ", "{name: Japan, ", 6, 12),
      ("{name: Korea, strategies: [b, p]}", "{name: Korea}", 6, 5),
    ])
  func refusesWithThePlace(_ old: String, _ new: String, _ line: Int, _ column: Int) throws {
    let parts = Self.sound.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let error = #expect(throws: DataError.self) { try Self.read(parts[0] + new + parts[1]) }
    #expect(error?.place?.line == line, "\(String(describing: error))")
    #expect(error?.place?.column == column, "\(String(describing: error))")
  }

  @Test func tellsDivisionByZeroWhereItHappens() throws {
    let parts = Self.sound.split(separator: "4 * t", maxSplits: 1)
    let file = try Self.read(parts[0] + "4 / (t - 1)" + parts[1])
    let error = #expect(throws: DataError.self) { try file.game() }
    #expect(error?.place?.line == 10 && error?.place?.column == 19)
    #expect(try file.game(["t": 2]).payoffs[1][1] == 4)
  }

  @Test func tellsThePayoffThatGrowsTooLong() throws {
    let parts = Self.sound.split(separator: "4 * t", maxSplits: 1)
    let file = try Self.read(parts[0] + "t * t" + parts[1])
    let error = #expect(throws: DataError.self) { try file.game(["t": try Rational(text: "1e50")]) }
    #expect(error?.place?.line == 10 && error?.place?.column == 17, "\(String(describing: error))")
  }

  @Test func bundledGames() throws {
    let package = try RealPackage.open()
    #expect(
      package.gameNames
        == ["chicken", "hold-out", "japan-korea-dilemma", "japan-korea-side-payment", "stag-hunt"])
    for name in package.gameNames { #expect(try package.gameFile(name).game().players.count == 2) }
    let error = #expect(throws: DataError.self) { try package.gameFile("chickn") }
    #expect(error == .unknownGame("chickn", nearest: "chicken", known: package.gameNames))
  }
}
