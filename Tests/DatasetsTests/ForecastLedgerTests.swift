import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite struct ForecastLedgerTests {
  private func text(_ ledger: ForecastLedger) -> String {
    ([ForecastLedger.columns] + ledger.rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  private func ledger() -> ForecastLedger {
    var ledger = ForecastLedger()
    ledger.append(["2026-11-22", "japan-2027-demanding", "2026-11-22", "0.1.0"])
    ledger.append(["2026-11-22", "korea-2031"])
    return ledger
  }

  private func tip(_ ledger: ForecastLedger) -> String {
    "rows,seal\n\(ledger.rows.count),\(ledger.lastSeal)\n"
  }

  /// A ledger's two files.
  private func write(_ table: String, _ tip: String?, in folder: TemporaryFolder) throws -> String {
    if let tip { _ = try folder.write("ledger.csv.tip", tip) }
    return try folder.write("ledger.csv", table)
  }

  @Test func readsBackWhatWasSealed() throws {
    let folder = try TemporaryFolder()
    let path = try write(text(ledger()), tip(ledger()), in: folder)
    #expect(try ForecastLedger(path) == ledger())
  }

  @Test(arguments: [("demanding", "transactional", 2), ("korea-2031", "korea-2021", 3)])
  func findsTheRowThatWasChanged(old: String, new: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let changed = text(ledger()).replacingOccurrences(of: old, with: new)
    let path = try write(changed, tip(ledger()), in: folder)
    #expect(throws: DataError.brokenSeal(FilePlace(path, line))) { _ = try ForecastLedger(path) }
  }

  @Test func findsARowTakenOut() throws {
    let folder = try TemporaryFolder()
    var lines = text(ledger()).split(separator: "\n")
    lines.remove(at: 1)
    let path = try write(lines.joined(separator: "\n") + "\n", tip(ledger()), in: folder)
    #expect(throws: DataError.brokenSeal(FilePlace(path, 2))) { _ = try ForecastLedger(path) }
  }

  private func reason(_ table: String, _ tip: String?) throws -> String {
    let folder = try TemporaryFolder()
    let path = try write(table, tip, in: folder)
    let error = #expect(throws: DataError.self) { _ = try ForecastLedger(path) }
    guard case .brokenLedger(_, let reason)? = error else { return "\(String(describing: error))" }
    return reason
  }

  @Test func findsRowsTakenFromTheEnd() throws {
    let lines = text(ledger()).split(separator: "\n").dropLast()
    let found = try reason(lines.joined(separator: "\n") + "\n", tip(ledger()))
    #expect(found.contains("2 rows were sealed") && found.contains("1 are there"))
  }

  @Test func findsALedgerSealedAnewAndOneWithoutItsTip() throws {
    var other = ForecastLedger()
    other.append(["2026-11-22", "japan-2027-demanding", "2026-11-22", "0.1.1"])
    other.append(["2026-11-22", "korea-2031"])
    #expect(try reason(text(other), tip(ledger())).contains("sealed anew"))
    #expect(try reason(text(ledger()), nil).contains("is missing"))
  }

  @Test func findsThatOnlyTheTipIsLeft() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.csv"
    #expect(try ForecastLedger.standing(path) == ForecastLedger())
    try folder.write("ledger.csv.tip", tip(ledger()))
    let lost = DataError.brokenLedger(
      path,
      reason:
        "the ledger is missing, and '\(path).tip' says that rows were sealed in it; bring it back from a copy"
    )
    #expect(throws: lost) { _ = try ForecastLedger.standing(path) }
    #expect(throws: lost) { _ = try ForecastLedger(path) }
  }

  @Test func aLedgerThatIsLostIsAProblemOfItsPackage() throws {
    let copy = try PackageCopy(of: "opinion")
    let folder = URL(filePath: copy.root).appending(path: "ledger")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try tip(ledger()).write(
      to: folder.appending(path: "forecasts.csv.tip"), atomically: true, encoding: .utf8)
    let problems = try copy.problems()
    #expect(problems.map(\.rule) == ["ledger"])
    #expect(problems.first?.message.contains("the ledger is missing") ?? false)
  }

  @Test func takesRowsBeyondTheTip() throws {
    let folder = try TemporaryFolder()
    let first = "rows,seal\n1,\(ledger().rows[0].last ?? "")\n"
    let path = try write(text(ledger()), first, in: folder)
    #expect(try ForecastLedger(path).rows.count == 2)
  }

  @Test func tellsWhenAForecastWasSealedBefore() {
    let ledger = ledger()
    func rows(_ day: String, _ version: String) -> [[String]] {
      var other = ForecastLedger()
      other.append([day, "japan-2027-demanding", "2026-11-22", version])
      return other.rows.map { Array($0.dropLast()) }
    }
    #expect(ledger.day(of: rows("2027-01-01", "0.1.0")) == "2026-11-22")
    #expect(ledger.day(of: rows("2027-01-01", "0.1.1")) == nil)
    #expect(ledger.day(of: []) == nil)
    // As it was appended, with nothing in the columns behind.
    #expect(ledger.day(of: [["2027-01-01", "korea-2031"]]) == "2026-11-22")
  }

  @Test func theFirstSealIsTheDigestOfTheOriginAndTheFields() {
    let ledger = ledger()
    let fields = ledger.rows[0].dropLast()
    let message = ([ForecastLedger.origin] + fields).joined(separator: "\u{1F}")
    #expect(ledger.rows[0].last == ForecastLedger.digest(message))
    #expect(ledger.rows[0].count == ForecastLedger.columns.count)
  }
}
