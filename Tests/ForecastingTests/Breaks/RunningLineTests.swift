import Testing

@testable import Forecasting

@Suite struct RunningLineTests {
  /// By hand: through (0, 1), (1, 1), (2, 4) goes 1/2 + 3/2 x, with residuals 1/2, -1, 1/2.
  @Test func fitsALine() {
    var line = RunningLine()
    #expect(line.slope == 0)
    let residuals = [(0.0, 1.0), (1, 1), (2, 4)].map { line.add($0.0, $0.1) }
    #expect(residuals[0] == 0 && residuals[1] == 0)
    // The flat line through the first two errs by 3, with a variance of 1 + 1/2 + 1.5²/0.5 = 6.
    #expect((residuals[2] - 3 / 6.0.squareRoot()).magnitude < 1e-15)
    #expect((line.slope - 1.5).magnitude < 1e-15)
    #expect((line.squares - 1.5).magnitude < 1e-15)
    #expect((line.value(at: 4) - 6.5).magnitude < 1e-14)
  }

  @Test func runsBackwardsToTheSameLine() {
    let points = (0..<30).map { (place: Int) -> (Double, Double) in (Double(place), Double(place * 17 % 11)) }
    var (forward, backward) = (RunningLine(), RunningLine())
    for point in points { forward.add(point.0, point.1) }
    for point in points.reversed() { backward.add(point.0, point.1) }
    // Thirty roundings of a sum near 300.
    #expect((forward.squares / backward.squares - 1).magnitude < 1e-13)
    #expect((forward.slope - backward.slope).magnitude < 1e-14)
  }
}
