import ArgumentParser
import Datasets
import Negotiation
import Series

/// What is assumed otherwise than by scenario and catalogue.
struct AssumeOptions: ParsableArguments {
  @Option(
    name: .customLong("assume"), parsing: .singleValue,
    help: ArgumentHelp(
      "Assume something else, KEY=VALUE; may be repeated. A number, uniform(0, 0.5), normal(0.5, 0.2), "
        + "normal(0.2, 0.1, 0, 0.5) (cut) or beta(2.5, 1.5); or, for what the scenario file states, what could stand "
        + "there: agreement.term_years=3. 'burdenshare scenario show NAME' lists the keys.",
      valueName: "key=value"))
  var assignments: [String] = []

  /// What every assignment says: assumptions by key, and statements of the scenario file.
  ///
  /// - Returns: both; whether a file makes the statements is for ``require(_:in:_:)`` to say.
  /// - Throws: ``CommandFailure`` or `AssumptionError` for a text that is none, a key given twice, a value out of range, or
  ///   shares above one.
  func given() throws -> (values: [String: AssumedValue], statements: [ScenarioStatement]) {
    try Self.given(assignments)
  }

  /// The same of some assignments.
  static func given(
    _ assignments: [String]
  ) throws -> (values: [String: AssumedValue], statements: [ScenarioStatement]) {
    var values: [String: AssumedValue] = [:]
    var statements: [ScenarioStatement] = []
    for assignment in assignments {
      guard let sign = assignment.firstIndex(of: "="), sign != assignment.startIndex else {
        throw AssumptionError.notAnAssignment(assignment)
      }
      let key = String(assignment[..<sign])
      let text = String(assignment[assignment.index(after: sign)...])
      guard values[key] == nil, !statements.contains(where: { $0.key == key }) else {
        throw AssumptionError.repeatedKey(key)
      }
      guard let assumption = try? AssumptionCatalog.standard.assumption(key) else {
        let isEmpty = ["", "~", "null", "Null", "NULL"].contains(text)
        guard !isEmpty else { throw AssumptionError.notAnAssignment(assignment) }
        statements.append(ScenarioStatement(key, text, origin: "--assume \(assignment)"))
        continue
      }
      do {
        values[key] = try assumption.value(text: text)
      } catch {
        switch error {
        case .outOfRange, .beyondRange: throw error
        default: throw CommandFailure(.usage, "--assume \(key): \(error)")
        }
      }
    }
    _ = try AssumptionBook(options: values)
    return (values, statements)
  }

  /// Refuses a key that is neither an assumption nor a statement of a scenario.
  ///
  /// - Parameters:
  ///   - statements: what the options say in place of the file's.
  ///   - file: the file.
  ///   - scenario: the scenario's name.
  /// - Throws: ``CommandFailure`` with the nearest names of both kinds.
  static func require(_ statements: [ScenarioStatement], in file: ScenarioFile, _ scenario: String) throws {
    let known = file.statements[scenario] ?? [:]
    let added = file.added[scenario] ?? []
    let assumptions = AssumptionCatalog.standard.assumptions.map(\.key)
    // Both kinds of keys begin with 'ratio.': a misspelt assumption is not told as a key of the file.
    for key in added.sorted() where !file.faults.isEmpty {
      if let near = nearestName(to: key, among: assumptions) {
        throw CommandFailure(.usage, "unknown assumption '\(key)'; did you mean '\(near)'?")
      }
    }
    for statement in statements where known[statement.key] == nil && !added.contains(statement.key) {
      let key = statement.key
      if let place = known.keys.sorted().first(where: { $0.hasPrefix("\(key).") }) {
        throw CommandFailure(
          .usage,
          "'\(key)' holds several values in '\(scenario)'; --assume replaces one of them, such as "
            + "'\(place)'")
      }
      let near = [assumptions, known.keys.sorted()]
        .compactMap { nearestName(to: key, among: $0) }
      let root = key.prefix { $0 != "." }
      let isOfFile = known.keys.contains { $0.hasPrefix("\(root).") }
      if isOfFile, key.split(separator: ".").contains(where: { Int($0) != nil }) {
        throw CommandFailure(
          .usage, "'\(key)': '\(scenario)' states no such place of a list",
          hint: "--assume replaces what a list holds; to lengthen it, change a copy of the file")
      }
      let what =
        isOfFile
        ? "'\(key)' is no assumption, and '\(scenario)' does not state it" : "unknown assumption '\(key)'"
      if ["agreement", "ratio"].contains(String(root)), key.contains("."), !isOfFile {
        throw CommandFailure(.usage, "'\(key)' means nothing here: '\(scenario)' has no '\(root)'")
      }
      let meant = near.map { "'\($0)'" }.joined(separator: " or ")
      throw CommandFailure(
        .usage,
        near.isEmpty
          ? "\(what); 'burdenshare scenario show NAME' lists them all" : "\(what); did you mean \(meant)?")
    }
  }

  /// A line for each statement of a scenario that an option replaces.
  static func notes(_ statements: [ScenarioStatement], _ file: ScenarioFile, _ scenario: String) -> [String] {
    statements.map { statement in
      guard let before = file.statements[scenario]?[statement.key] else {
        return "\(scenario): \(statement.origin), which the file leaves out"
      }
      return "\(scenario): \(statement.origin) in place of \(before), which the file states"
    }
  }
}
