import Foundation
import Testing

@testable import Datasets

/// The repository's package, and copies of its files with one thing broken each: a check finds that and nothing else.
@Suite struct PackageCheckTests {
  @Test func findsNothingInTheRepositorysPackage() throws {
    let check = PackageCheck(try RealPackage.open())
    #expect(check.problems == [])
    // Every line of every file but its header.
    #expect(check.rows == 7344)
    let unconfirmed = check.remarks.filter { $0.rule == "unconfirmed" && $0.item == "japan-hns" }
    #expect(
      unconfirmed.map(\.message) == [
        "9 unconfirmed values: FY1981, FY1982, FY1983, FY1984, FY1986, FY1988, FY1991, FY1992, FY1993"
      ])
    let gap = check.remarks.filter { $0.rule == "gap" && $0.item == "us-troops-tha" }
    #expect(gap.map(\.message) == ["no value for 1951, 1952"])
  }

  @Test(arguments: ["japan-wider-costs", "japan-hns", "defense-ratio-us", "pledges", "opinion"])
  func findsNothingInACopyOfAFile(resource: String) throws {
    #expect(try PackageCopy(of: resource).problems() == [])
  }

  @Test func findsAChangedValueByItsHash() throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    let before = SHA256.hexadecimal(try ByteSource.wholeFile(copy.path))
    try copy.replace("cost,1983,2568", with: "cost,1983,2569", isStated: false)
    let after = SHA256.hexadecimal(try ByteSource.wholeFile(copy.path))
    try expect(
      copy, "hash", "japan-wider-costs",
      "\(copy.path): sha256:\(after), the descriptor states sha256:\(before)")
  }

  @Test func findsAWrongSize() throws {
    let copy = try PackageCopy(of: "opinion")
    let size = try ByteSource.wholeFile(copy.path).count
    try copy.changeResource { $0["bytes"] = size + 1 }
    try expect(copy, "size", "opinion", "\(copy.path): \(size) bytes, the descriptor states \(size + 1)")
  }

  @Test func findsAMissingFile() throws {
    let copy = try PackageCopy(of: "opinion")
    try FileManager.default.removeItem(atPath: copy.path)
    try expect(copy, "file", "opinion", "\(copy.path): no such file")
  }

  @Test func findsAMissingColumn() throws {
    let copy = try PackageCopy(of: "pledges")
    let table = try TableText(path: copy.path)
    let rows = [table.header] + table.records.map(\.fields)
    let shorter = rows.map { row in
      row.dropLast().map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
    try copy.write(shorter.joined())
    try expect(
      copy, "schema", "pledges",
      "\(copy.path):1: columns \(table.header.dropLast().joined(separator: ",")), "
        + "expected \(table.header.joined(separator: ","))")
  }

  @Test func findsADoubledKey() throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    let text = try copy.text()
    let lines = text.split(separator: "\n")
    let last = try #require(lines.last)
    let key = last.split(separator: ",").prefix(2).joined(separator: ", ")
    try copy.write(text + last + "\n")
    try expect(copy, "key", "japan-wider-costs", "\(copy.path):\(lines.count + 1): second row for \(key)")
  }

  @Test func findsAnUnknownSource() throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    try copy.replace("1993-02-19,sangiin-126-a1,", with: "1993-02-19,sangiin-126-a1;nobody,")
    try expect(
      copy, "source", "japan-government-stationing-cost", "FY1983: source 'nobody' is not in sources.csv")
  }

  /// The schema requires the column, the check of values a source.
  @Test func findsAValueWithoutASource() throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    try copy.replace("1993-02-19,sangiin-126-a1,", with: "1993-02-19,,")
    #expect(
      try copy.problems() == [
        .init(rule: "schema", item: "japan-wider-costs", message: "\(copy.path):2:6: 'source_id' is empty"),
        .init(
          rule: "source", item: "japan-government-stationing-cost", message: "FY1983: the value has no source"
        ),
      ])
  }

  /// The schema's list of statuses and the reader of values both see it.
  @Test func findsAnUnknownStatus() throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    try copy.replace("cost,1983,2568,initial_budget", with: "cost,1983,2568,guess")
    let place = "\(copy.path):2:4"
    #expect(
      try copy.problems() == [
        .init(
          rule: "schema", item: "japan-wider-costs",
          message: "\(place): 'guess' is none of settled, initial_budget, provisional, unconfirmed, estimate"),
        .init(
          rule: "series", item: "japan-government-stationing-cost",
          message:
            "\(place): status 'guess' is none of settled, initial_budget, provisional, estimate, unconfirmed"),
      ])
  }

  @Test func findsAnEmptyValueWithoutANote() throws {
    let copy = try PackageCopy(of: "japan-hns")
    let text = try copy.text()
    let row = try #require(text.firstMatch(of: /japan-hns,2026,,,,mofa-2021-12-21,.*\n/))
    try copy.write(text.replacing(row.output, with: "japan-hns,2026,,,,mofa-2021-12-21,\n"))
    try expect(copy, "note", "japan-hns", "FY2026: an empty value needs a note that says why")
  }

  @Test func findsComponentsThatDoNotAddUp() throws {
    let copy = try PackageCopy(of: "japan-hns")
    try copy.replace("japan-hns-training-relocation,2020,10,", with: "japan-hns-training-relocation,2020,11,")
    try expect(
      copy, "sum", "japan-hns", "FY2020: the parts add up to 1994.0, the total is 1993.0 (tolerance 0.0)")
  }

  @Test func findsAPublishedCumulativeThatIsOff() throws {
    let copy = try PackageCopy(of: "japan-hns")
    try copy.changeChecks { if $0["expected"] as? Int == 9332 { $0["expected"] = 9333 } }
    try expect(
      copy, "sum", "japan-hns", "FY2011 to FY2015 add up to 9332.0, published 9333.0 (tolerance 0.0)")
  }

  @Test func findsARowOfAnUnknownSeriesOnce() throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    let text = try copy.text()
    let rows = [2019, 2020].map { "japan-nonsense,\($0),1,settled,,sangiin-126-a1,\n" }
    try copy.write(text + rows.joined())
    let line = text.split(separator: "\n").count + 1
    try expect(copy, "series", "japan-nonsense", "\(copy.path):\(line): not in the catalogue")
  }

  @Test func findsAValueOutOfBounds() throws {
    let copy = try PackageCopy(of: "defense-ratio-us")
    try copy.replace("ratio,1998,3.03", with: "ratio,1998,303")
    try expect(copy, "bounds", "us-defense-discretionary-ratio", "FY1998: 303.0 is not percent")
  }

  /// The reading of the table and that of the series stop at the same place.
  @Test func findsTextInANumber() throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    try copy.replace("cost,1983,2568", with: "cost,1983,many")
    let message = "\(copy.path):2:3: 'many' in column 'value' is not a number"
    #expect(
      try copy.problems() == [
        .init(rule: "file", item: "japan-wider-costs", message: message),
        .init(rule: "series", item: "japan-government-stationing-cost", message: message),
      ])
  }

  private func expect(
    _ copy: PackageCopy, _ rule: String, _ item: String, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = [PackageCheck.Finding(rule: rule, item: item, message: message)]
    #expect(try copy.problems() == expected, sourceLocation: sourceLocation)
  }
}

