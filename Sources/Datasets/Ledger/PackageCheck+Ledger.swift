#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension PackageCheck {
  /// Whether every sealed forecast still stands as it was sealed, where a package has a ledger or what is left of one.
  ///
  /// - Parameter package: the package.
  mutating func checkLedger(_ package: DataPackage) {
    let path = package.ledgerPath
    guard access(path, F_OK) == 0 || access(ForecastLedger.tipPath(path), F_OK) == 0 else { return }
    do {
      // Between its two files a ledger that is added to looks broken.
      let hold = try LedgerHold.take(path, isWritten: false)
      _ = try ForecastLedger(path)
      hold.release()
    } catch {
      problem("ledger", "ledger", error)
    }
  }
}
