/// The sums of squared residuals of a line through every stretch of a sample, by recursive updates: O(n²) in all.
///
/// Source: Bai & Perron (2003), Journal of Applied Econometrics 18, 1-22, section 3.1.
struct SegmentSquares {
  private let count: Int
  private let squares: [Double]

  /// Computes all of them.
  ///
  /// - Parameter sample: the values.
  init(_ sample: BreakSample) {
    let count = sample.count
    var squares = [Double](repeating: 0, count: count * count)
    for start in 0..<count {
      var line = RunningLine()
      for end in start..<count {
        line.add(sample.times[end], sample.values[end])
        squares[start * count + end] = line.squares
      }
    }
    self.count = count
    self.squares = squares
  }

  /// The sum of a stretch.
  ///
  /// - Parameter range: places of its values, at least one.
  /// - Returns: the sum of squared residuals of the line through it.
  subscript(range: Range<Int>) -> Double { squares[range.lowerBound * count + range.upperBound - 1] }
}
