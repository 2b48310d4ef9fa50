import Series
import Testing

@testable import Datasets

@Suite struct DatedEventTests {
  @Test func readsAgreementsPledgesAndPosture() throws {
    let package = try RealPackage.open()
    let japan = try package.events(of: "JPN")
    let agreement = try #require(japan.first { $0.identifier == "JP-SMA-1991" })
    #expect(agreement.kind == .agreement)
    #expect(agreement.date.description == "1991-04-17")
    #expect(agreement.knownOn.description == "1991-01")
    #expect((agreement.year, agreement.month ?? 0) == (1991, 4))
    #expect(agreement.title == "cost-share, G.H.W. Bush, Kaifu")
    #expect(
      japan.contains {
        $0.identifier == "JPN-1986-LIFT" && $0.kind == .event && $0.title == "Nakasone cabinet, cap lifted"
      })
    // A round without any date is not dated.
    #expect(!japan.contains { $0.identifier == "JP-SMA-2027" })
    #expect(zip(japan, japan.dropFirst()).allSatisfy { $0.date <= $1.date })
    let korea = try package.events(of: "KOR")
    #expect(
      korea.contains { $0.identifier == "KOR-SMA-09" }
        && korea.contains { $0.identifier == "KOR-2008-freeze" })
    #expect(try #require(korea.first { $0.identifier == "KOR-1990-easi" }).month == nil)
    #expect(try package.events(of: "XYZ").isEmpty)
  }

  @Test func nothingIsKnownEarly() throws {
    let package = try RealPackage.open()
    let known = try package.events(of: "JPN", asOf: PartialDate("1991-03-01"))
    // Signed in January, in force in April.
    #expect(known.contains { $0.identifier == "JP-SMA-1991" })
    #expect(!known.contains { $0.identifier == "JP-SMA-1996" })
    #expect(try package.events(of: "JPN", asOf: PartialDate("1970")).isEmpty)
  }

  @Test func aPackageWithoutTablesHasNone() throws {
    var small = SmallPackage()
    small.series = [SmallPackage.stored("a")]
    let events = try small.open { try $0.events(of: "JPN") }
    #expect(events.isEmpty)
  }

  @Test func aDateThatIsNoneIsRefusedWithItsPlace() throws {
    let copy = try PackageCopy(of: "posture-events")
    try copy.replace("1950-06-30", with: "1950-06-31")
    #expect(throws: DataError.invalidDate(FilePlace(copy.path, 3, 3), column: "date", text: "1950-06-31")) {
      try DataPackage(copy.root).events(of: "KOR")
    }
  }
}
