@testable import Forecasting

/// One line of `ces-statsforecast.json`; the README beside it says what a field means.
struct ComplexSmoothingRecord: Decodable, Sendable {
  let series, kind: String
  let alpha0, alpha1, l0, c0, sse, loglik: Double
  let mean: [Double]
  let varianceUnit: [Double]?
  let aicc, sigma2, loglikDoublePrecision, stabilityRadius: Double?
  let levelN, hiddenN: Double?

  var weights: ComplexWeights { ComplexWeights(real: alpha0, imaginary: alpha1) }

  static func all(_ kind: String) throws -> [ComplexSmoothingRecord] {
    try ThetaReferences.records("ces-statsforecast", of: ComplexSmoothingRecord.self).filter {
      $0.kind == kind
    }
  }
}

extension ComplexSmoothing {
  /// Fits values of consecutive years from 2000 on.
  static func fit(_ values: [Double]) throws -> FittedComplexSmoothing {
    try ComplexSmoothing().fit(yearly(values))
  }
}

extension FittedComplexSmoothing {
  /// The sum of squares on the scale of the values.
  var sumOfSquares: Double { solution.sumOfSquares * unit * unit }
}
