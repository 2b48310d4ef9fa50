import TestSupport

@testable import Datasets

/// A package of one file, made for one question.
struct SmallPackage {
  /// Rows of `values.csv` below its header.
  var rows: [String] = []
  /// Entries of the catalogue, in JSON.
  var series: [String] = []
  /// Stated sums, in JSON.
  var checks: [String] = []
  /// The sources that `sources.csv` knows.
  var sources = ["s"]

  /// A stored series.
  static func stored(
    _ identifier: String, calendar: String = "calendar", unit: String = "x", bounds: String = "unbounded",
    lag: Int? = nil, resource: String = "values"
  ) -> String {
    let publication = lag.map { #", "publication": {"lag_months": \#($0), "reason": "a rule"}"# } ?? ""
    return entry(identifier, calendar, unit, bounds, #""resource": "\#(resource)"\#(publication)"#)
  }

  /// A derived series; `derivation` is what stands between the braces.
  static func derived(
    _ identifier: String, calendar: String = "calendar", unit: String = "x", first: Int? = nil,
    _ derivation: String
  ) -> String {
    let start = first.map { #", "first_period": \#($0)"# } ?? ""
    return entry(identifier, calendar, unit, "unbounded", #""derived": {\#(derivation)}\#(start)"#)
  }

  private static func entry(
    _ identifier: String, _ calendar: String, _ unit: String, _ bounds: String, _ rest: String
  ) -> String {
    #"{"id": "\#(identifier)", "title": "t", "economy": "JPN", "unit": "\#(unit)", "calendar": "\#(calendar)", "#
      + #""bounds": "\#(bounds)", "definition": "d", \#(rest)}"#
  }

  /// The descriptor's text.
  var descriptor: String {
    """
    {"name": "small", "title": "t", "version": "1.2.3",
     "resources": [{"name": "values", "path": "values.csv"}],
     "burdenshare": {"series": [\(series.joined(separator: ", "))], "checks": [\(checks.joined(separator: ", "))]}}
    """
  }

  /// Writes the package.
  func write() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("datapackage.json", descriptor)
    let header = "series_id,period,value,status,published_on,source_id,note\n"
    try folder.write("values.csv", header + rows.map { $0 + "\n" }.joined())
    try folder.write(
      "sources.csv",
      "source_id,publisher,title,url,published_on,accessed_as,licence,note\n"
        + sources.map { "\($0),p,t,,,,MIT,\n" }.joined())
    return folder
  }

  /// Writes the package, opens it and hands it on while its folder exists.
  func open<Result>(_ body: (DataPackage) throws -> Result) throws -> Result {
    let folder = try write()
    defer { withExtendedLifetime(folder) {} }
    return try body(try DataPackage(folder.path))
  }
}
