/// One line of `models-r.json` or `ets-statsmodels.json`; the README beside them says what a field means.
struct ModelRecord: Decodable, Sendable {
  let series, model: String
  let fixed, fallback: Bool?

  let mean, lower80, upper80, lower95, upper95, median, biasAdjusted: [Double?]?
  let variance, fitted, standardError: [Double]?

  let mu, standardDeviation, sigma2, drift, driftStandardError, sigma, degreesOfFreedom, loglik, aicc: Double?
  let coefficients, standardErrors: [Double]?

  let alpha, beta, phi, l0, b0, levelN, slopeN, sse, loglikGaussian: Double?
  let levelVariance, irregularVariance, priorVariance: Double?

  let lambda, transformedFirst, transformedLast: Double?
  let transformedMean, transformedVariance: [Double]?

  var isFixed: Bool { fixed ?? false }
  var isFallback: Bool { fallback ?? false }
}

/// One line of `structural-statsmodels.json`.
struct StructuralRecord: Decodable, Sendable {
  let series, model: String
  let fixed: Bool?
  let irregularVariance, levelVariance, loglik, levelN: Double
  let slopeVariance, slopeN, rShortfall: Double?
  let mean, standardError: [Double]
  let oneStepMean, oneStepVariance: [Double]?
  let diffuseSteps: Int?

  var isFixed: Bool { fixed ?? false }
}

/// One line of `theil-sen.json`.
struct TheilSenRecord: Decodable, Sendable {
  let series: String
  let slope, interceptMedianResidual: Double
  let meanMedianResidual: [Double]
}

/// One line of `diagnostics.json`: the numbers that were tested (`test` is `values`), or a result.
struct DiagnosticRecord: Decodable, Sendable {
  let vector, test: String
  let kind, null, rule, type: String?
  let values: [Double]?
  let lag, fitdf: Int?
  let statistic, degreesOfFreedom, p: Double?
}

/// One line of `transformed-means.json`.
struct TransformedMeanRecord: Decodable, Sendable {
  let transform: String
  let lambda, degreesOfFreedom: Double?
  let location, scale, mean: Double
}

/// One line of `auto.json`.
struct AutoReference: Decodable, Sendable {
  let id: String
  let horizon: Int
  let values, median, mean, lower80, upper80, lower95, upper95: [Double]
  let multiplier: Double
}
