import Testing

@testable import LinearAlgebra

@Suite struct LinearAlgebraErrorTests {
  @Test func saysWhatAndWhere() throws {
    let shape = try Shape(rows: 2, columns: 3)
    let lines: [(LinearAlgebraError, String)] = [
      (.empty, "no elements"),
      (.tooLarge(size: 3_000_000_000), "3000000000 does not fit the 32-bit integers of BLAS"),
      (.wrongLength(expected: 3, actual: 2), "2 elements where 3 are needed"),
      (.shapeMismatch(operation: "product", left: shape, right: shape), "product: 2 x 3 does not fit 2 x 3"),
      (.outOfRange(row: 2, column: 0, shape: shape), "[2, 0] is outside of 2 x 3"),
      (.nonFinite(row: 1, column: 2), "the element at [1, 2] is not finite"),
      (.overflow(operation: "product"), "product: the result is not finite"),
      (.notSquare(shape), "2 x 3 is not square"),
      (.notSymmetric(row: 1, column: 0), "not symmetric at [1, 0]"),
      (.notPositiveDefinite(leadingMinor: 2), "not positive definite: the leading minor of order 2"),
      (.singular(index: 1), "singular: zero at [1, 1]"),
      (.rankDeficient(rank: 2, columns: [0]), "rank 2: columns [0] depend on the others"),
      (.underdetermined(shape), "2 x 3: fewer rows than columns"),
      (.saturated(shape), "2 x 3: no degrees of freedom are left for the variance"),
      (.constantResponse, "the response does not vary"),
      (.invalidTolerance(2), "a tolerance of 2.0 is not within 0 ..< 1"),
      (.routineFailed(name: "dsyev", info: 1), "dsyev failed with info 1"),
    ]
    for (error, line) in lines { #expect(error.description == line) }
  }
}
