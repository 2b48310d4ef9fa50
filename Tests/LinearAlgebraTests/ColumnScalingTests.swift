import Testing

@testable import LinearAlgebra

@Suite struct ColumnScalingTests {
  @Test func bringsColumnsToALikeSizeWithoutRounding() throws {
    let design = try Matrix(columns: [[1, 1], [1978, 2020], [0, 0], [-1e-300, 3e-301]])
    let scaling = ColumnScaling(of: design)
    let scaled = scaling.scaled(design)
    #expect(scaled.elements.allSatisfy { $0.magnitude < 2 })
    let years: [Double] = [1978.0 / 1024, 2020.0 / 1024]
    #expect(try scaled.column(1) == years)
    #expect(try scaled.column(2) == [0, 0])
    #expect(scaling.scaled([1, 1024, 5, 0]) == [1, 1, 5, 0])
    let unscaled: [Double] = [1, 0x1p-10, 1, 0]
    #expect(scaling.unscaled([1, 1, 1, 0]) == unscaled)
  }
}
