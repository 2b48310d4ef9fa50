import Foundation
import Testing

@testable import Datasets

/// The repository's package, and copies of its files with one thing broken each: a check finds that and nothing else.
@Suite struct PackageCheckTests {
  @Test func findsNothingInTheRepositorysPackage() throws {
    let check = PackageCheck(try RealPackage.open())
    #expect(check.problems == [])
    // Every line of every file but its header.
    #expect(check.rows == 7409)
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
      copy, "source", "japan-wider-costs", "\(copy.path):2:6: source 'nobody' is not in sources.csv")
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

  /// The schema's list of statuses and the reader of values both see it; it is told once.
  @Test func findsAnUnknownStatus() throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    try copy.replace("cost,1983,2568,initial_budget", with: "cost,1983,2568,guess")
    try expect(
      copy, "schema", "japan-wider-costs",
      "\(copy.path):2:4: 'guess' is none of settled, initial_budget, provisional, estimate, unconfirmed")
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
      copy, "sum", "japan-hns", "FY2020: the parts add up to 1994, the total is 1993 (tolerance 0)")
  }

  @Test func findsAPublishedCumulativeThatIsOff() throws {
    let copy = try PackageCopy(of: "japan-hns")
    try copy.changeChecks { if $0["expected"] as? Int == 9332 { $0["expected"] = 9333 } }
    try expect(
      copy, "sum", "japan-hns", "FY2011 to FY2015 add up to 9332, published 9333 (tolerance 0)")
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
    try expect(copy, "bounds", "us-defense-discretionary-ratio", "FY1998: 303 is not percent")
  }

  /// The reading of the table and that of the series stop at the same place; it is told once.
  @Test func findsTextInANumber() throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    try copy.replace("cost,1983,2568", with: "cost,1983,many")
    try expect(
      copy, "file", "japan-wider-costs", "\(copy.path):2:3: 'many' in column 'value' is not a number")
  }

  @Test func findsAnUnknownSourceOfATableThatIsNoSeries() throws {
    let copy = try PackageCopy(of: "opinion")
    let table = try TableText(path: copy.path)
    let column = try #require(table.header.firstIndex(of: "source_id"))
    let source = try #require(table.records.first?.fields[column])
    try copy.replace(",\(source),", with: ",\(source);nobody,")
    try expect(
      copy, "source", "opinion", "\(copy.path):2:\(column + 1): source 'nobody' is not in sources.csv")
  }

  @Test func findsAnUnknownLicenceOfASource() throws {
    let copy = try PackageCopy(of: "sources", with: ["licences"])
    #expect(try copy.problems() == [])
    let first = try #require(try TableText(path: copy.path).records.first)
    let licence = first.fields[6]
    try copy.replace(",\(licence),", with: ",all-mine,")
    try expect(copy, "licence", "sources", "\(copy.path):2:7: licence 'all-mine' is not in licences.csv")
  }

  /// The schema's pattern, the series, what is derived from it and its sums all stumble over it; it is told once.
  @Test func findsADateThatIsNone() throws {
    let copy = try PackageCopy(of: "japan-hns")
    try copy.replace(
      "japan-hns,2022,2056,initial_budget,2021-12-25,", with: "japan-hns,2022,2056,initial_budget,yesterday,")
    let line = try #require(
      try TableText(path: copy.path).records.first { $0.fields[0] == "japan-hns" && $0.fields[1] == "2022" }?
        .line)
    let fault = #"'yesterday' in 'published_on' does not match ^\d{4}(-\d{2}(-\d{2})?)?$"#
    try expect(copy, "schema", "japan-hns", "\(copy.path):\(line):5: \(fault)")
  }

  @Test(arguments: [("3000", "above the maximum 2100"), ("1899", "below the minimum 1900")])
  func findsAPeriodOutOfRange(period: String, fault: String) throws {
    let copy = try PackageCopy(of: "japan-wider-costs")
    try copy.replace("cost,1983,2568", with: "cost,\(period),2568")
    try expect(
      copy, "schema", "japan-wider-costs", "\(copy.path):2:2: '\(period)' in 'period' is \(fault)")
  }

  @Test func remarksThatNoHashOrSizeIsStated() throws {
    let copy = try PackageCopy(of: "opinion")
    #expect(PackageCheck(try DataPackage(copy.root)).remarks == [])
    try copy.changeResource { $0["hash"] = nil }
    let hash = PackageCheck.Finding(
      rule: "hash", item: "opinion", message: "\(copy.path): the descriptor states no hash")
    #expect(PackageCheck(try DataPackage(copy.root)).remarks == [hash])
    try copy.changeResource { $0["bytes"] = nil }
    let size = PackageCheck.Finding(
      rule: "size", item: "opinion", message: "\(copy.path): the descriptor states no size")
    let check = PackageCheck(try DataPackage(copy.root))
    #expect(check.remarks == [size, hash])
    #expect(check.problems == [])
  }

  @Test func remarksWhatWasPublishedAfterALaterPeriod() throws {
    let copy = try PackageCopy(of: "japan-hns")
    func remarks() throws -> [String] {
      PackageCheck(try DataPackage(copy.root)).remarks.filter { $0.rule == "publication" }.map(\.message)
    }
    #expect(try remarks() == [])
    try copy.replace("japan-hns,1996,2737,settled,,", with: "japan-hns,1996,2737,settled,1997-12,")
    #expect(try remarks() == ["published after a later period: FY1996 (1997-12) after FY1997 (1997-01-01)"])
  }

  private func expect(
    _ copy: PackageCopy, _ rule: String, _ item: String, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = [PackageCheck.Finding(rule: rule, item: item, message: message)]
    #expect(try copy.problems() == expected, sourceLocation: sourceLocation)
  }
}