/// Faults of a descriptor's own rules, on small packages.
@Suite struct PackageCheckOfRulesTests {
  static let rows = ["a,2019,1,settled,,s,", "a,2021,2,settled,,s,", "b,2019,1,settled,,s,"]

  @Test func findsNothingInASmallPackage() throws {
    let check = try check(
      #"{"kind": "sum", "total": "a", "parts": ["b"], "periods": [2019], "tolerance": 0}"#,
      #"{"kind": "range-sum", "series": "a", "first": 2019, "last": 2021, "expected": 3.5, "tolerance": 0.5}"#
    )
    #expect(check.problems == [])
    #expect(check.remarks == [.init(rule: "gap", item: "a", message: "no value for 2020")])
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
      #expect(problems.first == .init(rule: "source", item: "sources", message: "\(path): no such file"))
      #expect(problems.dropFirst().allSatisfy { $0.message.hasSuffix("source 's' is not in sources.csv") })
    }
  }

  @Test func findsADateThatIsNone() throws {
    let small = SmallPackage(rows: ["a,2019,1,settled,2019-02-29,s,"], series: [.a])
    let problems = try small.open { PackageCheck($0).problems }
    #expect(
      problems == [
        .init(
          rule: "series", item: "a", message: "'2019-02-29' is not a date (2020, 2020-12 or 2020-12-15)")
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
