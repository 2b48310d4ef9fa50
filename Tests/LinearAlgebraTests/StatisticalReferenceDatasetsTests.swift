import Foundation
import Testing

@testable import LinearAlgebra

/// The eleven linear regressions of the NIST Statistical Reference Datasets.
///
/// Correct digits are the log relative error, -log10(|actual - certified| / |certified|), and -log10 |actual| where
/// the certified value is zero (the standard errors of the exact fits Wampler1 and Wampler2), at most 15.
@Suite struct StatisticalReferenceDatasetsTests {
  struct Dataset: Decodable, CustomTestStringConvertible {
    let name: String
    let intercept: Bool
    let degree: Int
    let predictors: [[Double]]
    let response, coefficients, standardErrors: [Double]
    let residualStandardDeviation, rSquared: Double

    var testDescription: String { name }

    /// The powers of each predictor, by repeated multiplication as in `nist.py`.
    func design() throws -> Matrix {
      var columns = intercept ? [response.map { _ in 1.0 }] : []
      for predictor in predictors {
        var power = predictor
        for _ in 0..<degree {
          columns.append(power)
          power = zip(power, predictor).map { $0 * $1 }
        }
      }
      return try Matrix(columns: columns)
    }

    /// The digits that every kernel must reach: the bar that the project sets itself.
    var bar: Double {
      switch name {
      case "Filip": 7
      case "Wampler3", "Wampler4", "Wampler5": 8
      case "Wampler1", "Wampler2": 9
      case "Longley": 11
      default: 12
      }
    }
  }

  struct Rounded: Decodable {
    let name: String
    let coefficients, standardErrors: [Double]
  }

  struct File<Element: Decodable>: Decodable { let datasets: [Element] }

  static func certified() throws -> [Dataset] {
    try References.load("nist-strd", as: File<Dataset>.self).datasets
  }

  @Test func areEleven() throws {
    #expect(try Self.certified().count == 11)
  }

  @Test func certifiedValuesAreReached() throws {
    for dataset in try Self.certified() {
      let fit = try LeastSquares(design: dataset.design(), response: dataset.response)
      let rSquared = try fit.rSquared(about: dataset.intercept ? .mean : .zero)
      #expect(digits(fit.coefficients, dataset.coefficients) >= dataset.bar, "\(dataset.name)")
      #expect(digits(fit.standardErrors, dataset.standardErrors) >= dataset.bar, "\(dataset.name)")
      let deviation = [fit.residualStandardDeviation]
      #expect(digits(deviation, [dataset.residualStandardDeviation]) >= dataset.bar, "\(dataset.name)")
      #expect(digits([rSquared], [dataset.rSquared]) >= dataset.bar, "\(dataset.name)")
    }
  }

  /// Against the exact solution of the problem as doubles hold it, which differs from the certified one where the
  /// decimals or the powers are rounded (Filip keeps 7.9 digits of it, whatever the solver).
  ///
  /// Kernels order their sums differently, which by itself costs digits as the condition number grows: without
  /// refinement Longley moved by 5e-13 between kernels, Wampler5 by 7e-7. Refinement takes that back: on Haswell,
  /// Zen, SkylakeX, Prescott and SandyBridge kernels alike no more than 1e-15 was left. Agreement to a relative
  /// 1e-14, ten times that, is what the library promises between machines for a fit.
  @Test func exactSolutionsAreReachedOnEveryKernel() throws {
    let rounded = try References.load("nist-strd-doubles", as: File<Rounded>.self).datasets
    for (dataset, exact) in zip(try Self.certified(), rounded) {
      #expect(dataset.name == exact.name)
      let fit = try LeastSquares(design: dataset.design(), response: dataset.response)
      #expect(digits(fit.coefficients, exact.coefficients) >= 14, "\(dataset.name)")
      // The exact fits have standard errors below 1e-15, of which the digits mean nothing.
      guard dataset.residualStandardDeviation > 0 else { continue }
      #expect(digits(fit.standardErrors, exact.standardErrors) >= 14, "\(dataset.name)")
    }
  }

  private func digits(_ actual: [Double], _ expected: [Double]) -> Double {
    guard actual.count == expected.count else { return 0 }
    return zip(actual, expected).reduce(15) { worst, pair in
      let error = (pair.0 - pair.1).magnitude / (pair.1 == 0 ? 1 : pair.1.magnitude)
      return error == 0 ? worst : min(worst, -log10(error))
    }
  }
}
