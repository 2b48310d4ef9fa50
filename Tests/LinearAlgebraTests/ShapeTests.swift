import Testing

@testable import LinearAlgebra

@Suite struct ShapeTests {
  @Test func knowsItsTransposeAndItsCount() throws {
    let shape = try Shape(rows: 43, columns: 2)
    #expect(shape.transposed == (try Shape(rows: 2, columns: 43)))
    #expect(shape.count == 86)
    #expect(shape.description == "43 x 2")
  }

  @Test(arguments: [(0, 1), (1, 0), (-1, 1), (1, -1)])
  func refusesTheEmpty(rows: Int, columns: Int) {
    #expect(throws: LinearAlgebraError.empty) { try Shape(rows: rows, columns: columns) }
  }

  @Test func refusesWhatBLASCannotAddress() throws {
    let tooMany = Int(Int32.max) + 1
    #expect(throws: LinearAlgebraError.tooLarge(size: tooMany)) { try Shape(rows: tooMany, columns: 1) }
    #expect(throws: LinearAlgebraError.tooLarge(size: tooMany)) { try Shape(rows: 1, columns: tooMany) }
    #expect(try Shape(rows: tooMany - 1, columns: 1).m == Int32.max)
  }
}
