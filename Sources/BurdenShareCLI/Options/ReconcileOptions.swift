public import ArgumentParser
import Datasets
public import Forecasting

extension Reconciliation: ExpressibleByArgument {}

/// Whether sums and parts are forecast together.
struct ReconcileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Forecast a series with its parts so that they add up: bottom-up, ols, wls, wls-structural or mint.",
      valueName: "method"))
  var reconcile: Reconciliation?

  @Option(
    help: ArgumentHelp(
      "Which series are the parts of which: a CSV file with the columns parent,child. Default: the package's for the series.",
      valueName: "file"))
  var grouping: String?

  @Flag(
    help: ArgumentHelp(
      "Keep the parts and sums of --reconcile at zero or above, such as amounts and counts of --input; the package's own "
        + "units are kept so already."))
  var nonNegative = false

  /// Checks that a grouping comes with a method.
  ///
  /// - Throws: a validation error.
  func validate() throws {
    if grouping != nil, reconcile == nil {
      throw ValidationError("--grouping goes with --reconcile, such as --reconcile mint")
    }
    if nonNegative, reconcile == nil {
      throw ValidationError("--non-negative goes with --reconcile, such as --reconcile mint")
    }
  }
}

/// Groupings as files hold them.
enum GroupingFile {
  /// The pairs of a file.
  ///
  /// - Parameter path: the file.
  /// - Returns: parent and child, in the order of the file.
  /// - Throws: `DataError` for a file that cannot be read, has no such columns, or a field without a name.
  static func read(_ path: String) throws(DataError) -> [(parent: String, child: String)] {
    var reader = try CSVReader.open(path)
    let (parent, child) = (try reader.column("parent"), try reader.column("child"))
    var pairs: [(parent: String, child: String)] = []
    while try reader.next() {
      let pair = (parent: try reader.text(parent), child: try reader.text(child))
      for (name, column) in [(pair.parent, parent), (pair.child, child)] where name.isEmpty {
        throw .emptyIdentifier(FilePlace(reader.file, reader.line, column + 1), column: reader.header[column])
      }
      pairs.append(pair)
    }
    guard !pairs.isEmpty else { throw .headerOnly(reader.firstRow) }
    return pairs
  }
}
