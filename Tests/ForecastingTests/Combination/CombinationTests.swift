import Series
import Testing

@testable import Forecasting

struct CombinationTests {
  private let record: AnnualSeries

  init() throws {
    record = try AnnualSeries(
      identifier: "s", firstYear: 2000,
      values: [112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135])
  }

  private func members() -> [TransformedModel] {
    [TransformedModel(Naive()), TransformedModel(Drift()), TransformedModel(SimpleExponentialSmoothing())]
  }

  private func forecasts(_ combination: Combination) throws -> PredictiveDistribution {
    try combination.fit(record).predict(Horizon(4))
  }

  @Test func normalMembersGiveTheNormalOfMeanMeansAndMeanDeviations() throws {
    let combined = try forecasts(Combination(members()))
    let each = try members().map { try $0.fit(record).predict(Horizon(4)) }
    for step in 0..<4 {
      let means = each.map { $0.steps[step].mean }
      // Sums of three in another order: a few units in the last place.
      #expect((combined.steps[step].mean - means.reduce(0, +) / 3).magnitude < 1e-12 * 150)
      let upper = try each.map { try $0.steps[step].quantile(0.975) }.reduce(0, +) / 3
      #expect((try combined.steps[step].quantile(0.975) - upper).magnitude < 1e-12 * 200)
    }
  }

  @Test func theMedianOfThreeIsTheMiddleOne() throws {
    let combined = try forecasts(Combination(members(), rule: .median))
    let each = try members().map { try $0.fit(record).predict(Horizon(4)) }
    for step in 0..<4 {
      #expect((combined.steps[step].median - each.map { $0.steps[step].median }.sorted()[1]).magnitude < 1e-9)
    }
  }

  @Test func weightsAreBroughtToOne() throws {
    let given = try forecasts(Combination(members(), rule: .weights([2, 0, 2])))
    let each = try members().map { try $0.fit(record).predict(Horizon(4)) }
    let expected = (each[0].steps[3].mean + each[2].steps[3].mean) / 2
    #expect((given.steps[3].mean - expected).magnitude < 1e-12 * 150)
  }

  @Test func inverseErrorWeightsAddUpToOneAndFavourTheBetterMember() throws {
    let values = (0..<20).map { (year: Int) -> Double? in
      let noise: Double = year % 2 == 0 ? 0.1 : -0.1
      return 10 + 3 * Double(year) + noise
    }
    let line = try AnnualSeries(identifier: "line", firstYear: 2000, values: values)
    let fit = try Combination(members(), rule: .inverseError).fit(line)
    let weights = fit.summary.parameters.map(\.value)
    let whole: Double = weights.reduce(0, +)
    #expect(abs(whole - 1) < 1e-12)
    #expect(weights[1] > weights[0])
  }

  @Test func aTransformedMemberKeepsItsOwnScale() throws {
    let single = try Combination([TransformedModel(Drift(), transform: .log)])
    let own = try TransformedModel(Drift(), transform: .log).fit(record).predict(Horizon(4))
    #expect(try forecasts(single) == own)
  }

  /// Whoever has all the weight is the combination, to the last digit and in the tails.
  @Test(arguments: [
    try Combination([TransformedModel(Auto())]),
    try Combination([TransformedModel(Auto())], rule: .median),
    try Combination([TransformedModel(Naive()), TransformedModel(Auto())], rule: .weights([0, 3])),
  ])
  func aSoleMemberIsTheCombination(_ combination: Combination) throws {
    #expect(try forecasts(combination) == TransformedModel(Auto()).fit(record).predict(Horizon(4)))
  }

