import Testing

@testable import Forecasting

@Suite struct SmoothingFormTests {
  @Test func namesReadBack() {
    let names = ["ANN", "MNN", "AAN", "MAN", "AAdN", "MAdN", "MMN", "MMdN", "AMN", "AMdN"]
    #expect(SmoothingForm.unrestricted.map(\.name) == names)
    for name in names { #expect(SmoothingForm(name)?.name == name) }
    #expect(Set(SmoothingForm.unrestricted).count == 10)
  }

  @Test(arguments: ["", "N", "aan", "AAA", "ZZN", "AAdNN"])
  func unknownNamesAreNone(name: String) {
    #expect(SmoothingForm(name) == nil)
  }

  @Test func describesItselfAsBooksDo() {
    #expect(SmoothingForm("AAdN")?.description == "ETS(A,Ad,N)")
    #expect(SmoothingForm("MNN")?.description == "ETS(M,N,N)")
  }

  /// k = 3 with the variance: 2k n / (n - k - 1).
  @Test func penaltyIsThatOfAICc() {
    let form = SmoothingForm(errors: .additive, trend: .none)
    #expect(form.penalty(10) == 10)
    #expect(form.penalty(5) == 30)
    #expect(form.penalty(4) == .infinity)
  }
}
