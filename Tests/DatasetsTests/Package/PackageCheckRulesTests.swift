import Foundation
import Testing

@testable import Datasets

/// Faults of a descriptor's own rules, on small packages.
@Suite struct PackageCheckOfRulesTests {
  static let rows = ["a,2019,1,settled,,s,", "a,2021,2,settled,,s,", "b,2019,1,settled,,s,"]

  @Test func findsNothingInASmallPackage() throws {
    let check = try check(
      #"{"kind": "sum", "total": "a", "parts": ["b"], "periods": [2019], "tolerance": 0}"#,
      #"{"kind": "range-sum", "series": "a", "first": 2019, "last": 2021, "expected": 3.5, "tolerance": 0.5}"#
    )
    #expect(check.problems == [])
    #expect(check.remarks.map(\.rule) == ["size", "hash", "gap"])
    #expect(check.remarks.last == .init(rule: "gap", item: "a", message: "no value for 2020"))
  }

  @Test(arguments: [
    (
      #"{"kind": "sum", "total": "a", "parts": ["b"], "periods": [2020], "tolerance": 0}"#, "sum", "a",
      "2020: no total to compare with"
    ),
    (
      #"{"kind": "sum", "total": "a", "parts": ["b"], "periods": [2021], "tolerance": 0}"#, "sum", "a",
      "2021: part 'b' has no value"
    ),
    (
      #"{"kind": "range-sum", "series": "aaaaaaa", "first": 1, "last": 2, "expected": 3, "tolerance": 0}"#,
      "sum",
      "aaaaaaa", "unknown series 'aaaaaaa'; 'burdenshare data list' names them all"
    ),
  ])
  func findsAStatedSumThatCannotHold(json: String, rule: String, item: String, message: String) throws {
    #expect(try check(json).problems == [.init(rule: rule, item: item, message: message)])
  }

  @Test(arguments: [
    (
      #"{"kind": "sum", "total": "a", "periods": [2021], "tolerance": 0}"#,
      "the check needs parts and periods"
    ),
    (
      #"{"kind": "range-sum", "series": "a", "first": 2019, "tolerance": 0}"#,
      "the check needs expected, and first not after last"
    ),
    (
      #"{"kind": "range-sum", "series": "a", "first": 2021, "last": 2019, "expected": 3, "tolerance": 0}"#,
      "the check needs expected, and first not after last"
    ),
    (#"{"kind": "product", "tolerance": 0}"#, "unknown kind of check 'product'"),
  ])
  func aCheckThatCannotBeIsAFaultOfTheDescriptor(json: String, reason: String) throws {
    let error = try #require(throws: DataError.self) { _ = try check(json) }
    #expect(error.description.hasSuffix(": " + reason), "\(error)")
  }

  @Test func findsASeriesWithoutAValue() throws {
    let small = SmallPackage(rows: Self.rows, series: [.a, .b, SmallPackage.stored("c")])
    let problems = try small.open { PackageCheck($0).problems }
    #expect(problems == [.init(rule: "series", item: "c", message: "it has no value")])
  }

  @Test func findsAResourceThatIsNotDescribed() throws {
    let small = SmallPackage(
      rows: Self.rows, series: [.a, .b, SmallPackage.stored("c", resource: "nowhere")])
    try small.open { package in
      let message = "\(package.root)/datapackage.json: there is no resource 'nowhere'"
      #expect(
        PackageCheck(package).problems == [
          .init(rule: "series", item: "c", message: message),
          .init(rule: "file", item: "nowhere", message: message),
        ])
    }
  }

  @Test func findsThatTheSourcesAreMissing() throws {
    let small = SmallPackage(rows: Self.rows, series: [.a, .b])
    try small.open { package in
      let path = package.root + "/sources.csv"
      try FileManager.default.removeItem(atPath: path)
      let problems = PackageCheck(package).problems
      #expect(problems == [.init(rule: "source", item: "values", message: "\(path): no such file")])
    }
  }

  @Test func findsADateThatIsNone() throws {
    let small = SmallPackage(rows: ["a,2019,1,settled,2019-02-29,s,"], series: [.a])
    let problems = try small.open { package in
      PackageCheck(package).problems.map {
        PackageCheck.Finding(
          rule: $0.rule, item: $0.item, message: $0.message.replacing(package.root + "/", with: ""))
      }
    }
    #expect(
      problems == [
        .init(
          rule: "series", item: "a",
          message:
            "values.csv:2:5: '2019-02-29' in column 'published_on' is not a date (2020, 2020-12 or 2020-12-15)"
        )
      ])
  }

  private func check(_ checks: String...) throws -> PackageCheck {
    try SmallPackage(rows: Self.rows, series: [.a, .b], checks: checks).open { PackageCheck($0) }
  }
}

extension String {
  fileprivate static let a = SmallPackage.stored("a")
  fileprivate static let b = SmallPackage.stored("b")
}
