import Forecasting
import Reporting
import Series

/// The tests of a fit and of its series: rows of a table, and what each says in a sentence.
struct DiagnosticReport {
  /// Rows of `fit --table diagnostics`.
  private(set) var rows: [[Cell]] = []
  /// A line for each test, also for one that cannot be computed for this series.
  private(set) var notes: [String] = []

  /// Runs the tests.
  ///
  /// - Parameters:
  ///   - fit: the fit.
  ///   - label: the model's name in tables.
  init(_ fit: TransformedFit, label: String) {
    let identifier = fit.series.identifier
    for result in Self.results(fit) {
      switch result {
      case .success(let test):
        rows.append([
          .text(identifier), .text(label), .text(test.name), .number(test.statistic),
          .optional(test.degreesOfFreedom), .optional(test.pValue),
        ])
        notes.append("note: \(identifier), \(label): \(test.name): \(test.reading)")
      case .failure(let error):
        notes.append("note: \(identifier), \(label): \(CommandFailure(error).message)")
      }
    }
  }

  private static func results(
    _ fit: TransformedFit
  ) -> [Result<HypothesisTest, any Error>] {
    let (dated, series, level) = (fit.summary.residuals, fit.series, fit.level)
    let residuals = dated.map(\.value)
    let lag = LjungBox.defaultLag(count: residuals.count, fitted: 0)
    let values = series.observations.map(\.value)
    // Lags and partial sums count neighbours, which values on both sides of a gap are not.
    let gaps = series.missingYears
    func ordered(_ name: String, _ test: () throws -> HypothesisTest) throws -> HypothesisTest {
      guard gaps.isEmpty else {
        throw CommandFailure(
          .badData,
          "\(name): a test in the order of years needs them all; missing: "
            + YearRuns.text(gaps, calendar: series.calendar))
      }
      return try test()
    }
    return [
      Result { try ordered("ljung-box") { try LjungBox.test(residuals, lag: lag, fitted: 0, level: level) } },
      Result { try JarqueBera.test(residuals, level: level) },
      Result { try BreuschPagan.test(residuals, years: dated.map(\.year), level: level) },
      Result { try ordered("kpss-level") { try KPSS.test(values, null: .level) } },
      Result { try ordered("kpss-trend") { try KPSS.test(values, null: .trend) } },
      Result {
        try ordered("augmented-dickey-fuller") {
          try AugmentedDickeyFuller.test(values, lag: AugmentedDickeyFuller.defaultLag(count: values.count))
        }
      },
      Result { try ordered("phillips-perron") { try PhillipsPerron.test(values) } },
      Result { try RecursiveCUSUM.test(series) },
      Result { try Chow.test(series) },
      Result { try SupF.test(series) },
    ]
  }
}
