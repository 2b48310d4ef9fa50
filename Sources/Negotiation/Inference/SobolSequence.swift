import Probability

/// Points that fill the unit cube evenly: a Sobol sequence with a fixed digital shift.
///
/// Coordinate j of point i is the exclusive or of its direction numbers where the Gray code of i has ones, exclusive or
/// a shift that is the j-th word of a counter-based generator, plus half a grid step: strictly between 0 and 1. The first
/// 2^k points are a digital net, so a mean over them errs by about 1/2^k where a random one errs by 1/2^(k/2).
///
/// Source: Sobol (1967); Antonov & Saleev (1979) for the Gray code; Owen (1995) for shifts.
struct SobolSequence: Sendable {
  /// How many coordinates a point can have.
  static let largestDimension = SobolDirections.polynomials.count

  /// How many coordinates each point has.
  let dimension: Int
  /// The 32 direction numbers of each coordinate, one coordinate after the other.
  private let directions: [UInt32]
  private var state: [UInt32]
  private var index: UInt32 = 0

  /// The sequence from its first point on.
  ///
  /// - Parameters:
  ///   - dimension: from 1 to ``largestDimension``; a larger one is cut to it.
  ///   - isShifted: false for the plain sequence, whose points the references have.
  init(dimension: Int, isShifted: Bool = true) {
    let dimension = min(max(1, dimension), Self.largestDimension)
    self.dimension = dimension
    directions = (0..<dimension).flatMap(Self.directionNumbers)
    let shift = CounterGenerator(seed: 0x736f_626f_6c, stream: 0)
    state = (0..<dimension).map { isShifted ? shift.block(UInt64($0)).x : 0 }
  }

  /// Writes the next point.
  ///
  /// - Parameter point: as many numbers as the sequence has coordinates, overwritten.
  mutating func next(into point: inout [Double]) {
    for j in 0..<dimension { point[j] = (Double(state[j]) + 0.5) * 0x1p-32 }
    let changed = (~index).trailingZeroBitCount
    index &+= 1
    guard changed < 32 else { return }
    for j in 0..<dimension { state[j] ^= directions[32 * j + changed] }
  }

  private static func directionNumbers(_ coordinate: Int) -> [UInt32] {
    let polynomial = SobolDirections.polynomials[coordinate]
    var numbers = SobolDirections.initial[coordinate]
    let degree = 31 - polynomial.leadingZeroBitCount
    if degree == 0 { numbers = [UInt32](repeating: 1, count: 32) }
    while numbers.count < 32 {
      let k = numbers.count
      var value = numbers[k - degree] ^ (numbers[k - degree] << UInt32(degree))
      for power in 1..<max(degree, 1) where polynomial >> UInt32(degree - power) & 1 == 1 {
        value ^= numbers[k - power] << UInt32(power)
      }
      numbers.append(value)
    }
    return numbers.enumerated().map { $1 << UInt32(31 - $0) }
  }
}
