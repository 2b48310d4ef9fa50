import ArgumentParser
import Datasets

/// Which data package is used.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "Another data package: the folder with its datapackage.json. Default: BURDENSHARE_DATA, else the one "
        + "installed with the program, else the checkout's.", valueName: "dir"))
  var folder: String?

  /// Opens the package.
  ///
  /// - Returns: the package.
  /// - Throws: ``CommandFailure`` when none is found or it cannot be read.
  func package() throws -> DataPackage { try DataPackage(try PackageLocation.find(folder)) }
}
