import Forecasting
import Probability
import Reporting
import Series

/// The estimates of a fit as rows of a table.
enum EstimateReport {
  /// Rows of estimates: the order or form, those of the model, then its fit as a whole.
  ///
  /// - Parameters:
  ///   - fit: the fit.
  ///   - label: the model's name in tables.
  /// - Returns: rows of `fit --table parameters`.
  /// - Throws: `ProbabilityError` for degrees of freedom that are none.
  static func rows(_ fit: TransformedFit, label: String) throws -> [[Cell]] {
    let summary = fit.settledSummary
    let name: [Cell] = [.text(fit.series.identifier), .text(label)]
    var rows: [[Cell]] = []
    for (part, value) in fit.fitted.structure {
      rows.append(name + [.text(part), .integer(value), .missing, .missing, .missing])
    }
    for parameter in summary.parameters {
      var bounds: [Cell] = [.missing, .missing, .missing]
      if let error = parameter.standardError, let scale = parameter.intervalScale {
        let width: Double
        if let df = parameter.degreesOfFreedom {
          width = try StudentT(degreesOfFreedom: df).quantile(0.975)
        } else {
          width = try Normal.standard.quantile(0.975)
        }
        bounds = [
          .number(error), .number(parameter.value - width * scale), .number(parameter.value + width * scale),
        ]
      }
      let value: Cell = parameter.isUnbounded ? .missing : .number(parameter.value)
      rows.append(name + [.text(parameter.name), value] + bounds)
    }
    let whole: [(String, Double?)] = [
      ("residual sd", summary.residualVariance.squareRoot()), ("log-likelihood", summary.logLikelihood),
      ("aicc", summary.correctedAkaike), ("observations", Double(summary.observations)),
    ]
    for case (let title, let value?) in whole {
      rows.append(name + [.text(title), .number(value), .missing, .missing, .missing])
    }
    return rows
  }

  /// What the rows cannot say: which estimates have no end.
  ///
  /// - Parameters:
  ///   - fit: the fit.
  ///   - label: the model's name in tables.
  /// - Returns: lines for standard error.
  static func notes(_ fit: TransformedFit, label: String) -> [String] {
    fit.settledSummary.parameters.filter(\.isUnbounded).map {
      "note: \(fit.series.identifier): '\(label)': \($0.name) is at its bound (unbounded), so its cell is empty"
    }
  }
}
