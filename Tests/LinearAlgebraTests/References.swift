import Foundation

@testable import LinearAlgebra

/// Values from outside, each file beside the script that made it.
enum References {
  static func load<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}

/// What `decompositions.py` writes; matrices are lists of rows.
struct Decompositions: Decodable {
  struct General: Decodable {
    let matrix, cross, left, right: [[Double]]
    let singularValues, triangleDiagonal: [Double]
    let pivots: [Int]
  }
  struct Definite: Decodable {
    let matrix, lower, inverse: [[Double]]
    let right, solution: [Double]
    let logDeterminant, reciprocalCondition: Double
  }
  struct Symmetric: Decodable {
    let matrix, vectors: [[Double]]
    let values: [Double]
  }
  struct Square: Decodable {
    let matrix, product: [[Double]]
    let right, solution, upperSolution, lowerTransposedSolution, timesRight, transposeTimesRight: [Double]
    let reciprocalCondition: Double
  }
  struct Fit: Decodable {
    let design, unscaledCovariance: [[Double]]
    let response, row, coefficients, residuals: [Double]
    let residualVariance, prediction, leverage, predictionVariance: Double
  }
  let general: [General]
  let definite: Definite
  let symmetric: Symmetric
  let square: Square
  let leastSquares: Fit
}

/// The largest difference of two vectors relative to the largest element of the second.
///
/// Infinite when they differ in length. An element-wise measure would ask more of a small element than a backward stable algorithm promises.
func distance(_ actual: [Double], _ expected: [Double]) -> Double {
  guard actual.count == expected.count else { return .infinity }
  let largest = expected.reduce(0) { max($0, $1.magnitude) }
  return zip(actual, expected).reduce(0) { max($0, ($1.0 - $1.1).magnitude) } / max(largest, 1e-300)
}

/// The same for a matrix and a list of rows.
func distance(_ actual: Matrix, _ rows: [[Double]]) -> Double {
  guard let expected = try? Matrix(rows: rows), expected.shape == actual.shape else { return .infinity }
  return distance(actual.elements, expected.elements)
}

/// The tolerance for results of backward stable algorithms on the small reference matrices.
///
/// The library and the reference each err by a small multiple of size times epsilon (7 x 2e-16), magnified by a
/// condition number below 100 in these matrices. Kernels differ within that.
let stableTolerance = 1e-12
