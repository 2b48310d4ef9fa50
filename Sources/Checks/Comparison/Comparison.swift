/// What became of a cell.
public enum CellState: String, Sendable {
  /// The same within its tolerance.
  case same
  /// Another value.
  case moved
  /// In the baseline and not in what the command makes now.
  case missing
  /// In what the command makes now and not in the baseline.
  case new
  /// The baseline cannot be read; the reason stands where its text would.
  case unreadable
  /// The command makes no table now; the reason stands where its text would.
  case failed

  /// Whether it tells that a check could not be made, and not that something moved.
  public var isFault: Bool { self == .unreadable || self == .failed }
}

/// One cell that was compared, or one row that only one side has.
public struct ComparedCell: Sendable, Equatable {
  /// The check.
  public let check: String
  /// The row: the names in it.
  public let item: String
  /// The row in words.
  public let words: String
  /// The model, scenario or round of the row.
  public let subject: String
  /// The column; empty for a whole row.
  public let column: String
  /// The text of the baseline.
  public let expected: String
  /// The text of now.
  public let actual: String
  /// Actual less expected, where both are numbers.
  public let difference: Double?
  /// How much of a difference is allowed.
  public let tolerance: Double?
  /// What became of it.
  public let state: CellState
}

/// A table of now beside that of the baseline, cell by cell.
public struct Comparison: Sendable {
  /// The name of the check.
  public let check: String
  /// How many cells were compared, those of missing and new rows included.
  public private(set) var cells = 0
  /// The cells that moved, are missing or new, in the order of the tables.
  public private(set) var changes: [ComparedCell] = []
  /// How many cells each model, scenario or round has, in the order of the tables.
  public private(set) var subjects: [(name: String, cells: Int)] = []

  private var places: [String: Int] = [:]

  /// How many cells moved, are missing or new.
  public var moved: Int { changes.count { !$0.state.isFault } }

  /// Why the check could not be made, or `nil` where it was.
  public var fault: String? {
    changes.first { $0.state.isFault }.map { $0.state == .failed ? $0.actual : $0.expected }
  }

  /// A check that cannot be made, as one cell that says why.
  ///
  /// - Parameters:
  ///   - check: its name.
  ///   - state: which side is missing, ``CellState/unreadable`` or ``CellState/failed``.
  ///   - reason: one line.
  public init(check: String, _ state: CellState, because reason: String) {
    self.check = check
    let isFailed = state == .failed
    add(
      Self.whole, column: "", expected: isFailed ? "" : reason, actual: isFailed ? reason : "", state: state)
  }

  /// Compares two tables.
  ///
  /// Rows are matched by the names in them, so that a row that comes or goes does not move all below it.
  ///
  /// - Parameters:
  ///   - check: its name.
  ///   - expected: the baseline.
  ///   - actual: what the command makes now.
  ///   - tolerances: how far numbers may move; other text must be the same.
  public init(check: String, expected: CheckedTable, actual: CheckedTable, tolerances: Tolerances) {
    self.check = check
    // A check without a baseline, or a baseline without its check, is one fault and not one a cell.
    guard !expected.columns.isEmpty, !actual.columns.isEmpty else {
      let isNew = expected.columns.isEmpty
      let rows = isNew ? actual.rows.count : expected.rows.count
      add(
        Self.whole, column: "", expected: isNew ? "" : "\(rows) rows", actual: isNew ? "\(rows) rows" : "",
        state: isNew ? .new : .missing)
      return
    }
    compareColumns(expected.columns, actual.columns)
    let shared = expected.columns.filter(actual.columns.contains)
    let (before, now) = (RowIdentity(columns: expected.columns), RowIdentity(columns: actual.columns))
    let (oldItems, newItems) = (before.items(expected.rows), now.items(actual.rows))
    let rows = Dictionary(zip(newItems, actual.rows.indices), uniquingKeysWith: { first, _ in first })
    let pairs: [(old: Int, new: Int, name: String)] = shared.compactMap { name in
      guard !RowIdentity.names(name), let old = expected.columns.firstIndex(of: name),
        let new = actual.columns.firstIndex(of: name)
      else { return nil }
      return (old, new, name)
    }
    for (item, row) in zip(oldItems, expected.rows) {
      let place = (item: item, words: before.words(row), subject: before.subject(row))
      guard let index = rows[item] else {
        add(place, column: "", expected: "row", actual: "", state: .missing)
        continue
      }
      let found = actual.rows[index]
      count(place.subject, pairs.count)
      for pair in pairs where row[pair.old] != found[pair.new] {
        compare(place, pair.name, row[pair.old], found[pair.new], tolerances)
      }
    }
    let known = Set(oldItems)
    for (item, row) in zip(newItems, actual.rows) where !known.contains(item) {
      let place = (item: item, words: now.words(row), subject: now.subject(row))
      add(place, column: "", expected: "", actual: "row", state: .new)
    }
  }

  private typealias Place = (item: String, words: String, subject: String)

  private static let whole: Place = ("table", "the table", "table")

  private mutating func count(_ subject: String, _ number: Int) {
    cells += number
    if let place = places[subject] {
      subjects[place].cells += number
    } else {
      places[subject] = subjects.count
      subjects.append((subject, number))
    }
  }

  private mutating func compareColumns(_ expected: [String], _ actual: [String]) {
    let header: Place = ("header", "the header", "header")
    for name in expected where !actual.contains(name) {
      add(header, column: name, expected: name, actual: "", state: .missing)
    }
    for name in actual where !expected.contains(name) {
      add(header, column: name, expected: "", actual: name, state: .new)
    }
  }

  private mutating func compare(
    _ place: Place, _ column: String, _ expected: String, _ actual: String, _ tolerances: Tolerances
  ) {
    guard let before = Double(expected), let now = Double(actual), before.isFinite, now.isFinite else {
      return add(place, column: column, expected: expected, actual: actual, state: .moved, counts: false)
    }
    let allowed = tolerances.allowed(before, column: column, check: check)
    let difference = now - before
    guard !(difference.magnitude <= allowed) else { return }
    changes.append(
      ComparedCell(
        check: check, item: place.item, words: place.words, subject: place.subject, column: column,
        expected: expected, actual: actual, difference: difference, tolerance: allowed, state: .moved))
  }

  private mutating func add(
    _ place: Place, column: String, expected: String, actual: String, state: CellState, counts: Bool = true
  ) {
    if counts { count(place.subject, 1) }
    changes.append(
      ComparedCell(
        check: check, item: place.item, words: place.words, subject: place.subject, column: column,
        expected: expected, actual: actual, difference: nil, tolerance: nil, state: state))
  }
}
