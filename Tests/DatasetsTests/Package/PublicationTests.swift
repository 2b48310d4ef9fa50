import Series
import Testing

@testable import Datasets

@Suite struct PublicationTests {
  @Test func ofAComputedValueIsThatOfTheLaterInput() throws {
    let (early, late) = (try PartialDate("2019-12-20"), try PartialDate("2020-03-01"))
    #expect(Publication(latestOf: .stated(early), .byRule(late)) == .ofInputs(late))
    #expect(Publication(latestOf: .ofInputs(late), .stated(early)) == .ofInputs(late))
    #expect(Publication(latestOf: .stated(early), .unknown) == .unknown)
    #expect(Publication(latestOf: .unknown, .byRule(late)) == .unknown)
  }

  @Test func isThatOfAnInputWhereAValueIsTakenOver() throws {
    let date = try PartialDate("2020-03-01")
    #expect(Publication.stated(date).asInput == .ofInputs(date))
    #expect(Publication.byRule(date).asInput == .ofInputs(date))
    #expect(Publication.unknown.asInput == .unknown)
  }

  @Test func isStatedOrFollowsFromTheRule() throws {
    let series = [
      SmallPackage.stored("a", calendar: "japan-fiscal", lag: -3), SmallPackage.stored("b"),
      SmallPackage.derived(
        "s", calendar: "japan-fiscal", #""operation": "splice", "segments": [{"series": "a"}]"#),
    ]
    let rows = ["a,2019,1,settled,2018-12-22,s,", "a,2020,1,settled,,s,", "b,2020,1,settled,,s,"]
    try SmallPackage(rows: rows, series: series).open { package in
      let (stated, rule) = (try PartialDate("2018-12-22"), try PartialDate("2020-01-01"))
      #expect(try package.observations("a").map(\.publication) == [.stated(stated), .byRule(rule)])
      #expect(try package.observations("b").map(\.publication) == [.unknown])
      #expect(try package.observations("s").map(\.publication) == [.ofInputs(stated), .ofInputs(rule)])
    }
  }
}
