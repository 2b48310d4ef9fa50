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

  /// Checks the folder's name.
  ///
  /// - Throws: a validation error for an empty one.
  func validate() throws {
    if folder?.isEmpty ?? false { throw ValidationError("--data has an empty name") }
  }

  /// Opens the package.
  ///
  /// - Returns: the package.
  /// - Throws: ``CommandFailure`` when none is found or it cannot be read.
  func package() throws -> DataPackage { try DataPackage(try PackageLocation.find(folder)) }
}
