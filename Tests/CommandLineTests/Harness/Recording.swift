import Foundation

/// Whether a case that differs is recorded, so that `git diff` shows what changed.
enum Recording {
  /// Expectations stand; a difference fails.
  case off
  /// Differences are written down, and fail too: a recording never passes for a test.
  case on
  /// Recording was asked for where nobody would look at the difference.
  case refused

  /// What an environment asks for: `BURDENSHARE_RECORD=1`, refused under `CI`.
  ///
  /// - Parameter environment: variables and values.
  init(_ environment: [String: String]) {
    let isAsked = ["1", "true", "yes"].contains(environment["BURDENSHARE_RECORD"]?.lowercased())
    let isUnattended = !["", "0", "false", nil].contains(environment["CI"]?.lowercased())
    self = isAsked ? (isUnattended ? .refused : .on) : .off
  }

  /// What this run's environment asks for.
  static let current = Recording(ProcessInfo.processInfo.environment)
}
