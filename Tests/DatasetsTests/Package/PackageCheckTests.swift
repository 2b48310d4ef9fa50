import Foundation
import Testing

@testable import Datasets

/// Copies of the repository's package with one thing broken each: a check finds that and nothing else.
@Suite struct PackageCheckTests {
  static let wider = "series/japan-wider-costs.csv"

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

  @Test func findsAChangedValueByItsHash() throws {
    let copy = try PackageCopy()
    let before = SHA256.hexadecimal(try ByteSource.wholeFile(copy.root + "/" + Self.wider))
    try copy.replace("cost,1983,2568", with: "cost,1983,2569", in: Self.wider)
    let after = SHA256.hexadecimal(try ByteSource.wholeFile(copy.root + "/" + Self.wider))
    try expect(
      copy, "hash", "japan-wider-costs",
      "\(copy.root)/\(Self.wider): sha256:\(after), the descriptor states sha256:\(before)")
  }

  @Test func findsAWrongSize() throws {
    let copy = try PackageCopy()
    let size = try ByteSource.wholeFile(copy.root + "/licences.csv").count
    try copy.replace("\"bytes\": \(size)", with: "\"bytes\": \(size + 1)", in: "datapackage.json")
    try expect(
      copy, "size", "licences",
      "\(copy.root)/licences.csv: \(size) bytes, the descriptor states \(size + 1)")
  }

  @Test func findsAMissingFile() throws {
    let copy = try PackageCopy()
    try FileManager.default.removeItem(atPath: copy.root + "/tables/opinion.csv")
    try expect(copy, "file", "opinion", "\(copy.root)/tables/opinion.csv: no such file")
  }

  @Test func findsAMissingColumn() throws {
    let copy = try PackageCopy()
    let file = "tables/pledges.csv"
    let table = try TableText(path: copy.root + "/" + file)
    let rows = [table.header] + table.records.map(\.fields)
    let shorter = rows.map { row in
      row.dropLast().map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
    try copy.write(shorter.joined(), to: file)
    try copy.restate(file)
    try expect(
      copy, "schema", "pledges",
      "\(copy.root)/\(file):1: columns \(table.header.dropLast().joined(separator: ",")), "
        + "expected \(table.header.joined(separator: ","))")
  }

  @Test func findsADoubledKey() throws {
    let copy = try PackageCopy()
    let text = try copy.text(Self.wider)
    let lines = text.split(separator: "\n")
    let last = try #require(lines.last)
    let key = last.split(separator: ",").prefix(2).joined(separator: ", ")
    try copy.write(text + last + "\n", to: Self.wider)
    try copy.restate(Self.wider)
    try expect(
      copy, "key", "japan-wider-costs", "\(copy.root)/\(Self.wider):\(lines.count + 1): second row for \(key)"
    )
  }

  @Test func findsAnUnknownSource() throws {
    let copy = try PackageCopy()
    try copy.replace("1993-02-19,sangiin-126-a1,", with: "1993-02-19,sangiin-126-a1;nobody,", in: Self.wider)
    try copy.restate(Self.wider)
    try expect(
      copy, "source", "japan-government-stationing-cost", "FY1983: source 'nobody' is not in sources.csv")
  }

  @Test func findsAValueWithoutASource() throws {
    let copy = try PackageCopy()
    try copy.replace("1993-02-19,sangiin-126-a1,", with: "1993-02-19,,", in: Self.wider)
    try copy.restate(Self.wider)
    let problems = try copy.problems()
    #expect(problems.map(\.rule) == ["schema", "source"])
    #expect(
      problems.map(\.message) == [
        "\(copy.root)/\(Self.wider):2:6: 'source_id' is empty", "FY1983: the value has no source",
      ])
  }

