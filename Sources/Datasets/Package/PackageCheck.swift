internal import Series

/// What `data check` finds in a package: every rule that the descriptor states, and a few that hold for all.
public struct PackageCheck: Sendable {
  /// One thing that does not hold.
  public struct Finding: Sendable, Equatable {
    /// The rule that it falls under, such as `hash`, `schema` or `sum`.
    public let rule: String
    /// What it concerns: a file, a series.
    public let item: String
    /// What is wrong, with the place.
    public let message: String
  }

  /// What does not hold; empty for a sound package.
  public private(set) var problems: [Finding] = []
  /// What holds but has to be known: gaps, unconfirmed values.
  public private(set) var remarks: [Finding] = []
  /// How many rows and values were looked at.
  public private(set) var rows = 0

  /// Checks a package.
  ///
  /// Every file: size and hash as the descriptor states, columns and types as its schema states, the key unique.
  /// Every value: a status, sources that stand in `sources.csv`, a place within the bounds of its series. Every
  /// stored row belongs to a series of the catalogue. Every derived series can be computed. Every stated sum adds up.
  ///
  /// - Parameter package: the package.
  public init(_ package: DataPackage) {
    for resource in package.descriptor.resources { check(resource, in: package) }
    let known = sourceIdentifiers(package)
    for entry in package.entries { check(entry, in: package, sources: known) }
    checkOrphans(package)
    for check in package.descriptor.checks { verify(check, in: package) }
  }

  private mutating func problem(_ rule: String, _ item: String, _ message: String) {
    problems.append(Finding(rule: rule, item: item, message: message))
  }

  /// Size, hash, columns, types and keys of one file.
  private mutating func check(_ resource: Descriptor.Resource, in package: DataPackage) {
    let path = package.root + "/" + resource.path
    do {
      let bytes = try ByteSource.wholeFile(path)
      if let expected = resource.bytes, expected != bytes.count {
        problem("size", resource.name, "\(path): \(bytes.count) bytes, the descriptor states \(expected)")
      }
      if let expected = resource.hash {
        let actual = "sha256:" + SHA256.hexadecimal(bytes)
        if actual != expected {
          problem("hash", resource.name, "\(path): \(actual), the descriptor states \(expected)")
        }
      }
      if !resource.fields.isEmpty { try checkRows(path, resource) }
    } catch {
      problem("file", resource.name, error.description)
    }
  }

  private mutating func checkRows(_ path: String, _ resource: Descriptor.Resource) throws(DataError) {
    var reader = try CSVReader.open(path)
    let (name, names) = (resource.name, resource.fields.map(\.name))
    if reader.header != names {
      let columns = reader.header.joined(separator: ",")
      problem("schema", name, "\(path):1: columns \(columns), expected \(names.joined(separator: ","))")
      return
    }
    let keyColumns = resource.primaryKey.compactMap { names.firstIndex(of: $0) }
    var keys: Set<[String]> = []
    while try reader.next() {
      rows += 1
      for (index, field) in resource.fields.enumerated() {
        if let message = try fault(reader, index, field) {
          problem("schema", name, "\(FilePlace(path, reader.line, index + 1)): \(message)")
        }
      }
      guard !keyColumns.isEmpty else { continue }
      var key: [String] = []
      for column in keyColumns { key.append(try reader.text(column)) }
      if !keys.insert(key).inserted {
        problem("key", name, "\(FilePlace(path, reader.line)): second row for \(key.joined(separator: ", "))")
      }
    }
  }

  /// What is wrong with one field under its schema, or `nil`.
  private func fault(_ reader: borrowing CSVReader, _ index: Int, _ field: Descriptor.Field)
    throws(DataError) -> String?
  {
    let text = try reader.text(index)
    if text.isEmpty { return field.isRequired ? "'\(field.name)' is empty" : nil }
    if let allowed = field.allowed, !allowed.contains(text) {
      return "'\(text)' is none of \(allowed.joined(separator: ", "))"
    }
    switch field.type {
    case "number": _ = try reader.number(index)
    case "integer", "year":
      if Int(text) == nil { return "'\(text)' in '\(field.name)' is not a whole number" }
    case "boolean":
      if text != "true", text != "false" { return "'\(text)' in '\(field.name)' is neither true nor false" }
    default: break
    }
    return nil
  }

  private mutating func sourceIdentifiers(_ package: DataPackage) -> Set<String> {
    var known: Set<String> = []
    do {
      var reader = try CSVReader.open(package.root + "/sources.csv")
      let column = try reader.column("source_id")
      while try reader.next() { known.insert(try reader.text(column)) }
    } catch {
      problem("source", "sources", error.description)
    }
    return known
  }

