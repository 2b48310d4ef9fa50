import Checks
import Datasets

/// The baselines of a place as a check finds them: whole, in part, or none.
struct StoredBaselines {
  /// A check that could not be compared.
  struct Fault {
    /// Its name.
    let check: String
    /// Why.
    let failure: CommandFailure
  }

  private let manifest: BaselineManifest?
  private let tables: [String: CheckedTable]
  private let damaged: [String: CheckError]
  /// Why nothing is known of how they were made.
  private let remark: String?

  /// Reads the baselines of a place.
  ///
  /// What is to be replaced may be anything; its difference is shown as far as it can be read.
  ///
  /// - Parameters:
  ///   - place: what is checked.
  ///   - isReplaced: whether they are about to be written anew.
  /// - Throws: ``CheckError`` or `DataError` for a manifest that cannot be used, unless it is replaced.
  init(_ place: CheckPlace, isReplaced: Bool) throws {
    do {
      let baselines = try Baselines(folder: place.baselines)
      (manifest, tables, damaged) = (baselines.manifest, baselines.tables, baselines.damaged)
      remark = nil
    } catch {
      guard isReplaced else { throw error }
      (manifest, damaged) = (nil, [:])
      if case CheckError.noBaselines? = error as? CheckError {
        tables = [:]
        remark = "there were none"
      } else {
        tables = Baselines.salvaged(folder: place.baselines, checks: place.steps.map(\.name))
        remark = "what changed is not known: \(error)"
      }
    }
  }

  /// The tables of now beside those of the baselines.
  ///
  /// - Parameters:
  ///   - outcomes: what the commands make now.
  ///   - tolerances: how far numbers may move.
  ///   - wholly: whether every check was made, so that a baseline without one is told.
  /// - Returns: a comparison for each check.
  func compare(_ outcomes: [CheckPlace.Outcome], _ tolerances: Tolerances, wholly: Bool) -> [Comparison] {
    let empty = CheckedTable(columns: [], rows: [])
    var comparisons = outcomes.map { outcome in
      switch outcome.table {
      case .failure(let failure): return Comparison(check: outcome.check, .failed, because: failure.message)
      case .success(let table):
        if let error = damaged[outcome.check] {
          return Comparison(check: outcome.check, .unreadable, because: error.description)
        }
        let isData = outcome.check == CheckCommand.dataCheck
        let stored = isData ? manifest?.facts.dataTable : tables[outcome.check]
        return Comparison(
          check: outcome.check, expected: stored ?? empty, actual: table, tolerances: tolerances)
      }
    }
    let made = Set(outcomes.map(\.check))
    for entry in manifest?.entries ?? [] where wholly && !made.contains(entry.check) {
      let gone = tables[entry.check] ?? CheckedTable(columns: ["table"], rows: [])
      comparisons.append(
        Comparison(check: entry.check, expected: gone, actual: empty, tolerances: tolerances))
    }
    return comparisons
  }

  /// The checks that could not be compared.
  ///
  /// - Parameter outcomes: what the commands make now.
  /// - Returns: in the order of the checks.
  func faults(_ outcomes: [CheckPlace.Outcome]) -> [Fault] {
    outcomes.compactMap { outcome in
      if case .failure(let failure) = outcome.table { return Fault(check: outcome.check, failure: failure) }
      return damaged[outcome.check].map {
        Fault(check: outcome.check, failure: CommandFailure($0 as any Error))
      }
    }
  }

  /// What changed since they were recorded.
  ///
  /// - Parameters:
  ///   - outcomes: what the commands make now.
  ///   - facts: what that depends on.
  ///   - place: what is checked.
  /// - Returns: a line each.
  func remarks(_ outcomes: [CheckPlace.Outcome], _ facts: RunFacts, _ place: CheckPlace) -> [String] {
    guard let manifest else { return remark.map { [$0] } ?? [] }
    // The files of a package are listed; others are known only from the commands that read them.
    let wholly = place.package != nil || manifest.entries.allSatisfy { isMadeAgain($0, outcomes) }
    var remarks = facts.changes(since: manifest.facts, wholly: wholly)
    let known = Set(place.steps.map(\.name))
    // Where a part is run, a check that is gone has moved nothing of it.
    let isPart = !known.isSubset(of: outcomes.map(\.check))
    for entry in manifest.entries {
      if !known.contains(entry.check) {
        guard !isPart else { continue }
        remarks.append("command: check '\(entry.check)' is gone")
      } else if let now = outcomes.first(where: { $0.check == entry.check }), !Self.isSame(entry, now) {
        remarks.append("command: check '\(entry.check)' runs another one")
      }
    }
    let recorded = Set(manifest.entries.map(\.check))
    for outcome in outcomes where known.contains(outcome.check) && !recorded.contains(outcome.check) {
      remarks.append("command: check '\(outcome.check)' is new")
    }
    return remarks + (tolerancesRemark(outcomes, place.tolerances).map { [$0] } ?? [])
  }

  /// Whether numbers may move by more or less than at the recording.
  ///
  /// - Parameters:
  ///   - outcomes: the checks that are compared.
  ///   - tolerances: those of now.
  /// - Returns: a line that names the checks, or `nil` where none changed, or none is known from the recording.
  func tolerancesRemark(_ outcomes: [CheckPlace.Outcome], _ tolerances: Tolerances) -> String? {
    let made = Set(outcomes.map(\.check))
    let changed = (manifest?.entries ?? []).filter { entry in
      guard let recorded = entry.tolerances, made.contains(entry.check) else { return false }
      return recorded != tolerances.digest(of: entry.check)
    }
    guard !changed.isEmpty else { return nil }
    let names = changed.prefix(3).map { "'\($0.check)'" }.joined(separator: ", ")
    let rest = changed.count > 3 ? " and \(changed.count - 3) more" : ""
    return "tolerances: those of check \(names)\(rest) changed"
  }

  /// Whether a check was made now by the command that made its baseline.
  private func isMadeAgain(_ entry: BaselineManifest.Entry, _ outcomes: [CheckPlace.Outcome]) -> Bool {
    guard let now = outcomes.first(where: { $0.check == entry.check }), case .success = now.table else {
      return false
    }
    return Self.isSame(entry, now)
  }

  /// Whether two commands are one; the manifest keeps the words as one text.
  private static func isSame(_ entry: BaselineManifest.Entry, _ outcome: CheckPlace.Outcome) -> Bool {
    entry.command.joined(separator: " ") == outcome.command.joined(separator: " ")
  }

  /// The checks whose files an update leaves behind, since none of that name is recorded any more.
  ///
  /// - Parameter place: what is recorded.
  /// - Returns: those with a file that is what was written, and so can be removed.
  func orphans(_ place: CheckPlace) -> [String] {
    let known = Set(place.steps.map(\.name))
    return (manifest?.entries ?? []).map(\.check).filter { !known.contains($0) && tables[$0] != nil }
  }
}

extension RunFacts {
  /// The files of the data package as a table, so that a changed file is told like a changed cell: a row a file.
  var dataTable: CheckedTable {
    CheckedTable(columns: ["file", "sha256"], rows: data.map { [$0.path, $0.digest ?? ""] })
  }
}