  /// The schema's list of statuses and the reader of values both see it.
  @Test func findsAnUnknownStatus() throws {
    let copy = try PackageCopy()
    try copy.replace("cost,1983,2568,initial_budget", with: "cost,1983,2568,guess", in: Self.wider)
    try copy.restate(Self.wider)
    let problems = try copy.problems()
    #expect(problems.map(\.rule) == ["schema", "series"])
    #expect(problems.map(\.item) == ["japan-wider-costs", "japan-government-stationing-cost"])
    let place = "\(copy.root)/\(Self.wider):2:4"
    #expect(problems[0].message.hasPrefix("\(place): 'guess' is none of "))
    #expect(
      problems[1].message
        == "\(place): status 'guess' is none of settled, initial_budget, provisional, estimate, unconfirmed")
  }

  @Test func findsAnEmptyValueWithoutANote() throws {
    let copy = try PackageCopy()
    let file = "series/japan-hns.csv"
    let text = try copy.text(file)
    let row = try #require(text.firstMatch(of: /japan-hns,2026,,,,mofa-2021-12-21,.*\n/))
    try copy.write(text.replacing(row.output, with: "japan-hns,2026,,,,mofa-2021-12-21,\n"), to: file)
    try copy.restate(file)
    try expect(copy, "note", "japan-hns", "FY2026: an empty value needs a note that says why")
  }

  @Test func findsComponentsThatDoNotAddUp() throws {
    let copy = try PackageCopy()
    let file = "series/japan-hns.csv"
    let text = try copy.text(file)
    let row = try #require(text.firstMatch(of: /japan-hns-training-relocation,2020,(\d+),/))
    let value = try #require(Int(row.1))
    try copy.write(
      text.replacing(row.0, with: "japan-hns-training-relocation,2020,\(value + 1),"), to: file)
    try copy.restate(file)
    try expect(
      copy, "sum", "japan-hns", "FY2020: the parts add up to 1994.0, the total is 1993.0 (tolerance 0.0)")
  }

  @Test func findsAPublishedCumulativeThatIsOff() throws {
    let copy = try PackageCopy()
    try copy.replace("\"expected\": 9332", with: "\"expected\": 9333", in: "datapackage.json")
    try expect(
      copy, "sum", "japan-hns", "FY2011 to FY2015 add up to 9332.0, published 9333.0 (tolerance 0.0)")
  }

  @Test func findsARowOfAnUnknownSeriesOnce() throws {
    let copy = try PackageCopy()
    let text = try copy.text(Self.wider)
    let rows = [2019, 2020].map { "japan-nonsense,\($0),1,settled,,sangiin-126-a1,\n" }
    try copy.write(text + rows.joined(), to: Self.wider)
    try copy.restate(Self.wider)
    let line = text.split(separator: "\n").count + 1
    try expect(copy, "series", "japan-nonsense", "\(copy.root)/\(Self.wider):\(line): not in the catalogue")
  }

  @Test func findsAValueOutOfBounds() throws {
    let copy = try PackageCopy()
    let file = "series/defense-ratio-us.csv"
    try copy.replace("ratio,1998,3.03", with: "ratio,1998,303", in: file)
    try copy.restate(file)
    try expect(copy, "bounds", "us-defense-discretionary-ratio", "FY1998: 303.0 is not percent")
  }

  @Test func findsTextInANumber() throws {
    let copy = try PackageCopy()
    try copy.replace("cost,1983,2568", with: "cost,1983,many", in: Self.wider)
    try copy.restate(Self.wider)
    let message = "\(copy.root)/\(Self.wider):2:3: 'many' in column 'value' is not a number"
    let problems = try copy.problems()
    #expect(problems.map(\.rule) == ["file", "series"])
    #expect(problems.map(\.message) == [message, message])
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
      #"{"kind": "sum", "total": "a", "periods": [2021], "tolerance": 0}"#, "sum", "sum",
      "the check lacks total, parts or periods"
    ),
    (
      #"{"kind": "range-sum", "series": "a", "first": 2019, "tolerance": 0}"#, "sum", "range-sum",
      "the check lacks series, first, last or expected"
    ),
    (
      #"{"kind": "range-sum", "series": "a", "first": 2021, "last": 2019, "expected": 3, "tolerance": 0}"#,
      "sum",
      "a", "2021 to 2019 add up to 0.0, published 3.0 (tolerance 0.0)"
    ),
    (
      #"{"kind": "range-sum", "series": "aaaaaaa", "first": 1, "last": 2, "expected": 3, "tolerance": 0}"#,
      "sum",
      "aaaaaaa", "unknown series 'aaaaaaa'; 'burdenshare data list' names them all"
    ),
    (#"{"kind": "product", "tolerance": 0}"#, "check", "product", "unknown kind of check"),
  ])
  func findsAStatedSumThatCannotHold(json: String, rule: String, item: String, message: String) throws {
    #expect(try check(json).problems == [.init(rule: rule, item: item, message: message)])
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
