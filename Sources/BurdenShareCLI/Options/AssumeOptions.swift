import ArgumentParser
import Negotiation

/// What is assumed otherwise than by scenario and catalogue.
struct AssumeOptions: ParsableArguments {
  @Option(
    name: .customLong("assume"), parsing: .singleValue,
    help: ArgumentHelp(
      "Assume something else, KEY=VALUE; may be repeated. A number, uniform(0, 0.5), normal(0.5, 0.2), "
        + "normal(0.2, 0.1, 0, 0.5) (cut) or beta(2.5, 1.5). 'burdenshare scenario show NAME' lists the keys.",
      valueName: "key=value"))
  var assignments: [String] = []

  /// The values by key.
  ///
  /// - Returns: what every assignment says.
  /// - Throws: ``CommandFailure`` or `AssumptionError` for a text that is none, an unknown key, a key given twice, a value out of range, or
  ///   shares above one.
  func values() throws -> [String: AssumedValue] {
    var values: [String: AssumedValue] = [:]
    for assignment in assignments {
      guard let sign = assignment.firstIndex(of: "="), sign != assignment.startIndex else {
        throw AssumptionError.notAnAssignment(assignment)
      }
      let key = String(assignment[..<sign])
      let assumption = try AssumptionCatalog.standard.assumption(key)
      guard values[key] == nil else { throw AssumptionError.repeatedKey(key) }
      do {
        values[key] = try assumption.value(text: String(assignment[assignment.index(after: sign)...]))
      } catch {
        switch error {
        case .outOfRange, .beyondRange: throw error
        default: throw CommandFailure(.usage, "--assume \(key): \(error)")
        }
      }
    }
    _ = try AssumptionBook(options: values)
    return values
  }
}
