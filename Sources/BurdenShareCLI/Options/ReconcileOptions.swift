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
