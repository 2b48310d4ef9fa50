import TestSupport
import Testing

@testable import Datasets

/// What a schema can ask of a table, on a package of two small ones.
@Suite struct PackageCheckTablesTests {
  @Test func findsNothingInASoundTable() throws {
    let check = try check(#"{"name": "id", "type": "string", "constraints": {"unique": true}}"#, ["a", "b"])
    #expect(check.problems == [])
    #expect(check.rows == 4)
  }

  @Test(arguments: [
    (#"{"unique": true}"#, "string", ["a", "b", "a"], "4:1: 'a' in 'id' stands on line 2 already"),
    (#"{"minimum": 2}"#, "integer", ["2", "1"], "3:1: '1' in 'id' is below the minimum 2"),
    (#"{"maximum": 2.5}"#, "number", ["2.5", "2.51"], "3:1: '2.51' in 'id' is above the maximum 2.5"),
    (
      #"{"minimum": "2020-05"}"#, "string", ["2020-06", "2020-04"],
      "3:1: '2020-04' in 'id' is below the minimum 2020-05"
    ),
    (#"{"maximum": "2020"}"#, "string", ["2020", "2021"], "3:1: '2021' in 'id' is above the maximum 2020"),
    // The whole text has to match, whether the pattern says so or not.
    (#"{"pattern": "[a-c]+"}"#, "string", ["abc", "abcd"], "3:1: 'abcd' in 'id' does not match [a-c]+"),
    (#"{"enum": ["a"]}"#, "string", ["a", "b"], "3:1: 'b' is none of a"),
    (#"{"required": true}"#, "string", ["a", "\"\""], "3:1: 'id' is empty"),
    ("{}", "boolean", ["true", "yes"], "3:1: 'yes' in 'id' is neither true nor false"),
    ("{}", "year", ["2020", "MMXX"], "3:1: 'MMXX' in 'id' is not a whole number"),
  ])
  func findsAValueThatBreaksAConstraint(constraints: String, type: String, rows: [String], fault: String)
    throws
  {
    let field = #"{"name": "id", "type": "\#(type)", "constraints": \#(constraints)}"#
    #expect(
      try check(field, rows).problems == [.init(rule: "schema", item: "table", message: "table.csv:" + fault)]
    )
  }

  @Test func asksNothingOfAnEmptyFieldThatNeedNotBeThere() throws {
    let constraints = #"{"minimum": 5, "pattern": "[0-9]", "unique": true}"#
    let field = #"{"name": "id", "type": "integer", "constraints": \#(constraints)}"#
    #expect(try check(field, [#""""#, #""""#]).problems == [])
  }

  @Test func findsAPatternThatIsNoneAndMatchesNothingAgainstIt() throws {
    let field = #"{"name": "id", "type": "string", "constraints": {"pattern": "[a-"}}"#
    #expect(
      try check(field, ["a", "b"]).problems == [
        .init(rule: "schema", item: "table", message: "the pattern of 'id' cannot be compiled: [a-")
      ])
  }

  @Test func remarksAConstraintThatItDoesNotKnow() throws {
    let field = #"{"name": "id", "type": "string", "constraints": {"minLength": 2}}"#
    let remarks = try check(field, ["a"]).remarks.filter { $0.rule == "schema" }
    #expect(
      remarks == [
        .init(rule: "schema", item: "table", message: "the constraint 'minLength' of 'id' is not checked")
      ])
  }

  @Test(arguments: [
    (
      #"{"fields": "id", "reference": {"resource": "other", "fields": "key"}}"#, "reference",
      "table.csv:3:1: id 'z' is not in other.csv"
    ),
    (
      #"{"fields": ["id"], "reference": {"resource": "other", "fields": ["key"]}}"#, "reference",
      "table.csv:3:1: id 'z' is not in other.csv"
    ),
    (
      #"{"fields": "id", "reference": {"resource": "nowhere", "fields": "key"}}"#, "schema",
      "a foreign key names the resource 'nowhere', which is not there"
    ),
    (
      #"{"fields": "name", "reference": {"resource": "other", "fields": "key"}}"#, "schema",
      "a foreign key names the column 'name', which is not there"
    ),
    (
      #"{"fields": "id", "reference": {"resource": "other", "fields": "name"}}"#, "reference",
      "other.csv:1:2: no column 'name'; found: key"
    ),
  ])
  func findsAForeignKeyThatDoesNotHold(key: String, rule: String, message: String) throws {
    let field = #"{"name": "id", "type": "string"}"#
    #expect(
      try check(field, ["a", "z"], keys: key).problems == [.init(rule: rule, item: "table", message: message)]
    )
  }

  @Test func letsATableReferToItself() throws {
    let key = #"{"fields": "id", "reference": {"resource": "", "fields": "id"}}"#
    #expect(try check(#"{"name": "id", "type": "string"}"#, ["a", "z"], keys: key).problems == [])
  }

  @Test func remarksAForeignKeyOfSeveralColumns() throws {
    let key = #"{"fields": ["id", "id"], "reference": {"resource": "other", "fields": ["key", "key"]}}"#
    let check = try check(#"{"name": "id", "type": "string"}"#, ["a", "z"], keys: key)
    #expect(check.problems == [])
    #expect(
      check.remarks.last
        == .init(rule: "reference", item: "table", message: "the foreign key id, id is not checked"))
  }

  @Test(arguments: [
    (#"{"fields": "id"}"#, "'reference' is missing"),
    (
      #"{"fields": ["id", "id"], "reference": {"resource": "other", "fields": "key"}}"#,
      "a foreign key needs as many fields as it refers to"
    ),
  ])
  func refusesAForeignKeyThatCannotBe(key: String, reason: String) throws {
    let error = try #require(throws: DataError.self) {
      _ = try check(#"{"name": "id", "type": "string"}"#, ["a"], keys: key)
    }
    #expect(error.description.hasSuffix(": " + reason), "\(error)")
  }

  @Test func findsAPrimaryKeyThatIsNotThere() throws {
    let check = try check(#"{"name": "id", "type": "string"}"#, ["a"], primaryKey: #""name""#)
    #expect(
      check.problems == [
        .init(rule: "schema", item: "table", message: "the primary key names a column that is not there")
      ])
  }

  /// Columns of sources are known by their names, in a table without a schema too.
  @Test func resolvesEverySourceOfATableWithoutASchema() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "datapackage.json",
      #"{"name": "x", "resources": [{"name": "table", "path": "table.csv"}], "burdenshare": {"series": []}}"#)
    try folder.write("table.csv", "other_source_ids,source_id\n,s\ns;t;u,s;s\n")
    try folder.write("sources.csv", "source_id\ns\n")
    let problems = PackageCheck(try DataPackage(folder.path)).problems
    #expect(
      problems.map(\.message)
        == ["t", "u"].map { "\(folder.path)/table.csv:3:1: source '\($0)' is not in sources.csv" })
  }

  private func check(
    _ field: String, _ rows: [String], keys: String = "", primaryKey: String = "[]"
  ) throws -> Findings {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try folder.write(
      "datapackage.json",
      """
      {"name": "x", "burdenshare": {"series": []}, "resources": [
        {"name": "table", "path": "table.csv", "hash": "", "bytes": 0,
         "schema": {"fields": [\(field)], "foreignKeys": [\(keys)], "primaryKey": \(primaryKey)}},
        {"name": "other", "path": "other.csv", "hash": "", "bytes": 0,
         "schema": {"fields": [{"name": "key", "type": "string"}]}}]}
      """)
    try folder.write("table.csv", "id\n" + rows.map { $0 + "\n" }.joined())
    try folder.write("other.csv", "key\na\nb\n")
    let package = try DataPackage(folder.path)
    return PackageCheck(package).within(folder.path)
  }
}

extension PackageCheck {
  /// The findings but for sizes and hashes, which these tests do not state, with paths within the package.
  fileprivate func within(_ root: String) -> Findings {
    func cut(_ findings: [Finding]) -> [Finding] {
      findings.filter { $0.rule != "size" && $0.rule != "hash" }.map {
        Finding(rule: $0.rule, item: $0.item, message: $0.message.replacing(root + "/", with: ""))
      }
    }
    return Findings(problems: cut(problems), remarks: cut(remarks), rows: rows)
  }
}

/// What a check found.
private struct Findings {
  let problems: [PackageCheck.Finding]
  let remarks: [PackageCheck.Finding]
  let rows: Int
}
