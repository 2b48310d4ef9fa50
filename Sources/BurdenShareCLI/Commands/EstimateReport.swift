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
    let summary = fit.summary
    let name: [Cell] = [.text(fit.series.identifier), .text(label)]
    var rows: [[Cell]] = []
    for (part, value) in fit.fitted.structure {
      rows.append(name + [.text(part), .integer(value), .missing, .missing, .missing])
    }
    for parameter in summary.parameters {
      var bounds: [Cell] = [.missing, .missing, .missing]
      if let error = parameter.standardError {
        let width: Double
        if let df = parameter.degreesOfFreedom {
          width = try StudentT(degreesOfFreedom: df).quantile(0.975)
        } else {
          width = try Normal.standard.quantile(0.975)
        }
        bounds = [
          .number(error), .number(parameter.value - width * error), .number(parameter.value + width * error),
        ]
      }
      rows.append(name + [.text(parameter.name), .number(parameter.value)] + bounds)
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
}
