import Testing

@testable import LinearAlgebra

@Suite struct FinitenessTests {
  @Test func passesWhatIsFine() throws {
    #expect(try [1, 2].checked(length: 2) == [1, 2])
    #expect(try [1, 2].finite(resultOf: "sum") == [1, 2])
    #expect(try 1.5.finite(resultOf: "sum") == 1.5)
  }

  @Test func refusesArgumentsAndResultsApart() {
    #expect(throws: LinearAlgebraError.wrongLength(expected: 3, actual: 2)) { try [1, 2].checked(length: 3) }
    #expect(throws: LinearAlgebraError.nonFinite(row: 1, column: 0)) { try [1, .nan].checked(length: 2) }
    #expect(throws: LinearAlgebraError.overflow(operation: "sum")) { try [.infinity].finite(resultOf: "sum") }
    #expect(throws: LinearAlgebraError.overflow(operation: "sum")) { try Double.nan.finite(resultOf: "sum") }
  }

  @Test func averagesRoundingAwayAndNothingMore() throws {
    let rounded = try Matrix(rows: [[2, 1], [1 + .ulpOfOne, 2]]).checkedSymmetric()
    #expect(rounded.elements[1] == rounded.elements[2])
    let crooked = try Matrix(rows: [[2, 1], [1 + 1e-9, 2]])
    #expect(throws: LinearAlgebraError.notSymmetric(row: 1, column: 0)) { try crooked.checkedSymmetric() }
    let wide = try Matrix(rows: [[1, 2]])
    #expect(throws: LinearAlgebraError.notSquare(wide.shape)) { try wide.checkedSymmetric() }
  }
}
