import Series
import TestSupport
import Testing

@testable import Datasets

@Suite struct SeriesEntryTests {
  @Test func readsAStoredSeries() throws {
    let series = [
      SmallPackage.stored("a", calendar: "us-fiscal", unit: "percent", bounds: "percent", lag: 12)
    ]
    let entry = try SmallPackage(series: series).open { try $0.entry("a") }
    #expect(entry.calendar == .usFiscal)
    #expect(entry.unit == Unit("percent"))
    #expect(entry.bounds == .percent)
    #expect(entry.origin == .stored(resource: "values"))
    #expect(entry.publicationLag == 12)
    #expect(entry.publicationReason == "a rule")
    #expect(entry.notes == "")
  }

  @Test func readsEveryDerivation() throws {
    let series = [
      SmallPackage.derived("r", #""operation": "ratio", "numerator": "n", "denominator": "d", "scale": 100"#),
      SmallPackage.derived(
        "p",
        #""operation": "deflate", "nominal": "n", "index": "i", "base_period": 2020, "calendar_rule": "start-year""#
      ),
      SmallPackage.derived(
        "s", #""operation": "splice", "segments": [{"series": "a", "last": 1}, {"series": "b", "first": 2}]"#),
    ]
    try SmallPackage(series: series).open { package in
      let ratio = Derivation.ratio(numerator: "n", denominator: "d", scale: 100, rule: .same)
      #expect(try package.entry("r").origin == .derived(ratio))
      #expect(ratio.inputs == ["n", "d"])
      let deflate = Derivation.deflate(nominal: "n", index: "i", base: 2020, rule: .startYear)
      #expect(try package.entry("p").origin == .derived(deflate))
      #expect(deflate.inputs == ["n", "i"])
      guard case .derived(let splice) = try package.entry("s").origin else {
        Issue.record("not derived")
        return
      }
      #expect(splice.inputs == ["a", "b"])
    }
  }

  @Test(arguments: [
    (SmallPackage.stored("a", calendar: "lunar"), "unknown calendar 'lunar'"),
    (SmallPackage.stored("a", bounds: "sane"), "unknown bounds 'sane'"),
    (SmallPackage.stored("a", lag: 1_201), "lag_months 1201 is beyond 1200 months"),
    (SmallPackage.stored("a", lag: .min), "lag_months -9223372036854775808 is beyond 1200 months"),
    (
      SmallPackage.derived(
        "a",
        #""operation": "splice", "segments": [{"series": "b"}]}, "publication": {"lag_months": 1, "reason": "r""#
      ),
      "series 'a': a derived series has no 'publication': its values are published with their inputs"
    ),
    (
      SmallPackage.derived("a", #""operation": "product""#),
      "unknown operation 'product'"
    ),
    (
      SmallPackage.derived("a", #""operation": "ratio", "numerator": "n""#),
      "'denominator' is missing"
    ),
    (
      SmallPackage.derived("a", #""operation": "deflate", "nominal": "n", "index": "i""#),
      "'base_period' is missing"
    ),
    (
      SmallPackage.derived("a", #""operation": "splice", "segments": []"#),
      "'segments' is empty"
    ),
    (
      SmallPackage.derived(
        "a", #""operation": "ratio", "numerator": "n", "denominator": "d", "calendar_rule": "any""#),
      "unknown calendar_rule 'any'"
    ),
    (
      #"{"id": "a", "title": "t", "economy": "JPN", "unit": "x", "calendar": "calendar", "bounds": "positive", "definition": "d"}"#,
      "it needs either 'resource' or 'derived'"
    ),
    (
      #"{"id": "a", "title": "t", "economy": "JPN", "unit": "x", "calendar": "calendar", "bounds": "positive", "#
        + #""definition": "d", "resource": "values", "derived": {"operation": "splice", "segments": [{"series": "b"}]}}"#,
      "it needs either 'resource' or 'derived'"
    ),
  ])
  func refusesAnEntryThatCannotBe(entry: String, reason: String) throws {
    let folder = try SmallPackage(series: [entry]).write()
    let path = folder.path + "/datapackage.json"
    let error = try #require(throws: DataError.self) { _ = try DataPackage(folder.path) }
    #expect(error.description.hasPrefix("\(path):"), "\(error)")
    #expect(error.description.hasSuffix(": " + reason), "\(error)")
  }
}
