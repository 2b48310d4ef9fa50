import Testing

@testable import Forecasting

@Suite struct ThetaFormTests {
  @Test func countsWhatIsEstimated() {
    #expect(ThetaForm.allCases.map(\.parameterCount) == [2, 3, 2, 3, 2])
    #expect(ThetaForm.allCases.map(\.isDynamic) == [false, false, true, true, true])
    // θ = 2 is a weight of one half.
    #expect(ThetaForm.allCases.map(\.fixedWeight) == [0.5, nil, 0.5, nil, nil])
  }
}
