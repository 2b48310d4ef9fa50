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
  /// - Returns: a line each.
  func remarks(_ outcomes: [CheckPlace.Outcome], _ facts: RunFacts) -> [String] {
    var remarks = manifest.map { facts.changes(since: $0.facts) } ?? []
    for entry in manifest?.entries ?? [] {
      // The manifest keeps the words as one text.
      let now = outcomes.first { $0.check == entry.check }?.command.joined(separator: " ")
      if let now, now != entry.command.joined(separator: " ") {
        remarks.append("command: check '\(entry.check)' runs another one")
      }
    }
    return remarks + (remark.map { [$0] } ?? [])
  }
}

extension RunFacts {
  /// The files of the data package as a table, so that a changed file is told like a changed cell: a row a file.
  var dataTable: CheckedTable {
    CheckedTable(columns: ["file", "sha256"], rows: data.map { [$0.path, $0.digest ?? ""] })
  }
}
