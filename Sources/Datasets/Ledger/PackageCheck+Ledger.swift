#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension PackageCheck {
  /// Whether every sealed forecast still stands as it was sealed, where a package has a ledger.
  ///
  /// - Parameter package: the package.
  mutating func checkLedger(_ package: DataPackage) {
    guard access(package.ledgerPath, F_OK) == 0 else { return }
    do {
      _ = try ForecastLedger(package.ledgerPath)
    } catch {
      problem("ledger", "ledger", error)
    }
  }
}
