import Series
import Testing

@testable import Datasets

@Suite struct SelectionTests {
  let dated: Observation
  let undated: Observation
  let empty: Observation

  init() throws {
    dated = Observation(
      year: 2020, value: 1, status: .provisional, publication: .stated(try PartialDate("2019-12-20")),
      sources: ["s"], note: "")
    undated = Observation(
      year: 2020, value: 1, status: .settled, publication: .unknown, sources: ["s"], note: "")
    empty = Observation(
      year: 2020, value: nil, status: nil, publication: .byRule(try PartialDate("2019")), sources: [],
      note: "why")
  }

  @Test func admitsEveryValueByItself() {
    #expect(Selection().admits(dated))
    #expect(Selection().admits(undated))
    #expect(!Selection().admits(empty))
  }

  /// A date of knowledge before a revision has the values from before it, also in what is derived from them.
  @Test func aDateHasTheVintageOfItsTime() throws {
    var small = SmallPackage()
    small.rows = [
      "a,2019,10,settled,,s,", "a,2020,12,settled,,s,", "old,2019,8,settled,,s,", "b,2019,2,settled,,s,",
    ]
    let vintage = #", "earlier_vintage": {"series": "old", "until": "2022-06"}}"#
    let stored = SmallPackage.stored("a", lag: 14)
    small.series = [
      String(stored.dropLast()) + vintage, SmallPackage.stored("old", lag: 14),
      SmallPackage.stored("b", lag: 14),
      SmallPackage.derived("r", #""operation": "ratio", "numerator": "a", "denominator": "b""#),
    ]
    func values(_ name: String, _ date: String?) throws -> [Double] {
      let selection = Selection(asOf: try date.map { try PartialDate($0) })
      let series = try small.open { package in try package.series(name, selection).series }
      return series.observations.map(\.value)
    }
    #expect(try values("a", nil) == [10, 12])
    #expect(try values("a", "2022-06") == [10, 12])
    #expect(try values("a", "2022-05") == [8])
    #expect(try values("r", "2022-05") == [4])
    #expect(try values("r", nil) == [5])
  }

  @Test func leavesOutStatuses() {
    #expect(!Selection(excluded: [.provisional, .unconfirmed]).admits(dated))
    #expect(Selection(excluded: [.unconfirmed]).admits(dated))
    #expect(Selection(excluded: Set(Status.allCases).subtracting([.settled])).admits(undated))
  }

  @Test(arguments: [
    ("2019-12-19", false), ("2019-12-20", true), ("2019-12", true), ("2019-11", false), ("2019", true),
    ("2018", false),
  ])
  func sees(asOf: String, admitted: Bool) throws {
    #expect(Selection(asOf: try PartialDate(asOf)).admits(dated) == admitted)
  }

  @Test func takesAnUnknownPublicationForNotYetPublished() throws {
    #expect(!Selection(asOf: try PartialDate("9999")).admits(undated))
  }

  @Test func keepsWithinYears() {
    #expect(Selection(first: 2020, last: 2020).admits(dated))
    #expect(!Selection(first: 2021).admits(dated))
    #expect(!Selection(last: 2019).admits(dated))
    #expect(Selection(first: 2020, last: 2020).spans(2020))
    #expect(!Selection(first: 2021).spans(2020))
    #expect(!Selection(last: 2019).spans(2020))
    #expect(Selection().spans(.min))
    #expect(Selection().spans(.max))
  }
}
