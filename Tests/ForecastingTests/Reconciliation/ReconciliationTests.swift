import Series
import Testing

@testable import Forecasting

@Suite struct ReconciliationTests {
  private struct Record: Decodable {
    struct Result: Decodable {
      let method: String
      let nonnegative: Bool
      let weights: [[Double]]?
      let mean: [Double]
    }
    let base: [Double]
    let residuals: [[Double]]
    let intensity: Double
    let results: [Result]
  }

  private struct File: Decodable { let records: [Record] }

  private static let pairs = [
    (parent: "total", child: "A"), ("total", "B"), ("A", "a1"), ("A", "a2"), ("A", "a3"), ("B", "b1"),
    ("B", "b2"),
  ]

  private static let methods: [String: Reconciliation] = [
    "bottom_up": .bottomUp, "ols": .ordinary, "wls_struct": .structural, "wls_var": .weighted,
    "mint_shrink": .minimumTrace,
  ]

  /// The package adds 2e-8 to variances of 1 to 50.
  @Test func agreesWithThePackage() throws {
    let records = try RegressionReference.load("hierarchy", as: File.self).records
    let hierarchy = try Hierarchy(top: "total", Self.pairs)
    #expect(hierarchy.nodes == ["total", "A", "B", "a1", "a2", "a3", "b1", "b2"])
    for record in records {
      let errors = record.residuals.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($0, $1) }) }
      let covariance = ErrorCovariance(errors)
      #expect(abs(covariance.intensity - record.intensity) < 1e-12)
      // The package's variance scaling takes mean squares, not variances about the mean.
      let meanSquares = record.residuals.map { row in
        (row.reduce(0) { $0 + $1 * $1 } / Double(row.count)).squareRoot()
      }
      for result in record.results {
        let method = try #require(Self.methods[result.method])
        let deviations = method == .weighted ? meanSquares : covariance.deviations
        let weights = method.weights(hierarchy, deviations: deviations, correlations: covariance.correlations)
        if let theirs = result.weights {
          for (own, other) in zip(weights.joined(), theirs.joined()) {
            #expect(abs(own - other) < 1e-7 * max(abs(other), 1), "\(result.method)")
          }
        }
        let map = try ReconciliationMap(hierarchy, method, weights: weights)
        let leaves = result.nonnegative ? map.nonnegativeLeaves(record.base) : map.leaves(record.base)
        let own = hierarchy.totals(leaves)
        for (left, right) in zip(own, result.mean) {
          #expect(abs(left - right) < 1e-7 * max(abs(right), 1), "\(result.method) \(result.nonnegative)")
        }
      }
    }
  }

  @Test func refusesWhatIsNoHierarchy() {
    func fails(_ pairs: [(parent: String, child: String)], with error: HierarchyError) {
      #expect(throws: error) { try Hierarchy(top: "t", pairs) }
    }
    fails([], with: .noParts(of: "t", known: []))
    fails([("u", "a")], with: .noParts(of: "t", known: ["u"]))
    fails([("t", "t")], with: .loop(["t", "t"]))
    fails([("t", "a"), ("a", "b"), ("b", "a")], with: .loop(["a", "b", "a"]))
    fails([("t", "a"), ("t", "a")], with: .countedTwice(sum: "t", part: "a"))
    fails([("t", "a"), ("t", "b"), ("a", "x"), ("b", "x")], with: .countedTwice(sum: "t", part: "x"))
    let wide = (0..<600).map { (parent: "t", child: "c\($0)") }
    fails(wide, with: .tooManyNodes(limit: 500, found: 601))
  }

  /// Sums over sums double their ways at each level: the walk must not.
  @Test func refusesADeepNetAtOnce() {
    var pairs: [(parent: String, child: String)] = []
    for level in 0..<60 {
      for side in ["l", "r"] {
        pairs.append((level == 0 ? "t" : "l\(level)", "\(side)\(level + 1)"))
        if level > 0 { pairs.append(("r\(level)", "\(side)\(level + 1)")) }
      }
    }
    #expect(throws: HierarchyError.self) { try Hierarchy(top: "t", pairs) }
  }

  /// Depth and breadth are counted before anything is gone through.
  @Test func refusesALongChainAndAWideStarAtOnce() {
    let chain = (0..<20_000).map { (parent: $0 == 0 ? "t" : "k\($0)", child: "k\($0 + 1)") }
    let star = (0..<20_000).map { (parent: "t", child: "k\($0)") }
    for pairs in [chain, star] {
      #expect(throws: HierarchyError.tooManyNodes(limit: 500, found: 20_001)) {
        try Hierarchy(top: "t", pairs)
      }
    }
  }

  @Test func namesTenOfALongWayRound() throws {
    let names = (0..<3_000).map { "k\($0)" }
    let pairs = names.indices.map { (parent: names[$0], child: names[($0 + 1) % names.count]) }
    let grouping = try Grouping(pairs)
    #expect(throws: HierarchyError.loop(names + ["k0"])) { try grouping.tops() }
    let text = HierarchyError.loop(names + ["k0"]).description
    #expect(text.hasSuffix("k0 > k1 > k2 > k3 > k4 > k5 > k6 > k7 > k8 > (2991 more) > k0"))
  }

  /// Sums stand in the order in which they are come upon from the top down, leaves too.
  @Test func keepsTheOrderOfTheWalk() throws {
    let hierarchy = try Hierarchy(
      top: "t", [("t", "b"), ("t", "a"), ("a", "x"), ("b", "z"), ("b", "y"), ("u", "a")])
    #expect(hierarchy.sums == ["t", "b", "a"])
    #expect(hierarchy.leaves == ["z", "y", "x"])
    #expect(hierarchy.members == [[0, 1, 2], [0, 1], [2]])
  }

  private func record(_ name: String, _ values: [Double?], first: Int = 2000) throws -> AnnualSeries {
    try AnnualSeries(identifier: name, bounds: .positive, firstYear: first, values: values)
  }

  @Test func partsWithGapsAddUp() throws {
    let hierarchy = try Hierarchy(top: "t", [("t", "a"), ("t", "b"), ("t", "c")])
    let a: [Double?] = [10, 12, nil, 13, 15, 14, nil, 17, 18, 16, nil, nil]
    let b: [Double?] = [5, nil, nil, 6, 5, 7, 6, 6, nil, 8, 7, 9]
    let c: [Double?] = [1, 0.5, 0.4, nil, 0.3, 0.2, nil, 0.1, 0.2, 0.1, 0.1, 0.1]
    let total: [Double?] = [16, 17, 18, 20, 20.3, 21.2, 22, 23.1, 24, 24.1, 25, 26]
    let records = [
      "t": try record("t", total), "a": try record("a", a), "b": try record("b", b), "c": try record("c", c),
    ]
    for method in Reconciliation.allCases {
      let models = method == .minimumTrace ? [TransformedModel(Auto())] : [TransformedModel(LinearTrend())]
      for model in models {
        let forecast = try ReconciledForecast(
          hierarchy, records: records, origin: 2011, horizon: Horizon(2), model: model, method: method)
        #expect(forecast.nodes.map(\.name) == ["t", "a", "b", "c"])
        for year in 0..<2 {
          let steps = forecast.nodes.map { $0.distribution.steps[year] }
          let parts = steps[1].mean + steps[2].mean + steps[3].mean
          #expect(abs(steps[0].mean - parts) < 1e-9 * parts, "\(method)")
          #expect(try steps.allSatisfy { try $0.quantile(0.001) >= 0 }, "\(method)")
        }
      }
    }
    // A sum without a record is that of its parts.
    var without = records
    without["t"] = nil
    let forecast = try ReconciledForecast(
      hierarchy, records: without, origin: 2011, horizon: Horizon(2), model: TransformedModel(Auto()),
      method: .bottomUp)
    #expect(forecast.nodes[0].distribution.steps[0].mean > 20)
  }

  @Test func refusesRecordsThatDoNotFit() throws {
    let hierarchy = try Hierarchy(top: "t", [("t", "a"), ("t", "b")])
    let a = try record("a", [1, 2, 3, 4, 5, 6])
    let b = try record("b", [4, 4, 5, 5, 6, 6])
    func run(_ records: [String: AnnualSeries]) throws -> ReconciledForecast {
      try ReconciledForecast(
        hierarchy, records: records, origin: 2005, horizon: Horizon(2), model: TransformedModel(Auto()),
        method: .minimumTrace)
    }
    let wrong = try record("t", [5, 6, 8, 9, 11, 20])
    #expect(throws: HierarchyError.doesNotAddUp(sum: "t", year: "2005", recorded: 20, parts: 12)) {
      try run(["t": wrong, "a": a, "b": b])
    }
    #expect(throws: HierarchyError.noForecast(of: "b", reason: "it has no record")) { try run(["a": a]) }
    let other = try AnnualSeries(
      identifier: "b", unit: Unit("USD"), firstYear: 2000, values: [4, 4, 5, 5, 6, 6])
    #expect(throws: HierarchyError.unlike(first: "a", second: "b", what: "unit")) {
      try run(["a": a, "b": other])
    }
    let short = try record("b", [4])
    #expect(throws: HierarchyError.self) { try run(["t": wrong, "a": a, "b": short]) }
    let fiscal = try AnnualSeries(
      identifier: "b", calendar: .japanFiscal, bounds: .positive, firstYear: 2000, values: [4, 4, 5, 5, 6, 6])
    #expect(throws: HierarchyError.unlike(first: "a", second: "b", what: "calendar")) {
      try run(["a": a, "b": fiscal])
    }
  }

  /// A part that was never paid takes no share of what the others miss, not even by rounding.
  @Test(arguments: [Reconciliation.weighted, .minimumTrace])
  func aPartOfNothingStaysNothing(_ method: Reconciliation) throws {
    let hierarchy = try Hierarchy(top: "t", [("t", "a"), ("t", "none")])
    let values: [Double] = [3, 5, 4, 6, 5, 7, 6, 9, 8, 9]
    func unbounded(_ name: String, _ values: [Double]) throws -> AnnualSeries {
      try AnnualSeries(identifier: name, firstYear: 2000, values: values)
    }
    let records = try [
      "t": unbounded("t", values), "a": unbounded("a", values),
      "none": unbounded("none", values.map { _ in 0 }),
    ]
    let forecast = try ReconciledForecast(
      hierarchy, records: records, origin: 2009, horizon: Horizon(2), model: TransformedModel(Drift()),
      method: method)
    for step in forecast.nodes[2].distribution.steps {
      #expect(step.mean == 0)
      #expect(try step.quantile(0.975) == 0)
    }
  }

  /// A part that heads for zero is held there, and keeps the width of its forecast above it.
  @Test func aPartHeldAtZeroStaysUncertain() throws {
    let hierarchy = try Hierarchy(top: "t", [("t", "a"), ("t", "b")])
    let a: [Double] = [3, 2.4, 2.8, 2, 2.1, 1.4, 1.6, 1, 1.2, 0.5]
    let b: [Double] = [50, 53, 52, 56, 55, 59, 57, 62, 60, 64]
    let records = try [
      "t": record("t", zip(a, b).map { $0 + $1 }), "a": record("a", a), "b": record("b", b),
    ]
    let forecast = try ReconciledForecast(
      hierarchy, records: records, origin: 2009, horizon: Horizon(4), model: TransformedModel(Drift()),
      method: .minimumTrace)
    let last = forecast.nodes[1].distribution.steps[3]
    #expect(try last.quantile(0.025) == 0)
    // One-step errors of drift have a deviation of 0.6, four of them 1.2 and more.
    #expect(try last.quantile(0.975) > 0.6)
    #expect(last.mean > 0.05)
  }

  /// Values that were interpolated need not add up; recorded ones do.
  @Test func onlyRecordedValuesHaveToAddUp() throws {
    let hierarchy = try Hierarchy(top: "t", [("t", "a"), ("t", "b")])
    let a = try record("a", [1, 2, 3, 4, 5, 6])
    let b = try record("b", [4, 4, 5, 5, 6, 6])
    let records = ["t": try record("t", [5, 6, 8, 9, 11, 20]), "a": a, "b": b]
    let taken = try ReconciledForecast.completed(hierarchy, records, mustAddUp: false)
    #expect(taken.map(\.identifier) == ["t", "a", "b"])
  }

  /// An origin at which a part has no value yet leaves the others theirs.
  @Test func backtestBeginsWhereEveryPartHasValues() throws {
    let hierarchy = try Hierarchy(top: "t", [("t", "a"), ("t", "b")])
    let a: [Double] = [10, 12, 11, 13, 15, 14, 15, 17, 18, 16, 18, 19]
    let late: [Double?] = [nil, nil, nil, nil, nil, nil, 4, 5, 4, 6, 5, 6]
    let records = try [
      "t": record("t", zip(a, late).map { $0 + ($1 ?? 3) }), "a": record("a", a), "b": record("b", late),
    ]
    let backtest = Backtest(try BacktestPlan(initial: 4, horizon: Horizon(1)))
    let scored = try backtest.run(
      hierarchy, records, model: TransformedModel(Naive()), method: .bottomUp)
    // Naive needs two values: 2006 and 2007.
    #expect(scored[0].map(\.origin) == [2007, 2008, 2009, 2010])
    let short = records.merging(["b": try record("b", [6], first: 2011)]) { $1 }
    let refusal = FitError.tooFewObservations(model: Naive.identifier, needed: 2, found: 0)
    #expect(throws: HierarchyError.fit(of: "b", refusal)) {
      try backtest.run(hierarchy, short, model: TransformedModel(Naive()), method: .bottomUp)
    }
  }
}
