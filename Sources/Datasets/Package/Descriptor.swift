/// What `datapackage.json` says, as far as the program uses it.
struct Descriptor: Sendable {
  let name: String
  let version: String
  let resources: [Resource]
  let series: [JSONNode]
  let checks: [Check]

  /// A sum that has to hold.
  enum Check: Sendable {
    /// The parts of a total, in each of some years.
    case sum(total: String, parts: [String], years: [Int], tolerance: Double)
    /// A published cumulative of a series.
    case rangeSum(series: String, years: ClosedRange<Int>, expected: Double, tolerance: Double)

    init(_ node: JSONNode) throws(DataError) {
      let tolerance = try node.number(ifPresent: "tolerance") ?? 0
      switch try node.text("kind") {
      case "sum":
        guard let parts = try node.texts(ifPresent: "parts"),
          let years = try node.integers(ifPresent: "periods")
        else { throw .badDescriptor("\(node.place)", reason: "the check needs parts and periods") }
        self = .sum(total: try node.text("total"), parts: parts, years: years, tolerance: tolerance)
      case "range-sum":
        guard let first = try node.integer(ifPresent: "first"),
          let last = try node.integer(ifPresent: "last"),
          let expected = try node.number(ifPresent: "expected"), first <= last
        else {
          throw .badDescriptor("\(node.place)", reason: "the check needs expected, and first not after last")
        }
        self = .rangeSum(
          series: try node.text("series"), years: first...last, expected: expected, tolerance: tolerance)
      case let kind: throw .badDescriptor("\(node.place)", reason: "unknown kind of check '\(kind)'")
      }
    }
  }

  /// Reads a descriptor.
  ///
  /// - Parameter path: of the JSON file.
  /// - Returns: what it says.
  /// - Throws: ``DataError`` when the file is missing or says something else.
  static func read(_ path: String) throws(DataError) -> Descriptor {
    let root = try JSONParser.parse(try ByteSource.wholeFile(path), file: path)
    guard let catalogue = try root.member("burdenshare") else {
      throw .badDescriptor(path, reason: "'burdenshare' is missing: the catalogue of series")
    }
    var resources: [Resource] = []
    for node in try root.elements("resources") { resources.append(try Resource(node)) }
    var checks: [Check] = []
    for node in try catalogue.elements(ifPresent: "checks") ?? [] { checks.append(try Check(node)) }
    return Descriptor(
      name: try root.text("name"), version: try root.text(ifPresent: "version") ?? "",
      resources: resources, series: try catalogue.elements("series"), checks: checks)
  }
}
