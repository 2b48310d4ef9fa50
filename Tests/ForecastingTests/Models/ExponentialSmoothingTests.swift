import Series
import TestSupport
import Testing

@testable import Forecasting

@Suite struct ExponentialSmoothingTests {
  @Test(arguments: ["ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN"])
  func linearFormsReachTheBestKnownLikelihood(name: String) throws {
    let agreement = try FormAgreement(name)
    print(
      "FORM", name, agreement.count, agreement.lowestAgainstBest, agreement.lowestAgainstR,
      "better than R", agreement.betterThanR.count, "better than best", agreement.betterThanBest)
    print("FORM", name, agreement.forecasts, "|", agreement.intervalsOfR)
    #expect(agreement.lowestAgainstBest.difference >= -1e-6, "\(agreement.lowestAgainstBest)")
    #expect(agreement.lowestAgainstR.difference >= -1e-3, "\(agreement.lowestAgainstR)")
  }

  @Test(arguments: ["MMN", "MMdN", "AMN", "AMdN"])
  func growthForms(name: String) throws {
    let agreement = try FormAgreement(name)
    print(
      "FORM", name, agreement.count, agreement.lowestAgainstBest, agreement.lowestAgainstR,
      "better than R", agreement.betterThanR.count, "better than best", agreement.betterThanBest)
  }

  @Test(arguments: [
    ("auto", ExponentialSmoothing.Choice.standard), ("auto-multiplicative", .withMultiplicativeTrends),
    ("auto-unrestricted", .unrestricted),
  ])
  func choosesAsAICcDoes(key: String, choice: ExponentialSmoothing.Choice) throws {
    for record in try References.bestForms where record.model == "best-" + key {
      let fit = try ExponentialSmoothing(choice).fit(References.series(record.series))
      let ours = "ets-" + fit.form.name.lowercased()
      let fromR = try #require(References.formsByR.first { $0.model == key && $0.series == record.series })
      if ours != record.chosen || ours != fromR.chosen {
        print(
          "CHOICE", key, record.series, "ours", ours, "best", record.chosen ?? "-", record.aiccMargin ?? -1,
          "R",
          fromR.chosen ?? "-", fromR.aiccMargin ?? -1)
      }
    }
  }
}
