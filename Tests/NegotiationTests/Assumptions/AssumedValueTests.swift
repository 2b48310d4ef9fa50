import Foundation
import TestSupport
import Testing

@testable import Negotiation

@Suite struct AssumedValueTests {
  private struct Records: Decodable {
    struct Row: Decodable {
      var text: String
      var mean, median: Double
      var quantiles: [[Double]]
    }
    var values: [Row]

    static func load() throws -> Records {
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "References/assumed-values.json")
      return try JSONDecoder().decode(Records.self, from: Data(contentsOf: file))
    }
  }

  @Test func matchesScipy() throws {
    for row in try Records.load().values {
      let value = try AssumedValue(text: row.text)
      // scipy's truncated normals are good to about 1e-10, its other distributions to 1e-12.
      #expect(relativeDifference(value.mean, row.mean) < 1e-9, "\(row.text) mean")
      #expect(relativeDifference(value.median, row.median) < 1e-9, "\(row.text) median")
      for pair in row.quantiles {
        #expect(relativeDifference(try value.quantile(pair[0]), pair[1]) < 1e-9, "\(row.text) \(pair[0])")
      }
    }
  }

  @Test(arguments: [
    "0.3", "-2", "1e-05", "uniform(0, 0.5)", "normal(0.5, 0.2)", "normal(0.18, 0.1, 0, 0.5)",
    "beta(2.5, 1.5)",
  ])
  func textGivesTheValueBack(text: String) throws {
    #expect(try AssumedValue(text: text).description == text)
  }

  @Test func blanksMeanNothing() throws {
    #expect(try AssumedValue(text: " uniform ( 0,0.5 ) ") == AssumedValue(text: "uniform(0, 0.5)"))
  }

  @Test(arguments: [
    "", "three", "nan", "inf", "0x10", "uniform(0)", "uniform(0, 1, 2)", "uniform 0, 1", "uniform(0, 1",
    "gamma(1, 2)",
    "normal(0, 1, 2)", "normal(a, 1)", "uniform(,)", "0.3 0.4", "(1)", "beta()",
  ])
  func refusesWhatIsNoValue(text: String) {
    #expect(throws: AssumptionError.notAValue(text)) { try AssumedValue(text: text) }
  }

  @Test func refusesWhatIsNoDistribution() {
    #expect(throws: AssumptionError.notFinite("1e999")) { try AssumedValue(text: "1e999") }
    #expect(throws: AssumptionError.notFinite("1e+300")) { try AssumedValue(1e300) }
    #expect(throws: AssumptionError.notFinite("nan")) { try AssumedValue(.nan) }
    #expect(throws: AssumptionError.unordered(lower: 1, upper: 0)) { try AssumedValue(text: "uniform(1, 0)") }
    #expect(throws: AssumptionError.unordered(lower: 1, upper: 1)) { try AssumedValue(text: "uniform(1, 1)") }
    #expect(throws: AssumptionError.negativeDeviation(-1)) { try AssumedValue(text: "normal(0, -1)") }
    #expect(throws: AssumptionError.unordered(lower: 2, upper: 1)) {
      try AssumedValue(text: "normal(0, 1, 2, 1)")
    }
    #expect(throws: AssumptionError.emptyCut("normal(0, 1, 8, 9)")) {
      try AssumedValue(text: "normal(0, 1, 8, 9)")
    }
    #expect(throws: AssumptionError.emptyCut("normal(0, 0, 8, 9)")) {
      try AssumedValue(text: "normal(0, 0, 8, 9)")
    }
    #expect(throws: AssumptionError.notPositiveShape(0)) { try AssumedValue(text: "beta(0, 1)") }
  }

  @Test func drawsAreFiniteAndRiseWithTheProbability() throws {
    let texts = [
      "0.3", "uniform(-1, 1)", "normal(0, 0)", "normal(1e99, 1e99)", "normal(0, 1, 4, 1e9)", "beta(1e-3, 9)",
    ]
    for text in texts {
      let value = try AssumedValue(text: text)
      var last = -Double.infinity
      for step in 0..<200 {
        let draw = try value.quantile((Double(step) + 0.5) / 200)
        #expect(draw.isFinite && draw >= last, "\(text)")
        last = draw
      }
    }
  }

  @Test(arguments: [0, 1, -1, .nan, .infinity] as [Double])
  func refusesWhatIsNoProbability(probability: Double) throws {
    let value = try AssumedValue(text: "uniform(0, 1)")
    #expect(throws: AssumptionError.self) { try value.quantile(probability) }
  }

  @Test func aCutOfDeviationZeroIsTheMean() throws {
    let value = try AssumedValue(text: "normal(2, 0, 1, 3)")
    #expect(try value.quantile(0.01) == 2)
    #expect(value.mean == 2)
  }
}
