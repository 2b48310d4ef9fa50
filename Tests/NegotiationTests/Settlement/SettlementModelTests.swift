import Foundation
import Series
import Testing

@testable import Negotiation

@Suite struct SettlementModelTests {
  /// Against NUTS in PyMC on the same rounds: all of them, and the six known in June 2003.
  ///
  /// Bars of 2 % of a posterior deviation for means and 2 % for deviations, plus three errors of the sampler for means
  /// (about 1 %): our points are worth 7,000 independent ones, whose means err by 1.2 % and deviations by 0.8 %. Quantiles at
  /// 5 and 95 % err by twice as much as means. The spread of an ally without a round is its lognormal prior, whose squares scatter so widely (kurtosis
  /// 13) that 7,000 points leave 2.1 % of its deviation open: its bar is two of that.
  @Test(arguments: [("all", "NEW"), ("early", "JPN")])
  func agreesWithAnIndependentSampler(name: String, ally: String) throws {
    let recorded = try RecordedRounds.load(name)
    let posterior = try SettlementModel().fit(
      try recorded.evidence(), ally: ally, asOf: try PartialDate(recorded.date))
    let coefficients = posterior.coefficients
    #expect(Set(coefficients.map(\.name)) == Set(recorded.summary.keys))
    for coefficient in coefficients {
      guard let expected = recorded.summary[coefficient.name] else { continue }
      let found = coefficient.posterior
      let bar = 0.02 * expected.sd + 3 * expected.mcError
      #expect(abs(found.mean - expected.mean) < bar, "\(coefficient.name): mean")
      let open = coefficient.name == "spread NEW" ? 0.042 : 0.02
      #expect(abs(found.standardDeviation / expected.sd - 1) < open, "\(coefficient.name): deviation")
      #expect(abs(found.lower - expected.q05) < 2 * bar, "\(coefficient.name): 5 %")
      #expect(abs(found.median - expected.q50) < 2 * bar, "\(coefficient.name): 50 %")
      #expect(abs(found.upper - expected.q95) < 3 * bar, "\(coefficient.name): 95 %")
    }
    #expect(posterior.effectiveSampleSize > 4000)
  }

  /// Without asks, spillover and unknown spreads, and with normal errors, levels given tau are normal in closed form:
  /// mean of m and mu_i by precision weights, tau on a fine grid.
  @Test func equalsTheHierarchicalNormalWhereOthersArePinned() throws {
    var prior = SettlementPrior()
    prior.askResponseMean = 0
    prior.askResponseDeviation = 0
    prior.spilloverDeviation = 0
    prior.logSpreadDeviation = 0
    prior.degreesOfFreedom = 1e6
    let evidence = try RecordedRounds.load("all").evidence()
    let posterior = try SettlementModel(prior: prior).fit(
      evidence, ally: "JPN", asOf: try PartialDate("2026-01-01"))
    var groups: [[Double]] = []
    for ally in ["JPN", "KOR"] {
      groups.append(evidence.rounds.filter { $0.ally == ally }.compactMap(\.step))
    }
    let exact = Self.hierarchicalNormal(groups, prior)
    let named = Dictionary(uniqueKeysWithValues: posterior.coefficients.map { ($0.name, $0.posterior) })
    for (name, moments) in exact {
      let found = try #require(named[name])
      // The same 16,384 points as above: 2 % of a deviation, 2 % of the deviation.
      #expect(abs(found.mean - moments.mean) < 0.02 * moments.deviation, "\(name)")
      #expect(abs(found.standardDeviation / moments.deviation - 1) < 0.02, "\(name)")
    }
    // Pinned coefficients stay where they are, and the table says so.
    let spread = try #require(named["spread JPN"])
    #expect(abs(spread.mean - 0.05) < 1e-12 && spread.standardDeviation < 1e-12)
    #expect(posterior.coefficients.first { $0.name == "spillover" }?.dataSayNothing == true)
  }

  private static func hierarchicalNormal(
    _ groups: [[Double]], _ prior: SettlementPrior
  ) -> [String: (mean: Double, deviation: Double)] {
    let means = groups.map { $0.reduce(0, +) / Double($0.count) }
    let errors = groups.map { prior.spreadMedian * prior.spreadMedian / Double($0.count) }
    let grid = 4000
    var sums = [String: (weight: Double, first: Double, second: Double)]()
    func add(_ name: String, _ weight: Double, _ mean: Double, _ variance: Double) {
      let old = sums[name] ?? (0, 0, 0)
      sums[name] = (
        old.weight + weight, old.first + weight * mean, old.second + weight * (variance + mean * mean)
      )
    }
    for i in 0..<grid {
      let tau = (Double(i) + 0.5) / Double(grid) * 6 * prior.levelDeviationScale
      let z = tau / prior.levelDeviationScale
      let variances = errors.map { $0 + tau * tau }
      var precision = 1 / (prior.stepMeanDeviation * prior.stepMeanDeviation)
      var total = precision * prior.stepMean
      for (mean, variance) in zip(means, variances) {
        precision += 1 / variance
        total += mean / variance
      }
      let center = total / precision
      // p(y | tau) = p(y, m)/p(m | y) at m = center.
      var logWeight = -0.5 * z * z - 0.5 * log(precision)
      let shift = (center - prior.stepMean) / prior.stepMeanDeviation
      logWeight -= 0.5 * shift * shift
      for (mean, variance) in zip(means, variances) {
        logWeight -= 0.5 * log(variance) + 0.5 * (mean - center) * (mean - center) / variance
      }
      let weight = exp(logWeight)
      add("step-mean", weight, center, 1 / precision)
      add("level-deviation", weight, tau, 0)
      for (index, name) in ["level JPN", "level KOR"].enumerated() {
        let share = tau * tau / variances[index]
        let rest = 1 - share
        add(
          name, weight, center + share * (means[index] - center),
          share * errors[index] + rest * rest / precision)
      }
    }
    return sums.mapValues { sum in
      let mean = sum.first / sum.weight
      return (mean, (sum.second / sum.weight - mean * mean).squareRoot())
    }
  }

  @Test func sameRoundsGiveTheSameNumbers() throws {
    let evidence = try RecordedRounds.load("early").evidence()
    let date = try PartialDate("2003-06-30")
    let model = try SettlementModel()
    let first = try model.fit(evidence, ally: "KOR", asOf: date)
    #expect(try model.fit(evidence, ally: "KOR", asOf: date).draws == first.draws)
    #expect(first.draws.count == SettlementPosterior.drawCount)
    #expect(first.rounds.count == 6)
  }

  @Test func refusesTooFewRoundsAndPriorsWithoutMeaning() throws {
    let evidence = try RecordedRounds.load("all").evidence()
    #expect(
      throws: NegotiationError.tooFewRounds(fit: "settlement model", found: 0, needed: 5)
    ) {
      _ = try SettlementModel().fit(evidence, ally: "JPN", asOf: try PartialDate("1990"))
    }
    for (path, value) in [
      (\SettlementPrior.degreesOfFreedom, 2.0), (\SettlementPrior.spreadMedian, 0),
      (\SettlementPrior.stepMean, .nan), (\SettlementPrior.offerWeight, 1.5),
      (\SettlementPrior.askNoise, 0.01), (\SettlementPrior.logSpreadDeviation, .infinity),
    ] {
      var prior = SettlementPrior()
      prior[keyPath: path] = value
      #expect(throws: NegotiationError.self) { _ = try SettlementModel(prior: prior) }
    }
    var prior = SettlementPrior()
    prior.asks.statusQuo = []
    #expect(throws: NegotiationError.self) { _ = try SettlementModel(prior: prior) }
  }
}
