import Testing

@testable import Negotiation

@Suite struct SobolSequenceTests {
  private struct Reference: Decodable {
    let dimension: Int
    let points: [[Double]]
  }

  @Test func givesTheUnscrambledPointsOfSciPy() throws {
    let reference = try ReferenceFile.decode("sobol.json", as: Reference.self)
    var sequence = SobolSequence(dimension: reference.dimension, isShifted: false)
    var point = [Double](repeating: 0, count: reference.dimension)
    for expected in reference.points {
      sequence.next(into: &point)
      // Ours lie half a grid step of 2^-32 higher, so that none is zero.
      #expect(zip(point, expected).allSatisfy { ($0 - $1 - 0x1p-33).magnitude < 1e-15 })
    }
  }

  @Test func everyCoordinateHasOnePointInEachCell() {
    var sequence = SobolSequence(dimension: 24)
    var point = [Double](repeating: 0, count: 24)
    var cells = [Set<Int>](repeating: [], count: 24)
    for _ in 0..<256 {
      sequence.next(into: &point)
      for j in point.indices { cells[j].insert(Int(point[j] * 256)) }
    }
    #expect(cells.allSatisfy { $0.count == 256 })
  }
}
