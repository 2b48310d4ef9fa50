/// Comparisons as a JUnit file, which continuous integration shows: a suite a check, a case a model, scenario or round.
public enum JUnitReport {
  /// How many cells a failure lists: a model that moved everywhere is one fault, not ten thousand.
  static let mostLines = 20

  /// The file; a check that could not be made is an error and not a failure.
  ///
  /// - Parameters:
  ///   - comparisons: the checks.
  ///   - remarks: what changed since the baselines were recorded, a line each.
  /// - Returns: XML in UTF-8.
  public static func encoded(_ comparisons: [Comparison], remarks: [String]) -> [UInt8] {
    let failing = comparisons.map { comparison in
      Set(comparison.changes.filter { !$0.state.isFault }.map(\.subject))
    }
    let tests = comparisons.reduce(0) { $0 + $1.subjects.count }
    let errors = comparisons.count { $0.fault != nil }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"burdenshare check\" tests=\"\(tests)\""
    text += " failures=\"\(failing.reduce(0) { $0 + $1.count })\" errors=\"\(errors)\">\n"
    for (comparison, failures) in zip(comparisons, failing) {
      text += "  <testsuite name=\"\(escaped(comparison.check))\" tests=\"\(comparison.subjects.count)\""
      text += " failures=\"\(failures.count)\" errors=\"\(comparison.fault == nil ? 0 : 1)\">\n"
      for subject in comparison.subjects {
        let opening =
          "    <testcase classname=\"\(escaped(comparison.check))\" name=\"\(escaped(subject.name))\""
        if let fault = comparison.fault {
          text += opening + ">\n      <error message=\"\(escaped(fault))\"/>\n    </testcase>\n"
          continue
        }
        guard failures.contains(subject.name) else {
          text += opening + "/>\n"
          continue
        }
        let changes = comparison.changes.filter { $0.subject == subject.name }
        let lines = changes.prefix(mostLines).map(DriftText.line)
        let more = changes.count - lines.count
        let rest = more > 0 ? ["and \(more) more"] : []
        text += opening + ">\n      <failure message=\"\(changes.count) of \(subject.cells) cells moved\">"
        text += escaped((lines + rest + remarks).joined(separator: "\n"))
        text += "</failure>\n    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // XML has no place for control characters, not even escaped.
      case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
