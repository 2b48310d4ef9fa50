import Datasets

/// How far a number may move before it counts as moved, each rule with its reason.
///
/// A CSV file with the columns `check,column,relative,absolute,reason`; `*` stands for every check or column, `project-*` for
/// those that begin so, and the last rule that fits a cell holds. A cell may differ by the larger of `absolute` and `relative` times the expected magnitude.
public struct Tolerances: Sendable, Equatable {
  /// One rule.
  public struct Rule: Sendable, Equatable {
    /// The check, or `*`.
    public let check: String
    /// The column, or `*`.
    public let column: String
    /// In parts of the expected number.
    public let relative: Double
    /// In the unit of the column.
    public let absolute: Double
    /// Why so much and no more.
    public let reason: String

    /// A rule.
    ///
    /// - Parameters:
    ///   - check: the check, or `*`.
    ///   - column: the column, or `*`.
    ///   - relative: in parts of the expected number, from 0 to 1.
    ///   - absolute: in the unit of the column, zero or above.
    ///   - reason: why so much and no more.
    public init(check: String, column: String, relative: Double, absolute: Double, reason: String) {
      self.check = check
      self.column = column
      self.relative = relative
      self.absolute = absolute
      self.reason = reason
    }
  }

  /// The rules in the order of the file.
  public let rules: [Rule]

  /// The columns of the file.
  public static let columns = ["check", "column", "relative", "absolute", "reason"]

  /// Tolerances from rules.
  ///
  /// - Parameter rules: the last that fits holds.
  public init(_ rules: [Rule]) { self.rules = rules }

  /// Reads the file.
  ///
  /// - Parameter path: of the CSV file.
  /// - Throws: ``CheckError/badTolerance(file:line:reason:)``; `DataError` for a file that is none.
  public init(path: String) throws {
    var reader = try CSVReader.open(path)
    let places = try Self.columns.map { try reader.column($0) }
    var rules: [Rule] = []
    while try reader.next() {
      func refuse(_ reason: String) -> CheckError {
        .badTolerance(file: path, line: reader.line, reason: reason)
      }
      guard let relative = try reader.number(places[2]), let absolute = try reader.number(places[3]),
        (0...1).contains(relative), absolute >= 0
      else { throw refuse("a tolerance needs relative, 0 to 1, and absolute, 0 or above") }
      let reason = try reader.text(places[4])
      guard !reason.isEmpty else { throw refuse("a tolerance without a reason") }
      rules.append(
        Rule(
          check: try reader.text(places[0]), column: try reader.text(places[1]), relative: relative,
          absolute: absolute, reason: reason))
    }
    self.rules = rules
  }

  /// How far a number may move.
  ///
  /// - Parameters:
  ///   - expected: the number of the baseline.
  ///   - column: its column.
  ///   - check: its check.
  /// - Returns: zero where no rule fits.
  public func allowed(_ expected: Double, column: String, check: String) -> Double {
    let fitting = rules.last { rule in
      Self.fits(check, rule.check) && Self.fits(column, rule.column)
    }
    guard let fitting else { return 0 }
    return max(fitting.absolute, fitting.relative * expected.magnitude)
  }

  /// The digest of what a check's numbers may move by: the columns and numbers of its rules, in their order, not the reasons.
  ///
  /// - Parameter check: its name.
  /// - Returns: SHA-256 in hexadecimal digits.
  public func digest(of check: String) -> String {
    let lines = rules.filter { Self.fits(check, $0.check) }.map { rule in
      "\(rule.column),\(rule.relative),\(rule.absolute)\n"
    }
    return SHA256.hexadecimal(Array(lines.joined().utf8))
  }

  private static func fits(_ name: String, _ pattern: String) -> Bool {
    pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
  }
}
