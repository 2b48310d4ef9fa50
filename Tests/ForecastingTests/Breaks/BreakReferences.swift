import Foundation
import Series
import Testing

@testable import Forecasting

/// One line of `breaks.json`; the README beside it says what a field means.
struct BreakRecord: Decodable, Sendable {
  let series, kind: String
  let observations, least, breaks, from, point: Int?
  let lastOfRegime: Places?
  let rss, bic, oneMore, statistic, p, pHansen, pSimulated, draws: Double?
  let lower95, upper95, lower90, upper90, statistics, process: [Double?]?
  let at, xi, phi1, phi2: Double?

  /// One place or several: R has no other single numbers than arrays.
  enum Places: Decodable, Sendable {
    case one(Int)
    case many([Int])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(Int.self) {
        self = .one(one)
      } else {
        self = .many(try container.decode([Int].self))
      }
    }

    var all: [Int] {
      switch self {
      case .one(let place): [place]
      case .many(let places): places
      }
    }
  }

  /// All of them of one kind.
  static func of(_ kind: String) throws -> [BreakRecord] { try stored.get().filter { $0.kind == kind } }

  private static let stored = Result { try References.records("breaks", of: BreakRecord.self) }
}

/// One line of `joined-breaks.json`.
struct JoinedBreakRecord: Decodable, Sendable {
  let series: String
  let least: Int
  let breaks: Int?
  let places: [Int]?
  let rss, bic: Double?
  let joined: Bool?
  let probabilities: [Double]?

  static var all: [JoinedBreakRecord] { get throws { try stored.get() } }

  private static let stored = Result {
    try References.records("joined-breaks", of: JoinedBreakRecord.self)
  }
}

extension BreakSample {
  /// The sample of a reference series.
  init(reference identifier: String) throws { self.init(try References.series(identifier)) }

  /// A sum of squares in the unit of the series.
  func squaresOnSeries(_ squares: Double) -> Double { squares * unit * unit }
}
