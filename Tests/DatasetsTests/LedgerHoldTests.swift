import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite struct LedgerHoldTests {
  @Test func oneWriterHoldsALedgerAndLeavesNoFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.csv"
    let first = try LedgerHold.take(path, isWritten: true)
    // Another descriptor of the same folder is refused as another process is.
    for isWritten in [true, false] {
      #expect(throws: DataError.busyLedger(path, seconds: 0)) {
        try LedgerHold.take(path, isWritten: isWritten, patience: .zero).release()
      }
    }
    first.release()
    try LedgerHold.take(path, isWritten: true, patience: .zero).release()
    #expect(throws: DataError.noSuchFile(path)) { _ = try ForecastLedger(path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func readersHoldALedgerTogether() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.csv"
    let first = try LedgerHold.take(path, isWritten: false)
    let second = try LedgerHold.take(path, isWritten: false, patience: .zero)
    #expect(throws: DataError.busyLedger(path, seconds: 0)) {
      try LedgerHold.take(path, isWritten: true, patience: .zero).release()
    }
    first.release()
    second.release()
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/none/ledger.csv"
    #expect(throws: DataError.noSuchFile(folder.path + "/none")) {
      try LedgerHold.take(path, isWritten: true).release()
    }
  }

  @Test(arguments: [("ledger.csv", "."), ("/ledger.csv", "/"), ("a/b/ledger.csv", "a/b")])
  func theFolderOfALedger(path: String, folder: String) {
    #expect(LedgerHold.folder(of: path) == folder)
  }
}
