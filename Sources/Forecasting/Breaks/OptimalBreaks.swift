/// The partitions of a sample into regimes with the least sum of squared residuals, for every number of breaks.
///
/// With C(m, j) the least sum of the first j values with m breaks, C(m, j) = min over i of C(m - 1, i) + S(i ..< j),
/// each regime at least `least` values long. A break is told by the number of values before it.
///
/// Source: Bai & Perron (2003), Journal of Applied Econometrics 18, 1-22, section 3.2.
struct OptimalBreaks {
  /// The fewest values of a regime.
  let least: Int
  /// The most breaks that were looked for.
  let most: Int
  private let squares: SegmentSquares
  private let count: Int
  /// C(m, j), infinite where there is no room.
  private var costs: [[Double]]
  private var choices: [[Int]]

  /// Searches all partitions.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - least: the fewest values of a regime.
  ///   - most: the most breaks; no more are tried than there is room for.
  init(_ sample: BreakSample, least: Int, most: Int) {
    let count = sample.count
    let squares = SegmentSquares(sample)
    var costs = [(0...count).map { $0 >= least ? squares[0..<$0] : .infinity }]
    var choices = [[Int](repeating: 0, count: count + 1)]
    let room = max(0, min(most, count / least - 1))
    for breaks in 0..<room {
      var cost = [Double](repeating: .infinity, count: count + 1)
      var choice = [Int](repeating: 0, count: count + 1)
      for end in ((breaks + 2) * least)...count {
        for start in ((breaks + 1) * least)...(end - least) {
          let found = costs[breaks][start] + squares[start..<end]
          if found < cost[end] { (cost[end], choice[end]) = (found, start) }
        }
      }
      costs.append(cost)
      choices.append(choice)
    }
    (self.least, self.most, self.count, self.squares) = (least, room, count, squares)
    (self.costs, self.choices) = (costs, choices)
  }

  /// The least sum of squares with some breaks.
  ///
  /// - Parameter breaks: from 0 to ``most``.
  /// - Returns: the sum over all values.
  func sumOfSquares(_ breaks: Int) -> Double { costs[breaks][count] }

  /// Where the best breaks lie.
  ///
  /// - Parameter breaks: from 0 to ``most``.
  /// - Returns: the number of values before each break, ascending.
  func places(_ breaks: Int) -> [Int] { places(breaks, upTo: count) }

  /// The best partitions whose last break is given, for every place that it can have.
  ///
  /// - Parameter breaks: from 1 to ``most``.
  /// - Returns: all breaks, the last of them given, and the sum of squares over all values.
  func byLastBreak(_ breaks: Int) -> [(places: [Int], squares: Double)] {
    ((breaks * least)...(count - least)).map { last in
      (places(breaks - 1, upTo: last) + [last], costs[breaks - 1][last] + squares[last..<count])
    }
  }

  private func places(_ breaks: Int, upTo end: Int) -> [Int] {
    var places: [Int] = []
    var end = end
    for level in stride(from: breaks, to: 0, by: -1) {
      end = choices[level][end]
      places.append(end)
    }
    return places.reversed()
  }
}
