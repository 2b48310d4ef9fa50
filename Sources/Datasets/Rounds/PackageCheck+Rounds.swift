extension PackageCheck {
  /// Whether the rounds and their positions can be read as evidence, where a package has both tables.
  ///
  /// Tables with a problem of their own are passed over: what is wrong with them has been told.
  ///
  /// - Parameter package: the package.
  mutating func checkRounds(_ package: DataPackage) {
    let tables = ["rounds", "positions"]
    let names = Set(package.descriptor.resources.map(\.name))
    let areSound = !problems.contains { tables.contains($0.item) }
    guard names.isSuperset(of: tables), areSound else { return }
    do {
      _ = try package.evidence()
    } catch {
      problem("rounds", "rounds", error)
    }
  }
}
