import Series
import Testing

@testable import Forecasting

@Suite struct SystemPanelTests {
  /// Numbers without a pattern that another column shares.
  private static func irregular(_ factor: Int, _ modulus: Int, from level: Double, slope: Double = 0)
    -> [Double]
  {
    (0..<20).map { (place: Int) -> Double in
      let rest: Int = (place * place * factor) % modulus
      return level + slope * Double(place) + Double(rest)
    }
  }

  private static let first: [Double] = irregular(1, 7, from: 100, slope: 3)
  private static let second: [Double] = irregular(3, 5, from: 50, slope: 1)

  private func record(_ name: String, _ values: [Double]) throws -> AnnualSeries {
    try AnnualSeries(
      identifier: name, unit: Unit("x"), calendar: .calendar, firstYear: 1990, values: values)
  }

  private func failure(_ target: [Double], _ others: [[Double]], scale: Transform) throws -> FitError? {
    var companions: [DriverRecord] = []
    for (index, values) in others.enumerated() {
      companions.append(DriverRecord(try record("x\(index + 1)", values), scale: scale))
    }
    let series = try record("y", target.map { scale.forward($0) ?? 0 })
    do throws(FitError) {
      _ = try VectorAutoregression(companions, naturalTransform: scale, draws: 100).fit(series)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [Transform.none, .log]) func refusesAMultiple(_ scale: Transform) throws {
    let double = Self.first.map { 2 * $0 }
    let found = try failure(Self.second, [Self.first, double], scale: scale)
    #expect(found == .drivers(.identity(series: "x2", others: ["x1"])))
  }

  /// A budget, an output and their ratio: no sum as levels, one as logarithms, refused under both.
  @Test(arguments: [Transform.none, .log]) func refusesARatioBesideItsParts(_ scale: Transform) throws {
    let ratio = zip(Self.first, Self.second).map { 100 * $0 / $1 }
    let other = Self.irregular(5, 11, from: 20)
    let square: [Double] = other.map { $0 * $0 / ($0 + 7) }
    #expect(
      try failure(other, [Self.first, square, Self.second, ratio], scale: scale)
        == .drivers(.identity(series: "x4", others: ["x1", "x3"])))
    #expect(
      try failure(ratio, [Self.first, Self.second], scale: scale)
        == .drivers(.identity(series: "y", others: ["x1", "x2"])))
  }

  /// Parts and their sum: no sum as logarithms, one as levels, refused under both.
  @Test(arguments: [Transform.none, .log]) func refusesASumBesideItsParts(_ scale: Transform) throws {
    let sum = zip(Self.first, Self.second).map { $0 + $1 }
    #expect(
      try failure(sum, [Self.first, Self.second], scale: scale)
        == .drivers(.identity(series: "y", others: ["x1", "x2"])))
  }

  /// Published figures are rounded, and a rounded ratio is a record of its own.
  @Test func takesWhatIsOnlyClose() throws {
    let ratio = zip(Self.first, Self.second).map { (100 * $0 / $1).rounded() }
    #expect(try failure(ratio, [Self.first, Self.second], scale: .log) == nil)
  }

  /// With more variables than years any is a sum of the others, which says nothing about them.
  @Test func takesMoreVariablesThanYears() {
    var state = 7
    let columns: [[Double]] = (1...15).map { (_: Int) -> [Double] in
      (0..<12).map { (_: Int) -> Double in
        state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff
        return 100 + Double((state >> 16) % 997)
      }
    }
    #expect(ExactRelation(columns, [Transform](repeating: .none, count: 15)) == nil)
  }

  /// A ratio and its denominator leave nothing of the numerator to move; a third variable is free.
  @Test func knowsWhichVariablesPathsState() throws {
    let third = Self.irregular(5, 11, from: 20)
    let companions = try [Self.first, Self.second, third].enumerated().map { index, values in
      DriverRecord(try record("x\(index + 1)", values), scale: .log)
    }
    let target = Self.irregular(3, 13, from: 40)
    let ratio = PathCondition("r=2", year: 2011, terms: [.init("x1"), .init("x2", weight: -1)], value: 0.7)
    let below = PathCondition("x2=90", year: 2011, terms: [.init("x2")], value: 4.5)
    func stated(_ conditions: [PathCondition]) throws -> Set<String> {
      let model = VectorAutoregression(companions, conditions: conditions, draws: 100)
      return try model.fit(try record("y", target)).variablesWithPaths(Horizon(2))
    }
    #expect(try stated([ratio]) == [])
    #expect(try stated([below]) == ["x2"])
    #expect(try stated([ratio, below]) == ["x1", "x2"])
  }

  @Test func refusesAPathThatLeadsBeyondAllNumbers() throws {
    let companion = DriverRecord(try record("x1", Self.first))
    let conditions = (2010...2011).map {
      PathCondition("x1=1e+308", year: $0, terms: [.init("x1")], value: 1e308)
    }
    let fit = try VectorAutoregression([companion], conditions: conditions, draws: 100)
      .fit(try record("y", Self.second))
    #expect(throws: FitError.drivers(.pathTooFar(names: ["x1=1e+308"]))) { try fit.predict(Horizon(2)) }
  }

  /// A line has no surprises, by whose size variables are divided: the line is to blame, not the size of its values.
  @Test(arguments: [Transform.none, .log]) func refusesALine(_ scale: Transform) throws {
    let line: [Double] = (1...20).map { (year: Int) -> Double in scale.inverse(Double(year)) }
    let said = "follows a line exactly in the years that are fitted"
    let series = try failure(line, [Self.first], scale: scale)
    #expect(series?.description.contains("'y' \(said)") == true, "\(String(describing: series))")
    let companion = try failure(Self.second, [Self.first, line], scale: scale)
    #expect(companion?.description.contains("'x2' \(said)") == true, "\(String(describing: companion))")
  }

  /// Values that are too large without a path are not the path's doing.
  @Test func blamesNoPathForTheRecord() throws {
    let condition = PathCondition("x1=100", year: 2010, terms: [.init("x1")], value: 100)
    let huge = Self.second.map { $0 * 1e149 }
    let fit = try VectorAutoregression(
      [DriverRecord(try record("x1", Self.first))], conditions: [condition], draws: 100
    )
    .fit(try record("y", huge))
    #expect(throws: FitError.overflow(model: VectorAutoregression.identifier)) { try fit.predict(Horizon(2)) }
  }
}
