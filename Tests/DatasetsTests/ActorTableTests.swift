import Datasets
import Strategy
import TestSupport
import Testing

@Suite struct ActorTableTests {
  private static let header = "actor,position_low,position,position_high,salience,capability,source_id,note\n"

  private static func read(_ rows: String, sources: [String]? = nil) throws -> ActorTable {
    let folder = try TemporaryFolder()
    let path = try folder.write("actors.csv", header + rows)
    return try withExtendedLifetime(folder) { try ActorTable(path, sources: sources) }
  }

  @Test func readsRanges() throws {
    let table = try Self.read("a,1,2,4,0.5,1,x;assumed,\nb,3,3,3,1,2,y,note\n")
    #expect(table.actors.map(\.central.name) == ["a", "b"])
    #expect(table.actors[0].low == 1 && table.actors[0].high == 4)
    #expect(table.assumedRows == 1)
  }

  @Test(
    arguments: [
      ("a,1,2,4,0.5,1,,\n", 2, 7), ("a,1,2,4,1.5,1,x,\n", 2, 5), ("a,1,2,4,1,-1,x,\n", 2, 6),
      ("a,3,2,4,1,1,x,\n", 2, 2), ("a,1,2,y,1,1,x,\n", 2, 4), ("a,1,,4,1,1,x,\n", 2, 3),
      (",1,2,4,1,1,x,\n", 2, 1),
      ("a,1,2,4,1,1,x,\na,1,2,4,1,1,x,\n", 3, 1), ("a,1,2,4,0,1,x,\n", 2, 5), ("a,1,2,4,1,0,x,\n", 2, 6),
      ("a,1,2,4,0,1,x,\nb,1,2,4,1,0,x,\n", 3, 6), ("a,1,2,4\n", 2, 5), ("a,1,2,4,1,1,x,,\n", 2, 9),
      ("a,1,2,4,1,1,z,\n", 2, 7),
    ])
  func refusesWithThePlace(_ rows: String, _ line: Int, _ column: Int) throws {
    let error = #expect(throws: DataError.self) { try Self.read(rows, sources: ["x"]) }
    #expect(error?.place?.line == line, "\(String(describing: error))")
    #expect(error?.place?.column == column, "\(String(describing: error))")
  }

  @Test(
    arguments: [
      ("", 1, 1), (header, 2, 1), ("actor,position\n", 1, 3), (header.replacing("note", with: "actor"), 1, 8),
    ])
  func refusesAHeaderWithThePlace(_ text: String, _ line: Int, _ column: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("actors.csv", text)
    let error = #expect(throws: DataError.self) { try withExtendedLifetime(folder) { try ActorTable(path) } }
    #expect(error?.place?.line == line, "\(String(describing: error))")
    #expect(error?.place?.column == column, "\(String(describing: error))")
  }

  @Test func bundledTableNamesSourcesOfThePackage() throws {
    let table = try RealPackage.open().actorTable("japan-2027")
    #expect(table.actors.count == 9)
    let error = #expect(throws: DataError.self) { try RealPackage.open().actorTable("japan-2072") }
    #expect(error == .unknownActors("japan-2072", nearest: "japan-2027", known: ["japan-2027"]))
  }

  @Test func saysWhatItIsAbout() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "actors.csv",
      "round_id,unit," + Self.header + "R1,JPY_100M,a,1,2,4,0.5,1,x,\nR1,JPY_100M,b,1,2,4,0.5,1,x,\n")
    let table = try ActorTable(path)
    try table.require(round: "R1", unit: "JPY_100M")
    #expect(throws: DataError.self) { try table.require(round: "R2", unit: "JPY_100M") }
    #expect(throws: DataError.self) { try table.require(round: "R1", unit: "KRW_100M") }
    let bare = try folder.write("bare.csv", Self.header + "a,1,2,4,0.5,1,x,\n")
    #expect(
      throws: DataError.missingColumn(
        FilePlace(bare, 1, 9), name: "round_id",
        found: Self.header.dropLast().split(separator: ",").map(String.init))
    ) { try ActorTable(bare).require(round: "R1", unit: "JPY_100M") }
  }

  @Test func namesTheRowOfAnotherRoundAndOfAPositionThatIsNoAmount() throws {
    let folder = try TemporaryFolder()
    let head = "round_id,unit," + Self.header
    let mixed = try folder.write(
      "mixed.csv", head + "R1,JPY_100M,a,1,2,4,0.5,1,x,\nR2,JPY_100M,b,1,2,4,0.5,1,x,\n")
    let error = #expect(throws: DataError.self) {
      try ActorTable(mixed).require(round: "R1", unit: "JPY_100M")
    }
    #expect(error?.place?.line == 3 && error?.place?.column == 1)
    let negative = try folder.write("negative.csv", head + "R1,JPY_100M,a,-1,2,4,0.5,1,x,\n")
    let other = #expect(throws: DataError.self) {
      try ActorTable(negative).require(round: "R1", unit: "JPY_100M")
    }
    #expect(other?.place?.line == 2 && other?.place?.column == 4)
  }
}
