internal import Probability

/// Many futures of one kernel: columns of numbers and counts of events.
///
/// Draws are made in blocks; a block depends on its number only, so neither the number of threads nor the order of work
/// changes a digit. Sums are taken block by block in the order of blocks.
struct Simulation: Sendable {
  /// How many draws a block has: the columns of one stay in a processor's second cache.
  static let blockLength = 4_096

  /// The numbers of a block: column by column.
  private struct Block: Sendable {
    let count: Int
    let columns: [Double]
    let events: [Int]
  }

  /// How many draws there are.
  let draws: Int
  private let blocks: [Block]

  /// Draws futures.
  ///
  /// - Parameters:
  ///   - kernel: what is simulated.
  ///   - draws: how many.
  ///   - generator: seed and stream.
  ///   - workers: who does it.
  init(
    _ kernel: some FutureKernel, draws: Int, generator: CounterGenerator, workers: some Workers
  ) {
    self.draws = draws
    let length = Self.blockLength
    blocks = workers.map((draws + length - 1) / length) { index in
      Self.block(kernel, from: index * length, count: min(length, draws - index * length), generator)
    }
  }

  private static func block(
    _ kernel: some FutureKernel, from first: Int, count: Int, _ generator: CounterGenerator
  ) -> Block {
    let width = kernel.width
    var events = [Int](repeating: 0, count: ProjectionEvent.allCases.count)
    let columns = [Double](unsafeUninitializedCapacity: width * count) { columns, initialized in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { row in
        row.initialize(repeating: 0)
        guard let base = row.baseAddress else { return }
        for draw in 0..<count {
          let happened = kernel.simulate(DrawNumbers(generator, draw: UInt64(first + draw)), into: base)
          for column in 0..<width { columns[column * count + draw] = base[column] }
          var rest = happened
          while rest != 0 {
            events[rest.trailingZeroBitCount] += 1
            rest &= rest - 1
          }
        }
      }
      initialized = width * count
    }
    return Block(count: count, columns: columns, events: events)
  }

  /// The values of a column in the order of draws.
  func values(_ column: Int) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(draws)
    for block in blocks {
      values += block.columns[column * block.count..<(column + 1) * block.count]
    }
    return values
  }

  /// The mean of a column.
  func mean(_ column: Int) -> Double {
    var total = 0.0
    for block in blocks {
      var sum = 0.0
      for value in block.columns[column * block.count..<(column + 1) * block.count] { sum += value }
      total += sum
    }
    return total / Double(draws)
  }

  /// Quantiles of a column.
  func quantiles(_ probabilities: [Double], _ column: Int) -> [Double] {
    var values = values(column)
    return OrderStatistics.quantiles(probabilities, of: &values)
  }

  /// How often an event happened.
  func count(_ event: ProjectionEvent) -> Int {
    let bit = event.bit.trailingZeroBitCount
    return blocks.reduce(0) { $0 + $1.events[bit] }
  }
}