  /// What the catalogue says of the standard combination is what its most demanding member asks for.
  @Test func standardIsDescribedAsItIs() throws {
    let needed = Combination.description.minimumObservations
    #expect(try Combination.standard.fit(record.window(from: nil, to: 1999 + needed)).fits.count == 3)
    #expect(
      throws: FitError.tooFewObservations(model: DampedTrend.identifier, needed: needed, found: needed - 1)
    ) { try Combination.standard.fit(record.window(from: nil, to: 1998 + needed)) }
    let gap = try AnnualSeries(
      identifier: "s", firstYear: 2000, values: [1, 3, 2, nil, 5, 4, 6, 8, 7, 9])
    #expect(!Combination.description.acceptsMissingYears)
    #expect(throws: FitError.missingYears(model: SimpleExponentialSmoothing.identifier, years: [2003])) {
      try Combination.standard.fit(gap)
    }
  }

  @Test func whatCannotBeIsRefused() throws {
    #expect(throws: CombinationError.noMembers) { try Combination([]) }
    #expect(throws: CombinationError.weightCount(members: 3, weights: 2)) {
      try Combination(members(), rule: .weights([1, 1]))
    }
    #expect(throws: CombinationError.badWeight(-0.5)) {
      try Combination(members(), rule: .weights([1, -0.5, 1]))
    }
    #expect(throws: CombinationError.zeroWeights) {
      try Combination(members(), rule: .weights([0, 0, 0]))
    }
    let short = try AnnualSeries(identifier: "s", firstYear: 2000, values: [1, 2])
    #expect(throws: FitError.tooFewObservations(model: Drift.identifier, needed: 3, found: 2)) {
      try Combination(members()).fit(short)
    }
  }

  @Test func saysWhichMembersEnteredWithWhatWeight() throws {
    let members = [TransformedModel(Drift()), TransformedModel(Naive(), transform: .log)]
    #expect(
      try Combination(members, rule: .weights([3, 1])).fit(record).explanation(ForecastScope(years: 3)) == [
        "Members and weights: drift 75 %, naive(log) 25 %.", "The weights were given.",
        "Every quantile of the forecast is the mean of the members' by these weights, so the interval is about as wide "
          + "as theirs and contains what theirs contain.", Self.disagreement,
      ])
    #expect(
      try Combination(members, rule: .median).fit(record).explanation(ForecastScope(years: 3)) == [
        "Members: drift, naive(log).",
        "None has a weight of its own; how well they forecast was not asked.",
        "Every quantile of the forecast is the median over the members, so the interval is about as wide as theirs and "
          + "contains what theirs contain.", Self.disagreement,
      ])
    #expect(
      try Combination([TransformedModel(Drift())]).fit(record).explanation(ForecastScope(years: 3)) == [
        "Members and weights: drift 100 %.", "All weigh the same; how well they forecast was not asked.",
        "The forecast and its interval are those of the only member with a weight.",
      ])
  }

  private static let disagreement =
    "Disagreement between the members is not contained: where they lie apart the interval is no wider."

  /// Five origins, at each up to three years, twelve forecasts in all.
  @Test func saysWhyAMemberWeighsMore() throws {
    let line = try AnnualSeries([1, 2, 3, 5, 6, 7, 8])
    let members = [TransformedModel(Naive()), TransformedModel(Mean())]
    let sentences = try Combination(members, rule: .inverseError).fit(line).explanation(
      ForecastScope(years: 2))
    // Missed after 2 to 6 values: by the last value 8 + 9 + 6 + 3 + 1, by the mean 9.5 + 12 + 12.75 + 8.2 + 4.
    #expect(
      sentences[1]
        == "Mean absolute errors one to three years ahead, from the last 5 origins at which all can be fitted within the "
        + "record: naive 2.25, mean 3.871; a weight is in proportion to one over the error.")
    #expect(sentences.last == Self.disagreement)
  }

  @Test func refusesAMemberTwice() throws {
    let order = try ArimaOrder(autoregressive: 1, differences: 1, movingAverage: 0, hasConstant: true)
    #expect(throws: CombinationError.memberTwice("drift")) {
      try Combination([TransformedModel(Drift()), TransformedModel(Drift(), transform: Transform.none)])
    }
    #expect(throws: CombinationError.memberTwice("arima(1,1,0,c)(log)")) {
      try Combination([Arima(order), Arima(order)].map { TransformedModel($0, transform: .log) })
    }
    // Another scale or another order is another member.
    let members = [
      TransformedModel(Drift()), TransformedModel(Drift(), transform: .log), TransformedModel(AutoArima()),
      TransformedModel(Arima(order)),
    ]
    let names = try Combination(members).fit(record).summary.parameters.map(\.name)
    #expect(
      names.map { $0.dropFirst("weight of ".count) } == ["drift", "drift(log)", "arima", "arima(1,1,0,c)"])
  }

  /// Members that bring a scale of their own are combined on that of the series.
  @Test func autoIsAMemberLikeAnyOther() throws {
    let own = try TransformedModel(Auto()).fit(record).predict(Horizon(4))
    let single = try forecasts(Combination([TransformedModel(Auto())]))
    // The median is a knot of the curve; between knots it is straight in normal scores, a quarter apart.
    #expect((single.steps[3].median / own.steps[3].median - 1).magnitude < 1e-12)
    #expect((try single.steps[3].quantile(0.9) / own.steps[3].quantile(0.9) - 1).magnitude < 1e-3)
  }
}