  /// Values, statuses, sources, bounds and gaps of one series.
  private mutating func check(_ entry: SeriesEntry, in package: DataPackage, sources: Set<String>) {
    let observations: [Observation]
    do {
      observations = try package.observations(entry.identifier)
    } catch {
      problem("series", entry.identifier, error.description)
      return
    }
    let valued = observations.filter { $0.value != nil }
    guard let first = valued.first?.year, let last = valued.last?.year else {
      problem("series", entry.identifier, "it has no value")
      return
    }
    for observation in observations {
      let period = entry.calendar.label(observation.year)
      if let value = observation.value, !entry.bounds.contains(value) {
        problem("bounds", entry.identifier, "\(period): \(numeral(value)) is not \(entry.bounds.rawValue)")
      }
      if observation.value != nil, observation.sources.isEmpty {
        problem("source", entry.identifier, "\(period): the value has no source")
      }
      for source in observation.sources where !sources.contains(source) {
        problem("source", entry.identifier, "\(period): source '\(source)' is not in sources.csv")
      }
      if observation.value == nil, observation.note.isEmpty {
        problem("note", entry.identifier, "\(period): an empty value needs a note that says why")
      }
    }
    remark(entry, valued, first: first, last: last)
  }

  private mutating func remark(_ entry: SeriesEntry, _ valued: [Observation], first: Int, last: Int) {
    let years = Set(valued.map(\.year))
    let missing = (first...last).filter { !years.contains($0) }
    if !missing.isEmpty {
      remarks.append(
        Finding(
          rule: "gap", item: entry.identifier,
          message: "no value for \(missing.map(entry.calendar.label).joined(separator: ", "))"))
    }
    let unconfirmed = valued.filter { $0.status == .unconfirmed }
    if !unconfirmed.isEmpty, case .stored = entry.origin {
      let list = unconfirmed.map { entry.calendar.label($0.year) }.joined(separator: ", ")
      remarks.append(
        Finding(
          rule: "unconfirmed", item: entry.identifier,
          message: "\(unconfirmed.count) unconfirmed values: \(list)"
        ))
    }
  }

  /// Rows of series files whose series is not in the catalogue.
  private mutating func checkOrphans(_ package: DataPackage) {
    var resources: [String: Set<String>] = [:]
    for entry in package.entries {
      if case .stored(let resource) = entry.origin {
        resources[resource, default: []].insert(entry.identifier)
      }
    }
    for (resource, known) in resources.sorted(by: { $0.key < $1.key }) {
      do {
        var reader = try CSVReader.open(try package.path(ofResource: resource))
        let column = try reader.column("series_id")
        var reported: Set<String> = []
        while try reader.next() {
          let name = try reader.text(column)
          if !known.contains(name), reported.insert(name).inserted {
            problem("series", name, "\(FilePlace(reader.file, reader.line)): not in the catalogue")
          }
        }
      } catch {
        problem("file", resource, error.description)
      }
    }
  }

  /// A stated sum.
  private mutating func verify(_ check: Descriptor.Check, in package: DataPackage) {
    switch check {
    case .sum(let total, let parts, let years, let tolerance):
      do {
        for year in years { try verifySum(total, parts, year, tolerance, package) }
      } catch {
        problem("sum", total, error.description)
      }
    case .rangeSum(let series, let years, let expected, let tolerance):
      do {
        let calendar = try package.entry(series).calendar
        let values = try package.observations(series).filter { years.contains($0.year) }
        let sum = values.reduce(0) { $0 + ($1.value ?? 0) }
        if (sum - expected).magnitude > tolerance {
          problem(
            "sum", series,
            "\(calendar.label(years.lowerBound)) to \(calendar.label(years.upperBound)) add up to \(numeral(sum)), "
              + "published \(numeral(expected)) (tolerance \(numeral(tolerance)))")
        }
      } catch {
        problem("sum", series, error.description)
      }
    }
  }

  private mutating func verifySum(
    _ total: String, _ parts: [String], _ year: Int, _ tolerance: Double, _ package: DataPackage
  ) throws(DataError) {
    let label = try package.entry(total).calendar.label(year)
    func value(_ series: String) throws(DataError) -> Double? {
      try package.observations(series).first { $0.year == year }?.value
    }
    guard let whole = try value(total) else {
      return problem("sum", total, "\(label): no total to compare with")
    }
    var sum = 0.0
    for part in parts {
      guard let value = try value(part) else {
        return problem("sum", total, "\(label): part '\(part)' has no value")
      }
      sum += value
    }
    if (sum - whole).magnitude > tolerance {
      problem(
        "sum", total,
        "\(label): the parts add up to \(numeral(sum)), the total is \(numeral(whole)) (tolerance \(numeral(tolerance)))"
      )
    }
  }
}
