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

  @Test func readsBackWhatWasSealed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("ledger.csv", text(ledger()))
    #expect(try ForecastLedger(path) == ledger())
  }

  @Test(arguments: [("demanding", "transactional", 2), ("korea-2031", "korea-2021", 3)])
  func findsTheRowThatWasChanged(old: String, new: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let changed = text(ledger()).replacingOccurrences(of: old, with: new)
    let path = try folder.write("ledger.csv", changed)
    #expect(throws: DataError.brokenSeal(FilePlace(path, line))) { _ = try ForecastLedger(path) }
  }

  @Test func findsARowTakenOut() throws {
    let folder = try TemporaryFolder()
    var lines = text(ledger()).split(separator: "\n")
    lines.remove(at: 1)
    let path = try folder.write("ledger.csv", lines.joined(separator: "\n") + "\n")
    #expect(throws: DataError.brokenSeal(FilePlace(path, 2))) { _ = try ForecastLedger(path) }
  }

  @Test func theFirstSealIsTheDigestOfTheOriginAndTheFields() {
    let ledger = ledger()
    let fields = ledger.rows[0].dropLast()
    let message = ([ForecastLedger.origin] + fields).joined(separator: "\u{1F}")
    #expect(ledger.rows[0].last == ForecastLedger.digest(message))
    #expect(ledger.rows[0].count == ForecastLedger.columns.count)
  }
}
