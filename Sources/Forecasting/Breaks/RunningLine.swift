/// A least-squares line that takes in one point after the other.
///
/// A new point has the recursive residual w = e / sqrt(1 + 1/n + (x - x̄)²/Sxx), e its distance from the line so far;
/// the sum of squared residuals grows by w², so it never comes out negative and loses nothing by subtraction.
///
/// Source: Brown, Durbin & Evans (1975), JRSS B 37, 149-192, section 2.
struct RunningLine {
  private(set) var count = 0
  private(set) var meanTime = 0.0
  private(set) var meanValue = 0.0
  /// Σ (x - x̄)².
  private(set) var timeSquares = 0.0
  private var products = 0.0
  /// The sum of squared residuals.
  private(set) var squares = 0.0

  /// The slope, zero before there are two points.
  var slope: Double { timeSquares > 0 ? products / timeSquares : 0 }

  /// Takes in a point.
  ///
  /// - Parameters:
  ///   - time: later or earlier than every one before.
  ///   - value: its value.
  /// - Returns: the recursive residual; zero for the first two points, which only start the line.
  @discardableResult
  mutating func add(_ time: Double, _ value: Double) -> Double {
    let n = Double(count)
    let (dx, dy) = (time - meanTime, value - meanValue)
    var residual = 0.0
    if count >= 2 {
      let error = dy - slope * dx
      residual = error / (1 + 1 / n + dx * dx / timeSquares).squareRoot()
      squares += residual * residual
    }
    let share = n / (n + 1)
    timeSquares += dx * dx * share
    products += dx * dy * share
    meanTime += dx / (n + 1)
    meanValue += dy / (n + 1)
    count += 1
    return residual
  }
}
