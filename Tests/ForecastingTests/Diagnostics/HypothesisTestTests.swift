import Testing

@testable import Forecasting

@Suite struct HypothesisTestTests {
  @Test func errorsSayWhatIsWrong() {
    #expect(
      DiagnosticError.tooFew(test: "x", needed: 4, found: 1).description
        == "x needs at least 4 values, found 1")
    #expect(DiagnosticError.constant(test: "x").description == "x: all values are the same")
    #expect(
      DiagnosticError.uniform(test: "x").description
        == "x: the residuals are all of one size, so that nothing is left to test")
    #expect(
      DiagnosticError.fitsExactly(test: "x").description
        == "x: the model fits the record without error, so that nothing is left to test")
    #expect(
      DiagnosticError.exactLines(test: "x").description
        == "x: the values follow two lines exactly, so that no error is left to test with")
    #expect(DiagnosticError.notFinite(test: "x").description == "x: a value is not a finite number")
    #expect(
      DiagnosticError.noDegreesOfFreedom(test: "x").description
        == "x: the model leaves no degree of freedom at this lag")
  }

  @Test func unitOfTheLargestIsAPowerOfTwo() throws {
    #expect(try inUnitOfTheLargest([3, -12, 0.5], test: "x") == [0.375, -1.5, 0.0625])
    let small = try inUnitOfTheLargest([.leastNonzeroMagnitude, 0], test: "x")
    #expect(small[0] > 1e-20 && small[1] == 0)
    let large = try inUnitOfTheLargest([.greatestFiniteMagnitude, 1], test: "x")
    #expect(large[0] < 2 && large[0] > 1)
  }
}
