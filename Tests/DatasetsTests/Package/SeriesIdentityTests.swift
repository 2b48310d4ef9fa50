import Testing

@testable import Datasets

@Suite struct SeriesIdentityTests {
  private static let derived = [
    SmallPackage.derived("r", #""operation": "ratio", "numerator": "a", "denominator": "b", "scale": 100"#),
    SmallPackage.derived("s", #""operation": "ratio", "numerator": "a", "denominator": "zero""#),
    SmallPackage.derived("q", #""operation": "ratio", "numerator": "zero", "denominator": "b""#),
    SmallPackage.derived(
      "real", #""operation": "deflate", "nominal": "a", "index": "b", "base_period": 2020"#),
  ]

  private func identity(_ names: [String]) throws -> SeriesIdentity? {
    let small = SmallPackage(rows: DerivedTests.rows, series: DerivedTests.stored + Self.derived)
    return try small.open { $0.identity(among: names) }
  }

  @Test func namesARatioAmongItsParts() throws {
    let found = try #require(try identity(["a", "u", "b", "r"]))
    #expect(found.series == ["r", "a", "b"])
    #expect(found.description == "'r' is 'a' over 'b'")
  }

  @Test func namesAnAmountInTheMoneyOfAYear() throws {
    let found = try #require(try identity(["real", "a", "b"]))
    #expect(found.description == "'real' is 'a' at the prices of 'b'")
  }

  @Test func findsRatiosThatFollowFromEachOther() throws {
    let found = try #require(try identity(["s", "u", "q", "r"]))
    #expect(found.series == ["s", "q", "r"])
    #expect(found.description == "any of 's', 'q' and 'r' follows from the others")
  }

  @Test func findsTwoThatAreOne() throws {
    let found = try #require(try identity(["r", "a", "real"]))
    #expect(found.description == "any of 'r' and 'real' follows from the other")
  }

  @Test func leavesPartsAloneAndWhatThePackageDoesNotHave() throws {
    #expect(try identity(["a", "r"]) == nil)
    #expect(try identity(["r", "s"]) == nil)
    #expect(try identity(["a", "a", "elsewhere"]) == nil)
    #expect(try identity([]) == nil)
  }
}
