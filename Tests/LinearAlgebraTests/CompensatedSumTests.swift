import Testing

@testable import LinearAlgebra

@Suite struct CompensatedSumTests {
  @Test func keepsWhatPlainAdditionLoses() {
    var sum = CompensatedSum(1e16)
    sum.add(1)
    sum.add(-1e16)
    #expect(sum.rounded == 1)
  }

  @Test func keepsTheRoundingOfProducts() {
    // (1 + e)(1 - e) - 1 = -e², where a rounded product is exactly 1.
    let epsilon = Double.ulpOfOne
    #expect(compensatedDot([1 + epsilon, -1], [1 - epsilon, 1]) == -epsilon * epsilon)
  }

  @Test func startsFromNothing() {
    #expect(CompensatedSum().rounded == 0)
    #expect(compensatedDot([2, 3], [4, 5]) == 23)
  }
}
