import Series
import Testing

@testable import Forecasting

@Suite struct ModelCatalogTests {
  @Test func knowsEveryModelByItsName() throws {
    #expect(
      ModelCatalog.names == [
        "mean", "naive", "drift", "linear", "log-linear", "quadratic", "theil-sen", "piecewise", "ses",
        "holt",
        "damped", "ets", "local-level", "local-trend", "arima", "theta", "theta-optimised", "theta-dynamic",
        "ces",
        "theta-shrunken", "combination", "auto",
      ])
    for name in ModelCatalog.names {
      #expect(type(of: try ModelCatalog.model(named: name)).identifier.name == name)
    }
  }

  @Test(arguments: [
    ("drfit", "drift"), ("Holt", "holt"), ("theilsen", "theil-sen"), ("loglinear", "log-linear"),
    ("quad", "quadratic"), ("local-tend", "local-trend"), ("neive", "naive"),
  ])
  func suggestsTheNearestName(typed: String, meant: String) {
    let error = CatalogError.unknownModel(typed, nearest: meant)
    #expect(throws: error) { try ModelCatalog.model(named: typed) }
    #expect(error.description == "unknown model '\(typed)'; did you mean '\(meant)'?")
  }

  @Test(arguments: ["neural-network", "xxxxxxxxxx"])
  func suggestsNothingFarFetched(typed: String) {
    let error = CatalogError.unknownModel(typed, nearest: nil)
    #expect(throws: error) { try ModelCatalog.model(named: typed) }
    #expect(error.description == "unknown model '\(typed)'")
  }

  @Test func everyDescriptionIsComplete() {
    for model in ModelCatalog.standard {
      let description = type(of: model).description
      let texts = [
        description.title, description.equation, description.estimation, description.interval,
        description.reference,
      ]
      #expect(texts.allSatisfy { !$0.isEmpty }, "\(description.identifier)")
      #expect(description.minimumObservations >= 2)
    }
  }
}
