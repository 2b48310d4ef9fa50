import Forecasting
import Testing

struct DieboldMarianoTests {
  @Test func equalLossesTestNothing() {
    #expect(DieboldMariano.statistic([1, 2, 3], [1, 2, 3], horizon: 1) == nil)
    #expect(DieboldMariano.pValue([1, 2, 3], [2, 3, 4], horizon: 1) == nil)
  }

  @Test func whatDoesNotPairIsNothing() {
    #expect(DieboldMariano.statistic([1], [2], horizon: 1) == nil)
    #expect(DieboldMariano.statistic([1, 2], [2], horizon: 1) == nil)
    #expect(DieboldMariano.statistic([1, 2], [2, 4], horizon: 0) == nil)
  }

  @Test func exchangingTheForecastsTurnsTheSign() throws {
    let (first, second) = ([1.0, 4, 2, 6, 3], [2.0, 3, 5, 7, 9])
    let forward = try #require(DieboldMariano.statistic(first, second, horizon: 2))
    let backward = try #require(DieboldMariano.statistic(second, first, horizon: 2))
    #expect(forward == -backward)
    #expect(forward < 0)
  }
}
