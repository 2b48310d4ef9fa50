import LinearAlgebra
import Testing

struct SteadyRoundingTests {
  @Test func whatDiffersFarBelowTheGridBecomesTheSame() {
    let value = 0.123456789
    #expect((value + 1e-13).steadied(bits: 20, relativeTo: 1) == value.steadied(bits: 20, relativeTo: 1))
    // Half a step of 2^-20 at most.
    #expect((value.steadied(bits: 20, relativeTo: 1) - value).magnitude <= 0x1p-21)
    #expect(value.steadied(bits: 20, relativeTo: -1) == value.steadied(bits: 20, relativeTo: 1))
  }

  @Test func theGridGrowsWithTheSize() {
    #expect(1234.5678.steadied(bits: 4, relativeTo: 1024) == 1216)
    #expect(1e-9.steadied(bits: 20, relativeTo: 1) == 0)
  }

  @Test func withoutAGridTheNumberStays() {
    #expect(0.1.steadied(bits: 20, relativeTo: 0) == 0.1)
    #expect(0.1.steadied(bits: 20, relativeTo: .infinity) == 0.1)
    #expect(1e300.steadied(bits: 20, relativeTo: 1e-300) == 1e300)
    #expect(0.1.steadied(bits: 20, relativeTo: .leastNonzeroMagnitude) == 0.1)
  }

  @Test func aFactorKeepsItsDiagonalAndItsShape() throws {
    let matrix = try Matrix(rows: [[4, 2, 1e-9], [2, 5, 3], [1e-9, 3, 6]])
    let factor = try CholeskyFactorization(matrix)
    let steadied = factor.steadiedLower(bits: 20)
    #expect(steadied[0] == 2)
    // A millionth of the row's length, 6^(1/2).
    for (exact, kept) in zip(factor.lower.elements, steadied) { #expect((exact - kept).magnitude < 3e-6) }
    #expect(steadied[3] == 0)
    #expect(steadied[2] == 0)
  }
}
